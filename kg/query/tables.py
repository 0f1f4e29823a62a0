"""Answers to queries as plain tables: of a text that somebody typed, or of a canned query."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from kg.errors import QueryError
from kg.query.library import Parameter, canned_query, without_defaults
from kg.query.rows import Table
from kg.store import Binding, Iri, Reader, Solutions

ROWS_SHOWN = 1000


def run_select(reader: Reader, query: str, *, limit: int = ROWS_SHOWN) -> Table:
    """Answer a SELECT query with at most `limit` rows."""
    return _table(reader.select(query, max_rows=limit))


def run_canned(reader: Reader, name: str, values: Mapping[str, str] | None = None, *, limit: int = ROWS_SHOWN) -> Table:
    """Answer a canned query; parameters that are not given stay open."""
    query = canned_query(name)
    known = {parameter.name: parameter for parameter in query.parameters}
    given = {key: value for key, value in (values or {}).items() if value}
    if unknown := set(given) - set(known):
        raise QueryError(f"{name} has no parameter {', '.join(sorted(unknown))}; it takes {', '.join(known) or 'none'}")
    bindings = {key: bind_parameter(known[key], value) for key, value in given.items()}
    text = without_defaults(query.text) if given else query.text
    return _table(reader.select(text, bindings, max_rows=limit))


def bind_parameter(parameter: Parameter, value: str) -> Binding:
    """Return what a person wrote as a value of the parameter's kind."""
    match parameter.kind:
        case "entity":
            return Iri.entity(value.removeprefix("hkr:"))
        case "type" | "relation" | "term":
            return Iri.term(value.removeprefix("hkt:"))
        case "number":
            try:
                return Decimal(value)
            except InvalidOperation:
                raise QueryError(f"{parameter.name} must be a number, not {value!r}") from None
        case _:
            return value


def _table(found: Solutions) -> Table:
    rows = tuple(tuple(term.value if term else None for term in row) for row in found.rows)
    return Table(found.columns, rows, found.truncated)
