"""Explore: the graph around chosen entities, or between two of them, drawn and as a table of the same facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from kg.query import entity_page, fact, most_connected, neighbourhood, paths
from kg.query.rows import Edge, EntityRow, FactRow, GraphView
from kg.ui.components import Selected, expanded_in, graph, selected_in
from kg.ui.fact_blocks import entity_link, evidence_block, fact_line, footing_of, type_chip
from kg.ui.graph_data import draw, joined
from kg.ui.markup import Html, el, spaced
from kg.ui.visit import Visit

LIMIT = 200
"""Entities drawn at most; more would be a ball of wool."""

CHOICES = 2000
"""Entities that can be picked from a list, the most connected ones; the search above every page finds all."""

KEY, MODE, CENTRES = "explored", "explored-mode", "explored-centres"
TABLE, FOCUS, ROWS = "explored-table", "explored-focus", "explored-rows"
_MODES = ("around", "between")


@dataclass(frozen=True)
class Scene:
    """What is drawn: a part of the graph, the entities it was asked for, and the edges of the shortest path."""

    view: GraphView
    centres: tuple[str, ...]
    path: tuple[str, ...] = ()
    routes: tuple[GraphView, ...] = ()


def show(visit: Visit) -> None:
    """Draw the page."""
    st.html(
        el(
            "header",
            el("h1", visit.say("explore.title")),
            el("p", visit.say("explore.lead"), cls="kg-lead"),
            cls="kg-opening",
        )
    )
    _explorer(visit)


@st.fragment
def _explorer(visit: Visit) -> None:
    known = {row.id: row for row in most_connected(visit.graph, CHOICES)}
    named = st.query_params.get("mode")
    mode = st.segmented_control(
        visit.say("explore.mode"),
        _MODES,
        default=named if named in _MODES else "around",
        required=True,
        format_func=lambda name: visit.say(f"explore.{name}"),
        key=MODE,
        label_visibility="collapsed",
        on_change=_name_mode,
    )
    scene = _between(visit, known) if mode == "between" else _around(visit, known)
    if scene is None:
        return
    left, right = st.columns([2.3, 1], gap="medium")
    with left:
        _drawing(visit, scene)
    with right:
        st.html(_side_panel(visit, scene))
    _table(visit, scene.view)


def _around(visit: Visit, known: dict[str, EntityRow]) -> Scene:
    wanted = _listed("ids") or tuple(list(known)[:1])
    view = neighbourhood(visit.graph, wanted, depth=1, limit=LIMIT)
    rows = {**{row.id: row for row in view.nodes}, **known}
    centres = tuple(entity_id for entity_id in wanted if entity_id in rows)
    st.session_state[CENTRES] = list(centres)
    st.multiselect(
        visit.say("explore.centres"),
        list(rows),
        format_func=lambda entity_id: _both_names(visit, rows[entity_id]),
        key=CENTRES,
        on_change=_name_centres,
        placeholder=visit.say("explore.pick"),
    )
    return Scene(view, centres)


def _between(visit: Visit, known: dict[str, EntityRow]) -> Scene | None:
    with st.container(key="kg-controls", horizontal=True):
        ends = [_end(visit, known, name) for name in ("from", "to")]
    if None in ends or ends[0] == ends[1]:
        st.html(el("p", visit.say("explore.choose_two"), cls="kg-quiet"))
        return None
    start, goal = str(ends[0]), str(ends[1])
    routes = paths(visit.graph, start, goal)
    if not routes:
        st.html(el("p", visit.say("explore.no_path"), cls="kg-lead"))
        return None
    return Scene(joined(routes), (start, goal), tuple(edge.id for edge in routes[0].edges), routes)


def _end(visit: Visit, known: dict[str, EntityRow], name: str) -> str | None:
    chosen = st.query_params.get(name)
    options = list(known)
    key = f"explore-{name}"
    return st.selectbox(
        visit.say(f"explore.{name}"),
        options,
        index=options.index(chosen) if chosen in known else None,
        format_func=lambda entity_id: _both_names(visit, known[entity_id]),
        key=key,
        on_change=_set_end,
        args=(key, name),
        placeholder=visit.say("explore.pick"),
    )


def _drawing(visit: Visit, scene: Scene) -> None:
    focus: Selected | None = st.session_state.get(FOCUS)
    drawing = draw(scene.view, visit, centres=scene.centres, path=scene.path, focus=focus.id if focus else None)
    graph(
        drawing,
        visit.say,
        key=KEY,
        height=560,
        on_select=_focus_on_selected,
        on_expand=_expand,
    )
    if scene.view.left_out:
        st.html(el("p", visit.say("explore.left_out", n=scene.view.left_out, limit=LIMIT), cls="kg-notice"))


def _side_panel(visit: Visit, scene: Scene) -> Html:
    focus: Selected | None = st.session_state.get(FOCUS)
    if focus and focus.kind == "edge" and any(edge.id == focus.id for edge in scene.view.edges):
        stated = fact(visit.graph, focus.id)
        if stated:
            return _statement(visit, stated)
    if focus and focus.kind == "node":
        entity = next((node for node in scene.view.nodes if node.id == focus.id), None)
        if entity:
            return _entity(visit, entity)
    return _routes(visit, scene) if scene.routes else _summary(visit, scene)


def _statement(visit: Visit, stated: FactRow) -> Html:
    sentences = [evidence_block(visit, evidence, visit.graph.text) for evidence in stated.evidence]
    return el("aside", fact_line(visit, stated), footing_of(visit, stated), *sentences, cls="kg-side")


def _entity(visit: Visit, entity: EntityRow) -> Html:
    page = entity_page(visit.graph, entity.id)
    facts = page.facts[:5] if page else ()
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
    strongest = sorted(others, key=lambda node: -node.degree)[:8]
    size = visit.say("explore.size", nodes=len(scene.view.nodes), edges=len(scene.view.edges))
    return el(
        "aside",
        el("h2", visit.say("explore.in_view")),
        el("p", size, cls="kg-quiet"),
        el("ul", *(el("li", entity_link(visit, node)) for node in strongest), cls="kg-plain"),
        cls="kg-side",
    )


def _table(visit: Visit, view: GraphView) -> None:
    focus: Selected | None = st.session_state.get(FOCUS)
    at = focus.id if focus and focus.kind == "node" and any(node.id == focus.id for node in view.nodes) else None
    edges = [edge for edge in view.edges if at in (None, edge.source, edge.target)]
    st.session_state[ROWS] = [edge.id for edge in edges]
    names = {node.id: visit.name(node) for node in view.nodes}
    heading = visit.say("explore.table_of", name=names[at]) if at else visit.say("explore.table")
    st.html(el("h2", heading, cls="kg-small-heading"))
    if not edges:
        st.html(el("p", visit.say("explore.no_edges"), cls="kg-quiet"))
        return
    st.dataframe(
        [_row(visit, edge, names) for edge in edges],
        key=f"{TABLE}-{at}-{len(edges)}",
        on_select=_focus_on_row,
        selection_mode="single-row",
        hide_index=True,
        height=min(420, 38 + 35 * len(edges)),
        column_config=_widths(visit),
    )


def _widths(visit: Visit) -> dict[str, Any]:
    wide = {"subject": 310, "relation": 150, "object": 310, "modality": 110, "articles": 80}
    return {visit.say(f"explore.column_{name}"): st.column_config.Column(width=width) for name, width in wide.items()}


def _row(visit: Visit, edge: Edge, names: dict[str, str]) -> dict[str, object]:
    say = visit.say
    return {
        say("explore.column_subject"): names.get(edge.source, edge.source),
        say("explore.column_relation"): visit.relation_label(edge.relation),
        say("explore.column_object"): names.get(edge.target, edge.target),
        say("explore.column_modality"): say(f"modality.{edge.modality}"),
        say("explore.column_articles"): edge.support,
    }


def _both_names(visit: Visit, row: EntityRow) -> str:
    """Return an entity's names in both languages, so that typing either finds it."""
    return " · ".join(part for part in (visit.name(row), visit.other_name(row)) if part)


def _listed(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in st.query_params.get(name, "").split(",") if part))


def _write_centres(centres: tuple[str, ...]) -> None:
    st.query_params["ids"] = ",".join(centres)


def _name_centres() -> None:
    _write_centres(tuple(st.session_state[CENTRES]))


def _set_end(key: str, name: str) -> None:
    if st.session_state[key]:
        st.query_params[name] = st.session_state[key]
    elif name in st.query_params:
        del st.query_params[name]


def _name_mode() -> None:
    st.query_params["mode"] = st.session_state[MODE]


def _focus_on_selected() -> None:
    st.session_state[FOCUS] = selected_in(KEY)


def _focus_on_row() -> None:
    ids = st.session_state.get(ROWS, [])
    key = next((name for name in st.session_state if str(name).startswith(TABLE)), None)
    rows = st.session_state[key]["selection"]["rows"] if key else []
    st.session_state[FOCUS] = Selected("edge", ids[rows[0]]) if rows and rows[0] < len(ids) else None


def _expand() -> None:
    entity_id = expanded_in(KEY)
    if entity_id:
        _write_centres(tuple(dict.fromkeys((*_listed("ids"), entity_id))))
