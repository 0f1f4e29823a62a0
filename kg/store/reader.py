"""Reads a published graph: answers queries, serialises answers, finds the texts of articles."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from kg.errors import QueryError, StoreError
from kg.store import terms
from kg.store.backends import backend_named
from kg.store.folder import Folder, read_backend
from kg.store.results import Binding, Solutions, Term, bind, read_term
from kg.store.snapshots import published_versions
from kg.store.sparql import check_query, star_columns
from kg.store.texts import read_text

T = TypeVar("T")

RESULT_TYPES: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""The media types of the answers to SELECT and ASK."""

GRAPH_TYPES: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/trig": RdfFormat.TRIG,
}
"""The media types of the answers to CONSTRUCT and DESCRIBE."""


def open_reader(data_dir: Path) -> Reader:
    """Open the newest published graph; raise StoreError where none was built yet."""
    folder = Folder(data_dir)
    backend = read_backend(folder)
    for _ in range(3):  # a version can be cleared away between finding and opening it
        versions = published_versions(folder)
        if backend is None or not versions:
            raise StoreError(f"there is no graph in {data_dir} yet; build it with `kg build`")
        try:
            return Reader(folder, versions[0], backend_named(backend).open_snapshot(folder.snapshots / versions[0]))
        except OSError as error:
            problem = error
    raise StoreError(f"the graph in {folder.snapshots} cannot be read ({problem}); build it again with `kg build`")


class Reader:
    """One published version of the graph; it never changes, and may be used from many threads."""

    def __init__(self, folder: Folder, version: str, store: Store) -> None:
        self.version = version
        self._folder = folder
        self._store = store
        self._remembered: dict[Callable[[Reader], Any], Any] = {}
        self._guard = threading.RLock()

    def fresh(self) -> Reader:
        """Return this reader, or one of the newest version when another was published."""
        versions = published_versions(self._folder)
        return self if versions and versions[0] == self.version else open_reader(self._folder.data_dir)

    def remember(self, compute: Callable[[Reader], T]) -> T:
        """Return what a function makes of this version, computed once."""
        with self._guard:
            if compute not in self._remembered:
                self._remembered[compute] = compute(self)
            result: T = self._remembered[compute]
            return result

    def select(
        self, query: str, bindings: Mapping[str, Binding] | None = None, *, max_rows: int | None = None
    ) -> Solutions:
        """Answer a SELECT query; columns stand in the order asked, those of `SELECT *` as they first appear."""
        answer = self._run(query, bindings)
        if not isinstance(answer, QuerySolutions):
            raise QueryError("this is no SELECT query")
        columns = tuple(variable.value for variable in answer.variables)
        found = [tuple(map(read_term, row)) for row in islice(answer, None if max_rows is None else max_rows + 1)]
        truncated = max_rows is not None and len(found) > max_rows
        return Solutions(columns, tuple(found[:max_rows]), truncated)

    def ask(self, query: str, bindings: Mapping[str, Binding] | None = None) -> bool:
        """Answer an ASK query."""
        answer = self._run(query, bindings)
        if not isinstance(answer, QueryBoolean):
            raise QueryError("this is no ASK query")
        return bool(answer)

    def construct(
        self, query: str, bindings: Mapping[str, Binding] | None = None
    ) -> tuple[tuple[Term | None, Term | None, Term | None], ...]:
        """Answer a CONSTRUCT or DESCRIBE query with triples of plain terms."""
        answer = self._run(query, bindings)
        if not isinstance(answer, QueryTriples):
            raise QueryError("this is no CONSTRUCT or DESCRIBE query")
        return tuple((read_term(t.subject), read_term(t.predicate), read_term(t.object)) for t in answer)

    def serialise(
        self,
        query: str,
        media_type: str,
        bindings: Mapping[str, Binding] | None = None,
        *,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> bytes:
        """Answer any query in a media type of RESULT_TYPES (SELECT, ASK) or GRAPH_TYPES (CONSTRUCT, DESCRIBE)."""
        answer = self._run(query, bindings, default_graphs=default_graphs, named_graphs=named_graphs)
        known: Mapping[str, Any] = GRAPH_TYPES if isinstance(answer, QueryTriples) else RESULT_TYPES
        if media_type not in known:
            raise QueryError(f"this query cannot be answered as {media_type}; ask for one of {', '.join(known)}")
        if isinstance(answer, QueryTriples):
            return serialize(answer, format=known[media_type], prefixes=terms.PREFIXES) or b""
        if isinstance(answer, QueryBoolean) and media_type in ("text/csv", "text/tab-separated-values"):
            return b"true\n" if answer else b"false\n"
        return answer.serialize(format=known[media_type]) or b""

    def text(self, article_id: str) -> str:
        """Return the stored text of an article, in which the offsets of its mentions and evidence count."""
        name = terms.article_graph(article_id)
        for quad in self._store.quads_for_pattern(name, terms.TEXT_HASH, None, name):
            return read_text(self._folder.texts, terms.text_of(quad.object))
        raise StoreError(f"there is no article {article_id} in the graph")

    def quads(self, graph: str | None = "") -> tuple[Quad, ...]:
        """Return the quads of a named graph, of the default graph (""), or of all graphs (None)."""
        name = None if graph is None else NamedNode(graph) if graph else DefaultGraph()
        return tuple(self._store.quads_for_pattern(None, None, None, name))

    def _run(
        self,
        query: str,
        bindings: Mapping[str, Binding] | None,
        *,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        # The answer must be read in the thread that asked: the engine ends the process otherwise. So it stays inside.
        check_query(query)
        chosen = dict(bindings or {})
        options: dict[str, Any] = {"prefixes": terms.PREFIXES, "substitutions": bind(chosen) if chosen else None}
        if default_graphs or named_graphs:
            options["default_graph"] = [NamedNode(iri) for iri in default_graphs]
            options["named_graphs"] = [NamedNode(iri) for iri in named_graphs]
        try:
            answer = self._store.query(query, **options)
            star = star_columns(query)
            if star and isinstance(answer, QuerySolutions) and len(answer.variables) > 1:
                answer = self._store.query(_spell_out(query, *star, answer.variables), **options)
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error
        return answer


def _spell_out(query: str, star: Any, order: tuple[str, ...], variables: Sequence[Any]) -> str:
    """Write the columns of `SELECT *` out, because the engine returns them in an order of its own."""
    known = {variable.value for variable in variables}
    columns = " ".join(f"?{name}" for name in order if name in known)
    return f"{query[: star.start]} {columns} {query[star.start + 1 :]}"
