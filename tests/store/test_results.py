from __future__ import annotations

from decimal import Decimal

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple, Variable

from kg.errors import QueryError
from kg.store import HKR, HKT, Iri, Solutions, Term
from kg.store.results import Binding, bind, read_term

NODE = NamedNode("http://x.example/")
STRING = "http://www.w3.org/2001/XMLSchema#string"


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, None),
        (NODE, Term("http://x.example/", "iri")),
        (Literal("a"), Term("a", "literal", STRING)),
        (Literal(5), Term("5", "literal", "http://www.w3.org/2001/XMLSchema#integer")),
        (BlankNode("b"), Term("b", "blank")),
        (Triple(NODE, NODE, NODE), Term(str(Triple(NODE, NODE, NODE)), "triple")),
    ],
)
def test_read_term_makes_plain_terms(term: object, expected: Term | None) -> None:
    assert read_term(term) == expected


def test_read_term_keeps_the_language() -> None:
    found = read_term(Literal("名", language="zh-hant"))
    assert found is not None
    assert found.language == "zh-hant"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Iri("http://x.example/"), NODE),
        ("http://x.example/", Literal("http://x.example/")),
        (7, Literal(7)),
        (Decimal("1E+2"), Literal("100", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))),
    ],
)
def test_bind_tells_iris_from_strings(value: Binding, expected: object) -> None:
    assert bind({"x": value}) == {Variable("x"): expected}


@pytest.mark.parametrize("bindings", [{"x": Iri("a b")}, {"no name": "a"}, {"x": Iri("")}])
def test_bind_refuses_what_is_no_term(bindings: dict[str, Binding]) -> None:
    with pytest.raises(QueryError, match="not valid"):
        bind(bindings)


def test_iri_names_the_nodes_of_the_graph() -> None:
    assert Iri.entity("aisc") == f"{HKR}aisc"
    assert Iri.term("planned") == f"{HKT}planned"


def test_records_leave_unbound_columns_out() -> None:
    solutions = Solutions(("a", "b"), ((Term("1", "literal"), None), (None, None)))
    assert list(solutions.records()) == [{"a": "1"}, {}]
    assert len(solutions) == 2
