from __future__ import annotations

from decimal import Decimal

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from kg.model import Period, Quantity
from kg.store import terms


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("3000000000", "3000000000"), ("12.50", "12.5"), ("1E+3", "1000"), ("0.00", "0"), ("-0", "0"), ("100.0", "100")],
)
def test_plain_number_has_no_exponent_and_no_trailing_zeros(amount: str, expected: str) -> None:
    assert terms.plain_number(Decimal(amount)) == expected


@pytest.mark.parametrize(("amount", "datatype"), [("20", "integer"), ("20.0", "integer"), ("0.5", "decimal")])
def test_number_is_an_integer_when_whole(amount: str, datatype: str) -> None:
    assert terms.number(Decimal(amount)).datatype.value == terms.XSD + datatype


@pytest.mark.parametrize(("score", "expected"), [(0.9, "0.9"), (1.0, "1"), (0.123456, "0.1235"), (0.0, "0")])
def test_confidence_has_four_digits(score: float, expected: str) -> None:
    assert terms.confidence(score).value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/b c", "https://a.example/b%20c"),
        ("https://a.example/%E4%B8%AD", "https://a.example/%E4%B8%AD"),
        ("https://a.example/中", "https://a.example/%E4%B8%AD"),
        ("https://a.example/?q={x}#f", "https://a.example/?q=%7Bx%7D#f"),
    ],
)
def test_address_becomes_a_valid_iri(text: str, expected: str) -> None:
    assert terms.address(text) == NamedNode(expected)


@pytest.mark.parametrize("text", ["www.example.com/a", "not given", ""])
def test_address_that_is_none_stays_a_string(text: str) -> None:
    assert terms.address(text) == Literal(text)


@pytest.mark.parametrize(("name", "tag"), [("Cyberport", "en"), ("數碼港", "zh-hant"), ("AI 數碼港", "zh-hant")])
def test_name_literal_is_tagged_by_script(name: str, tag: str) -> None:
    assert terms.name_literal(name).language == tag


@pytest.mark.parametrize(("iso", "datatype"), [("2024", "gYear"), ("2024-12", "gYearMonth"), ("2024-12-09", "date")])
def test_period_keeps_its_precision(iso: str, datatype: str) -> None:
    assert terms.period(Period(iso)) == Literal(iso, datatype=NamedNode(terms.XSD + datatype))


def test_value_node_is_made_from_its_content() -> None:
    same = {terms.value_node(Quantity(Decimal(amount), "HKD")) for amount in ("3000000000", "3E+9", "3000000000.00")}
    assert same == {NamedNode(terms.HKR + "value/HKD/3000000000")}


@pytest.mark.parametrize(
    ("local", "expected"), [("aisc", "aisc"), ("company-極致", "company-%E6%A5%B5%E8%87%B4"), ("a b", "a%20b")]
)
def test_resource_is_a_valid_iri(local: str, expected: str) -> None:
    assert terms.resource(local).value == terms.HKR + expected


def test_text_of_reads_every_kind_of_term() -> None:
    node = NamedNode("http://x.example/")
    assert terms.text_of(node) == "http://x.example/"
    assert terms.text_of(Literal("words", language="en")) == "words"
    assert terms.text_of(BlankNode("b")) == "b"
    assert terms.text_of(DefaultGraph()) == "DEFAULT"
    assert "http://x.example/" in terms.text_of(Triple(node, node, node))
