"""Things that a text describes without naming them."""

from __future__ import annotations

import pytest

from kg.extract.candidates import Candidate
from kg.extract.described import DescriptionFinder, same_thing, settle_definites
from kg.extract.wordlists import WordLists, load_word_lists
from kg.extract.words import split_sentences


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return load_word_lists()


@pytest.fixture(scope="module")
def finder(lists: WordLists) -> DescriptionFinder:
    return DescriptionFinder(lists)


def found(finder: DescriptionFinder, text: str, *, lead: bool = False) -> list[tuple[str, str]]:
    """Return the things described in a text with their types, but for those that are only mentioned."""
    return [
        (text[c.start : c.end], c.type)
        for s in split_sentences(text)
        for c in finder.find(text, s, lead=lead)
        if c.finder != "mentioned"
    ]


@pytest.mark.parametrize(
    ("text", "thing", "kind"),
    [
        ("The firm will build a silicon carbide wafer fab.", "silicon carbide wafer fab", "Facility"),
        ("It is developing a foundational audio model.", "foundational audio model", "Product"),
        ("It runs two pilot lines.", "pilot lines", "Facility"),
        ("Plans are under way for a new supercomputing centre.", "new supercomputing centre", "Facility"),
        ("A gas-fired unit will be built.", "gas-fired unit", "Facility"),
        ("Its battery factory will open in May.", "battery factory", "Facility"),
        ("The city's AI data centre is under construction.", "AI data centre", "Facility"),
        ("It offers a ZorbGPT-style tool.", "ZorbGPT-style tool", "Product"),
        ("It set up a research laboratory.", "research laboratory", "ResearchInstitute"),
        ("The bureau launched a pilot scheme.", "pilot scheme", "Programme"),
        ("It passed a new law.", "new law", "Policy"),
    ],
)
def test_thing_that_is_made_is_found(finder: DescriptionFinder, text: str, thing: str, kind: str) -> None:
    assert (thing, kind) in found(finder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Prices of data centres rose.",
        "He dislikes any data centre.",
        "A data centre operator grew.",
        "The model was good.",
        "She bought a house.",
        "",
    ],
)
def test_thing_that_nobody_makes_is_not_found(finder: DescriptionFinder, text: str) -> None:
    assert found(finder, text) == []


def test_lead_of_a_text_needs_no_verb_of_making(finder: DescriptionFinder) -> None:
    text = "Now comes an embodied robot laboratory."
    assert found(finder, text) == []
    assert found(finder, text, lead=True) == [("embodied robot laboratory", "ResearchInstitute")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("work at the Quarrow Bay data centre", ["Quarrow Bay data centre"]),
        ("the Easy Quarrow pilot scheme", ["Easy Quarrow pilot scheme"]),
        ("the Kite x Lantern incubation programme", ["Kite x Lantern incubation programme"]),
        ("the Quarrow centre", ["Quarrow centre"]),
        ("the Quarrow centre of gravity", []),
        ("all Hong Kong data centres", []),
        ("some Chinese factories", []),
    ],
)
def test_name_may_end_in_a_plain_noun(finder: DescriptionFinder, text: str, names: list[str]) -> None:
    assert [name for name, _ in found(finder, text)] == names


def test_definite_scheme_is_a_thing_of_its_own_without_a_named_one() -> None:
    text = "the subsidy programme"
    definite = Candidate(4, 21, "Programme", "definite", 1.4)
    assert settle_definites(text, [definite]) == [definite]


@pytest.mark.parametrize(("name", "kept"), [("Quarrow Subsidy Fund", 1), ("Quarrow Growth Fund", 2)])
def test_definite_scheme_means_the_named_one_that_shares_a_word(name: str, kept: int) -> None:
    text = f"{name} and the subsidy programme"
    named = Candidate(0, len(name), "Programme", "head", 3.5)
    definite = Candidate(len(name) + 9, len(text), "Programme", "definite", 1.4)
    assert len(settle_definites(text, [named, definite])) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("They spoke of a kite factory. The factory grew.", ["kite factory"]),
        ("They spoke of a kite factory. The large factory grew.", ["kite factory"]),
        ("They spoke of a kite factory. The weather was fine.", []),
        ("The factory grew. They spoke of a kite factory.", []),
    ],
)
def test_thing_that_is_only_mentioned_counts_if_the_text_returns_to_it(
    finder: DescriptionFinder, text: str, kept: list[str]
) -> None:
    candidates = [c for s in split_sentences(text) for c in finder.find(text, s)]
    assert [text[c.start : c.end] for c in settle_definites(text, candidates)] == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("built Quarrow, its sixth data centre, ", 1),
        ("built Quarrow (QW), a data centre, ", 1),
        ("Quarrow is a data centre ", 1),
        ("built a data centre called Quarrow", 1),
        ("built Quarrow and a data centre ", 2),
    ],
)
def test_description_beside_a_name_is_the_same_thing(text: str, kept: int) -> None:
    name, thing = text.index("Quarrow"), text.index("data centre")
    end = name + len("Quarrow (QW" if "(QW" in text else "Quarrow")
    candidates = [
        Candidate(name, end, "Company", "shape", 1.0),
        Candidate(thing if "sixth" not in text else thing - 6, thing + 11, "Facility", "described", 1.5),
    ]
    assert len(settle_definites(text, sorted(candidates, key=lambda c: c.start))) == kept


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("flagship computing centre", True),
        ("computing centre", True),
        ("new computing centre", False),
        ("second computing centre", False),
        ("music centre", False),
        ("centre", False),
    ],
)
def test_description_is_the_thing_whose_name_holds_it(lists: WordLists, description: str, expected: bool) -> None:
    assert same_thing(description, "Quarrow Computing Centre", lists) is expected
