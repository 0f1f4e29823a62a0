from __future__ import annotations

import pytest

from kg.query import entity_page, most_connected, search
from kg.store import Reader


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Cyberport", "cyberport"),
        ("cyberport manag", "cyberport"),
        ("數碼", "cyberport"),
        ("超算", "aisc"),
        ("AISC", "aisc"),
        ("aics", "aisc"),
        ("supercomputing", "aisc"),
        ("supercomputting", "aisc"),
        ("the Hong Kong", "hong-kong"),
        ("Hong Kogn", "hong-kong"),
        ("Nowhere", "nowhere-fund"),
        ("CHAN", "chan"),
    ],
)
def test_search_finds_names_parts_and_misspellings(reader: Reader, text: str, first: str) -> None:
    assert search(reader, text)[0].id == first


@pytest.mark.parametrize("text", ["", "  ", "the", "zzzzzz", "xy", '" } DROP ALL #'])
def test_search_finds_nothing_where_nothing_fits(reader: Reader, text: str) -> None:
    assert search(reader, text) == ()


def test_search_puts_the_very_name_before_longer_ones(reader: Reader) -> None:
    assert [row.id for row in search(reader, "centre")][:2] == ["aisc", "sandy-ridge-centre"]
    assert search(reader, "harbour university")[0].id == "university"


def test_search_can_be_held_to_a_type_and_a_number(reader: Reader) -> None:
    assert [row.id for row in search(reader, "harbour")] == ["university", "harbour-campus"]  # more is said of it
    assert [row.id for row in search(reader, "harbour", entity_type="University")] == ["university"]
    assert len(search(reader, "harbour", limit=1)) == 1


def test_rows_count_statements_on_both_sides(reader: Reader) -> None:
    (row,) = search(reader, "AISC")
    assert (row.label, row.label_zh, row.type, row.degree) == (
        "AI Supercomputing Centre",
        "人工智能超算中心",
        "Facility",
        6,
    )
    assert most_connected(reader, 2)[0] in (row, *search(reader, "Compute Subsidy Scheme"))
    assert [found.degree for found in most_connected(reader)] == sorted(
        (found.degree for found in most_connected(reader)), reverse=True
    )


def test_entity_page_gathers_names_and_facts(reader: Reader) -> None:
    page = entity_page(reader, "cyberport")
    assert page
    assert page.entity.label == "Cyberport Management"
    assert page.aliases == ("Cyberport",)
    assert page.checked
    assert {(fact.subject.id, fact.relation) for fact in page.facts} == {
        ("cyberport", "operates"),
        ("cyberport", "builds"),
        ("post-chief", "postIn"),
        ("bureau", "collaboratesWith"),
    }


def test_entity_page_puts_the_best_supported_fact_first(reader: Reader) -> None:
    page = entity_page(reader, "aisc")
    assert page
    assert page.facts[0].support == 2
    short = entity_page(reader, "aisc", limit=2)
    assert short
    assert (short.facts, short.left_out) == (page.facts[:2], 4)


def test_known_entity_without_articles_has_a_page(reader: Reader) -> None:
    page = entity_page(reader, "nowhere-fund")
    assert page
    assert (page.facts, page.checked, page.source) == ((), False, "https://gov.example/fund")
    assert page.same_as == ("http://www.wikidata.org/entity/Q1",)


@pytest.mark.parametrize("entity_id", ["", "nobody", "statement/1", "a b", "'"])
def test_unknown_entity_has_no_page(reader: Reader, entity_id: str) -> None:
    assert entity_page(reader, entity_id) is None
