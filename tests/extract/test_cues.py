"""What the words around an unknown name tell about its type."""

from __future__ import annotations

import pytest

from kg.extract.candidates import Candidate
from kg.extract.cues import CueReader
from kg.extract.wordlists import load_word_lists


@pytest.fixture(scope="module")
def cues() -> CueReader:
    return CueReader(load_word_lists())


def best(cues: CueReader, text: str, name: str) -> str | None:
    """Return the type with the most votes for a name in a text."""
    start = text.index(name)
    votes = cues.votes(text, start, start + len(name)).most_common(1)
    return votes[0][0] if votes else None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zorbix, a drone maker, hired staff", "Company"),
        ("Zorbix (0999), an insurer based abroad, grew", "Company"),
        ("the insurer Zorbix grew", "Company"),
        ("the chief executive of Zorbix", "Company"),
        ("Zorbix’s chairman", "Company"),
        ("Zorbix said it would grow", "Company"),
        ("a chatbot called Zorbix", "Product"),
        ("Zorbix, a language model for lawyers", "Product"),
        ("the app Zorbix", "Product"),
        ("apps such as Zorbix", "Product"),
        ("the firm developed Zorbix last year", "Product"),
        ("a building called Zorbix", "Facility"),
        ("the group opened Zorbix last year", "Facility"),
        ("Zorbix, a city in the north", "Place"),
        ("Zorbix, a newspaper", "Organization"),
        ("a grant named Zorbix", "Programme"),
        ("Zorbix is the regulator of the market", "GovernmentBody"),
        ("Zorbix, the exhibition of lanterns", "Event"),
        ("nothing tells Zorbix here", None),
    ],
)
def test_context_tells_the_type(cues: CueReader, text: str, kind: str | None) -> None:
    assert best(cues, text, "Zorbix") == kind


def test_context_ends_with_the_line(cues: CueReader) -> None:
    assert best(cues, "the insurer\nZorbix\nsaid", "Zorbix") is None


def settled(cues: CueReader, text: str, *names: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Return names with the types they get, given as surface, type and finder."""
    candidates = []
    for surface, kind, finder in names:
        start = text.index(surface, candidates[-1].end if candidates else 0)
        family = surface.split()[-1] if kind == "Person" else None
        candidates.append(Candidate(start, start + len(surface), kind, finder, 2.0, family_name=family))
    return [(text[c.start : c.end], c.type) for c in cues.settle(text, candidates)]


def test_all_occurrences_of_a_name_vote(cues: CueReader) -> None:
    text = "Zorbix came. Zorbix, a chatbot, went."
    names = [("Zorbix", "Company", "shape")] * 2
    assert settled(cues, text, *names) == [("Zorbix", "Product")] * 2


@pytest.mark.parametrize(
    ("text", "names", "kinds"),
    [
        (
            "Orla Zorbix and Zorbix",
            [("Orla Zorbix", "Person", "persons"), ("Zorbix", "Company", "shape")],
            ["Person"] * 2,
        ),
        ("by Cheung today", [("Cheung", "Company", "shape")], ["Person"]),
        ("Kai Bor, a bus company", [("Kai Bor", "Person", "persons")], ["Company"]),
        ("by ZX9 today", [("ZX9", "Company", "shape")], ["Product"]),
        ("all data centres but ZX9 today", [("ZX9", "Company", "shape")], ["Facility"]),
    ],
)
def test_name_without_votes_is_settled_by_its_shape(
    cues: CueReader, text: str, names: list[tuple[str, str, str]], kinds: list[str]
) -> None:
    assert [kind for _, kind in settled(cues, text, *names)] == kinds


def test_plain_word_found_once_is_no_name(cues: CueReader) -> None:
    assert settled(cues, "all about Kindness here", ("Kindness", "Company", "shape")) == []


def test_plain_word_that_somebody_leads_is_a_name(cues: CueReader) -> None:
    text = "the chairman of Kindness here"
    assert settled(cues, text, ("Kindness", "Company", "shape")) == [("Kindness", "Company")]
