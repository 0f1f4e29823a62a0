"""Overview: how much the graph holds, what came in last, where the money is, and where to go from here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import streamlit as st

from kg.query import counts, most_connected, newest_facts, top_budgets
from kg.query.rows import Counts, EntityRow, FactRow, ValueRow
from kg.ui.charts import Bar, bars
from kg.ui.fact_blocks import entity_link, fact_line, modality_badge
from kg.ui.markup import Html, el
from kg.ui.theme import colour_of
from kg.ui.visit import EmptyGraphError, Visit

NEWEST, BUDGETS, BODIES, TYPES = 6, 6, 8, 14
LOOKED_AT, SENTENCES_EACH, FACTS_EACH = 60, 2, 3


def show(visit: Visit) -> None:
    """Draw the overview."""
    numbers = counts(visit.graph)
    if not numbers.articles:
        raise EmptyGraphError("the graph holds no article yet")
    st.html(_opening(visit, numbers))
    left, right = st.columns([1.55, 1], gap="large")
    with left:
        st.html(_newest(visit))
    with right:
        st.html(_budgets(visit))
        st.html(_bodies(visit))
    st.html(_types(visit, numbers))
    st.html(_next_steps(visit))


def _opening(visit: Visit, numbers: Counts) -> Html:
    say = visit.say
    figures = [
        ("articles", numbers.articles, visit.href("article")),
        ("entities", numbers.entities, visit.href("explore")),
        ("statements", numbers.statements, visit.href("query")),
        ("evidence", numbers.evidence, None),
    ]
    return el(
        "header",
        el("h1", say("overview.title")),
        el("p", say("overview.lead"), cls="kg-lead"),
        el("div", *(_figure(visit, *figure) for figure in figures), cls="kg-figures"),
        cls="kg-opening",
    )


def _figure(visit: Visit, name: str, value: int, href: str | None) -> Html:
    label = visit.say(f"overview.{name}", n=value)
    number = visit.say.number(value)
    inner = (el("b", number), el("span", label))
    return el("a", *inner, href=href) if href else el("div", *inner)


def _newest(visit: Visit) -> Html:
    told = by_sentence(newest_facts(visit.graph, LOOKED_AT))[:NEWEST]
    return el(
        "section", el("h2", visit.say("overview.newest")), *(_news(visit, facts) for facts in told), cls="kg-news"
    )


def by_sentence(facts: Iterable[FactRow]) -> list[list[FactRow]]:
    """Group facts by the sentence they rest on, a few sentences of each article, in the order given."""
    groups: dict[tuple[str, int], list[FactRow]] = {}
    sentences: Counter[str] = Counter()
    for fact in facts:
        if not fact.evidence:
            continue
        article, place = fact.evidence[0].article_id, (fact.evidence[0].article_id, fact.evidence[0].start)
        if place not in groups and sentences[article] == SENTENCES_EACH:
            continue
        if place not in groups:
            sentences[article] += 1
        groups.setdefault(place, []).append(fact)
    return [group[:FACTS_EACH] for group in groups.values()]


def _news(visit: Visit, facts: Sequence[FactRow]) -> Html:
    evidence = facts[0].evidence[0]
    href = visit.href("article", id=evidence.article_id, at=f"{evidence.start}-{evidence.end}")
    origin = " · ".join(part for part in (evidence.publisher, visit.say.date(evidence.published)) if part)
    return el(
        "article",
        *(fact_line(visit, fact) for fact in facts),
        el("blockquote", evidence.quote),
        el("cite", el("a", evidence.title, href=href), f" · {origin}" if origin else None),
        cls="kg-item",
    )


def _budgets(visit: Visit) -> Html | None:
    facts = [fact for fact in top_budgets(visit.graph, BUDGETS) if isinstance(fact.object, ValueRow)]
    rows = [
        Bar(
            name=entity_link(visit, fact.subject),
            size=_size(fact.object),
            figure=visit.value(fact.object),
            colour=colour_of(fact.subject.type),
            note=modality_badge(visit, fact.modality) if fact.modality != "actual" else None,
        )
        for fact in facts
        if isinstance(fact.object, ValueRow)
    ]
    return el("section", el("h2", visit.say("overview.budgets")), bars(rows), cls="kg-panel")


def _bodies(visit: Visit) -> Html:
    rows = [_body(visit, entity) for entity in most_connected(visit.graph, BODIES)]
    return el("section", el("h2", visit.say("overview.connected")), bars(rows), cls="kg-panel")


def _body(visit: Visit, entity: EntityRow) -> Bar:
    figure = visit.say("overview.facts", n=entity.degree)
    return Bar(entity_link(visit, entity), entity.degree, figure, colour_of(entity.type))


def _types(visit: Visit, numbers: Counts) -> Html:
    kinds = sorted(numbers.by_type.items(), key=lambda item: -item[1])[:TYPES]
    cells = [
        el(
            "li",
            el("i", style=f"background:{colour_of(name)};height:{_share(size, kinds[0][1])}%", aria_hidden="true"),
            el("b", visit.say.number(size)),
            el("span", visit.type_label(name)),
        )
        for name, size in kinds
        if size
    ]
    return el("section", el("h2", visit.say("overview.types")), el("ul", *cells, cls="kg-columns"), cls="kg-panel")


def _next_steps(visit: Visit) -> Html:
    steps = [
        el("a", el("b", visit.say(f"overview.{page}_title")), el("span", visit.say(f"overview.{page}_text")), href=href)
        for page, href in (
            ("explore", visit.href("explore")),
            ("query", visit.href("query")),
            ("add", visit.href("add")),
        )
    ]
    return el("section", el("h2", visit.say("overview.next")), el("div", *steps, cls="kg-steps"), cls="kg-panel")


def _share(size: int, largest: int) -> int:
    return max(2, round(100 * size / largest))


def _size(value: ValueRow) -> float:
    try:
        return float(value.value)
    except ValueError:
        return 0.0
