"""The extraction is as good as it has been on articles that were held out, and the document tells its figures."""

import re

import pytest

from kg import resources
from kg.evaluation import evaluate, fingerprint, read_floors, read_gold, shortfalls
from kg.evaluation.floors import MEASURES
from kg.ontology import load_ontology
from kg.pipeline import load_pipeline

TRAINING = resources.ROOT / "data" / "training"
FLOORS = read_floors(resources.ROOT / "tests" / "quality" / "floors.toml")
DOCUMENT = (resources.ROOT / "docs" / "quality.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_held_out_articles_are_read_as_well_as_before():
    figures = evaluate(load_pipeline(), read_gold(TRAINING, part="held-out")).figures
    assert list(shortfalls(figures, FLOORS)) == []


def test_floors_are_those_of_the_articles_that_are_held_out_now():
    assert FLOORS.articles == fingerprint(read_gold(TRAINING, part="held-out"))
    assert set(FLOORS.least) >= set(MEASURES) - {"recall"}


def test_document_has_a_row_for_every_relation_and_type():
    ontology = load_ontology()
    relations = re.search(r"begin relations -->(.*?)<!-- end", DOCUMENT, re.DOTALL)[1]
    types = re.search(r"begin types -->(.*?)<!-- end", DOCUMENT, re.DOTALL)[1]
    assert set(re.findall(r"^\| `(\w+)`", relations, re.MULTILINE)) == set(ontology.relations)
    assert set(re.findall(r"^\| `(\w+)`", types, re.MULTILINE)) <= set(ontology.types)


def test_document_tells_of_the_articles_that_are_held_out_now():
    assert f"fingerprint `{FLOORS.articles}`" in DOCUMENT
    passages = dict(re.findall(r"<!-- begin (\w+) -->\n(.*?)<!-- end", DOCUMENT, re.DOTALL))
    assert {name for name, passage in passages.items() if passage.strip()} == {
        "summary", "relations", "types", "modalities", "reliability", "curve", "learning", "peers",
    }  # fmt: skip
