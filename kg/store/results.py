"""What a reader answers with: plain terms, free of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import BlankNode, Literal, NamedNode, Variable

from kg.errors import QueryError
from kg.store.terms import HKR, HKT, typed


class Iri(str):
    """An IRI to bind to a variable; other strings are bound as plain literals."""

    __slots__ = ()

    @classmethod
    def entity(cls, entity_id: str) -> Iri:
        """Return the IRI of an entity or another node of the graph by its local part."""
        return cls(HKR + entity_id)

    @classmethod
    def term(cls, name: str) -> Iri:
        """Return the IRI of a type, relation, status or modality by its name."""
        return cls(HKT + name)


Binding = Iri | str | int | Decimal


@dataclass(frozen=True, slots=True)
class Term:
    """One value of an answer: an IRI, a literal with datatype or language, or a blank node."""

    value: str
    kind: str
    datatype: str | None = None
    language: str | None = None

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to a SELECT query; `truncated` tells that there were more rows than asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    truncated: bool = False

    def records(self) -> Iterator[dict[str, str]]:
        """Yield each row as a dictionary of the bound columns, values as plain strings."""
        for row in self.rows:
            yield {name: term.value for name, term in zip(self.columns, row, strict=True) if term is not None}

    def __len__(self) -> int:
        return len(self.rows)


def read_term(term: object) -> Term | None:
    """Return a term of the engine as a plain one."""
    match term:
        case None:
            return None
        case NamedNode():
            return Term(term.value, "iri")
        case Literal():
            return Term(term.value, "literal", term.datatype.value, term.language)
        case BlankNode():
            return Term(term.value, "blank")
        case _:
            return Term(str(term), "triple")


def bind(bindings: dict[str, Binding]) -> dict[Variable, NamedNode | Literal]:
    """Return bindings as the engine takes them; raise QueryError for an IRI that is none."""
    try:
        return {Variable(name): _engine_term(value) for name, value in bindings.items()}
    except ValueError as error:
        raise QueryError(f"a parameter is not valid: {error}") from error


def _engine_term(value: Binding) -> NamedNode | Literal:
    match value:
        case Iri():
            return NamedNode(str(value))
        case Decimal():
            return typed(format(value, "f"), "decimal")
        case _:
            return Literal(value)
