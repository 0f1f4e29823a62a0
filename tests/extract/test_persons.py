"""Persons in the forms of Hong Kong, the mainland and the West, with titles and by the words around them."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.extractor import Extractor, build_extractor
from kg.extract.persons import PersonFinder
from kg.extract.wordlists import load_word_lists
from kg.extract.words import split_words
from kg.gazetteer import Gazetteer
from kg.model import Article


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(()))


@pytest.fixture(scope="module")
def finder() -> PersonFinder:
    return PersonFinder(load_word_lists())


def persons(extractor: Extractor, text: str) -> list[str]:
    """Return the persons named in a text."""
    doc = extractor.read(Article(id="a", title="", text=text, published=date(2025, 7, 5)))
    return [span.text for span in doc.spans["mentions"] if span.label_ == "Person" and span._.named]


@pytest.mark.parametrize(
    "name",
    [
        "Chan Siu-fan",
        "CHAN Siu-fan",
        "Wai-yee Chan",
        "Peter Chan",
        "Peter Chan Siu-fan",
        "John F. Chan",
        "Yang Hongxia",
        "Chan Siu Fan",
        "LAU Chi Wing",
        "Peter Wong Tung Shun",
        "Chan Lau Oi Ling",
        "WONG Tung-shun, Peter",
        "Ko Wing-man",
        "Tariq bin Salim Al-Harun",
        "Margaret Thornbury",
    ],
)
def test_person_is_found_by_shape(extractor: Extractor, name: str) -> None:
    assert persons(extractor, f"Yesterday {name} visited the office.") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Chan Siu-fan visited.", "Chan Siu-fan"),
        ("Prof. Chan Siu-fan visited.", "Chan Siu-fan"),
        ("Professor Chan Siu-fan visited.", "Chan Siu-fan"),
        ("Ir Chan Siu-fan visited.", "Chan Siu-fan"),
        ("The Hon Chan Siu-fan visited.", "Chan Siu-fan"),
        ("Sir Peter Chan visited.", "Peter Chan"),
        ("Madam Lau Oi-ling visited.", "Lau Oi-ling"),
        ("Mrs Chan Lau Oi-ling visited.", "Chan Lau Oi-ling"),
        ("Mr Thornbury visited.", "Thornbury"),
        ("Ms CHAN Mei Ling, Mabel visited.", "CHAN Mei Ling, Mabel"),
        ("Superintendent Kwok visited.", "Kwok"),
        ("Mr Justice Kwok visited.", "Kwok"),
        ("PROFESSOR CHAN SIU FAN VISITED THE PARK", "CHAN SIU FAN"),
        ("Mr Lantern visited.", "Lantern"),
    ],
)
def test_title_is_no_part_of_the_name(extractor: Extractor, text: str, name: str) -> None:
    assert persons(extractor, text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ms Lau Oi-ling and Mr Peter Kwok Wing-tat attended.", ["Lau Oi-ling", "Peter Kwok Wing-tat"]),
        ("Lo Ka-yan and Wai-yee Chan spoke.", ["Lo Ka-yan", "Wai-yee Chan"]),
        ("Chan Siu-fan's plan was ready.", ["Chan Siu-fan"]),
        ("Dr Chan Siu-fan, SBS, JP, visited.", ["Chan Siu-fan"]),
        ("Chan Siu-fan\nPeter Kwok", ["Chan Siu-fan", "Peter Kwok"]),
        ("Chan Siu-fan (陳小芬) visited.", ["Chan Siu-fan", "陳小芬"]),
        ("Chan Siu-fan visited in May.", ["Chan Siu-fan"]),
        ("Chan Siu-fan, Peter and Kwok Wing-tat spoke.", ["Chan Siu-fan", "Kwok Wing-tat"]),
        ("Wang He said he had left.", ["Wang He"]),
    ],
)
def test_name_of_a_person_ends_where_another_word_begins(extractor: Extractor, text: str, names: list[str]) -> None:
    assert persons(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Its president, Zorvan Telmish, spoke.", "Zorvan Telmish"),
        ("The managing director Richard Hall spoke.", "Richard Hall"),
        ("Thomas Ho is chief executive.", "Thomas Ho"),
    ],
)
def test_role_beside_a_name_makes_it_a_person(extractor: Extractor, text: str, name: str) -> None:
    assert persons(extractor, text) == [name]


def test_unusual_name_is_a_person_by_the_role_after_it(extractor: Extractor) -> None:
    assert persons(extractor, "Zorvan Telmish, chief executive of Lantern Compute, spoke.") == ["Zorvan Telmish"]


@pytest.mark.parametrize(
    "text",
    [
        "Lantern Compute Limited grew.",
        "Pearl Bay University opened.",
        "Peter Chan & Partners Limited grew.",
        "Hong Kong grew in June.",
        "The doctor came.",
        "Labs stand in Lam Wing Yuen.",
        "Chow Tai Fook grew.",
        "CK Telmish and KTA Planning grew.",
        "Kwok Wing Bus Holdings grew. Then Kwok Wing shrank.",
        "Photo: Peter Chan",
        "(Photo by Peter Chan/Getty Images)",
        "",
    ],
)
def test_other_names_are_no_persons(extractor: Extractor, text: str) -> None:
    assert persons(extractor, text) == []


@pytest.mark.parametrize(
    ("name", "family_name"),
    [
        ("Chan Siu-fan", "Chan"),
        ("Wai-yee Chan", "Chan"),
        ("Peter Kwok", "Kwok"),
        ("Peter Kwok Wing-tat", "Kwok"),
        ("Yang Hongxia", "Yang"),
        ("Margaret Thornbury", "Thornbury"),
        ("Chan", "Chan"),
    ],
)
def test_family_name_is_what_a_text_goes_on_with(finder: PersonFinder, name: str, family_name: str) -> None:
    assert finder.family_name(list(split_words(name, 0, None))) == family_name


def test_words_that_are_blocked_are_no_person(finder: PersonFinder) -> None:
    sentence = list(split_words("Peter Kwok spoke.", 0, None))
    assert [found.start for found in finder.find(sentence)] == [0]
    assert list(finder.find(sentence, frozenset({0, 6}))) == []
