"""Values in a text: money, shares, counts, capacities, dates and periods."""

from kg.extract.values.finder import find_values

__all__ = ["find_values"]
