"""Entity: who or what it is, everything stated about it with the sentences behind it, and its neighbourhood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from kg.query import entity_page, most_connected, neighbourhood
from kg.query.rows import EntityPage, FactRow
from kg.ui.components import graph
from kg.ui.fact_blocks import (
    details_of,
    entity_link,
    object_of,
    type_chip,
    with_evidence,
)
from kg.ui.graph_data import draw
from kg.ui.markup import Html, el, outside_link, spaced, web_href
from kg.ui.visit import Visit

NEIGHBOURS = 14
UNFOLDED = 40
"""Up to so many sentences are shown at once; where there are more, a click unfolds those of a fact."""


def show(visit: Visit) -> None:
    """Draw the page of the entity that the address names."""
    entity_id = st.query_params.get("id")
    page = entity_page(visit.graph, entity_id) if entity_id else None
    if page is None:
        st.html(_not_found(visit, entity_id))
        return
    st.set_page_config(page_title=f"{visit.name(page.entity)} · {visit.say('app.name')}")
    st.html(_header(visit, page))
    left, right = st.columns([1.7, 1], gap="large")
    with left:
        st.html(_facts(visit, page))
    with right:
        _neighbourhood(visit, page)
        st.html(_about(visit, page))


def _header(visit: Visit, page: EntityPage) -> Html:
    entity = page.entity
    other = visit.other_name(entity)
    other_language = "en" if visit.say.chinese else "zh-Hant"
    return el(
        "header",
        el("p", type_chip(visit, entity.type)),
        el("h1", visit.name(entity)),
        el("p", other, cls="kg-other-name", lang=other_language) if other else None,
        cls="kg-opening",
    )


def _facts(visit: Visit, page: EntityPage) -> Html:
    me = page.entity.id
    own = [fact for fact in page.facts if fact.subject.id == me]
    others = [fact for fact in page.facts if fact.subject.id != me]
    if not page.facts:
        return el("p", visit.say("entity.no_facts"), cls="kg-quiet")
    return el(
        "section",
        *(_group(visit, page, facts) for facts in by_relation(own)),
        el("h2", visit.say("entity.said_by_others")) if own and others else None,
        *(_group(visit, page, facts) for facts in by_relation(others)),
        el("p", visit.say("entity.left_out", n=page.left_out), cls="kg-notice") if page.left_out else None,
        cls="kg-facts",
    )


def by_relation(facts: Iterable[FactRow]) -> list[list[FactRow]]:
    """Group facts by relation; well-founded groups and facts come first."""
    groups: dict[str, list[FactRow]] = {}
    for fact in sorted(facts, key=lambda fact: (-fact.support, -fact.confidence)):
        groups.setdefault(fact.relation, []).append(fact)
    return list(groups.values())


def _group(visit: Visit, page: EntityPage, facts: Sequence[FactRow]) -> Html:
    unfolded = sum(len(fact.evidence) for fact in page.facts) <= UNFOLDED
    rows = [with_evidence(visit, _line(visit, page, fact), fact, unfolded=unfolded) for fact in facts]
    return el("section", el("h3", visit.relation_label(facts[0].relation)), el("div", *rows), cls="kg-group")


def _line(visit: Visit, page: EntityPage, fact: FactRow) -> Html:
    """Return the other side of a fact; where this entity is the object, an arrow says so."""
    if fact.subject.id == page.entity.id:
        sides: tuple[Html, ...] = (object_of(visit, fact),)
    else:
        sides = (entity_link(visit, fact.subject), el("span", visit.say("entity.to_this"), cls="kg-relation"))
    details = details_of(visit, fact, always_badge=True)
    return el("p", spaced((*sides, *details)), cls=f"kg-line {fact.modality}")


def _neighbourhood(visit: Visit, page: EntityPage) -> None:
    me = page.entity.id
    view = neighbourhood(visit.graph, [me], depth=1, limit=NEIGHBOURS)
    if len(view.nodes) < 2:
        return
    st.html(el("h3", visit.say("entity.neighbourhood"), cls="kg-small-heading"))
    chosen = graph(draw(view, visit, centres=[me]), visit.say, key=f"around-{me}", height=330)
    clicked = next((node for node in view.nodes if chosen and node.id == chosen.id and node.id != me), None)
    links = [entity_link(visit, clicked, with_type=True)] if clicked else []
    more = el("a", visit.say("entity.explore"), href=visit.href("explore", ids=me))
    st.html(el("p", *links, more, cls="kg-under-graph"))


def _about(visit: Visit, page: EntityPage) -> Html:
    return el("div", _aliases(visit, page), _same_as(visit, page), _source(visit, page), cls="kg-about")


def _aliases(visit: Visit, page: EntityPage) -> Html | None:
    if not page.aliases:
        return None
    return el(
        "div",
        el("h3", visit.say("entity.aliases")),
        el("ul", *(el("li", name) for name in page.aliases), cls="kg-tags"),
    )


def _same_as(visit: Visit, page: EntityPage) -> Html | None:
    links = [el("li", outside_link(_short(address), address)) for address in page.same_as if web_href(address)]
    return el("div", el("h3", visit.say("entity.same_as")), el("ul", *links)) if links else None


def _source(visit: Visit, page: EntityPage) -> Html | None:
    if page.source is None:
        return el("p", visit.say("entity.from_articles"), cls="kg-quiet")
    words = visit.say("entity.checked" if page.checked else "entity.unchecked")
    return el("div", el("h3", visit.say("entity.source")), el("p", outside_link(_short(page.source), page.source)),
              el("p", words, cls="kg-quiet"))  # fmt: skip


def _not_found(visit: Visit, entity_id: str | None) -> Html:
    key = "entity.not_found" if entity_id else "entity.none_chosen"
    suggestions = [el("li", entity_link(visit, row, with_type=True)) for row in most_connected(visit.graph, 8)]
    return el(
        "section",
        el("h1", visit.say(key)),
        el("p", visit.say("entity.try_search"), cls="kg-lead"),
        el("ul", *suggestions, cls="kg-plain"),
        cls="kg-empty",
    )


def _short(address: str) -> str:
    if "wikidata.org/entity/" in address:
        return f"Wikidata {address.rpartition('/')[2]}"
    return address.split("://", 1)[-1].removeprefix("www.").partition("/")[0] or address
