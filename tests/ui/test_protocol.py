"""The SPARQL protocol: forms of queries, what is refused, and which format is chosen."""

import pytest

from kg.errors import QueryError
from kg.ui.protocol import GRAPH_FORMATS, RESULT_FORMATS, check_query, choose_format, prefers_html

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
PREFIX = "PREFIX ex: <http://example.org/#> "


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "rows"),
        ("select*{?s ?p ?o}", "rows"),
        ("# INSERT\nASK {}", "boolean"),
        (PREFIX + "CONSTRUCT WHERE { ?s ex:insert ?o }", "graph"),
        ("BASE <http://example.org/> DESCRIBE <x>", "graph"),
        ("PREFIX select: <http://example.org/> ASK {}", "boolean"),
    ],
)
def test_check_query_tells_the_form_by_the_first_keyword(query, form):
    assert check_query(query, max_length=1000) == form


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("INSERT DATA { <a:a> <a:b> 1 }", "INSERT would change the graph"),
        (PREFIX + "DELETE WHERE { ?s ?p ?o }", "DELETE would change"),
        ("LOAD <http://example.org/>", "LOAD would change"),
        ("", "the query is empty"),
        ("hello", "a query starts with"),
        ("# only a comment SELECT", "the query is empty"),
    ],
)
def test_check_query_refuses_what_is_no_query(query, reason):
    with pytest.raises(QueryError, match=reason):
        check_query(query, max_length=1000)


def test_check_query_refuses_a_text_that_is_too_long():
    assert check_query("ASK {}", max_length=6) == "boolean"
    with pytest.raises(QueryError, match="7 characters; 6 are allowed"):
        check_query("ASK { }", max_length=6)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV; charset=utf-8", "text/csv"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/*;q=0.2, text/csv;q=0", "text/xml"),
        ("application/json", "application/json"),
        ("image/png, */*;q=0.1", "application/sparql-results+json"),
        (BROWSER, "application/xml"),
        ("image/png", None),
        ("*/*;q=0", None),
        ("nonsense", None),
    ],
)
def test_choose_format_follows_the_accept_header(accept, chosen):
    assert choose_format(accept, RESULT_FORMATS) == chosen


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [("*/*", "text/turtle"), ("application/ld+json", "application/ld+json"), ("text/csv", None)],
)
def test_choose_format_offers_other_formats_for_graphs(accept, chosen):
    assert choose_format(accept, GRAPH_FORMATS) == chosen


@pytest.mark.parametrize(
    ("accept", "html"),
    [(BROWSER, True), ("text/html", True), ("*/*", False), (None, False), ("application/json, text/html;q=0.9", False)],
)
def test_prefers_html_knows_a_browser(accept, html):
    assert prefers_html(accept) is html
