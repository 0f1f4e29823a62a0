from __future__ import annotations

from decimal import Decimal

import pytest

from kg.errors import QueryError
from kg.query import CannedQuery, canned_queries, run_canned, run_select
from kg.query.library import Parameter
from kg.query.tables import bind_parameter
from kg.store import HKR, HKT, Reader
from tests.store.examples import statement_id

# For each canned query: parameters, and cells that one row of the answer must hold.
CANNED: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("post_holders", {}, {"person_name": "Lee Siu Ming", "modality": HKT + "planned"}),
    (
        "post_holders",
        {"post": "post-chief"},
        {"person_name": "Chan Tai Man", "from": "2023-04", "body": HKR + "cyberport"},
    ),
    ("programme_money", {"programme": "subsidy-scheme"}, {"giver_name": "Innovation Bureau", "amount": "3000000000"}),
    ("programme_money", {}, {"relation": HKT + "hasBudget", "amount": "2500000000", "currency": "HKD"}),
    ("facilities", {"status": "operational"}, {"facility": HKR + "aisc", "capacity": "1300", "unit": "PFLOPS"}),
    ("facilities", {}, {"facility_name": "Harbour Campus", "place_name": "Hong Kong"}),
    (
        "planned_things",
        {"relation": "builds"},
        {"subject_name": "Cyberport Management", "object": HKR + "sandy-ridge-centre"},
    ),
    ("planned_things", {}, {"subject": HKR + "sandy-ridge-centre", "relation": HKT + "hasStatus"}),
    ("single_source", {"relation": "hasUtilisation"}, {"publisher": "Evening Post", "subject": HKR + "aisc"}),
    (
        "disagreements",
        {},
        {
            "subject": HKR + "subsidy-scheme",
            "one_value": HKR + "value/HKD/2500000000",
            "other_article": HKR + "article/opening",
        },
    ),
    ("connections", {"one": "hkstp", "other": "cyberport"}, {"between_name": "Innovation Bureau"}),
    ("connections", {}, {"between_name": "Innovation Bureau", "one_relation": HKT + "collaboratesWith"}),
    ("newest", {}, {"published": "2025-08-01", "subject": HKR + "lantern", "publisher": "Daily"}),
    ("programme_results", {"programme": "hkr:subsidy-scheme"}, {"applications": "20", "approved": "10"}),
    ("organisations_at_place", {"place": "hong-kong"}, {"thing": HKR + "aisc", "site": HKR + "pok-fu-lam"}),
    ("redomiciling", {"place": "hong-kong"}, {"company_name": "Lantern Insurance", "first_reported": "2025-08-01"}),
    ("said_by", {"speaker": "lee"}, {"words": "the machines are busy", "publisher": "Evening Post"}),
    ("beneficiaries", {"programme": "subsidy-scheme"}, {"beneficiary_name": "Harbour University", "amount": "5000000"}),
    (
        "investments",
        {"investor": "hkstp"},
        {"target_name": "Lantern Insurance", "amount": "12500000", "currency": "USD"},
    ),
    ("doubtful", {"modality": "denied"}, {"subject": HKR + "lantern", "object": HKR + "bermuda"}),
    ("doubtful", {}, {"modality": HKT + "reported", "object": HKR + "bureau"}),
    ("publishers", {"entity": "aisc"}, {"publisher": "Daily", "statements": "4", "articles": "1"}),
]


@pytest.mark.parametrize(("name", "values", "cells"), CANNED)
def test_canned_query_answers(reader: Reader, name: str, values: dict[str, str], cells: dict[str, str]) -> None:
    table = run_canned(reader, name, values)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [row for row in rows if cells.items() <= row.items()], rows


def test_money_of_a_programme_has_one_row_for_each_sum(reader: Reader) -> None:
    table = run_canned(reader, "programme_money", {"programme": "subsidy-scheme"})
    assert len(table.rows) == 3
    givers = {row[table.columns.index("giver_name")] for row in table.rows}
    assert givers == {None, "Innovation Bureau"}


@pytest.mark.parametrize("query", canned_queries(), ids=lambda query: query.name)
def test_canned_query_says_nothing_twice(reader: Reader, query: CannedQuery) -> None:
    rows = run_select(reader, query.text).rows
    assert len(rows) == len(set(rows)) < 40


def test_every_canned_query_is_tested() -> None:
    assert {query.name for query in canned_queries()} == {name for name, _, _ in CANNED}


@pytest.mark.parametrize("query", canned_queries(), ids=lambda query: query.name)
def test_canned_query_runs_as_it_stands(reader: Reader, query: CannedQuery) -> None:
    assert run_select(reader, query.text).rows


def test_sums_of_a_fact_that_two_articles_state_count_once(reader: Reader) -> None:
    table = run_select(reader, "SELECT (COUNT(*) AS ?n) { hkr:aisc hkt:locatedIn ?place }")
    assert table.rows == (("1",),)


def test_empty_parameter_stays_open(reader: Reader) -> None:
    assert run_canned(reader, "said_by", {"speaker": ""}) == run_canned(reader, "said_by")


def test_unknown_parameter_is_named(reader: Reader) -> None:
    with pytest.raises(QueryError, match="said_by has no parameter who; it takes speaker"):
        run_canned(reader, "said_by", {"who": "lee"})


@pytest.mark.parametrize("value", ["lee> } DROP ALL #", "lee\n", "\x00", "lee\\u003e"])
def test_parameter_is_never_read_as_query(reader: Reader, value: str) -> None:
    with pytest.raises(QueryError, match="parameter is not valid"):
        run_canned(reader, "said_by", {"speaker": value})


def test_number_parameter_must_be_one(reader: Reader) -> None:
    least = Parameter("least", "number", "the least sum")
    assert bind_parameter(least, "2.5") == Decimal("2.5")
    with pytest.raises(QueryError, match="least must be a number, not 'much'"):
        bind_parameter(least, "much")


def test_table_is_cut_at_its_limit(reader: Reader) -> None:
    table = run_select(reader, "SELECT ?s { ?s ?p ?o }", limit=3)
    assert (table.columns, len(table.rows), table.truncated) == (("s",), 3, True)


def test_unbound_cells_are_none(reader: Reader) -> None:
    assert run_select(reader, "SELECT ?x ?s { hkr:aisc hkt:locatedIn ?s }").rows == ((None, HKR + "pok-fu-lam"),)


def test_example_ids_are_distinct() -> None:
    assert statement_id("a", "b") != statement_id("ab")
