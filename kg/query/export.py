"""Writes a published graph to a file, in RDF formats, as a table of statements or as a network."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx

from kg.errors import QueryError
from kg.query.facts import every_fact
from kg.query.index import index_of
from kg.query.rows import EntityRow, FactRow
from kg.store import Reader, canonical_nquads, json_ld, replace_file, turtle

COLUMNS = (
    "statement", "subject_id", "subject", "subject_type", "relation", "object_id", "object", "object_type", "value",
    "modality", "confidence", "support", "valid_from", "valid_to", "qualifiers",
    "article", "title", "publisher", "published", "url", "quote", "start", "end", "rule",
)  # fmt: skip
"""The columns of the table of statements; it has one row for each sentence that a statement rests on."""


def export_graph(reader: Reader, file_format: str, path: Path) -> None:
    """Write the graph to a file in one step, in one of the formats of EXPORTERS."""
    if file_format not in EXPORTERS:
        raise QueryError(f"there is no format {file_format!r}; choose one of {', '.join(EXPORTERS)}")
    data = EXPORTERS[file_format](reader)
    try:
        replace_file(path, data)
    except OSError as error:
        raise QueryError(f"{path} cannot be written: {error.strerror}") from error


def statement_rows(reader: Reader) -> Iterator[tuple[str, ...]]:
    """Yield the table of statements, one row for each sentence, in the order of the statement ids."""
    for fact in every_fact(reader):
        yield from _rows_of(fact)


def _rows_of(fact: FactRow) -> Iterator[tuple[str, ...]]:
    target = fact.object
    head = (fact.id, fact.subject.id, fact.subject.label, fact.subject.type, fact.relation)
    middle = (
        (target.id, target.label, target.type, "")
        if isinstance(target, EntityRow)
        else ("", target.text, target.unit, target.value)
    )
    qualifiers = "; ".join(f"{name}: {text}" for name, text in fact.qualifiers)
    tail = (fact.modality, f"{fact.confidence:g}", str(fact.support), fact.valid_from or "", fact.valid_to or "")
    for row in fact.evidence:
        source = (row.article_id, row.title, row.publisher or "", row.published or "", row.url or "")
        yield (*head, *middle, *tail, qualifiers, *source, row.quote, str(row.start), str(row.end), row.rule)


def _csv(reader: Reader) -> bytes:
    buffer = io.StringIO()
    lines = csv.writer(buffer)
    lines.writerow(COLUMNS)
    lines.writerows([_harmless(cell) for cell in row] for row in statement_rows(reader))
    # The mark at the beginning lets spreadsheet programs see that the Chinese is UTF-8.
    return buffer.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """Keep spreadsheet programs from running a quotation that looks like a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "@", "\t", "\r")) else cell


def _parquet(reader: Reader) -> bytes:
    try:
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415 - slow, and needed by this format only
        import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415
    except ImportError as error:
        raise QueryError("parquet needs the library pyarrow: pip install pyarrow") from error
    rows = list(statement_rows(reader))
    columns = zip(*rows, strict=True) if rows else ([] for _ in COLUMNS)
    table = pa.table({name: pa.array(list(cells), pa.string()) for name, cells in zip(COLUMNS, columns, strict=True)})
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    return buffer.getvalue()


def _network(reader: Reader) -> nx.MultiDiGraph[str]:
    """Return entities and the statements between them with plain attributes, as drawing programs take them."""
    index = index_of(reader)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in sorted(index.entities.values(), key=lambda row: row.id):
        network.add_node(row.id, label=row.label, label_zh=row.label_zh or "", type=row.type)
    for edge in index.edges:
        network.add_edge(
            edge.source,
            edge.target,
            key=edge.id,
            relation=edge.relation,
            modality=edge.modality,
            support=edge.support,
            confidence=edge.confidence,
        )
    return network


def _graphml(reader: Reader) -> bytes:
    buffer = io.BytesIO()
    nx.write_graphml_xml(_network(reader), buffer)
    return buffer.getvalue()


def _gexf(reader: Reader) -> bytes:
    buffer = io.BytesIO()
    nx.write_gexf(_network(reader), buffer)
    return buffer.getvalue()


EXPORTERS: dict[str, Callable[[Reader], bytes]] = {
    "nquads": canonical_nquads,
    "turtle": turtle,
    "jsonld": json_ld,
    "csv": _csv,
    "graphml": _graphml,
    "gexf": _gexf,
    "parquet": _parquet,
}
