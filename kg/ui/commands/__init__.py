"""The commands of `kg`, grouped by what they are for."""
