"""From an article to its mentions, values and claims."""

from kg.extract.extractor import Extractor, load_extractor

__all__ = ["Extractor", "load_extractor"]
