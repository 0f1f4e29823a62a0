"""What the query editor completes."""

from kg.store import PREFIXES
from kg.ui.vocabulary_terms import completions


def test_completions_hold_every_type_and_relation(ontology):
    terms = completions(ontology)
    assert {f"hkt:{name}" for name in (*ontology.types, *ontology.relations)} <= set(terms)


def test_completions_use_known_prefixes_only_and_repeat_nothing(ontology):
    terms = completions(ontology)
    assert {term.partition(":")[0] for term in terms} <= set(PREFIXES)
    assert len(set(terms)) == len(terms)
