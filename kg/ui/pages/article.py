"""Articles: the list of all, and one article with its mentions marked and the facts that rest on it beside it."""

from __future__ import annotations

import math

import streamlit as st

from kg.query import article_page, articles, counts
from kg.query.rows import ArticlePage
from kg.ui.article_blocks import article_card, article_text, article_title, byline, cited_sources, parse_place
from kg.ui.fact_blocks import fact_line, where_stated
from kg.ui.markup import Html, el
from kg.ui.theme import colour_of
from kg.ui.visit import Visit

PER_PAGE = 20


def show(visit: Visit) -> None:
    """Draw the article that the address names, or the list of all articles."""
    article_id = st.query_params.get("id")
    page = article_page(visit.graph, article_id) if article_id else None
    if page is not None:
        st.set_page_config(page_title=f"{page.article.title} · {visit.say('app.name')}")
        show_article(visit, page)
        return
    if article_id:
        st.html(el("p", visit.say("article.not_found"), cls="kg-lead"))
    _list(visit)


def show_article(visit: Visit, page: ArticlePage, *, way_back: bool = True) -> None:
    """Draw one article with its facts."""
    target = parse_place(st.query_params.get("at"))
    back = el("a", visit.say("article.all"), href=visit.href("article"), cls="kg-back") if way_back else None
    st.html(el("header", back, article_title(visit, page, target), byline(visit, page.article), cls="kg-opening"))
    left, right = st.columns([1.7, 1], gap="large")
    with left:
        st.html(article_text(visit, page, target))
        st.html(_legend(visit, page))
    with right:
        st.html(_facts(visit, page))
        sources = cited_sources(visit, page.article)
        if sources:
            st.html(sources)


def _facts(visit: Visit, page: ArticlePage) -> Html:
    if not page.facts:
        return el(
            "section", el("h2", visit.say("article.facts")), el("p", visit.say("article.no_facts"), cls="kg-quiet")
        )
    rows = [
        el("article", fact_line(visit, fact), where_stated(visit, fact, page.article.id), cls="kg-fact")
        for fact in page.facts
    ]
    return el("section", el("h2", visit.say("article.facts")), *rows, cls="kg-side-facts")


def _legend(visit: Visit, page: ArticlePage) -> Html:
    types = sorted({mention.entity.type for mention in page.mentions}, key=visit.type_order)
    items = [
        el("li", el("i", style=f"background:{colour_of(name)}", aria_hidden="true"), visit.type_label(name))
        for name in types
    ]
    return el("ul", *items, cls="kg-legend")


def _list(visit: Visit) -> None:
    total = counts(visit.graph).articles
    st.html(el("header", el("h1", visit.say("article.list_title")),
               el("p", visit.say("article.list_lead", n=total), cls="kg-lead"), cls="kg-opening"))  # fmt: skip
    pages = max(1, math.ceil(total / PER_PAGE))
    number = min(max(1, st.session_state.get("page") or 1), pages)
    rows = articles(visit.graph, PER_PAGE, PER_PAGE * (number - 1))
    st.html(el("div", *(article_card(visit, row) for row in rows), cls="kg-cards"))
    if pages > 1:
        st.pagination(pages, key="page", bind="query-params")
