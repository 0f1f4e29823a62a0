"""The frame around every page: menu, search, language, and one place where a page that fails is caught."""

from __future__ import annotations

import logging
from functools import partial

import streamlit as st

from kg.query import search
from kg.ui import opened
from kg.ui.components import followed_link
from kg.ui.fact_blocks import entity_link
from kg.ui.language import LANGUAGES, SHORT_NAMES, Language, load_words, preferred_language
from kg.ui.markup import Html, el
from kg.ui.pages import PAGES, PageSpec
from kg.ui.theme import ICON, STYLE_SHEET
from kg.ui.visit import EmptyGraphError, Visit

_LOG = logging.getLogger(__name__)
_FOUND = 8


def main() -> None:
    """Draw the frame and, inside it, the page that the address names."""
    visit = open_visit()
    st.set_page_config(page_title=visit.say("app.name"), page_icon=str(ICON), layout="wide")
    st.html(STYLE_SHEET)
    st.logo(str(ICON), size="large")
    pages = {spec.name: _page(spec, visit) for spec in PAGES}
    current = st.navigation(list(pages.values()), position="top")
    link = followed_link(list(pages), on_go=_forget_search)
    if link and link[0] in pages:
        st.switch_page(pages[link[0]], query_params=link[1])
    _top_row(visit)
    current.run()
    st.html(el("p", visit.say("app.footer"), cls="kg-footer"))


def open_visit() -> Visit:
    """Return the newest graph with the words and the vocabulary for this reader."""
    default = preferred_language(st.context.locale)
    language = _chosen_language(default)
    return Visit(
        opened.newest_graph(),
        load_words(language),
        opened.vocabulary(),
        carried=language if language != default else None,
    )


def _page(spec: PageSpec, visit: Visit) -> st.Page:
    return st.Page(
        partial(_show, spec, visit),
        title=visit.say(spec.title_key),
        icon=spec.icon,
        url_path=spec.name or "overview",
        default=not spec.name,
        visibility="visible" if spec.in_menu else "hidden",
    )


def _show(spec: PageSpec, visit: Visit) -> None:
    try:
        spec.show(visit)
    except EmptyGraphError:
        st.html(_empty(visit))
    except Exception:  # noqa: BLE001 - one page must not take the frame with it
        _LOG.exception("the page %r failed", spec.name or "overview")
        st.error(visit.say("app.failed"))


def _chosen_language(default: Language) -> Language:
    """Return what the switch says; at the first run, what the address or else the browser asks for."""
    if "lang" not in st.session_state:
        named = st.query_params.get("lang")
        st.session_state["lang"] = named if named in LANGUAGES else default
    language: Language = st.session_state["lang"]
    return language


def _top_row(visit: Visit) -> None:
    with st.container(key="kg-top", horizontal=True, vertical_alignment="center", gap="medium"):
        text = st.text_input(
            visit.say("search.label"),
            key="search",
            type="search",
            placeholder=visit.say("search.placeholder"),
            label_visibility="collapsed",
            live=True,
        )
        st.segmented_control(
            visit.say("app.language"),
            LANGUAGES,
            required=True,
            format_func=SHORT_NAMES.__getitem__,
            key="lang",
            label_visibility="collapsed",
            on_change=_name_language,
        )
    if text and text.strip():
        st.html(_found(visit, text.strip()))


def _found(visit: Visit, text: str) -> Html:
    rows = search(visit.graph, text, _FOUND) if visit.reader else ()
    if not rows:
        return el("div", el("p", visit.say("search.nothing", text=text), cls="kg-quiet"), cls="kg-found")
    items = [
        el("li", entity_link(visit, row, with_type=True), el("small", visit.other_name(row)), cls="kg-hit")
        for row in rows
    ]
    return el("div", el("ul", *items), cls="kg-found")


def _name_language() -> None:
    st.query_params["lang"] = st.session_state["lang"]


def _forget_search() -> None:
    st.session_state["search"] = ""


def _empty(visit: Visit) -> Html:
    say = visit.say
    return el(
        "section",
        el("h1", say("empty.title")),
        el("p", say("empty.lead"), cls="kg-lead"),
        el("ol", el("li", say("empty.build")), el("li", el("a", say("empty.add"), href=visit.href("add")))),
        cls="kg-empty",
    )


if __name__ == "__main__":
    main()
