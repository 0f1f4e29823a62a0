"""Known names that share a word in the plural."""

from __future__ import annotations

import pytest

from kg.extract.shared import find_shared
from kg.gazetteer import Gazetteer
from kg.model import Entity

GAZETTEER = Gazetteer(
    (
        Entity("kites", "Post", "Secretary for Kites, Lamps and Industry"),
        Entity("wind", "Post", "Secretary for Wind"),
        Entity("lyon", "University", "University of Lyon"),
        Entity("bath", "University", "University of Bath"),
        Entity("home", "GovernmentBody", "Pearl Bay Government"),
        Entity("next", "GovernmentBody", "Lamp Town government"),
        Entity("bureau", "GovernmentBody", "Kite Bureau"),
        Entity("other", "GovernmentBody", "Lamp Bureau"),
    )
)


def shared(text: str) -> list[tuple[str, str | None]]:
    """Return the words of each entity found, with its id."""
    found = find_shared(text, lambda name: next(iter(GAZETTEER.named(name)), None))
    return [(text[name.start : name.end], name.known) for name in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Secretaries for Kites, Lamps and Industry and for Wind came.",
            [("Secretaries for Kites, Lamps and Industry", "kites"), ("Wind", "wind")],
        ),
        (
            "The Secretaries for Wind and Kites, Lamps and Industry came.",
            [("Secretaries for Wind", "wind"), ("Kites, Lamps and Industry", "kites")],
        ),
        ("The universities of Lyon and Bath won.", [("universities of Lyon", "lyon"), ("Bath", "bath")]),
        ("The Pearl Bay and Lamp Town governments met.", [("Pearl Bay", "home"), ("Lamp Town governments", "next")]),
        ("The Kite and Lamp Bureaux met.", [("Kite", "bureau"), ("Lamp Bureaux", "other")]),
        ("The Secretaries for Wind and Rain came.", []),
        ("The Secretary for Wind came.", []),
        ("Some universities of applied sciences won.", []),
        ("", []),
    ],
)
def test_shared_word_belongs_to_all_its_names(text: str, names: list[tuple[str, str]]) -> None:
    assert shared(text) == names
