"""Statements as rows, each with the sentences it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.query.index import index_of
from kg.query.library import load_part
from kg.query.rows import EntityRow, EvidenceRow, FactRow, ValueRow
from kg.query.values import BOUNDS, entity_id, node_id, term_name, value_row
from kg.store import HKT, Binding, Iri, Reader, Term

Parts = dict[str, list[Term]]
"""What is derived about a statement: the values of each of its properties."""

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_QUALIFIERS = ("amount", "share", "bound", "programme")
_RULES = "extractor/"


def fact(reader: Reader, statement_id: str) -> FactRow | None:
    """Return a statement with its evidence, None where the graph has none with this id."""
    found = _read_facts(reader, {"statement": Iri.entity(f"statement/{statement_id}")})
    return next(found, None)


def every_fact(reader: Reader) -> Iterator[FactRow]:
    """Yield all statements with their evidence, in the order of their ids."""
    return _read_facts(reader, {})


def facts(reader: Reader, statement_ids: Iterable[str]) -> tuple[FactRow, ...]:
    """Return several statements in the given order."""
    return tuple(row for name in statement_ids if (row := fact(reader, name)))


def newest_facts(reader: Reader, limit: int = 20) -> tuple[FactRow, ...]:
    """Return the statements that the newest articles make."""
    return _listed(reader, "newest_statements", limit)


def top_budgets(reader: Reader, limit: int = 10) -> tuple[FactRow, ...]:
    """Return the highest budgets in Hong Kong dollars."""
    return _listed(reader, "top_budgets", limit)


def object_row(reader: Reader, term: Term) -> EntityRow | ValueRow:
    """Return what a statement says about its subject: an entity or a value."""
    name = entity_id(term.value) if term.kind == "iri" else None
    return value_row(term) if name is None else index_of(reader).entity(name)


def _listed(reader: Reader, part: str, limit: int) -> tuple[FactRow, ...]:
    found = reader.select(load_part(part), max_rows=limit)
    return facts(reader, (node_id(row["statement"]) for row in found.records()))


def _read_facts(reader: Reader, bindings: Mapping[str, Binding]) -> Iterator[FactRow]:
    statements: dict[str, Parts] = {}
    for statement, name, value in reader.select(load_part("statement"), bindings).rows:
        if statement and name and value:
            statements.setdefault(statement.value, {}).setdefault(name.value, []).append(value)
    sentences: dict[str, list[dict[str, str]]] = {}
    for row in reader.select(load_part("evidence"), bindings).records():
        sentences.setdefault(row["statement"], []).append(row)
    for statement_iri, parts in sorted(statements.items()):
        yield _fact_row(reader, node_id(statement_iri), parts, _read_evidence(sentences.get(statement_iri, ())))


def _fact_row(reader: Reader, statement_id: str, parts: Parts, evidence: tuple[EvidenceRow, ...]) -> FactRow:
    def one(iri: str) -> str:
        return parts[iri][0].value

    def maybe(name: str) -> str | None:
        return parts[HKT + name][0].value if HKT + name in parts else None

    return FactRow(
        id=statement_id,
        subject=index_of(reader).entity(entity_id(one(_RDF + "subject")) or one(_RDF + "subject")),
        relation=term_name(one(_RDF + "predicate")),
        object=object_row(reader, parts[_RDF + "object"][0]),
        modality=term_name(one(HKT + "modality")),
        confidence=float(one(HKT + "confidence")),
        support=int(one(HKT + "support")),
        valid_from=maybe("validFrom"),
        valid_to=maybe("validTo"),
        qualifiers=_read_qualifiers(reader, parts),
        evidence=evidence,
    )


def _read_qualifiers(reader: Reader, parts: Parts) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, _qualifier_text(reader, name, term))
        for name in _QUALIFIERS
        for term in sorted(parts.get(HKT + name, ()), key=lambda term: term.value)
    )


def _qualifier_text(reader: Reader, name: str, term: Term) -> str:
    if name == "bound":
        return BOUNDS.get(term.value, term.value)
    row = object_row(reader, term)
    return row.label if isinstance(row, EntityRow) else row.short or row.text


def _read_evidence(rows: Iterable[Mapping[str, str]]) -> tuple[EvidenceRow, ...]:
    """Return one row for each place; a place that two rules found comes twice from the query."""
    found: dict[str, EvidenceRow] = {}
    for row in rows:
        place = node_id(row["evidence"])
        rule = row["rule"].partition(_RULES)[2]
        rules = sorted({rule, *(found[place].rule.split(", ") if place in found else ())})
        found[place] = EvidenceRow(
            id=place,
            article_id=node_id(row["article"]),
            title=row["title"],
            publisher=row.get("publisher"),
            published=row.get("published"),
            url=row.get("url"),
            quote=row["quote"],
            start=int(row["start"]),
            end=int(row["end"]),
            confidence=float(row["confidence"]),
            rule=", ".join(rules),
        )
    return tuple(sorted(found.values(), key=lambda row: (row.published or "", row.article_id, row.start), reverse=True))
