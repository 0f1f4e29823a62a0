"""Lists: items share what is said of one, bullets continue their lead-in."""

from __future__ import annotations

import pytest

from kg.extract.lines import draw_lines
from kg.extract.lists import items_of
from kg.extract.relations import RelationFinder
from tests.extract.marked import read
from tests.extract.relation_types import ORG, ontology, relation

PERSON, POST = frozenset({"Person"}), frozenset({"Post"})


def items(text: str, number: int = 0) -> list[str]:
    """Return the words of the list in which a slot of the first sentence stands."""
    line = draw_lines(read(text))[0]
    return [slot.span.text for slot in items_of(line, number)]


def pairs(finder: RelationFinder, text: str) -> set[tuple[str, str]]:
    """Return the ends of all claims in a text."""
    return {(claim.subject.text, claim.object.text) for claim in finder(read(text))._.claims}


@pytest.mark.parametrize(
    "text",
    [
        "[A1|Company] and [B2|Company] grew.",
        "[A1|Company] or [B2|University] grew.",
        "Both the [A1|Company] and the new bank [B2|Company] grew.",
        "It met [A1|Company] as well as [B2|Company].",
    ],
)
@pytest.mark.parametrize("number", [0, 1])
def test_two_items_are_a_list(text: str, number: int) -> None:
    assert items(text, number) == ["A1", "B2"]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_list_is_found_from_any_item(number: int) -> None:
    assert items("It met [A1|Company], [B2|Company] and [C3|Company].", number) == ["A1", "B2", "C3"]


@pytest.mark.parametrize(
    "text",
    [
        "It is in [Fo Tan|Place], [Sha Tin|Place].",  # one place
        "[A1|Company] and [Chan Siu-fan|Person] met.",  # of different kinds
        "It met [A1|Company] and [B2|Company]'s chairman.",  # the chairman
        "It met [A1|Company] and [B2|Company] opened a shop.",  # a new clause
        "[A1|Company] of [B2|Company] grew.",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert len(items(text)) == 1


def test_each_subject_goes_with_each_object() -> None:
    finder = RelationFinder(ontology(relation("operates", "SUBJECT <run> OBJECT")))
    found = pairs(finder, "[A1|Company] and [B2|Company] run [C3|Facility], [D4|Facility] and [E5|Facility].")
    assert found == {(s, o) for s in ("A1", "B2") for o in ("C3", "D4", "E5")}


def test_respectively_pairs_items_in_order() -> None:
    finder = RelationFinder(ontology(relation("operates", "SUBJECT <run> OBJECT")))
    found = pairs(finder, "[A1|Company] and [B2|Company] run [C3|Facility] and [D4|Facility] respectively.")
    assert found == {("A1", "C3"), ("B2", "D4")}


def test_list_may_stand_before_the_rest_of_a_pattern() -> None:
    joins = relation("joins", "<appoint> SUBJECT to OBJECT", domain=PERSON, range=ORG)
    text = "It appointed [Ho Ying|Person], [Lau Mei|Person] and [Mok Ka|Person] to [Bay|Company]."
    assert pairs(RelationFinder(ontology(joins)), text) == {("Ho Ying", "Bay"), ("Lau Mei", "Bay"), ("Mok Ka", "Bay")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Ho|Person] and [Lau|Person], [chairman|Post] and [secretary|Post], met.",
            {("Ho", "chairman"), ("Lau", "secretary")},
        ),
        ("[Ho|Person] and [Lau|Person], [directors|Post], met.", {("Ho", "directors"), ("Lau", "directors")}),
        ("[Ho|Person] and [Lau|Person], [chairman|Post], met.", {("Lau", "chairman")}),
        ("[Ho|Person], [chairman|Post] and [director|Post], left.", {("Ho", "chairman"), ("Ho", "director")}),
    ],
)
def test_posts_are_shared_out(text: str, expected: set[tuple[str, str]]) -> None:
    holds = relation("holdsPost", "SUBJECT , OBJECT", domain=PERSON, range=POST)
    assert pairs(RelationFinder(ontology(holds)), text) == expected


def test_bullets_continue_their_lead_in() -> None:
    finder = RelationFinder(ontology(relation("licenses", "SUBJECT <license> OBJECT", range=ORG)))
    lead = "[The authority|GovernmentBody] has licensed [two|count=2 count] firms:"
    text = f"{lead}\n\n- [A1|Company]\n- [B2|Company], a bank\n\nIt met [C3|Company]."
    claims = finder(read(text))._.claims
    assert {(c.subject.text, c.object.text) for c in claims} == {("The authority", "A1"), ("The authority", "B2")}


def test_bullet_is_its_own_evidence() -> None:
    finder = RelationFinder(ontology(relation("licenses", "SUBJECT <license> OBJECT", range=ORG)))
    doc = read("[The authority|GovernmentBody] has licensed [two|count=2 count] firms:\n- [A1|Company]")
    (claim,) = finder(doc)._.claims
    assert doc.text[claim.evidence.start : claim.evidence.end].strip() == "- A1"


@pytest.mark.parametrize(
    "text",
    [
        "[Bay|Company] backed [three|count=3 count] start-ups: [A1|Company], [B2|Company] and [C3|Company].",
        "[Bay|Company] backed [three|count=3 count] start-ups, among them [A1|Company], [B2|Company] and [C3|Company].",
        "[Bay|Company] backed the following firms this year: [A1|Company], [B2|Company] and [C3|Company].",
    ],
)
def test_announced_list_takes_the_place_of_its_announcement(text: str) -> None:
    finder = RelationFinder(ontology(relation("invests", "SUBJECT <back> OBJECT", range=ORG)))
    assert pairs(finder, text) >= {("Bay", "A1"), ("Bay", "B2"), ("Bay", "C3")}
