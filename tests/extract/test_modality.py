"""Facts, plans, rumours and denials."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.modality import Clause, judge, starts_later
from kg.extract.relations import RelationFinder
from kg.model import Period
from tests.extract.marked import read
from tests.extract.relation_types import ontology, relation

FINDER = RelationFinder(ontology(relation("builds", "SUBJECT {build|approve} OBJECT", "SUBJECT <build> .. at OBJECT")))


def modality(text: str) -> str:
    """Return the modality of the one claim in a text."""
    (claim,) = FINDER(read(text))._.claims
    return str(claim.modality)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Bay|Company] built [Dock|Facility].", "actual"),
        ("[Bay|Company] has begun to build [Dock|Facility].", "actual"),
        ("[Bay|Company] is building [Dock|Facility].", "actual"),
        ("[Bay|Company] will build [Dock|Facility].", "planned"),
        ("[Bay|Company] plans to build [Dock|Facility].", "planned"),
        ("[Bay|Company] is to build [Dock|Facility].", "planned"),
        ("[Bay|Company] to build [Dock|Facility]", "planned"),
        ("[Bay|Company] is expected to build [Dock|Facility].", "planned"),
        ("[Dock|Facility] would be built by [Bay|Company].", "planned"),
        ("[Bay|Company] agreed to build [Dock|Facility].", "planned"),
        ("[Bay|Company] did not build [Dock|Facility].", "denied"),
        ("[Bay|Company] never approved [Dock|Facility].", "denied"),
        ("[Bay|Company] has yet to build [Dock|Facility].", "denied"),
        ("[Bay|Company] refused to build [Dock|Facility].", "denied"),
        ("The minister denied that [Bay|Company] had built [Dock|Facility].", "denied"),
        ("The board ruled out that [Bay|Company] would build [Dock|Facility].", "denied"),
        ("[Dock|Facility] was not built by [Bay|Company].", "denied"),
        ("[Bay|Company] builds no longer at [Dock|Facility].", "denied"),
        ("[Bay|Company] reportedly built [Dock|Facility].", "reported"),
        ("[Bay|Company] is said to have built [Dock|Facility].", "reported"),
        ("[Bay|Company] built [Dock|Facility], sources said.", "reported"),
        ("According to people familiar with the matter, [Bay|Company] built [Dock|Facility].", "reported"),
    ],
)
def test_clause_has_modality(words: str, expected: str) -> None:
    assert modality(words) == expected


def test_negation_is_never_lost() -> None:
    text = "The committee of [Bay|Company] met in May and did not approve [Dock|Facility]."
    assert all(claim.modality == "denied" for claim in FINDER(read(text))._.claims)


def test_what_cannot_be_planned_is_a_fact() -> None:
    clause = Clause(before=" ", action="will be ", words="will be ", after=" ")
    assert judge(clause) == "planned"
    assert judge(clause, plannable=False) == "actual"


@pytest.mark.parametrize(
    ("iso", "later"),
    [
        ("2026-04-16", True),
        ("2026-04-15", False),
        ("2026-04", None),
        ("2026-05", True),
        ("2026", None),
        ("2025", False),
    ],
)
def test_date_is_compared_at_its_precision(iso: str, later: bool | None) -> None:
    assert starts_later(Period(iso), date(2026, 4, 15)) is later


def test_date_without_publication_decides_nothing() -> None:
    assert starts_later(Period("2024"), None) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Dock|Facility] should open on [3 May 2026|date=2026-05-03].", "planned"),
        ("[Dock|Facility] opens on [3 May 2026|date=2026-05-03].", "planned"),
        ("[Dock|Facility] would open in [2024|date=2024].", "actual"),
        ("[Dock|Facility] will open in [2026|date=2026].", "planned"),
        ("[Dock|Facility] opened in [2026|date=2026].", "actual"),
    ],
)
def test_date_decides_between_plan_and_fact(words: str, expected: str) -> None:
    dated = relation(
        "startDate", "SUBJECT <open> (on|in) OBJECT", domain=frozenset({"Facility"}), range=frozenset(), kind="date"
    )
    (claim,) = RelationFinder(ontology(dated))(read(words))._.claims
    assert claim.modality == expected


def test_pattern_may_set_the_modality() -> None:
    finder = RelationFinder(ontology(relation("builds", ".9 denied | SUBJECT <drop> OBJECT")))
    (claim,) = finder(read("[Bay|Company] dropped [Dock|Facility]."))._.claims
    assert (claim.modality, claim.confidence) == ("denied", 0.9)


def test_place_of_a_planned_thing_is_a_fact() -> None:
    located = relation(
        "locatedIn", "SUBJECT <stand> in OBJECT", domain=frozenset({"Facility"}), range=frozenset({"Place"})
    )
    (claim,) = RelationFinder(ontology(located))(read("[Dock|Facility] will stand in [Sha Tin|Place]."))._.claims
    assert claim.modality == "actual"
