"""The trained encoder: a second opinion on names, and a score for every pair that may be joined."""
