"""How much the graph holds."""

from __future__ import annotations

from kg.query.library import load_part
from kg.query.rows import Counts
from kg.query.values import term_name
from kg.store import Reader


def counts(reader: Reader) -> Counts:
    """Count articles, entities, statements and evidence; `statements` counts those that rest on evidence."""
    by_type = _tally(reader, "count_types", "type")
    by_relation = _tally(reader, "count_relations", "relation")
    unsourced = _total(reader, "count_unsourced")
    return Counts(
        articles=_total(reader, "count_articles"),
        entities=sum(by_type.values()),
        statements=sum(by_relation.values()) - unsourced,
        evidence=_total(reader, "count_evidence"),
        unsourced=unsourced,
        by_type=by_type,
        by_relation=by_relation,
    )


def _total(reader: Reader, part: str) -> int:
    return next(int(row["n"]) for row in reader.select(load_part(part)).records())


def _tally(reader: Reader, part: str, column: str) -> dict[str, int]:
    rows = reader.select(load_part(part)).records()
    return {term_name(row[column]): int(row["n"]) for row in rows if column in row}
