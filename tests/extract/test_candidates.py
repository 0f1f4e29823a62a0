"""The choice among readings of the same words."""

from __future__ import annotations

import pytest

from kg.extract.candidates import Candidate, choose

LONG = Candidate(0, 20, "Company", "head", 3.5)
SHORT = Candidate(5, 9, "Place", "places", 3.2)
HEAVY = Candidate(5, 9, "Person", "persons", 4.0)
KNOWN = Candidate(15, 25, "Facility", "gazetteer", 3.7, known="tower")


@pytest.mark.parametrize(
    ("candidates", "kept"),
    [
        ([LONG, SHORT], [LONG]),
        ([SHORT, LONG], [LONG]),
        ([LONG, HEAVY], [HEAVY]),
        ([LONG, KNOWN], [KNOWN]),
        ([SHORT, KNOWN], [SHORT, KNOWN]),
        ([], []),
    ],
)
def test_choice_keeps_the_best_of_what_overlaps(candidates: list[Candidate], kept: list[Candidate]) -> None:
    assert choose(candidates) == kept


def test_known_name_inside_a_longer_name_is_dropped_whatever_its_weight() -> None:
    known = Candidate(5, 9, "Place", "gazetteer", 9.0, known="bay")
    assert choose([known, LONG]) == [LONG]


def test_known_name_keeps_its_entity_where_a_bracket_defines_it() -> None:
    known = Candidate(0, 20, "University", "gazetteer", 3.7, known="bay-university")
    long_form = Candidate(0, 20, "Company", "acronym", 4.3)
    rival = Candidate(10, 24, "Post", "portfolio", 4.2)
    assert [(c.known, c.weight) for c in choose([long_form, rival, known])] == [("bay-university", 4.3)]


def test_part_of_a_known_name_is_no_heavier_for_being_found_twice() -> None:
    whole = Candidate(0, 20, "University", "gazetteer", 3.7, known="bay-university")
    part = Candidate(5, 9, "Place", "gazetteer", 3.7, known="bay")
    assert choose([part, whole, Candidate(5, 9, "GovernmentBody", "government", 3.8)])[0] == whole


def test_known_place_inside_the_name_of_a_longer_place_is_dropped() -> None:
    part = Candidate(5, 9, "Place", "gazetteer", 3.7, known="bay")
    assert choose([part, Candidate(0, 9, "Place", "places", 3.2)]) == [Candidate(0, 9, "Place", "places", 3.2)]


def test_known_name_as_long_as_the_run_stays() -> None:
    known = Candidate(0, 20, "University", "gazetteer", 3.7, known="bay-university")
    assert choose([LONG, known]) == [known]


def test_of_equal_weight_the_longer_wins() -> None:
    one, other = Candidate(0, 4, "Person", "persons", 3.0), Candidate(0, 9, "Person", "persons", 3.0)
    assert choose([one, other]) == [other]


def test_choice_is_in_the_order_of_the_text() -> None:
    later, earlier = Candidate(30, 40, "Place", "places", 3.2), Candidate(0, 4, "Place", "places", 1.0)
    assert choose([later, earlier]) == [earlier, later]
