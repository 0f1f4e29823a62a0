"""Names of the gazetteer where they stand in a text."""

from __future__ import annotations

from datetime import date

import pytest
import spacy

from kg.extract.extractor import Extractor, build_extractor
from kg.extract.known import KnownNames
from kg.gazetteer import Gazetteer
from kg.model import Article, Entity

ENTITIES = (
    Entity("lantern", "Company", "Lantern Compute", label_zh="燈籠運算", aliases=("LanternAI", "the Lantern")),
    Entity("kites", "Company", "Kite Robotics"),
    Entity("centre", "Facility", "Pearl Bay Robotics Centre", aliases=("PBRC",)),
    Entity("start", "Programme", "KiteStart+ Scheme"),
    Entity("alliance", "Organization", "Lamp-Makers’ Alliance", aliases=("lamps", "L")),
    Entity("chair", "Post", "Chairman of Lantern Compute"),
    Entity("siufan", "Person", "Chan Siu-fan"),
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(ENTITIES))


def known(extractor: Extractor, text: str) -> list[tuple[str, str, str]]:
    """Return the known mentions of a text with their types and ids."""
    doc = extractor.read(Article(id="a", title="", text=text, published=date(2025, 7, 5)))
    return [(span.text, span.label_, span._.known) for span in doc.spans["mentions"] if span._.known]


@pytest.mark.parametrize(
    "text",
    [
        "Lantern Compute grew.",
        "Lantern Compute's office opened.",
        "Lantern Compute’s office opened.",
        "“Lantern Compute” grew.",
        "'Lantern Compute' grew.",
        "A firm (Lantern Compute) grew.",
        "A Lantern Compute-backed firm grew.",
        "A firm, Lantern Compute, grew.",
        "They met Lantern Compute.",
        "Who leads Lantern Compute?",
        "Winner: Lantern Compute; nobody lost.",
    ],
)
def test_known_name_is_found_whatever_stands_around_it(extractor: Extractor, text: str) -> None:
    assert known(extractor, text) == [("Lantern Compute", "Company", "lantern")]


@pytest.mark.parametrize(
    ("name", "kind", "entity_id"),
    [
        ("LanternAI", "Company", "lantern"),
        ("燈籠運算", "Company", "lantern"),
        ("PBRC", "Facility", "centre"),
        ("Pearl Bay Robotics Centre", "Facility", "centre"),
        ("KiteStart+ Scheme", "Programme", "start"),
        ("Lamp-Makers’ Alliance", "Organization", "alliance"),
        ("Chan Siu-fan", "Person", "siufan"),
    ],
)
def test_known_entity_is_found_by_any_name(extractor: Extractor, name: str, kind: str, entity_id: str) -> None:
    assert known(extractor, f"Today {name} grew.") == [(name, kind, entity_id)]


def test_mentions_in_the_chain_of_a_known_name_are_known(extractor: Extractor) -> None:
    text = "The Pearl Bay Robotics Centre opened. PBRC grew. The centre is new. Chan Siu-fan spoke. Ms Chan left."
    ids = [entity_id for _, _, entity_id in known(extractor, text)]
    assert ids == ["centre", "centre", "centre", "siufan", "siufan"]


def test_known_names_beside_each_other_stay_apart(extractor: Extractor) -> None:
    text = "Lantern Compute, Kite Robotics and PBRC grew."
    assert [entity_id for _, _, entity_id in known(extractor, text)] == ["lantern", "kites", "centre"]


@pytest.mark.parametrize(
    ("name", "entity_id"),
    [
        ("Pearl Bay Robotics centre", "centre"),
        ("Pearl Bay Robotics Center", "centre"),
        ("PEARL BAY ROBOTICS CENTRE", "centre"),
        ("KiteStart + Scheme", "start"),
        ("KiteStart+ scheme", "start"),
        ("Lamp-Makers' Alliance", "alliance"),
        ("Lamp Makers’ Alliance", "alliance"),
        ("Kite & Lamp Office", "office"),
        ("Kite and Lamp Office", "office"),
        ("Lamp Cooperation Zone", "zone"),
        ("LANTERNAI", "lantern"),
        ("Kilaf", "kilaf"),
    ],
)
def test_known_name_is_found_in_other_spellings(name: str, entity_id: str) -> None:
    further = (
        Entity("office", "GovernmentBody", "Kite and Lamp Office"),
        Entity("zone", "Place", "Lamp Co-operation Zone"),
        Entity("kilaf", "Organization", "Kite and Lamp Federation", aliases=("KILAF",)),
    )
    found = known(build_extractor(Gazetteer((*ENTITIES, *further))), f"They praised the {name} again.")
    assert found[0][0::2] == (name, entity_id)


@pytest.mark.parametrize(
    "text",
    ["The Pearl Bay Robotics Centre (PBRC) opened.", "The Pearl Bay Robotics Centre （PBRC） opened."],
)
def test_definition_of_an_acronym_keeps_the_known_entity(extractor: Extractor, text: str) -> None:
    found = [(name, entity_id) for name, _, entity_id in known(extractor, text)]
    assert found == [("Pearl Bay Robotics Centre", "centre"), ("PBRC", "centre")]


def test_known_person_is_no_part_of_a_longer_name(extractor: Extractor) -> None:
    gazetteer = Gazetteer((Entity("kwok", "Person", "Peter Kwok"),))
    assert known(build_extractor(gazetteer), "Peter Kwok Wing-tat spoke.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The pearl bay robotics centre opened.",
        "Pbrc opened.",
        "Kite Energy grew.",
        "All lamps were lit.",
        "L grew.",
        "LanternAIX grew.",
        "lantern compute",
        "Lantern\nCompute",
        "",
    ],
)
def test_other_words_are_not_known(extractor: Extractor, text: str) -> None:
    assert known(extractor, text) == []


def test_known_post_with_its_body_leaves_the_body_a_mention(extractor: Extractor) -> None:
    text = "The Chairman of Lantern Compute, Peter Kwok, spoke."
    assert known(extractor, text) == [("Lantern Compute", "Company", "lantern")]


def test_entity_that_shares_a_name_is_found_once() -> None:
    nlp = spacy.blank("en")
    names = KnownNames(
        nlp, Gazetteer((Entity("a", "Company", "Kite Robotics"), Entity("b", "Company", "Kite Robotics")))
    )
    assert [name.known for name in names.find(nlp.make_doc("Kite Robotics grew."))] == ["a"]


def test_empty_gazetteer_knows_nothing() -> None:
    nlp = spacy.blank("en")
    assert list(KnownNames(nlp, Gazetteer(())).find(nlp.make_doc("Kite Robotics grew."))) == []
