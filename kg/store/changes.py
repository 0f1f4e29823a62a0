"""How a change of quads is looked at before it is made, and how it is written as one SPARQL update."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from kg.store import terms
from kg.store.terms import GraphName, Object, Subject

LookUp = Callable[[Subject | None, NamedNode | None, Object | None, GraphName | None], Iterable[Quad]]
"""Quads of a store with this subject, predicate, object and graph; None matches all."""


class View:
    """The article and background graphs of a store, one of them as it will be after the change."""

    def __init__(self, look_up: LookUp, *, instead_of: NamedNode | None = None, stands: Iterable[Quad] = ()) -> None:
        self._look_up = look_up
        self._hidden = instead_of
        self._new = Store()
        self._new.extend(stands)

    def match(self, subject: Subject | None, predicate: NamedNode | None, value: Object | None) -> Iterator[Quad]:
        """Yield the quads with this subject, predicate and object; None matches all."""
        for quad in self._look_up(subject, predicate, value, None):
            name = quad.graph_name
            if name != self._hidden and _is_source(name):
                yield quad
        yield from self._new.quads_for_pattern(subject, predicate, value, None)


def as_stored(quads: Iterable[Quad]) -> set[Quad]:
    """Return quads as the engine writes them: it rewrites some numbers, dates and language tags."""
    store = Store()
    store.extend(quads)
    return set(store)


def write_update(gone: Set[Quad], come: Set[Quad]) -> str:
    """Return the SPARQL update that takes some quads out and puts others in."""
    return f"DELETE DATA {{ {_write_data(gone - come)} }} ;\nINSERT DATA {{ {_write_data(come - gone)} }}"


def _is_source(graph: GraphName) -> bool:
    return isinstance(graph, NamedNode) and graph.value.startswith((terms.ARTICLE_GRAPHS, terms.BACKGROUND_GRAPHS))


def _write_data(quads: Iterable[Quad]) -> str:
    graphs: dict[GraphName, list[str]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph_name, []).append(f"{Triple(quad.subject, quad.predicate, quad.object)} .")
    blocks = (
        "\n".join(triples) if isinstance(name, DefaultGraph) else f"GRAPH {name} {{ {' '.join(triples)} }}"
        for name, triples in graphs.items()
    )
    return "\n".join(blocks)
