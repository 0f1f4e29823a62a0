"""The process that answers queries: its messages and its answers."""

import io

import pytest

from kg.ui.worker_process import ANSWER, BAD_QUERY, NO_GRAPH, READY, Answerer, readable, receive, send, serve
from tests.ui.sample import opening, write_sample


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_sample(folder, opening())
    return folder


def conversation(folder, *questions):
    source, sink = io.BytesIO(), io.BytesIO()
    for query, media_type in questions:
        send(source, media_type.encode(), query.encode())
    source.seek(0)
    serve(folder, 10, source, sink)
    sink.seek(0)
    return sink


@pytest.mark.parametrize("part", [b"", b"x", bytes(range(256)) * 1000])
def test_message_comes_through_whole(part):
    pipe = io.BytesIO()
    send(pipe, part, b"next")
    pipe.seek(0)
    assert (receive(pipe), receive(pipe)) == (part, b"next")


@pytest.mark.parametrize("cut", [0, 4, 10])
def test_message_that_breaks_off_is_the_end(cut):
    pipe = io.BytesIO()
    send(pipe, b"some words")
    with pytest.raises(EOFError):
        receive(io.BytesIO(pipe.getvalue()[:cut]))


def test_serve_says_it_is_ready_and_answers_in_turn(folder):
    sink = conversation(folder, ("ASK {}", "text/csv"), ("ASK {", "text/csv"), ("ASK { ?s ?p 0.123 }", "text/csv"))
    assert receive(sink) == READY
    assert (receive(sink), receive(sink)) == (ANSWER, b"true\n")
    assert receive(sink) == BAD_QUERY
    assert b"1:6" in receive(sink)
    assert (receive(sink), receive(sink)) == (ANSWER, b"false\n")


def test_answer_refuses_a_format_that_does_not_fit(folder):
    kind, message = Answerer(folder).answer("ASK {}", "text/turtle")
    assert kind == BAD_QUERY
    assert b"text/turtle" in message


def test_answer_tells_that_nothing_was_built(tmp_path):
    assert Answerer(tmp_path).answer("ASK {}", "text/csv")[0] == NO_GRAPH


def test_answer_refuses_what_is_too_large_to_pass_on(folder, monkeypatch):
    monkeypatch.setattr("kg.ui.worker_process.LARGEST_ANSWER", 10)
    assert Answerer(folder).answer("ASK {}", "text/csv")[0] == ANSWER
    kind, message = Answerer(folder).answer("SELECT * { ?s ?p ?o }", "text/csv")
    assert kind == BAD_QUERY
    assert b"add a LIMIT" in message


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "error at 1:6: expected one of \"$\", ['0'..='9'], ['A' ..= 'Z'\n| 'a'], [_]",
            'error at 1:6: expected one of "$"',
        ),
        ("no graph [here]", "no graph [here]"),
    ],
)
def test_readable_leaves_out_classes_of_letters(message, told):
    assert readable(message) == told
