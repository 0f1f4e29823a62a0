"""What the drawn graph is given: names in the reader's language, a colour for each type, a line for each modality."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from kg.query.rows import Edge, EntityRow, GraphView
from kg.ui.theme import colour_of
from kg.ui.visit import Visit

MODALITIES = ("actual", "planned", "reported", "denied")


@dataclass(frozen=True)
class Drawing:
    """Nodes and edges ready to be drawn; `path` names edges to stress and `focus` the one element to select."""

    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]
    types: dict[str, dict[str, str]]
    modalities: dict[str, str]
    path: tuple[str, ...] = ()
    focus: str | None = None

    def data(self) -> dict[str, Any]:
        """Return it as the component takes it."""
        return {
            "nodes": list(self.nodes),
            "edges": list(self.edges),
            "types": self.types,
            "modalities": self.modalities,
            "path": list(self.path),
            "focus": self.focus,
        }


def draw(
    view: GraphView,
    visit: Visit,
    *,
    centres: Iterable[str] = (),
    path: Iterable[str] = (),
    focus: str | None = None,
) -> Drawing:
    """Turn a part of the graph into a drawing; `centres` are the entities that it was asked for."""
    middle = frozenset(centres)
    return Drawing(
        nodes=tuple(_node(entity, visit, entity.id in middle) for entity in view.nodes),
        edges=tuple(_edge(edge, visit) for edge in view.edges),
        types={
            name: {"label": visit.type_label(name), "colour": colour_of(name)}
            for name in sorted({entity.type for entity in view.nodes}, key=visit.type_order)
        },
        modalities={name: visit.say(f"modality.{name}") for name in MODALITIES},
        path=tuple(path),
        focus=focus,
    )


def joined(views: Iterable[GraphView]) -> GraphView:
    """Lay several parts of the graph over each other."""
    nodes: dict[str, EntityRow] = {}
    edges: dict[str, Edge] = {}
    left_out = 0
    for view in views:
        nodes.update({node.id: node for node in view.nodes})
        edges.update({edge.id: edge for edge in view.edges})
        left_out += view.left_out
    return GraphView(tuple(nodes.values()), tuple(edges.values()), left_out)


def without(view: GraphView, hidden: frozenset[str]) -> GraphView:
    """Take some entities, and all lines that touch them, out of a part of the graph."""
    return replace(
        view,
        nodes=tuple(node for node in view.nodes if node.id not in hidden),
        edges=tuple(edge for edge in view.edges if not {edge.source, edge.target} & hidden),
    )


def _node(entity: EntityRow, visit: Visit, centre: bool) -> dict[str, Any]:
    return {
        "id": entity.id,
        "label": visit.name(entity),
        "type": entity.type,
        "degree": entity.degree,
        "centre": centre,
    }


def _edge(edge: Edge, visit: Visit) -> dict[str, Any]:
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "label": visit.relation_label(edge.relation),
        "modality": edge.modality,
    }
