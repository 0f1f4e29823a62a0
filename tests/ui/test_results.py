"""Answers of the query workers: rows, triples, shortened addresses, and files for spreadsheets."""

import json

import pytest

from kg.store import HKR, HKT
from kg.ui.results import Cell, read_rows, read_triples, readable_query, shorten, to_csv


def answer(*bindings, columns=("a", "b")):
    return json.dumps({"head": {"vars": columns}, "results": {"bindings": bindings}}).encode()


def uri(value):
    return {"type": "uri", "value": value}


def test_read_rows_keeps_the_order_of_columns_and_leaves_gaps_empty():
    rows = read_rows(answer({"b": {"type": "literal", "value": "x"}, "a": uri(f"{HKR}aisc")}, {}))
    assert rows.columns == ("a", "b")
    assert rows.rows == (("hkr:aisc", "x"), ("", ""))
    assert rows.cells[0][0] == Cell(f"{HKR}aisc", True)


@pytest.mark.parametrize("verdict", [True, False])
def test_read_rows_reads_a_verdict(verdict):
    assert read_rows(json.dumps({"head": {}, "boolean": verdict}).encode()) is verdict


def test_read_triples_reads_addresses_literals_and_blank_nodes():
    lines = [
        f"<{HKR}a> <{HKT}locatedIn> <{HKR}b> .",
        f'<{HKR}a> <http://www.w3.org/2000/01/rdf-schema#label> "A \\"b\\" \\u4e2d"@en .',
        f'_:x <{HKT}value> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .',
        "",
    ]
    triples = read_triples("\n".join(lines).encode())
    assert [tuple(cell.text for cell in triple) for triple in triples] == [
        ("hkr:a", "hkt:locatedIn", "hkr:b"),
        ("hkr:a", "rdfs:label", 'A "b" 中'),
        ("_:x", "hkt:value", "3"),
    ]


def test_shorten_leaves_unknown_addresses_whole():
    assert shorten("https://example.org/x") == "https://example.org/x"


@pytest.mark.parametrize(
    ("cell", "entity", "article", "term", "quantity", "statement"),
    [
        (Cell(f"{HKR}caf%C3%A9", True), "café", None, None, None, False),
        (Cell(f"{HKR}article/1f0c", True), None, "1f0c", None, None, False),
        (Cell(f"{HKT}locatedIn", True), None, None, "locatedIn", None, False),
        (Cell(f"{HKR}value/HKD/3000000", True), None, None, None, ("3000000", "HKD"), False),
        (Cell(f"{HKR}statement/9f2c", True), None, None, None, None, True),
        (Cell(f"{HKR}aisc", False), None, None, None, None, False),
        (Cell("https://example.org", True), None, None, None, None, False),
        (Cell(), None, None, None, None, False),
    ],
)
def test_cell_knows_what_its_address_stands_for(cell, entity, article, term, quantity, statement):
    assert (cell.entity_id, cell.article_id, cell.term) == (entity, article, term)
    assert (cell.quantity, cell.is_statement) == (quantity, statement)


def test_readable_query_drops_our_notes_and_spells_out_prefixes():
    text = "# title: T\n# description: D\n# parameter: x entity - d\n# Kept.\nSELECT * { ?s a hkt:Post }\n"
    assert readable_query(text) == f"PREFIX hkt: <{HKT}>\n\n# Kept.\nSELECT * {{ ?s a hkt:Post }}\n"


@pytest.mark.parametrize(
    "text",
    [
        "PREFIX hkt: <https://example.org/>\nSELECT * { ?s a hkt:Post }\n",
        'SELECT * { ?s ?p "rdf:type", <http://example.org/rdf:type> } # oa:exact\n',
        "SELECT * { ?s ?p ?o }\n",
    ],
)
def test_readable_query_adds_no_prefix_that_is_declared_or_not_used(text):
    assert readable_query(text) == text


def test_to_csv_is_read_as_text_by_spreadsheets():
    file = to_csv(["name", "note"], [["數碼港", "=1+1"], ["a,b", "@x"], ["-3", "+1"]])
    assert file.decode("utf-8-sig").splitlines() == ["name,note", "數碼港,'=1+1", '"a,b",\'@x', "-3,'+1"]
    assert file.startswith(b"\xef\xbb\xbf")
