from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.store.sparql import DEEPEST, LONGEST, check_query, query_form, star_columns


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("# INSERT\nPREFIX x: <http://x.example/#SELECT>\nask {}", "ASK"),
        ("BASE <http://x.example/> PREFIX select: <y> CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "CONSTRUCT"),
        ("describe <http://x.example/>", "DESCRIBE"),
        ("SELECTDISTINCT ?s{?s?p?o}", "SELECT"),
    ],
)
def test_query_form_is_the_first_keyword(query: str, form: str) -> None:
    assert query_form(query) == form


@pytest.mark.parametrize(
    "query", ["", "# only a comment", "INSERT DATA {}", "DROP ALL", "PREFIX x: <y> DELETE WHERE {}"]
)
def test_query_form_refuses_what_is_no_query(query: str) -> None:
    with pytest.raises(QueryError):
        query_form(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "PREFIX ex: <http://x.example/> SELECT * {SERVICEex:x {?s ?p ?o}}",
        "SELECT * {SERVICE?x {?s ?p ?o}}",
        "SELECT * { BIND('SERVICE' AS ?x) SERVICE ?x {} }",
        "SELECT * { FILTER(1<1)SERVICE#>\n<http://x.example/>{?s ?p ?o} }",
        'SELECT * { FILTER(1<1#>"""\n) SERVICE <http://x.example/> {?s ?p ?o} #"""\n}',
        "ASK { FILTER EXISTS { SERVICE <http://x.example/> {} } }",
    ],
)
def test_check_refuses_service_however_it_is_written(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s rdfs:label ?l FILTER(CONTAINS(?l, "service { } \'")) }',
        "SELECT ?service { ?service a <https://schema.org/GovernmentService> } # service",
        "SELECT * { ?s a schema:GovernmentService ; hkt:x <http://x.example/a#service> }",
        "SELECT * { ?s ?p '''a SERVICE\n''' FILTER(?s < 3 && ?p > 4) }",
    ],
)
def test_check_lets_the_word_service_pass(query: str) -> None:
    assert check_query(query) == "SELECT"


def test_check_refuses_what_is_nested_too_deeply() -> None:
    assert check_query("ASK " + "{" * DEEPEST + "}" * DEEPEST) == "ASK"
    with pytest.raises(QueryError, match="nested"):
        check_query("ASK " + "{" * (DEEPEST + 1) + "}" * (DEEPEST + 1))
    assert check_query('ASK { ?s ?p "' + "{" * 999 + '" }') == "ASK"


def test_check_refuses_what_is_too_long() -> None:
    with pytest.raises(QueryError, match="words"):
        check_query("ASK { FILTER(" + "!" * LONGEST + "true) }")


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("SELECT * { ?b ?a ?c }", ("b", "a", "c")),
        ("SELECT DISTINCT * { ?s ?p ?o . ?o $q ?s }", ("s", "p", "o", "q")),
        ("SELECT*{?s ?p '?x' }# ?y", ("s", "p")),
        ("SELECT ?s { { SELECT * { ?s ?p ?o } } }", None),
        ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", None),
        ("ASK { ?s ?p ?o }", None),
    ],
)
def test_star_columns_stand_as_they_first_appear(query: str, columns: tuple[str, ...] | None) -> None:
    found = star_columns(query)
    assert (found and found[1]) == columns
    assert found is None or query[found[0].start] == "*"
