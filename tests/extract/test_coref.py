"""Which mentions of a text mean the same: short forms, surnames, pronouns, descriptions and the government."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.extractor import Extractor, build_extractor
from kg.gazetteer import Gazetteer
from kg.model import Article

Marked = tuple[str, int, bool]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(()))


def marked(extractor: Extractor, text: str) -> list[Marked]:
    """Return each mention of a text with its chain, numbered by first mention, and whether it is a name."""
    doc = extractor.read(Article(id="a", title="", text=text, published=date(2025, 7, 5)))
    order: dict[int, int] = {}
    return [(s.text, order.setdefault(s._.chain, len(order)), s._.named) for s in doc.spans["mentions"]]


def pointing(extractor: Extractor, text: str) -> dict[str, str]:
    """Return the first name in the chain of every mention that is none itself."""
    mentions = marked(extractor, text)
    first = {chain: name for name, chain, _ in reversed(mentions)}
    return {words: first[chain] for words, chain, named in mentions if not named}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Harbour Data Authority (HDA) met. The HDA reported.", ["Harbour Data Authority", "HDA", "HDA"]),
        (
            "The Pearl Bay Institute of Robotics (PBIR) grew. PBIR hired staff.",
            ["Pearl Bay Institute of Robotics", "PBIR", "PBIR"],
        ),
        ("Lantern Compute Limited (燈籠運算有限公司) grew.", ["Lantern Compute Limited", "燈籠運算有限公司"]),
        ("Lantern Compute Limited grew. Lantern Compute hired staff.", ["Lantern Compute Limited", "Lantern Compute"]),
        ("Lantern Compute Ltd grew. LANTERN COMPUTE hired staff.", ["Lantern Compute Ltd", "LANTERN COMPUTE"]),
        ("Chan Siu-fan (陳小芬) visited.", ["Chan Siu-fan", "陳小芬"]),
        ("Chan Siu-fan spoke. Mr Chan smiled. Chan left later.", ["Chan Siu-fan", "Chan", "Chan"]),
        ("Margaret Thornbury spoke. Ms Thornbury smiled.", ["Margaret Thornbury", "Thornbury"]),
        ("Peter Kwok Wing-tat spoke. Mr Kwok smiled.", ["Peter Kwok Wing-tat", "Kwok"]),
        ("Sun Dong spoke. Rain fell. Sun said so.", ["Sun Dong", "Sun"]),
        ("Peter Kwok Wing-tat spoke. Peter Kwok smiled.", ["Peter Kwok Wing-tat", "Peter Kwok"]),
        (
            "The HKSAR Government agreed. The SAR Government agreed. The government agreed.",
            ["HKSAR Government", "SAR Government", "government"],
        ),
        (
            "The government agreed. The Government agreed. The Hong Kong government agreed.",
            ["government", "Government", "Hong Kong government"],
        ),
    ],
)
def test_names_of_one_entity_share_a_chain(extractor: Extractor, text: str, names: list[str]) -> None:
    assert marked(extractor, text) == [(name, 0, True) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "Lantern Compute Limited grew. Kite Robotics Limited shrank.",
        "Peter Kwok spoke. Mary Lau left.",
        "Chan Siu-fan spoke. Chan Oi-ling left.",
        "The Lantern Growth Fund met the Pearl Growth Fund.",
        "The government met the Central Government.",
        "The UK government met the government.",
        "Pearl Bay University met the Pearl Bay Robotics Centre.",
        "Mr Peter Kwok spoke. Mrs Kwok left.",
    ],
)
def test_names_of_two_entities_are_two_chains(extractor: Extractor, text: str) -> None:
    assert [(chain, named) for _, chain, named in marked(extractor, text)] == [(0, True), (1, True)]


def test_surname_means_its_own_bearer(extractor: Extractor) -> None:
    text = "Chan Siu-fan met Peter Kwok. Mr Kwok smiled. Ms Chan left."
    assert [chain for _, chain, _ in marked(extractor, text)] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "The Pearl Bay Robotics Centre opened. The centre will hire staff.",
            {"The centre": "Pearl Bay Robotics Centre"},
        ),
        (
            "Lantern Compute Limited grew. The company hired staff. It plans more.",
            {"The company": "Lantern Compute Limited", "It": "Lantern Compute Limited"},
        ),
        (
            "Pearl Bay University and Lantern Compute Limited signed. The company paid. The university taught.",
            {"The company": "Lantern Compute Limited", "The university": "Pearl Bay University"},
        ),
        ("The Harbour Data Scheme started. The scheme costs money.", {"The scheme": "Harbour Data Scheme"}),
        ("The Lantern Growth Fund started. The fund is large.", {"The fund": "Lantern Growth Fund"}),
        ("The Harbour Data Bureau met. The bureau agreed.", {"The bureau": "Harbour Data Bureau"}),
        (
            "The Kite Drones Ordinance took effect. The ordinance bans kites.",
            {"The ordinance": "Kite Drones Ordinance"},
        ),
        (
            "Kite Robotics Limited grew. Lantern Compute Limited shrank. The company cried.",
            {"The company": "Lantern Compute Limited"},
        ),
        ("Lantern Compute Limited grew. Peter Kwok joined. It hired staff.", {"It": "Lantern Compute Limited"}),
        ("Chan Siu-fan spoke. She left.", {"She": "Chan Siu-fan"}),
        ("Peter Kwok joined Lantern Compute Limited. He hired staff.", {"He": "Peter Kwok"}),
        ("Lau Oi-ling met Chan Siu-fan. Ms Lau said she was glad.", {"she": "Lau Oi-ling"}),
    ],
)
def test_expression_that_points_back_joins_what_it_means(
    extractor: Extractor, text: str, meant: dict[str, str]
) -> None:
    assert pointing(extractor, text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Chan Siu-fan spoke. The centre opened.",
        "Lantern Compute Limited grew. The university taught.",
        "Lantern Compute Limited grew. It is expected that rain will fall.",
        "Pearl Bay University grew. He left.",
        "It rained. She left. The company grew.",
    ],
)
def test_expression_without_antecedent_is_no_mention(extractor: Extractor, text: str) -> None:
    assert pointing(extractor, text) == {}


def test_pronoun_for_a_person_reaches_back_a_few_sentences_only(extractor: Extractor) -> None:
    assert pointing(extractor, "Peter Kwok spoke. Rain fell. He left.") == {"He": "Peter Kwok"}
    assert pointing(extractor, f"Peter Kwok spoke. {'Rain fell. ' * 8}He left.") == {}


def test_mention_that_points_back_has_the_type_of_what_it_means(extractor: Extractor) -> None:
    text = "The Pearl Bay Robotics Centre opened. The centre is new. It grew."
    doc = extractor.read(Article(id="a", title="", text=text))
    assert {span.label_ for span in doc.spans["mentions"]} == {"Facility"}
