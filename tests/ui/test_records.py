"""What an article says becomes the JSON object that evaluations read."""

import json
from datetime import date
from decimal import Decimal

import pytest

from kg.model import (
    Article,
    ArticleGraph,
    Entity,
    Period,
    Phrase,
    Provenance,
    Qualifiers,
    Quantity,
    Span,
    Statement,
)
from kg.ui.records import graph_record, literal_record, plain_number, qualifier_record

SENTENCE = "The fund has HK$2.5 million."
ARTICLE = Article("a1", "Lantern", f"Lantern\n\n{SENTENCE}", published=date(2025, 3, 4), source_file="page.txt")
FUND = Entity("lantern-fund", "Programme", "Lantern Fund", aliases=("LF",))
CENTRE = Entity("lantern-centre", "Facility", "Lantern Centre")
FOUND = Provenance("a1", Span(9, 9 + len(SENTENCE)), SENTENCE, "rule", 0.91234567)


def statement(target, **more):
    return Statement("s1", "lantern-fund", "funds", target, FOUND, **more)


def record(target="lantern-centre", names=None, **more):
    graph = ArticleGraph(ARTICLE, (FUND, CENTRE), (), (statement(target, **more),), names=names or {})
    return json.loads(json.dumps(graph_record(graph)))


def test_record_has_the_three_parts_of_the_contract():
    assert list(record()) == ["article", "entities", "statements"]
    assert record()["article"] == {
        "id": "a1",
        "title": "Lantern",
        "published": "2025-03-04",
        "source_file": "page.txt",
    }


def test_record_lists_entities_with_the_forms_found_in_the_article():
    entities = record(names={"lantern-fund": ("Lantern Fund", "the Fund", "Lantern Fund")})["entities"]
    assert entities[0] == {
        "id": "hkr:lantern-fund",
        "label": "Lantern Fund",
        "type": "Programme",
        "names": ["Lantern Fund", "the Fund"],
    }
    assert entities[1]["names"] == ["Lantern Centre"]


def test_record_of_a_statement_between_entities():
    assert record(modality="planned")["statements"] == [
        {
            "subject": "hkr:lantern-fund",
            "predicate": "funds",
            "object": "hkr:lantern-centre",
            "modality": "planned",
            "confidence": 0.9123,
            "qualifiers": {},
            "evidence": {"start": 9, "end": 37, "text": SENTENCE},
        }
    ]


def test_record_offsets_cut_the_quote_out_of_the_text():
    evidence = record()["statements"][0]["evidence"]
    assert ARTICLE.text[evidence["start"] : evidence["end"]] == evidence["text"]


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        (Quantity(Decimal("3000000000"), "HKD"), {"value": 3000000000, "unit": "HKD"}),
        (Quantity(Decimal("12.5"), "MW"), {"value": 12.5, "unit": "MW"}),
        (Quantity(Decimal("90"), "percent"), {"value": 90, "unit": "percent"}),
        (Quantity(Decimal("20"), "count"), {"value": 20, "unit": "count"}),
        (Period("2024-12"), {"value": "2024-12", "unit": "date"}),
        (Phrase("planned", "status"), {"value": "planned", "unit": "status"}),
        (Phrase("We will.", "text"), {"value": "We will.", "unit": "text"}),
    ],
)
def test_record_of_each_kind_of_literal(literal, expected):
    assert literal_record(literal) == expected
    assert record(literal)["statements"][0]["object"] == expected


def test_record_of_qualifiers_holds_only_those_given():
    full = Qualifiers(
        amount=Quantity(Decimal("2500000"), "HKD"),
        share=Quantity(Decimal("30"), "percent"),
        bound="gt",
        programme="lantern-fund",
        valid_from=Period("2024-12"),
        valid_to=Period("2025"),
    )
    assert qualifier_record(full) == {
        "bound": "gt",
        "amount": {"value": 2500000, "unit": "HKD"},
        "share": {"value": 30, "unit": "percent"},
        "programme": "hkr:lantern-fund",
        "validFrom": "2024-12",
        "validTo": "2025",
    }
    assert qualifier_record(Qualifiers()) == {}


@pytest.mark.parametrize(
    ("amount", "number"),
    [("1E+3", 1000), ("100.00", 100), ("0.5", 0.5), ("-3", -3), ("3000000000000000000000", 3 * 10**21)],
)
def test_plain_number_keeps_whole_numbers_whole(amount, number):
    found = plain_number(Decimal(amount))
    assert found == number
    assert type(found) is type(number)
