"""Answers of the graph on this machine or of an endpoint elsewhere, written to the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import httpx

from kg.errors import QueryError
from kg.ui.console import show, show_table
from kg.ui.protocol import JSON, TURTLE, Form, check_query
from kg.ui.results import read_rows
from kg.ui.workers import QueryPool

AnswerFormat = Literal["table", "csv", "json", "turtle"]
Ask = Callable[[str, str], bytes]
"""Takes a query and a media type, returns the answer."""

_MEDIA_TYPES: dict[tuple[bool, str], str] = {
    (False, "table"): JSON,
    (False, "csv"): "text/csv",
    (False, "json"): JSON,
    (True, "table"): TURTLE,
    (True, "turtle"): TURTLE,
    (True, "json"): "application/ld+json",
}


def write_answer(query: str, form: AnswerFormat, ask: Ask) -> None:
    """Ask a query and write its answer; triples are written as Turtle where a table was asked for."""
    answers_with = check_query(query, max_length=sys.maxsize)
    media_type = _media_type(answers_with, form)
    payload = ask(query, media_type)
    if form == "table" and answers_with != "graph":
        _write_table(payload)
    else:
        show(payload.decode("utf-8").replace("\r\n", "\n").removesuffix("\n"))


def ask_graph(data_dir: Path, timeout: float) -> Ask:
    """Return what asks the graph in a folder, in a process of its own that is stopped when it takes too long."""

    def ask(query: str, media_type: str) -> bytes:
        with QueryPool(data_dir, size=1, timeout=timeout) as pool:
            return pool.answer(query, media_type)

    return ask


def ask_endpoint(url: str, timeout: float) -> Ask:
    """Return what asks a SPARQL endpoint over HTTP."""

    def ask(query: str, media_type: str) -> bytes:
        try:
            answer = httpx.post(
                url, data={"query": query}, headers={"Accept": media_type}, timeout=timeout, follow_redirects=True
            )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise QueryError(f"{url} does not answer: {error}") from error
        if answer.is_error:
            raise QueryError(f"{url} answers {answer.status_code}: {answer.text.strip()[:500]}")
        return answer.content

    return ask


def _media_type(answers_with: Form, form: AnswerFormat) -> str:
    is_graph = answers_with == "graph"
    if (is_graph, form) not in _MEDIA_TYPES:
        kind = "triples" if is_graph else "rows"
        fitting = [name for graph, name in _MEDIA_TYPES if graph == is_graph]
        raise QueryError(f"this query answers with {kind}, which cannot be written as {form}; use {', '.join(fitting)}")
    return _MEDIA_TYPES[is_graph, form]


def _write_table(payload: bytes) -> None:
    try:
        answer = read_rows(payload)
    except (ValueError, KeyError, TypeError) as error:
        raise QueryError(f"the answer is not in SPARQL's JSON format: {error}") from error
    if isinstance(answer, bool):
        show("yes" if answer else "no")
    else:
        show_table(answer.columns, answer.rows)
