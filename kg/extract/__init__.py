"""From an article to its mentions, values and claims."""

from kg.extract.explain import Explanation, Name, explain_article
from kg.extract.extractor import Extractor, load_extractor
from kg.extract.proposals import Proposal, literal_of

__all__ = ["Explanation", "Extractor", "Name", "Proposal", "explain_article", "literal_of", "load_extractor"]
