"""What stands beside the drawn graph: the selected fact with its sentences, the selected entity, or the paths found."""

from __future__ import annotations

from dataclasses import dataclass

from kg.query import entity_page, fact
from kg.query.rows import EntityRow, FactRow, GraphView
from kg.ui.components import Selected
from kg.ui.fact_blocks import entity_link, evidence_block, fact_line, footing_of, type_chip
from kg.ui.markup import Html, el, spaced
from kg.ui.visit import Visit

FACTS_SHOWN, NAMES_SHOWN = 5, 8


@dataclass(frozen=True)
class Scene:
    """What is drawn: a part of the graph, the entities it was asked for, and the edges of the shortest path."""

    view: GraphView
    centres: tuple[str, ...]
    path: tuple[str, ...] = ()
    routes: tuple[GraphView, ...] = ()


def side_panel(visit: Visit, scene: Scene, focus: Selected | None) -> Html:
    """Return what stands beside a drawing: the selected fact or entity, or else what the drawing shows."""
    if focus and focus.kind == "edge" and any(edge.id == focus.id for edge in scene.view.edges):
        stated = fact(visit.graph, focus.id)
        if stated:
            return _statement(visit, stated)
    entity = next((node for node in scene.view.nodes if focus and node.id == focus.id), None)
    if entity:
        return _entity(visit, entity)
    return _routes(visit, scene) if scene.routes else _summary(visit, scene)


def _statement(visit: Visit, stated: FactRow) -> Html:
    sentences = [evidence_block(visit, evidence) for evidence in stated.evidence]
    return el("aside", fact_line(visit, stated), footing_of(visit, stated), *sentences, cls="kg-side")


def _entity(visit: Visit, entity: EntityRow) -> Html:
    page = entity_page(visit.graph, entity.id)
    facts = page.facts[:FACTS_SHOWN] if page else ()
    more = visit.say("explore.open_page", n=len(page.facts) if page else 0)
    return el(
        "aside",
        type_chip(visit, entity.type),
        el("h2", visit.name(entity)),
        el("p", visit.other_name(entity), cls="kg-quiet"),
        *(fact_line(visit, stated) for stated in facts),
        el("p", el("a", more, href=visit.href("entity", id=entity.id), cls="kg-button")),
        cls="kg-side",
    )


def _routes(visit: Visit, scene: Scene) -> Html:
    items = [el("li", spaced(_route(visit, route, scene.centres[0]))) for route in scene.routes]
    return el(
        "aside", el("h2", visit.say("explore.routes", n=len(items))), el("ol", *items, cls="kg-routes"), cls="kg-side"
    )


def _route(visit: Visit, route: GraphView, start: str) -> list[Html]:
    """Walk along a path and name each step."""
    nodes = {node.id: node for node in route.nodes}
    here, steps = start, [entity_link(visit, nodes[start])]
    remaining = list(route.edges)
    while remaining:
        edge = next((edge for edge in remaining if here in (edge.source, edge.target)), None)
        if edge is None:
            break
        remaining.remove(edge)
        onward = edge.source == here
        here = edge.target if onward else edge.source
        arrow = f"{visit.relation_label(edge.relation)} →" if onward else f"← {visit.relation_label(edge.relation)}"
        steps += [el("span", arrow, cls="kg-relation"), entity_link(visit, nodes[here])]
    return steps


def _summary(visit: Visit, scene: Scene) -> Html:
    others = [node for node in scene.view.nodes if node.id not in scene.centres]
    strongest = sorted(others, key=lambda node: -node.degree)[:NAMES_SHOWN]
    size = visit.say("explore.size", nodes=len(scene.view.nodes), edges=len(scene.view.edges))
    return el(
        "aside",
        el("h2", visit.say("explore.in_view")),
        el("p", size, cls="kg-quiet"),
        el("ul", *(el("li", entity_link(visit, node)) for node in strongest), cls="kg-plain"),
        cls="kg-side",
    )
