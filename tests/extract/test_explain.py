"""An explanation shows what each step made of a sentence: names, values, proposals, and why some were dropped."""

from __future__ import annotations

from dataclasses import astuple
from decimal import Decimal

import pytest

from kg.extract import Extractor, explain_article
from kg.extract.explain import Value, explain
from kg.extract.extractor import build_extractor
from kg.extract.relations import RelationFinder
from kg.gazetteer import load_gazetteer
from kg.model import Article, Period, Quantity
from tests.extract.marked import read
from tests.extract.relation_types import ORG, ontology, relation

RUNS = RelationFinder(ontology(relation("operates", ".9 | SUBJECT <run> OBJECT", triggers=("operate",))))
PLACE = frozenset({"Place"})
PAIRED = RelationFinder(
    ontology(
        relation(
            "partOf",
            ".9 | SUBJECT <belong> to OBJECT",
            domain=ORG | PLACE,
            range=ORG | PLACE,
            signatures=((ORG, ORG), (PLACE, PLACE)),
        )
    )
)
TEXT = "Amy Ho Siu-ling, chairman of Lantern Bank of Hong Kong Limited, spoke. It runs the Lantern Park."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(load_gazetteer(), (RUNS,))


def test_explanation_shows_what_stands_and_what_was_dropped() -> None:
    first, second = explain(
        PAIRED, read("[Bay|Company] belongs to [Lee|Company]. [Dock|Place] belongs to [Bay|Company].")
    )
    assert [(p.relation, p.rule, p.confidence) for p in first.standing] == [
        ("partOf", ".9 | SUBJECT <belong> to OBJECT", 0.9)
    ]
    assert first.line == "‹0:Company› belongs to ‹1:Company› ."
    assert second.standing == ()
    assert [p.reason for p in second.dropped] == ["partOf does not join Place and Company"]


def test_explanation_names_relations_whose_words_led_to_nothing() -> None:
    first, second = explain(RUNS, read("[Bay|Company] runs [Dock|Facility]. Who operates [Dock|Facility]?"))
    assert (first.gaps, second.gaps) == ((), ("operates",))


def test_explanation_shows_mentions_with_their_finder_and_whom_they_mean(extractor: Extractor) -> None:
    first, second = explain_article(extractor, Article("a1", "", TEXT))
    assert ("Amy Ho Siu-ling", "Person", "persons") in {(name.text, name.type, name.finder) for name in first.mentions}
    assert "Lantern Bank of Hong Kong Limited" in {name.text for name in first.mentions}
    it = next(name for name in second.mentions if name.text == "It")
    assert (it.finder, it.chain) == ("anaphora", "Lantern Bank of Hong Kong Limited")
    assert all(name.weight > 0 for name in (*first.mentions, *second.mentions))


def test_explanation_says_why_a_name_was_dropped(extractor: Extractor) -> None:
    first, _ = explain_article(extractor, Article("a1", "", TEXT))
    reasons = {name.text: name.reason for name in first.rejected}
    assert reasons["Hong Kong"] == "part of 'Lantern Bank of Hong Kong Limited'"
    assert {name.text for name in first.mentions} & set(reasons) == set()


def test_explanation_shows_what_values_mean() -> None:
    (one,) = explain(RUNS, read("[Bay|Company] has [12 MW|quantity=12 MW] since [2021|date=2021]."))
    assert [astuple(value) for value in one.values] == [
        astuple(Value("12 MW", "quantity", (Quantity(Decimal(12), "MW"),))),
        astuple(Value("2021", "date", (Period("2021"),))),
    ]


def test_explanation_puts_the_surest_first_and_a_long_sentence_in_one() -> None:
    finder = RelationFinder(ontology(relation("operates", ".6 | SUBJECT <own> OBJECT", ".9 | SUBJECT <run> OBJECT")))
    words = "and so on " * 100
    text = f"[Bay|Company] owns [Dock|Facility] and [Lee|Company] runs [Quay|Facility] {words}."
    (only,) = explain(finder, read(text))
    assert [p.confidence for p in only.standing] == sorted((p.confidence for p in only.standing), reverse=True)
    assert len(only.standing) == 2


def test_text_without_sentences_needs_no_explanation(extractor: Extractor) -> None:
    assert explain_article(extractor, Article("a1", "", "")) == ()
