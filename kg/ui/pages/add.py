"""Add articles: paste or upload a page, watch it become facts, and read them at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from kg.query import article_page
from kg.ui import opened
from kg.ui.jobs import Job
from kg.ui.markup import Html, el
from kg.ui.pages.article import show_article
from kg.ui.visit import Visit

if TYPE_CHECKING:
    from kg.pipeline import Report

MINE = "added-jobs"
_KINDS = ["txt", "html", "htm"]


def show(visit: Visit) -> None:
    """Draw the page."""
    say = visit.say
    st.html(el("header", el("h1", say("add.title")), el("p", say("add.lead"), cls="kg-lead"), cls="kg-opening"))
    paste, upload = st.tabs([say("add.paste"), say("add.upload")])
    with paste:
        _paste(visit)
    with upload:
        _upload(visit)
    _outcomes(visit)


def _paste(visit: Visit) -> None:
    say = visit.say
    with st.form("paste", border=False, clear_on_submit=False):
        text = st.text_area(say("add.text"), height=260, placeholder=say("add.text_placeholder"), key="paste-text")
        with st.expander(say("add.details")):
            first, second = st.columns(2)
            title = first.text_input(say("add.headline"), key="paste-title")
            publisher = second.text_input(say("add.publisher"), key="paste-publisher")
            published = first.date_input(say("add.published"), value=None, max_value=date.today(), key="paste-date")
            url = second.text_input(say("add.url"), key="paste-url", placeholder="https://")
        sent = st.form_submit_button(say("add.read"), type="primary")
    if not sent:
        return
    if not text.strip():
        st.warning(say("add.nothing_pasted"))
        return
    day = published if isinstance(published, date) else None
    _start("pasted.txt", with_header(text, title=title, publisher=publisher, published=day, url=url).encode())


def _upload(visit: Visit) -> None:
    say = visit.say
    with st.form("upload", border=False, clear_on_submit=True):
        files = st.file_uploader(say("add.files"), type=_KINDS, accept_multiple_files=True, key="upload-files")
        sent = st.form_submit_button(say("add.read"), type="primary")
    if sent and not files:
        st.warning(say("add.no_file"))
    if sent:
        for file in files:
            _start(file.name, file.getvalue())


def with_header(
    text: str, *, title: str = "", publisher: str = "", published: date | None = None, url: str = ""
) -> str:
    """Put the header of our article files before a pasted text, as far as its reader filled it in."""
    named = {"Source": publisher.strip(), "Published": published.isoformat() if published else "", "URL": url.strip()}
    line = " | ".join(f"{name}: {' '.join(value.split())}" for name, value in named.items() if value)
    headline = " ".join(title.split())
    if not line:
        return f"{headline}\n\n{text}" if headline else text
    body = text.strip()
    if not headline:
        headline, _, body = body.partition("\n")
    return f"{headline}\n{line}\n\n{body.strip()}\n"


def _start(name: str, data: bytes) -> None:
    work: Callable[[], Report] = partial(_ingest, data, name, opened.settings().data_dir)
    st.session_state.setdefault(MINE, []).insert(0, opened.jobs().submit(name, work))


def _ingest(data: bytes, name: str, data_dir: Path) -> Report:
    from kg.pipeline import ingest_bytes  # noqa: PLC0415 - brings spaCy, see `opened.pipeline`

    return ingest_bytes(opened.pipeline(), data, name, data_dir)


def _outcomes(visit: Visit) -> None:
    mine = [job for job in map(opened.jobs().get, st.session_state.get(MINE, [])) if job]
    if any(not job.finished for job in mine):
        _waiting(visit)
        return
    for job in mine:
        _outcome(visit, job)


@st.fragment(run_every=0.7)
def _waiting(visit: Visit) -> None:
    jobs = [job for job in map(opened.jobs().get, st.session_state.get(MINE, [])) if job]
    if all(job.finished for job in jobs):
        st.rerun(scope="app")
    st.html(el("ul", *(_line(visit, job) for job in jobs), cls="kg-jobs"))


def _line(visit: Visit, job: Job) -> Html:
    return el("li", el("b", job.name), el("span", visit.say(f"add.{job.state}")), cls=f"kg-job {job.state}")


def _outcome(visit: Visit, job: Job) -> None:
    if job.problem:
        st.error(visit.say("add.failed_because", name=job.name))
        st.code(job.problem, language=None, wrap_lines=True)
    for article_id in job.report.articles if job.report else ():
        page = article_page(visit.graph, article_id)
        if page is None:
            continue
        st.html(el("p", _what_happened(visit, job, article_id), cls="kg-notice"))
        show_article(visit, page, way_back=False)


def _what_happened(visit: Visit, job: Job, article_id: str) -> str:
    for outcome in ("added", "replaced", "unchanged"):
        if job.report and article_id in getattr(job.report, outcome):
            return visit.say(f"add.was_{outcome}")
    return ""
