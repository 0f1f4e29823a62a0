"""Every example sentence of the ontology gives the fact that stands beside it, by the patterns alone."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from kg.extract import Extractor, load_extractor
from kg.extract.extractor import build_extractor
from kg.extract.relations import RelationFinder
from kg.gazetteer import load_gazetteer, normalise
from kg.model import Article, Extraction, Literal, Mention, Period, Quantity
from kg.ontology import Example, load_ontology

ONTOLOGY = load_ontology()
EXAMPLES = [
    pytest.param(relation.name, example, id=f"{relation.name}: {example.sentence[:60]}")
    for relation in ONTOLOGY.relations.values()
    for example in relation.examples
]


@cache
def extractor() -> Extractor:
    return build_extractor(load_gazetteer(), [RelationFinder(ONTOLOGY)])


def found_by(reader: Extractor, relation: str, example: Example) -> tuple[set[str], str]:
    """Return the modalities of the claims that say what an example says, and all claims of its relation in words."""
    article = Article(id="example", title="", text=example.sentence, published=date(2026, 4, 15))
    extraction = reader.extract(article)
    claims = [claim for claim in extraction.claims if claim.relation == relation]
    pairs = [(c.subject, c.object, c) for c in claims]
    if ONTOLOGY.relations[relation].symmetric:
        pairs += [(c.object, c.subject, c) for c in claims]
    fitting = {
        claim.modality
        for subject, target, claim in pairs
        if _stands_for(subject, example.subject, extraction) and _stands_for(target, example.object, extraction)
    }
    return fitting, f"found {[(_written(s), _written(o), c.modality) for s, o, c in pairs]}"


@pytest.mark.parametrize(("relation", "example"), EXAMPLES)
def test_patterns_find_example(relation: str, example: Example) -> None:
    fitting, told = found_by(extractor(), relation, example)
    assert example.modality in fitting, told


def test_encoder_outvotes_few_examples() -> None:
    reader = load_extractor(ONTOLOGY, load_gazetteer())
    missed = [p.id for p in EXAMPLES if p.values[1].modality not in found_by(reader, *p.values)[0]]
    assert len(missed) <= len(EXAMPLES) / 15, missed


def _stands_for(end: Mention | Literal, words: str, extraction: Extraction) -> bool:
    """Whether an end is what the example names; a pronoun counts for the name that it stands for."""
    wanted = normalise(words)
    if not isinstance(end, Mention):
        return normalise(_written(end)) == wanted
    names = [normalise(mention.text) for mention in extraction.mentions if mention.chain == end.chain]
    return any(name == wanted or name.startswith(f"{wanted} ") for name in names)


def _written(end: Mention | Literal) -> str:
    """An end as the examples write it."""
    if isinstance(end, Quantity):
        return f"{end.amount.normalize():f} {end.unit}"
    if isinstance(end, Period):
        return f"{end.iso} date"
    return end.text if isinstance(end, Mention) else f"{end.text} {end.unit}"
