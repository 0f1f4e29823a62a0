"""Governments that are just called so, Chinese names in English texts, and names in headlines."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.chinese import find_chinese
from kg.extract.extractor import Extractor, build_extractor
from kg.extract.government import find_government, is_own_government
from kg.gazetteer import Gazetteer
from kg.model import Article


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(()))


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The government agreed", ["government"]),
        ("the HKSAR Government agreed", ["HKSAR Government"]),
        ("used by government departments", ["government departments"]),
        ("Authorities have paid", ["Authorities"]),
        ("the authorities paid", ["authorities"]),
        ("the city's government", ["government"]),
        ("the Quarrowese government", ["Quarrowese government"]),
        ("the Shenzhen municipal government", ["Shenzhen municipal government"]),
        ("government-owned kites", []),
        ("a foreign government", []),
        ("good government matters", []),
    ],
)
def test_government_is_told_from_other_uses(text: str, mentions: list[str]) -> None:
    assert [text[c.start : c.end] for c in find_government(text, 0, len(text))] == mentions


@pytest.mark.parametrize(
    ("text", "own"),
    [("government", True), ("Authorities", True), ("Hong Kong government", True), ("Quarrowese government", False)],
)
def test_own_government_is_known_by_its_forms(text: str, own: bool) -> None:
    assert is_own_government(text) is own


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("燈籠運算有限公司", "Company"),
        ("燈籠(香港)科技有限公司", "Company"),
        ("珍珠灣大學", "University"),
        ("風箏研究院", "ResearchInstitute"),
        ("風箏事務局", "GovernmentBody"),
        ("風箏資助計劃", "Programme"),
        ("風箏條例", "Policy"),
        ("風箏協會", "Organization"),
    ],
)
def test_chinese_name_has_the_type_of_its_end(name: str, kind: str) -> None:
    text = f"It belongs to {name} since May."
    assert [(text[c.start : c.end], c.type) for c in find_chinese(text, 0, len(text))] == [(name, kind)]


@pytest.mark.parametrize("text", ["昨日天氣很好", "no Chinese here", "局"])
def test_chinese_words_are_no_names(text: str) -> None:
    assert list(find_chinese(text, 0, len(text))) == []


def named(extractor: Extractor, text: str) -> list[str]:
    """Return the names in a text."""
    doc = extractor.read(Article(id="a", title="", text=text, published=date(2025, 7, 5)))
    return [span.text for span in doc.spans["mentions"] if span._.named]


def test_headline_with_capitals_holds_the_names_of_the_text(extractor: Extractor) -> None:
    text = "Zorbix Launches New Lantern for Tourists\n\nOn Monday the app maker Zorbix hired staff."
    assert named(extractor, text) == ["Zorbix", "Zorbix"]


def test_headline_with_capitals_holds_persons_and_places(extractor: Extractor) -> None:
    assert named(extractor, "Peter Kwok Says Lanterns Are Better in Singapore") == ["Peter Kwok", "Singapore"]


def test_headline_without_capitals_is_read_like_text(extractor: Extractor) -> None:
    assert named(extractor, "Lantern Compute Limited launches app") == ["Lantern Compute Limited"]
