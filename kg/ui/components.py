"""Our own browser components: the drawn graph, the query editor, and links that change the page without reloading it.

Their code is bundled from `frontend/` into `static/` when the package is built. Data reaches them as data, never as
markup. Where a bundle is missing, each has a plain stand-in, so that no page fails.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from kg import resources
from kg.ui.graph_data import Drawing
from kg.ui.language import Words

_GRAPH = """<div class="frame"><div class="canvas" role="img"></div><div class="tools"></div><p class="hint"></p></div>
<div class="legend"></div>"""
_EDITOR = """<div class="kg-sparql"><div class="editor"></div>
<div class="bar"><button type="button" class="run"></button><span class="keys"></span></div></div>"""
_WORDS_OF_GRAPH = ("fit", "zoom_in", "zoom_out", "picture", "full_screen")


@dataclass(frozen=True)
class Selected:
    """What was clicked in a drawn graph: an entity, or a statement between two."""

    kind: Literal["node", "edge"]
    id: str


def has_bundle(name: str) -> bool:
    """Tell whether the code of a component was built."""
    return (resources.STATIC / f"{name}.js").is_file()


def graph(
    drawing: Drawing,
    say: Words,
    *,
    key: str,
    height: int = 520,
    on_select: Callable[[], None] = lambda: None,
    on_expand: Callable[[], None] | None = None,
) -> Selected | None:
    """Draw a part of the graph and return what is selected in it; see `selected_in` and `expanded_in` for callbacks."""
    if not has_bundle("graph"):
        st.info(say("graph.no_bundle"))
        return None
    words = {_camel(word): say(f"graph.{word}") for word in _WORDS_OF_GRAPH}
    label = say("graph.label", nodes=len(drawing.nodes), edges=len(drawing.edges))
    hint = say("graph.hint") if on_expand else ""
    result = _component("graph", _GRAPH)(
        key=key,
        data={**drawing.data(), "height": height, "words": {**words, "label": label, "hint": hint}},
        default={"selected": None},
        on_selected_change=on_select,
        on_expand_change=on_expand or (lambda: None),
    )
    return _selected(result.selected)


def selected_in(key: str) -> Selected | None:
    """Return what is selected in the graph drawn under a key."""
    return _selected(st.session_state.get(key, {}).get("selected"))


def expanded_in(key: str) -> str | None:
    """Return the entity whose neighbours the reader has just asked for in the graph drawn under a key."""
    entity_id = st.session_state.get(key, {}).get("expand")
    return str(entity_id) if entity_id else None


def query_editor(text: str, *, revision: str, terms: Sequence[str], say: Words, key: str) -> str | None:
    """Show the editor with a query and return the query when the reader has just asked to run it."""
    if not (has_bundle("sparql") and has_bundle("links")):
        typed = st.text_area(say("sparql.editor"), text, height=300, key=f"{key}-plain-{revision}")
        return typed if st.button(say("sparql.run"), type="primary") else None
    words = {"run": say("sparql.run"), "keys": say("sparql.keys"), "label": say("sparql.editor")}
    result = _component("sparql", _EDITOR, isolate_styles=False)(
        key=key,
        data={"text": text, "revision": revision, "terms": list(terms), "words": words},
        on_run_change=lambda: None,
    )
    return str(result.run) if result.run is not None else None


def followed_link(pages: Sequence[str], *, on_go: Callable[[], None]) -> tuple[str, dict[str, str]] | None:
    """Return the page and its parameters when the reader has just clicked a link to one of our own pages."""
    if not has_bundle("links"):
        return None
    result = _component("links", "")(key="links", data={"pages": list(pages)}, on_go_change=on_go)
    if result.go is None:
        return None
    return str(result.go["page"]), {str(name): str(value) for name, value in result.go["params"].items()}


def _component(name: str, html: str, *, isolate_styles: bool = True) -> ComponentRenderer:
    return st.components.v2.component(
        f"kg_{name}",
        html=html or None,
        css=_asset(f"{name}.css"),
        js=_asset(f"{name}.js"),
        isolate_styles=isolate_styles,
    )


def _asset(file_name: str) -> str | None:
    path = resources.STATIC / file_name
    # Streamlit takes a text of one line for the name of a file.
    return f"/* {file_name} */\n{path.read_text(encoding='utf-8')}" if path.is_file() else None


def _selected(value: Any) -> Selected | None:
    if not value or value.get("kind") not in {"node", "edge"}:
        return None
    return Selected(value["kind"], str(value["id"]))


def _camel(word: str) -> str:
    first, *rest = word.split("_")
    return first + "".join(part.capitalize() for part in rest)
