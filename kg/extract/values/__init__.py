"""Values in a text: money, shares, counts, capacities, dates and periods."""

from kg.extract.values.background import KnownDates, load_known_dates
from kg.extract.values.finder import find_values

__all__ = ["KnownDates", "find_values", "load_known_dates"]
