"""Loads the questions to the graph from their `.rq` files; no SPARQL stands anywhere else in the package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal as OneOf

from kg.errors import QueryError

FOLDER = Path(__file__).parent / "queries"
ParameterKind = OneOf["entity", "type", "relation", "term", "text", "number"]

_FIELD = re.compile(r"^#\s*(title|description|parameter|example):\s*(.+)$")
_PARAMETER = re.compile(r"(\w+)\s+(entity|type|relation|term|text|number)(?:\s+=\s*(\S+))?\s+-\s+(.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a canned query that may be given a value: an entity id, a type, a text and so on.

    Left open, the query answers for all values; `example` is one that stands in the shipped graph.
    """

    name: str
    kind: str
    description: str
    example: str | None = None


@dataclass(frozen=True, slots=True)
class CannedQuery:
    """A question that researchers ask often, ready to run and to be read and changed.

    Lines of the text that end in `# default` give example values to parameters that cannot stay open.
    """

    name: str
    title: str
    description: str
    text: str
    parameters: tuple[Parameter, ...] = ()


@cache
def load_part(name: str) -> str:
    """Return the text of one of the package's own queries."""
    return (FOLDER / "parts" / f"{name}.rq").read_text(encoding="utf-8")


@cache
def canned_queries() -> tuple[CannedQuery, ...]:
    """Return all canned queries in the order of their names."""
    return tuple(read_query(path) for path in sorted(FOLDER.glob("*.rq")))


def canned_query(name: str) -> CannedQuery:
    """Return the canned query with this name; raise QueryError where there is none."""
    for query in canned_queries():
        if query.name == name:
            return query
    known = ", ".join(query.name for query in canned_queries())
    raise QueryError(f"there is no canned query {name!r}; choose one of {known}")


def without_defaults(text: str) -> str:
    """Return the text of a query without the example values, for a run with given ones."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.rstrip().endswith("# default"))


def read_query(path: Path) -> CannedQuery:
    """Read a query with the comment lines at its head; raise QueryError where they are incomplete."""
    text = path.read_text(encoding="utf-8")
    fields = [match.groups() for line in text.splitlines() if (match := _FIELD.match(line))]
    single = {key: value for key, value in fields if key != "parameter"}
    parameters = tuple(_read_parameter(path.name, value) for key, value in fields if key == "parameter")
    if "title" not in single or "description" not in single:
        raise QueryError(f"{path.name} must begin with comment lines `# title: …` and `# description: …`")
    return CannedQuery(path.stem, single["title"], single["description"], text, parameters)


def _read_parameter(file: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if not match:
        raise QueryError(f"{file}: write a parameter as `# parameter: name kind = example - description`, not {line!r}")
    name, kind, example, description = match.groups()
    return Parameter(name, kind, description, example)
