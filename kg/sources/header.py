"""Article files of our own form: a title, what is known about the article, the sources of its facts, and the text.

The first line is the title; the second reads `Source: PUBLISHER | Published: 2025-07-05`, with ` | URL: https://…`
where there is an address; then may come `Facts: https://… https://…`; after a blank line comes the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from kg.errors import SourceError
from kg.model import Article
from kg.sources.compose import compose
from kg.sources.dates import read_date
from kg.sources.identity import canonical_url
from kg.sources.paragraphs import join_soft_breaks

_PART = re.compile(r"\s*(source|publisher|published|date|url|link)\s*[:：]\s*(.*?)\s*", re.I)
_START = re.compile(r"\s*source\s*[:：].*|\s*published\s*[:：]\s*\d{4}-\d.*", re.I)
_FACTS = re.compile(r"\s*facts\s*[:：]\s*(.*)", re.I)


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines above an article say about it."""

    title: str
    publisher: str | None
    published: date | None
    url: str | None
    cites: tuple[str, ...]


def has_header(text: str) -> bool:
    """Tell whether a text begins with a title and a line of what is known about it."""
    lines = _first_lines(text)
    return len(lines) == 2 and bool(_START.fullmatch(lines[1]))


def read_headed(text: str, name: str) -> tuple[Article, ...]:
    """Return the articles of a file in which each begins with a header."""
    lines = text.split("\n")
    starts = [i for i in range(1, len(lines)) if _is_start(lines, i)]
    titles = [_title_above(lines, start) for start in starts]
    ends = [*titles[1:], len(lines)]
    parts = zip(titles, starts, ends, strict=True)
    return tuple(_read_one(lines, name, title=title, start=start, end=end) for title, start, end in parts)


def _first_lines(text: str) -> list[str]:
    return [line for line in text.split("\n", 10)[:10] if line.strip()][:2]


def _is_start(lines: list[str], i: int) -> bool:
    """The first header may lack a date; a second one in the same file must be complete."""
    first = not any(_START.fullmatch(line) for line in lines[:i])
    return bool(_START.fullmatch(lines[i])) and (first or bool(re.search(r"\|\s*published\s*:", lines[i], re.I)))


def _title_above(lines: list[str], start: int) -> int:
    return next((i for i in range(start - 1, -1, -1) if lines[i].strip()), start)


def _read_one(lines: list[str], name: str, *, title: int, start: int, end: int) -> Article:
    below = start + 1
    while below < end and _FACTS.fullmatch(lines[below]):
        below += 1
    header = _read_header(lines, name, title=title, start=start, below=below)
    body = "\n".join(join_soft_breaks([line.rstrip() for line in lines[below:end]]))
    article = compose(header.title, [block.strip("\n") for block in re.split(r"\n{2,}", body)], url=header.url)
    if not body.strip():
        raise SourceError(f"{name}, line {below + 1}: there is no text below the header; put the article there")
    return replace(
        article, publisher=header.publisher, published=header.published, cites=header.cites, source_file=name
    )


def _read_header(lines: list[str], name: str, *, title: int, start: int, below: int) -> Header:
    parts = dict(_read_parts(lines[start]))
    cites = [a for i in range(start + 1, below) for a in _read_addresses(lines[i], f"{name}, line {i + 1}")]
    where = f"{name}, line {start + 1}"
    return Header(
        title=lines[title].strip().lstrip("#").strip(),
        publisher=parts.get("source") or parts.get("publisher") or None,
        published=_read_published(parts.get("published") or parts.get("date"), where),
        url=_read_url(parts.get("url") or parts.get("link"), where),
        cites=tuple(dict.fromkeys(cites)),
    )


def _read_parts(line: str) -> list[tuple[str, str]]:
    found = (_PART.fullmatch(part) for part in re.split(r"\s\|\s|\|(?=\s*\w+:)", line))
    return [(match[1].casefold(), match[2]) for match in found if match]


def _read_published(value: str | None, where: str) -> date | None:
    if not value:
        return None
    day = read_date(value)
    if day is None:
        raise SourceError(f"{where}: {value!r} is no date; write `Published: YYYY-MM-DD`, or leave the part out")
    return day


def _read_url(value: str | None, where: str) -> str | None:
    if not value:
        return None
    url = canonical_url(value)
    if url is None:
        raise SourceError(f"{where}: {value!r} is no web address; write `URL: https://…`, or leave the part out")
    return url


def _read_addresses(line: str, where: str) -> list[str]:
    match = _FACTS.fullmatch(line)
    words = re.split(r"[\s,;|]+", match[1].strip()) if match and match[1].strip() else []
    wrong = next((word for word in words if canonical_url(word) is None), None)
    if wrong is not None:
        raise SourceError(f"{where}: {wrong!r} is no web address; `Facts:` takes addresses with blanks between them")
    return words
