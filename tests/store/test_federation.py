"""No query makes this machine ask another server, and no text keeps the check busy."""

import time

import pytest

from kg.errors import QueryError
from kg.store.sparql import check_query

PREFIX = "PREFIX ex: <http://example.org/#> "


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
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_query(f"{PREFIX} PREFIX : <http://x.example/> SELECT * {{ {group} }}")


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
    assert check_query(f"SELECT * {{ {group}\n}}") == "SELECT"


@pytest.mark.parametrize("part", [".", "a.", "a-", '"', "'''", '"""\\"', "<a", ":.", "\\", "@-", "?", "# \n"])
def test_check_query_takes_no_longer_for_hostile_texts(part):
    begun = time.process_time()
    with pytest.raises(QueryError):
        check_query(part * (100_000 // len(part)) + "service")
    assert time.process_time() - begun < 2
