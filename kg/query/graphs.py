"""Parts of the graph small enough to draw: the surroundings of entities, and the paths between two."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice, pairwise

import networkx as nx

from kg.query.index import Index, index_of
from kg.query.rows import Edge, GraphView
from kg.store import Reader

_TRUSTED = frozenset({"actual", "planned"})


def neighbourhood(
    reader: Reader,
    entity_ids: Iterable[str],
    *,
    depth: int = 1,
    limit: int = 200,
    relations: Collection[str] | None = None,
) -> GraphView:
    """Return entities with their neighbours up to `depth` steps away, the best supported and connected ones first."""
    index = index_of(reader)
    chosen = list(dict.fromkeys(name for name in entity_ids if name in index.entities))[:limit]
    left_out, frontier = 0, chosen
    for _ in range(depth):
        ranked = _rank_neighbours(index, frontier, set(chosen), relations)
        frontier = ranked[: limit - len(chosen)]
        chosen, left_out = chosen + frontier, left_out + len(ranked) - len(frontier)
    return _view(index, chosen, relations, left_out)


def paths(reader: Reader, a: str, b: str, *, k: int = 3, max_length: int = 4) -> tuple[GraphView, ...]:
    """Return the shortest ways to get from one entity to another over actual and planned statements."""
    graph = reader.remember(_trusted_graph)
    if a == b or a not in graph or b not in graph:
        return ()
    try:
        shortest = list(islice(nx.shortest_simple_paths(graph, a, b), k))
    except nx.NetworkXNoPath:
        return ()
    index = index_of(reader)
    return tuple(_path_view(index, path) for path in shortest if len(path) - 1 <= max_length)


def _rank_neighbours(
    index: Index, frontier: Iterable[str], known: Collection[str], relations: Collection[str] | None
) -> list[str]:
    support: dict[str, int] = {}
    for name in frontier:
        for edge in _edges_of(index, name, relations):
            other = edge.target if edge.source == name else edge.source
            if other not in known:
                support[other] = max(edge.support, support.get(other, 0))
    return sorted(support, key=lambda name: (-support[name], -index.entity(name).degree, name))


def _edges_of(index: Index, name: str, relations: Collection[str] | None) -> Iterator[Edge]:
    return (edge for edge in index.edges_of.get(name, ()) if relations is None or edge.relation in relations)


def _view(index: Index, chosen: list[str], relations: Collection[str] | None, left_out: int) -> GraphView:
    inside = set(chosen)
    edges = {
        edge.id: edge
        for name in chosen
        for edge in _edges_of(index, name, relations)
        if edge.source in inside and edge.target in inside
    }
    return GraphView(tuple(map(index.entity, chosen)), tuple(edges[key] for key in sorted(edges)), left_out)


def _trusted_graph(reader: Reader) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((e.source, e.target) for e in index_of(reader).edges if e.modality in _TRUSTED)
    return graph


def _path_view(index: Index, path: list[str]) -> GraphView:
    edges = (
        edge
        for here, there in pairwise(path)
        for edge in index.edges_of[here]
        if {edge.source, edge.target} == {here, there} and edge.modality in _TRUSTED
    )
    return GraphView(tuple(map(index.entity, path)), tuple(edges))
