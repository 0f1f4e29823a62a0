"""Query: ready questions and an editor for one's own, answered as a table or, for CONSTRUCT, as a drawing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from kg.errors import KgError
from kg.query import CannedQuery, canned_queries
from kg.ui.answer_drawing import draw_triples
from kg.ui.cell_names import cell_text, look_up
from kg.ui.components import graph, query_editor
from kg.ui.markup import el
from kg.ui.protocol import JSON, check_query
from kg.ui.result_table import result_table
from kg.ui.results import Rows, Triple, read_rows, read_triples, readable_query, to_csv
from kg.ui.server import shared_pool
from kg.ui.settings import load_settings
from kg.ui.visit import Visit
from kg.ui.vocabulary_terms import completions

SHOWN = 200
DRAWN = 200
N_TRIPLES = "application/n-triples"


@dataclass(frozen=True)
class Answer:
    """What a query gave: rows, yes or no, or triples, with the bytes to download."""

    rows: Rows | None = None
    verdict: bool | None = None
    triples: tuple[Triple, ...] | None = None


def show(visit: Visit) -> None:
    """Draw the page."""
    visit.graph  # noqa: B018 - an empty graph is shown as such before anybody writes a query
    say = visit.say
    st.html(el("header", el("h1", say("query.title")), el("p", say("query.lead"), cls="kg-lead"), cls="kg-opening"))
    questions = {question.name: question for question in canned_queries()}
    chosen = st.selectbox(
        say("query.examples"),
        list(questions),
        index=None,
        format_func=lambda name: questions[name].title,
        placeholder=say("query.pick"),
        key="example",
        on_change=_ask_example,
        args=(questions,),
    )
    if chosen:
        st.html(el("p", questions[chosen].description, cls="kg-quiet"))
    text = st.query_params.get("query") or _first(questions)
    asked = query_editor(text, revision=_revision(text), terms=completions(visit.ontology), say=say, key="editor")
    if asked is not None and asked != st.query_params.get("query"):
        st.query_params["query"] = asked
    question = asked or st.query_params.get("query")
    if question:
        _answer(visit, question)


def ask(question: str) -> Answer:
    """Answer a query in one of the workers, which stop it when it takes too long."""
    settings = load_settings()
    form = check_query(question, max_length=settings.max_query_length)
    pool = shared_pool(settings)
    if form == "graph":
        return Answer(triples=read_triples(pool.answer(question, N_TRIPLES)))
    rows = read_rows(pool.answer(question, JSON))
    return Answer(verdict=rows) if isinstance(rows, bool) else Answer(rows=rows)


def _answer(visit: Visit, question: str) -> None:
    try:
        with st.spinner(visit.say("query.running")):
            answer = ask(question)
    except KgError as error:
        st.error(visit.say("query.refused"))
        st.code(str(error), language=None, wrap_lines=True)
        return
    if answer.verdict is not None:
        st.html(el("p", visit.say("query.yes" if answer.verdict else "query.no"), cls="kg-verdict"))
    elif answer.triples is not None:
        _triples(visit, answer.triples)
    elif answer.rows is not None:
        _rows(visit, answer.rows)


def _rows(visit: Visit, rows: Rows) -> None:
    say = visit.say
    st.html(el("h2", say("query.rows", n=len(rows.cells)), cls="kg-small-heading"))
    if not rows.cells:
        st.html(el("p", say("query.no_rows"), cls="kg-quiet"))
        return
    st.html(result_table(visit, rows, SHOWN))
    if len(rows.cells) > SHOWN:
        st.html(el("p", say("query.cut", n=SHOWN), cls="kg-notice"))
    _download(visit, rows.columns, ([cell.value for cell in row] for row in rows.cells))


def _triples(visit: Visit, triples: tuple[Triple, ...]) -> None:
    say = visit.say
    st.html(el("h2", say("query.triples", n=len(triples)), cls="kg-small-heading"))
    if not triples:
        st.html(el("p", say("query.no_rows"), cls="kg-quiet"))
        return
    graph(draw_triples(visit, triples[:DRAWN]), say, key="constructed", height=480)
    if len(triples) > DRAWN:
        st.html(el("p", say("query.cut_drawing", n=DRAWN), cls="kg-notice"))
    columns = tuple(say(f"query.column_{name}") for name in ("subject", "predicate", "object"))
    known = look_up(visit, (cell for triple in triples[:SHOWN] for cell in triple))
    table = [[cell_text(visit, known, cell) for cell in triple] for triple in triples[:SHOWN]]
    st.dataframe([dict(zip(columns, row, strict=True)) for row in table], hide_index=True)
    _download(visit, columns, ([cell.value for cell in triple] for triple in triples))


def _download(visit: Visit, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    st.download_button(
        visit.say("query.download"), to_csv(columns, rows), "answer.csv", "text/csv", on_click="ignore", key="download"
    )


def _ask_example(questions: dict[str, CannedQuery]) -> None:
    chosen = st.session_state["example"]
    if chosen:
        st.query_params["query"] = readable_query(questions[chosen].text)


def _first(questions: dict[str, CannedQuery]) -> str:
    return next((readable_query(question.text) for question in questions.values()), "")


def _revision(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
