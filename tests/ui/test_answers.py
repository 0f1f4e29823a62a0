"""Answers come from the graph here or from an endpoint elsewhere, and say where they failed."""

import json

import pytest

from kg.errors import QueryError
from kg.ui.answers import ask_endpoint, ask_graph, write_answer
from kg.ui.protocol import JSON
from tests.ui.sample import opening, write_sample
from tests.ui.serving import run_kg, serving

LOCATED = "SELECT ?what ?where { ?what hkt:locatedIn ?where }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_sample(folder, opening())
    return folder


@pytest.fixture(scope="module")
def address(folder):
    with serving(folder, "serve", "--port", "0") as served:
        yield served.announced[0]


def test_endpoint_and_graph_give_the_same_answer(folder, address):
    assert json.loads(ask_endpoint(address, 20)(LOCATED, JSON)) == json.loads(ask_graph(folder, 20)(LOCATED, JSON))


def test_endpoint_can_be_named_on_the_command_line(address, tmp_path):
    done = run_kg(tmp_path, "query", "--endpoint", address, "--format", "csv", LOCATED)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "what,where")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:9/sparql", "does not answer"),
        ("nonsense", "does not answer"),
        ("http://[::1/", "does not answer"),
    ],
)
def test_endpoint_that_does_not_answer_is_named(url, words):
    with pytest.raises(QueryError, match=words):
        ask_endpoint(url, 5)(LOCATED, JSON)


def test_endpoint_that_refuses_is_quoted(address):
    with pytest.raises(QueryError, match=r"answers 400: .*1:9"):
        ask_endpoint(address, 20)("SELECT {", JSON)


@pytest.mark.parametrize("payload", [b"<html>", b"[]", b'{"head": {}}'])
def test_answer_in_another_format_is_told(payload):
    with pytest.raises(QueryError, match="not in SPARQL's JSON format"):
        write_answer(LOCATED, "table", lambda _query, _media_type: payload)


def test_answer_keeps_line_ends_plain(capsys):
    write_answer(LOCATED, "csv", lambda _query, _media_type: b"what,where\r\na,b\r\n")
    assert capsys.readouterr().out == "what,where\na,b\n"
