"""The page about queries names all ready questions, and its examples run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.query import CannedQuery, canned_queries, run_select
from kg.store import Reader

PAGE = (Path(__file__).parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("query", canned_queries(), ids=lambda query: query.name)
def test_page_describes_each_canned_query(query: CannedQuery) -> None:
    assert f"| `{query.name}.rq` | {query.title}. {query.description} |" in PAGE
    assert all(f"`{parameter.name}`: {parameter.description}" in PAGE for parameter in query.parameters)


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_of_the_page_answer(reader: Reader, example: str) -> None:
    assert run_select(reader, example).rows


def test_page_has_examples() -> None:
    assert len(EXAMPLES) >= 3
