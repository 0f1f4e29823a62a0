"""Web pages: the main text and what the page says about itself, through trafilatura."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import trafilatura

from kg.errors import SourceError
from kg.model import Article
from kg.sources.compose import compose
from kg.sources.dates import read_date
from kg.sources.decoding import clean, decode
from kg.sources.identity import canonical_url
from kg.sources.lines import read_lines, write_line
from kg.sources.page import cut_page
from kg.sources.paragraphs import squeeze

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_BLOCKS = re.compile(
    r"p|div|br|li|ul|ol|h[1-6]|tr|t[dh]|section|article|header|footer|nav|aside|figure|title|blockquote"
)
_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg"})
_SILENT = logging.NullHandler()
_DATES = {"original_date": True, "extensive_search": False}  # a guessed date is worse than none


def read_html(data: bytes, name: str) -> tuple[Article, ...]:
    """Read the article of a web page; a page on which no main text stands out is cut like pasted text."""
    declared = _CHARSET.search(data[:4096])
    page = decode(data, name, declared=declared[1].decode("ascii") if declared else None)
    logging.getLogger("trafilatura").addHandler(_SILENT)
    logging.getLogger("htmldate").addHandler(_SILENT)
    found = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
    )
    if isinstance(found, trafilatura.settings.Document) and (found.text or "").strip():
        return (_make_article(found, name),)
    text = clean(to_lines(page))
    if not text.strip():
        raise SourceError(f"{name}: the page holds no text; save it after it has loaded, or paste its text")
    return cut_page(text, name)


def to_lines(page: str) -> str:
    """Return all text of a page, one line per block."""
    reader = _TextOfBlocks()
    reader.feed(page)
    reader.close()
    return "\n".join(squeeze(line) for line in "".join(reader.parts).split("\n"))


def _make_article(found: trafilatura.settings.Document, name: str) -> Article:
    site = squeeze(found.sitename or "") or None
    title = _without_site(squeeze(clean(found.title or "")), site)
    lines = read_lines([_write_row(line) for line in clean(found.text or "").split("\n")])
    body = [write_line(line) for line in lines if line.kind in {"prose", "short"} and line.text != title]
    if not body:
        raise SourceError(f"{name}: the page holds menus and links only; give the page of one article")
    article = compose(title or None, body, url=canonical_url(found.url or ""))
    return replace(article, publisher=site, published=_read_day(found.date), source_file=name)


def _write_row(line: str) -> str:
    """Write the row of a table (`| Budget | HK$30 million |`) as words."""
    row = re.fullmatch(r"\|(.+)\|", line.strip())
    if not row:
        return line
    cells = [cell.strip() for cell in row[1].split("|") if cell.strip(" -:")]
    return ": ".join(cells) if len(cells) == 2 else ", ".join(cells)


def _without_site(title: str, site: str | None) -> str:
    """Take the name of the site off the end of a title."""
    return re.sub(rf"\s+[|–—-]\s+{re.escape(site)}$", "", title, flags=re.I) if site else title


def _read_day(value: str | None) -> date | None:
    return read_date(value) if value else None


class _TextOfBlocks(HTMLParser):
    """Collects text and puts a line break around every block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - given by the base class
        self._hidden += tag in _HIDDEN
        if _BLOCKS.fullmatch(tag):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        if _BLOCKS.fullmatch(tag):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"\s+", " ", data))
