"""How an article was read, as lines for people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kg.extract.explain import Explanation, Name, Value, explain
from kg.extract.relations import RelationFinder
from kg.model import Article, ArticleGraph, Period, Phrase, Problem, Quantity
from kg.pipeline import Explained
from kg.ui.explanations import MOST_DROPPED, explanation_lines
from tests.extract.marked import read
from tests.extract.relation_types import ontology, relation

FINDER = RelationFinder(
    ontology(
        relation("operates", ".9 | SUBJECT <run> OBJECT", triggers=("operate",)),
        relation("hasCapacity", "SUBJECT <hold> OBJECT", kind="quantity", domain=frozenset({"Facility"})),
    )
)
ARTICLE = Article("a1", "Dock opens", "", published=date(2025, 3, 4))


def lines_of(*sentences: Explanation, problems: tuple[Problem, ...] = ()) -> list[str]:
    return list(explanation_lines(Explained(ArticleGraph(ARTICLE, (), (), (), problems), sentences)))


def test_explanation_begins_with_the_title_and_the_date() -> None:
    assert lines_of() == ["Dock opens  (2025-03-04)"]


def test_explanation_shows_claims_and_what_was_dropped() -> None:
    first, second = explain(
        FINDER, read("[Bay|Company] runs [Dock|Facility]. [Dock|Facility] holds [12 MW|quantity=12 MW].")
    )
    doubted = replace(first, standing=(), dropped=(replace(first.standing[0], reason="the model doubts it"),))
    lines = lines_of(first, second, doubted)
    found = "Bay -- operates --> Dock [actual 0.90] by '.9 | SUBJECT <run> OBJECT'"
    assert f"  claim     {found}" in lines
    assert f"  dropped   {found}: the model doubts it" in lines
    assert any("Dock -- hasCapacity --> 12 MW [actual" in line for line in lines)
    assert "  read as   ‹0:Company› runs ‹1:Facility› ." in lines


def test_explanation_shows_names_with_finder_and_reason() -> None:
    names = (Name("Bay Bank", "Company", "head", 3.5), Name("It", "Company", "anaphora", 1.0, chain="Bay Bank"))
    rejected = (Name("Bay", "Place", "places", 2.0, reason="part of 'Bay Bank'"),)
    lines = lines_of(Explanation("S.", "", (), (), (), mentions=names, rejected=rejected))
    assert lines[3:] == [
        "  name      Bay Bank (Company) by head 3.5",
        "  name      It (Company, means 'Bay Bank') by anaphora 1.0",
        "  no name   Bay (Place) by places 2.0: part of 'Bay Bank'",
    ]


@pytest.mark.parametrize(
    ("means", "shown"),
    [
        ((Quantity(Decimal(5_000_000), "HKD"),), "5,000,000 HKD"),
        ((Period("2025-03"),), "2025-03"),
        ((Period("2023"), None), "2023 to ?"),
        ((Phrase("planned", "status"),), "planned"),
    ],
)
def test_explanation_shows_what_a_value_means(means: tuple[object, ...], shown: str) -> None:
    value = Value("words", "kind", means)  # type: ignore[arg-type]
    assert lines_of(Explanation("S.", "", (), (), (), values=(value,)))[3] == f"  value     words = kind {shown}"


def test_explanation_lists_gaps_and_problems() -> None:
    lines = lines_of(Explanation("S.", "", (), (), ("operates", "met")), problems=(Problem("resolve", "a1", "why"),))
    assert lines[-3:] == ["  no claim  though words of it stand there: operates, met", "", "left out  why"]


def test_explanation_counts_what_is_least_likely() -> None:
    (one,) = explain(FINDER, read("[Bay|Company] runs [Dock|Facility]."))
    many = replace(one, dropped=(replace(one.standing[0], reason="no"),) * (MOST_DROPPED + 3))
    dropped = [line for line in lines_of(many) if line.startswith("  dropped")]
    assert (len(dropped), dropped[-1]) == (MOST_DROPPED + 1, "  dropped   3 more that are less likely")


def test_explanation_of_an_empty_article_is_its_title() -> None:
    assert lines_of(Explanation("A line", "a line", (), (), ()))[1:] == ["", "“A line”", "  read as   a line"]
