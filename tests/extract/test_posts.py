"""Offices with their portfolio, before or after the person who holds them, and posts beside an organisation."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.extractor import Extractor, build_extractor
from kg.gazetteer import Gazetteer
from kg.model import Article


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(()))


def found(extractor: Extractor, text: str) -> list[tuple[str, str]]:
    """Return the mentions of a text with their types."""
    doc = extractor.read(Article(id="a", title="", text=text, published=date(2025, 7, 5)))
    return [(span.text, span.label_) for span in doc.spans["mentions"]]


@pytest.mark.parametrize(
    "office",
    [
        "Secretary for Harbour Affairs",
        "Secretary for Harbour Affairs and Digital Trade",
        "Secretary for Harbour, Kites, Trade and Digital Affairs",
        "Under Secretary for Harbour Affairs",
        "Permanent Secretary for Harbour Affairs (Digital)",
        "Commissioner for Kite Safety",
        "Director of Harbour Affairs",
        "Deputy Director of Harbour Affairs",
    ],
)
@pytest.mark.parametrize("frame", ["The {}, Mr Chan Siu-fan, spoke.", "{} Chan Siu-fan spoke."])
def test_office_before_its_holder_is_one_post(extractor: Extractor, office: str, frame: str) -> None:
    assert found(extractor, frame.format(office)) == [(office, "Post"), ("Chan Siu-fan", "Person")]


@pytest.mark.parametrize("office", ["Secretary for Harbour Affairs", "Commissioner for Kite Safety"])
@pytest.mark.parametrize("frame", ["Chan Siu-fan, {}, spoke.", "Chan Siu-fan, the {}, spoke."])
def test_office_after_its_holder_is_one_post(extractor: Extractor, office: str, frame: str) -> None:
    assert found(extractor, frame.format(office)) == [("Chan Siu-fan", "Person"), (office, "Post")]


def test_portfolio_is_a_post_without_a_holder(extractor: Extractor) -> None:
    assert found(extractor, "The Secretary for Harbour Affairs spoke.") == [("Secretary for Harbour Affairs", "Post")]


@pytest.mark.parametrize(
    ("text", "body", "kind", "post"),
    [
        ("Lantern Compute chief executive Chan Siu-fan spoke.", "Lantern Compute", "Company", "chief executive"),
        (
            "Lantern Compute's chief technology officer, Chan Siu-fan, spoke.",
            "Lantern Compute",
            "Company",
            "chief technology officer",
        ),
        ("Pearl Bay University president Chan Siu-fan spoke.", "Pearl Bay University", "University", "president"),
        (
            "Pearl Bay University vice-president Chan Siu-fan spoke.",
            "Pearl Bay University",
            "University",
            "vice-president",
        ),
    ],
)
def test_organisation_before_a_post_is_a_mention_of_its_own(
    extractor: Extractor, text: str, body: str, kind: str, post: str
) -> None:
    assert found(extractor, text) == [(body, kind), (post, "Post"), ("Chan Siu-fan", "Person")]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "Chan Siu-fan, the chief executive of Lantern Compute Limited, spoke.",
            [("Chan Siu-fan", "Person"), ("chief executive", "Post"), ("Lantern Compute Limited", "Company")],
        ),
        (
            "The chairman of the Harbour Data Authority, Chan Siu-fan, spoke.",
            [("chairman", "Post"), ("Harbour Data Authority", "GovernmentBody"), ("Chan Siu-fan", "Person")],
        ),
        (
            "The president of Pearl Bay University, Chan Siu-fan, spoke.",
            [("president", "Post"), ("Pearl Bay University", "University"), ("Chan Siu-fan", "Person")],
        ),
    ],
)
def test_organisation_after_a_post_is_a_mention_of_its_own(
    extractor: Extractor, text: str, mentions: list[tuple[str, str]]
) -> None:
    assert found(extractor, text) == mentions


def test_two_posts_in_a_sentence_stay_apart(extractor: Extractor) -> None:
    text = "Ann Lee, chairman of Kite Robotics, and Bob Ng, Secretary for Kite Safety, spoke."
    assert [name for name, kind in found(extractor, text) if kind == "Post"] == [
        "chairman",
        "Secretary for Kite Safety",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Engineers will direct the work and manage it.",
        "Staff elected nobody as their general reader.",
        "The secretaries met. Presidential rooms were full.",
    ],
)
def test_plain_words_are_no_posts(extractor: Extractor, text: str) -> None:
    assert [name for name, kind in found(extractor, text) if kind == "Post"] == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Kite Robotics's chief executive resigned on Monday.", "chief executive"),
        ("The group’s chairman resigned on Monday.", "chairman"),
        ("The board praised its new chairman on Monday.", "chairman"),
        ("Mayor Li Wing-tat came.", "Mayor"),
        ("Yesterday minister Li Wing-tat came.", "minister"),
        ("Li Wing-tat, Mayor of Lyon, came.", "Mayor"),
        ("Li Wing-tat, Party secretary of Lyon, came.", "Party secretary"),
        ("Li Wing-tat, the Asia-Pacific president, came.", "Asia-Pacific president"),
        ("Li Wing-tat, managing principal at Kite Robotics, came.", "managing principal"),
        ("Li Wing-tat, head of start-up ecosystem and growth at Kites, came.", "head of start-up ecosystem and growth"),
        ("Li Wing-tat, lawmaker for the kite and lamp sector, came.", "lawmaker for the kite and lamp sector"),
        ("Li Wing-tat, director of Kite Technology (Asia) Limited, came.", "director"),
        (
            "THE SECRETARY FOR KITES, LAMPS AND INDUSTRY, LI WING-TAT, SPOKE",
            "SECRETARY FOR KITES, LAMPS AND INDUSTRY",
        ),
        ("CHIEF EXECUTIVE LI WING-TAT SAID SO", "CHIEF EXECUTIVE"),
        (
            "Li Wing-tat is Permanent Secretary for Kites and Lamps (Creative Industries and Tourism).",
            "Permanent Secretary for Kites and Lamps (Creative Industries and Tourism)",
        ),
    ],
)
def test_post_is_found_as_outlets_write_it(extractor: Extractor, text: str, post: str) -> None:
    assert [name for name, kind in found(extractor, text) if kind == "Post"] == [post]


def test_role_of_a_thing_is_no_post(extractor: Extractor) -> None:
    text = "The fund acts as its investment manager."
    assert [name for name, kind in found(extractor, text) if kind == "Post"] == []
