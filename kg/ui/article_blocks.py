"""How an article is shown: its text with the mentions in the colours of their types, and one sentence stressed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.model import Span
from kg.query.rows import ArticlePage, ArticleRow, MentionRow
from kg.ui.markup import Html, el, join, outside_link, spaced, web_href
from kg.ui.theme import colour_of
from kg.ui.visit import Visit

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


def article_text(visit: Visit, page: ArticlePage, target: Span | None = None) -> Html:
    """Return the body of an article, one paragraph a line; the title line is left to the header of the page."""
    body_start = len(page.article.title) if page.text.startswith(page.article.title + "\n") else 0
    paragraphs = [span for span in lines_of(page.text) if span.start >= body_start]
    shown = [el("p", marked(visit, page.text, line, page.mentions, target)) for line in paragraphs]
    return el("div", *shown, cls="kg-prose", lang=page.article.lang)


def article_title(visit: Visit, page: ArticlePage, target: Span | None = None) -> Html:
    """Return the headline of an article, with its mentions where it is part of the text."""
    title = page.article.title
    if not page.text.startswith(title + "\n"):
        return el("h1", title, lang=page.article.lang)
    return el("h1", marked(visit, page.text, Span(0, len(title)), page.mentions, target), lang=page.article.lang)


def marked(visit: Visit, text: str, part: Span, mentions: Iterable[MentionRow], target: Span | None) -> Html:
    """Return a part of a text in which mentions are links and the target sentence is stressed."""
    inside = list(_inside(part, mentions))
    if target is None or target.end <= part.start or target.start >= part.end:
        return join(_linked(visit, text, part, inside))
    start, end = max(part.start, target.start), min(part.end, target.end)
    before, within, after = Span(part.start, start), Span(start, end), Span(end, part.end)
    return join([
        *_linked(visit, text, before, _inside(before, inside)),
        el("mark", *_linked(visit, text, within, _inside(within, inside)), cls="kg-target"),
        *_linked(visit, text, after, _inside(after, inside)),
    ])  # fmt: skip


def byline(visit: Visit, article: ArticleRow) -> Html:
    """Return who published an article and when, with a link to the original."""
    publisher = outside_link(article.publisher, article.url) if article.publisher else None
    original = None if article.publisher or not web_href(article.url) else outside_link(article.url or "", article.url)
    parts = [part for part in (publisher, original, visit.say.date(article.published)) if part]
    partial = el("span", visit.say("article.partial"), cls="kg-badge reported") if article.partial else None
    separated: list[Html | str] = [piece for part in parts for piece in (" · ", part)][1:]
    return el("p", spaced((join(separated), partial)), cls="kg-byline")


def cited_sources(visit: Visit, article: ArticleRow) -> Html | None:
    """Return the addresses that an article itself names as the sources of its facts."""
    if not article.cites:
        return None
    items = [el("li", outside_link(_host(address), address, title=address)) for address in article.cites]
    return el("div", el("h3", visit.say("article.cites")), el("ul", *items), cls="kg-aside")


def article_card(visit: Visit, article: ArticleRow) -> Html:
    """Return an article as a list shows it."""
    parts = (visit.say("article.fact_count", n=article.statements), visit.say("article.name_count", n=article.mentions))
    return el(
        "article",
        el("h3", el("a", article.title, href=visit.href("article", id=article.id)), lang=article.lang),
        byline(visit, article),
        el("p", " · ".join(parts), cls="kg-quiet"),
        cls="kg-card",
    )


def parse_place(text: str | None) -> Span | None:
    """Read a place in an article as links carry it, `120-244`; None where it is none."""
    found = _PLACE.fullmatch(text or "")
    if not found:
        return None
    start, end = int(found[1]), int(found[2])
    return Span(start, end) if start < end else None


def lines_of(text: str) -> Iterator[Span]:
    """Yield the lines of a text that are not empty."""
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        yield Span(*line.span())


def _inside(part: Span, mentions: Iterable[MentionRow]) -> Iterator[MentionRow]:
    """Yield the mentions that lie wholly in a part, in order; of two that overlap, the longer one."""
    reached = part.start
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.start >= reached and mention.end <= part.end:
            reached = mention.end
            yield mention


def _linked(visit: Visit, text: str, part: Span, mentions: Iterable[MentionRow]) -> Iterator[str]:
    reached = part.start
    for mention in mentions:
        yield text[reached : mention.start]
        yield _mention(visit, text[mention.start : mention.end], mention)
        reached = mention.end
    yield text[reached : part.end]


def _mention(visit: Visit, words: str, mention: MentionRow) -> Html:
    entity = mention.entity
    return el(
        "a",
        words,
        cls="kg-mention",
        href=visit.href("entity", id=entity.id),
        style=f"--hue:{colour_of(entity.type)}",
        title=f"{visit.type_label(entity.type)}: {visit.name(entity)}",
    )


def _host(address: str) -> str:
    return re.sub(r"^[a-z]+://(www\.)?", "", address).partition("/")[0] or address
