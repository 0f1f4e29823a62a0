"""Explore: the graph around chosen entities, or between two of them, drawn and as a table of the same facts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from kg.query import most_connected, neighbourhood, paths
from kg.query.rows import Edge, EntityRow, GraphView
from kg.ui.components import Selected, expanded_in, graph, selected_in
from kg.ui.explore_blocks import Scene, side_panel
from kg.ui.graph_data import draw, joined
from kg.ui.markup import el
from kg.ui.visit import Visit

LIMIT = 200
"""Entities drawn at most; more would be a ball of wool."""

CHOICES = 2000
"""Entities that can be picked from a list, the most connected ones; the search above every page finds all."""

KEY, MODE, CENTRES = "explored", "explored-mode", "explored-centres"
TABLE, FOCUS = "explored-table", "explored-focus"
_MODES, _ENDS = ("around", "between"), ("from", "to")


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
    between = mode == "between"
    scene = _between(visit) if between else _around(visit)
    if scene is None:
        return
    left, right = st.columns([2.3, 1], gap="medium")
    with left:
        _drawing(visit, scene, on_expand=None if between else _expand)
    with right:
        st.html(side_panel(visit, scene, st.session_state.get(FOCUS)))
    _table(visit, scene.view)


def _around(visit: Visit) -> Scene | None:
    wanted = _listed("ids") or tuple(row.id for row in most_connected(visit.graph, 1))
    view = neighbourhood(visit.graph, wanted, depth=1, limit=LIMIT)
    choices = _choices(visit, wanted)
    centres = tuple(entity_id for entity_id in wanted if entity_id in choices)
    st.session_state[CENTRES] = list(centres)
    st.multiselect(
        visit.say("explore.centres"),
        list(choices),
        format_func=lambda entity_id: _both_names(visit, choices[entity_id]),
        key=CENTRES,
        on_change=_name_centres,
        placeholder=visit.say("explore.pick"),
    )
    if not centres:
        st.html(el("p", visit.say("explore.unknown"), cls="kg-lead"))
        return None
    return Scene(view, centres)


def _between(visit: Visit) -> Scene | None:
    choices = _choices(visit, tuple(st.query_params.get(name, "") for name in _ENDS))
    with st.container(key="kg-controls", horizontal=True):
        start, goal = (_end(visit, choices, name) for name in _ENDS)
    if start is None or goal is None or start == goal:
        st.html(el("p", visit.say("explore.choose_two"), cls="kg-quiet"))
        return None
    routes = paths(visit.graph, start, goal)
    if not routes:
        st.html(el("p", visit.say("explore.no_path"), cls="kg-lead"))
        return None
    return Scene(joined(routes), (start, goal), tuple(edge.id for edge in routes[0].edges), routes)


def _end(visit: Visit, choices: dict[str, EntityRow], name: str) -> str | None:
    chosen, options, key = st.query_params.get(name), list(choices), f"explored-{name}"
    return st.selectbox(
        visit.say(f"explore.{name}"),
        options,
        index=options.index(chosen) if chosen in choices else None,
        format_func=lambda entity_id: _both_names(visit, choices[entity_id]),
        key=key,
        on_change=_name_end,
        args=(key, name),
        placeholder=visit.say("explore.pick"),
    )


def _choices(visit: Visit, named: tuple[str, ...]) -> dict[str, EntityRow]:
    """Return the entities to pick from: the most connected ones, and those that the address names."""
    asked_for = neighbourhood(visit.graph, named, depth=0).nodes
    return {row.id: row for row in (*asked_for, *most_connected(visit.graph, CHOICES))}


def _drawing(visit: Visit, scene: Scene, on_expand: Callable[[], None] | None) -> None:
    focus: Selected | None = st.session_state.get(FOCUS)
    drawing = draw(scene.view, visit, centres=scene.centres, path=scene.path, focus=focus.id if focus else None)
    graph(drawing, visit.say, key=KEY, height=560, on_select=_focus_on_selected, on_expand=on_expand)
    if scene.view.left_out:
        st.html(el("p", visit.say("explore.left_out", n=scene.view.left_out, limit=LIMIT), cls="kg-notice"))


def _table(visit: Visit, view: GraphView) -> None:
    focus: Selected | None = st.session_state.get(FOCUS)
    names = {node.id: visit.name(node) for node in view.nodes}
    at = focus.id if focus and focus.kind == "node" and focus.id in names else None
    edges = [edge for edge in view.edges if at in (None, edge.source, edge.target)]
    heading = visit.say("explore.table_of", name=names[at]) if at else visit.say("explore.table")
    st.html(el("h2", heading, cls="kg-small-heading"))
    if not edges:
        st.html(el("p", visit.say("explore.no_edges"), cls="kg-quiet"))
        return
    ids = tuple(edge.id for edge in edges)
    key = f"{TABLE}-{hash(ids)}"
    st.dataframe(
        [_row(visit, edge, names) for edge in edges],
        key=key,
        on_select=partial(_focus_on_row, key, ids),
        selection_mode="single-row",
        hide_index=True,
        height=min(420, 38 + 35 * len(edges)),
        column_config=_widths(visit),
    )


def _widths(visit: Visit) -> dict[str, Any]:
    wide = {"subject": 230, "relation": 110, "object": 230, "modality": 80, "articles": 60}
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


def _name_end(key: str, name: str) -> None:
    if st.session_state[key]:
        st.query_params[name] = st.session_state[key]
    elif name in st.query_params:
        del st.query_params[name]


def _name_mode() -> None:
    st.query_params["mode"] = st.session_state[MODE]


def _focus_on_selected() -> None:
    st.session_state[FOCUS] = selected_in(KEY)


def _focus_on_row(key: str, ids: tuple[str, ...]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    st.session_state[FOCUS] = Selected("edge", ids[rows[0]]) if rows else None


def _expand() -> None:
    entity_id = expanded_in(KEY)
    if entity_id:
        _write_centres(tuple(dict.fromkeys((*st.session_state.get(CENTRES, ()), entity_id))))
