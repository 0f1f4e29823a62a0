"""Where a name goes on over small words, commas and brackets, and where two names meet."""

from __future__ import annotations

import pytest

from kg.extract.joining import NameJoiner, capitals
from kg.extract.names import NameFinder
from kg.extract.wordlists import load_word_lists
from kg.extract.words import split_sentences, split_words


@pytest.fixture(scope="module")
def names() -> NameFinder:
    lists = load_word_lists()
    return NameFinder(lists, NameJoiner(lists))


def found(names: NameFinder, text: str) -> list[str]:
    """Return the names by shape in a text."""
    return [text[c.start : c.end] for sentence in split_sentences(text) for c in names.find(sentence)]


@pytest.mark.parametrize(
    "name",
    [
        "Garden and Weather Bureau",
        "Transport, Gardens and Weather Bureau",
        "Department for Gardens, Weather and Toys",
        "Quarrow Science and Technology Parks Corporation",
        "Securities and Kites Commission",
        "Office for Attracting Kites",
        "Office of the Lantern Authority",
        "University of Quarrow",
        "Bank of Quarrow (Hong Kong)",
        "Working Group on Gardens and Toys",
        "Working Group on Using Toys as Fuel",
        "Panel on Kite Safety",
        "Centre for Advances in Garden Research",
        "Policy Statement on the Development of Digital Kites in Hong Kong",
        "Kite Data (Privacy) Ordinance",
        "Companies (Amendment) (No. 2) Ordinance 2031",
        "Office of the Commissioner of Critical Gardens (Weather Security)",
        "Zorbix (International)",
        "Zorbix Kites (Shenzhen) Co., Ltd",
        "Prince of Wales Lantern Hospital",
        "Hong Kong and Macao Affairs Office",
        "2031 Policy Address",
        "Zorbix Tower 2",
        "Zorbix & Lantern Limited",
        "People's Kite Bank",
    ],
)
def test_name_is_one(names: NameFinder, name: str) -> None:
    assert found(names, f"They joined the {name} later.") == [name]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the Kite Committee of the Lantern Council", ["Kite Committee", "Lantern Council"]),
        ("the Kite Department of Hong Kong", ["Kite Department", "Hong Kong"]),
        ("Zorbix and Lantern Limited", ["Zorbix", "Lantern Limited"]),
        ("Quarrow Living and Hex Trust", ["Quarrow Living", "Hex Trust"]),
        ("the Kite Commission and the Lantern Bureau", ["Kite Commission", "Lantern Bureau"]),
        ("Zorbix's Lantern Park", ["Zorbix", "Lantern Park"]),
        ("the Zorbix-based Lantern Group", ["Zorbix", "Lantern Group"]),
        ("the Kite Commission on Monday", ["Kite Commission"]),
        ("Zorbix Lab of Quarrow", ["Zorbix Lab", "Quarrow"]),
        ("the Quarrow Kite Bureau (QKB) Lantern", ["Quarrow Kite Bureau", "QKB", "Lantern"]),
        ("Singapore and Shanghai", ["Singapore", "Shanghai"]),
        ("Zorbix The Lantern", ["Zorbix", "The Lantern"]),
    ],
)
def test_names_that_meet_are_two(names: NameFinder, text: str, parts: list[str]) -> None:
    assert found(names, f"They saw {text} later.") == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kite and Garden Bureau met", ["Kite", "and", "Garden", "Bureau"]),
        ("Kite of course", ["Kite"]),
        ("Kite, Lantern", ["Kite"]),
        ("Kite's Lantern", ["Kite"]),
        ("kite", []),
    ],
)
def test_capitals_stand_side_by_side(text: str, expected: list[str]) -> None:
    assert capitals(list(split_words(text))) == expected
