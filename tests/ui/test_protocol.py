"""The SPARQL protocol: forms of queries, what is refused, and which format is chosen."""

import time

import pytest

from kg.errors import QueryError
from kg.ui.protocol import GRAPH_FORMATS, RESULT_FORMATS, check_query, choose_format, prefers_html, query_form

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
def test_query_form_is_told_by_the_first_keyword(query, form):
    assert query_form(query) == form


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("INSERT DATA { <a:a> <a:b> 1 }", "INSERT would change the graph"),
        (PREFIX + "DELETE WHERE { ?s ?p ?o }", "DELETE would change"),
        ("LOAD <http://example.org/>", "LOAD would change"),
        ("", "no SPARQL query"),
        ("hello", "no SPARQL query"),
        ("# only a comment SELECT", "no SPARQL query"),
    ],
)
def test_query_form_refuses_what_is_no_query(query, reason):
    with pytest.raises(QueryError, match=reason):
        query_form(query)


@pytest.mark.parametrize(
    "group",
    [
        "SERVICE <http://x.example/> { ?s ?p ?o }",
        "service silent ?where { ?s ?p ?o }",
        "?s ?p ?o.SERVICE<http://x.example/>{}",
        "?s ?p 5SERVICE:x{}",
        "SERVICE:x {}",
        "?s ?p ex:.SERVICE ex:x {}",
        r"?s ?p ex:a\' . SERVICE ex:b\' {}",
        "?s ?p trueSERVICE <http://x.example/> {}",
        r"?s ?p <http://x.example/\u0041#> SERVICE <http://x.example/> {}",
        r"\u0053ERVICE <http://x.example/> {}",
        '?s ?p "a\\"" . SERVICE <http://x.example/> {} # "',
        "?s ?p '''it's''' . SERVICE <http://x.example/> {}",
    ],
)
def test_check_query_refuses_to_ask_other_servers(group):
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        check_query(f"{PREFIX} PREFIX : <http://x.example/> SELECT * {{ {group} }}", max_length=1000)


@pytest.mark.parametrize(
    "group",
    [
        "?s ?p ?service",
        "?s a schema:GovernmentService",
        "?s ?p 'SERVICE <http://x.example/>'",
        "?s ?p <http://x.example/#SERVICE>",
        "?s ?p ?o # SERVICE <http://x.example/>",
        '?s ?p """\nSERVICE "" """',
    ],
)
def test_check_query_lets_the_word_pass_where_it_is_no_keyword(group):
    assert check_query(f"SELECT * {{ {group}\n}}", max_length=1000) == "rows"


def test_check_query_refuses_a_text_that_is_too_long():
    assert check_query("ASK {}", max_length=6) == "boolean"
    with pytest.raises(QueryError, match="7 characters; 6 are allowed"):
        check_query("ASK { }", max_length=6)


@pytest.mark.parametrize("part", [".", "a.", "a-", '"', "'''", '"""\\"', "<a", ":.", "\\", "@-", "?", "# \n"])
def test_check_query_takes_no_longer_for_hostile_texts(part):
    begun = time.process_time()
    with pytest.raises(QueryError):
        check_query(part * (100_000 // len(part)) + "service", max_length=200_000)
    assert time.process_time() - begun < 2


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
