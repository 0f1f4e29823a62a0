from __future__ import annotations

import pytest

from kg.query.rows import ValueRow
from kg.query.values import entity_id, node_id, term_name, value_row
from kg.store import HKR, HKT, Term

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("local", "text", "short"),
    [
        ("HKD/3000000000", "HK$3,000,000,000", "HK$3 billion"),
        ("HKD/3250000000", "HK$3,250,000,000", "HK$3.25 billion"),
        ("HKD/12345678", "HK$12,345,678", "HK$12,345,678"),
        ("USD/418600000", "US$418,600,000", "US$418.6 million"),
        ("CNY/1500000000000", "RMB 1,500,000,000,000", "RMB 1.5 trillion"),
        ("SGD/950", "SGD 950", "SGD 950"),
        ("HKD/0.5", "HK$0.5", "HK$0.5"),
        ("HKD/100000000", "HK$100,000,000", "HK$100 million"),
    ],
)
def test_money_is_written_in_full_and_short(local: str, text: str, short: str) -> None:
    row = value_row(Term(f"{HKR}value/{local}", "iri"))
    assert (row.text, row.short) == (text, short)
    assert (row.unit, row.value) == tuple(local.split("/"))


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Term(f"{HKR}value/percent/90", "iri"), ValueRow("90 %", "90", "percent")),
        (Term(f"{HKR}value/percent/12.5", "iri"), ValueRow("12.5 %", "12.5", "percent")),
        (Term(f"{HKR}value/PFLOPS/1300", "iri"), ValueRow("1,300 PFLOPS", "1300", "PFLOPS")),
        (Term(f"{HKR}value/sq%20m/64000", "iri"), ValueRow("64,000 sq m", "64000", "sq m")),
        (Term("1234", "literal", XSD + "integer"), ValueRow("1,234", "1234", "count")),
        (Term("2024-12-09", "literal", XSD + "date"), ValueRow("9 December 2024", "2024-12-09", "date")),
        (Term("2024-12", "literal", XSD + "gYearMonth"), ValueRow("December 2024", "2024-12", "date")),
        (Term("2024", "literal", XSD + "gYear"), ValueRow("2024", "2024", "date")),
        (Term(f"{HKT}underConstruction", "iri"), ValueRow("under construction", "underConstruction", "status")),
        (Term("its words", "literal", XSD + "string"), ValueRow("its words", "its words", "text")),
    ],
)
def test_other_values_are_written_as_people_read_them(term: Term, expected: ValueRow) -> None:
    assert value_row(term) == expected


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (f"{HKR}aisc", "aisc"),
        (f"{HKR}company-%E6%A5%B5", "company-極"),
        (f"{HKR}value/HKD/5", None),
        (f"{HKT}planned", None),
        ("https://other.example/aisc", None),
    ],
)
def test_entity_id_reads_entities_only(iri: str, expected: str | None) -> None:
    assert entity_id(iri) == expected


def test_names_are_cut_out_of_iris() -> None:
    assert node_id(f"{HKR}statement/9f2c") == "9f2c"
    assert term_name(f"{HKT}hasBudget") == "hasBudget"
