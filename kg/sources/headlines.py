"""Headlines: which line of a page is the title of the text below it."""

from __future__ import annotations

import re
from datetime import date

from kg.sources.dates import read_date
from kg.sources.identity import has_han
from kg.sources.lines import Line

_COMMON = frozenset(
    {"hong", "kong", "about", "after", "also", "been", "from", "have", "into", "more", "news", "over", "said", "than"}
    | {"that", "their", "this", "what", "when", "which", "will", "with", "year"}
)
_TITLE_DATE = re.compile(r"\s*[(（\[]([^()（）\[\]]{6,40})[)）\]]\s*$")
_TITLE_SITE = re.compile(r"\s+\|\s+(?P<site>[^|]{2,40})$")


def choose_title(head: tuple[Line, ...], known: set[str]) -> Line | None:
    """Take the first line whose words come back in the text; menus and slogans share none with it."""
    shorts = [(i, line) for i, line in enumerate(head) if line.kind == "short" and not line.bullet and line.words >= 3]
    candidates = shorts[:1] + [(i, line) for i, line in shorts[1:] if not line.is_item]
    related = [line for i, line in candidates if shares(line.text, known, likely=_is_likely(head, i))]
    lines = [line for _, line in candidates]
    chosen = next(iter(related), max(lines, key=lambda line: line.words, default=None))
    shorter = [line for line in lines if chosen and line.words >= 4 and chosen.text.startswith(line.text)]
    return min(shorter, key=lambda line: len(line.text), default=chosen)


def _is_likely(head: tuple[Line, ...], position: int) -> bool:
    """Tell the first headline of a page, or one with a date close below it."""
    below = [line for line in head[position + 1 :] if line.kind != "blank"][:3]
    first = not any(line.is_headline for line in head[:position])
    return any(line.stamp for line in below) or (first and head[position].is_headline)


def belongs(line: Line, known: set[str], title: str) -> bool:
    """Tell a standfirst or a first sentence from the labels between headline and text."""
    if line.kind == "prose":
        return True
    if line.kind != "short" or line.text.startswith(title):
        return False
    return line.is_item or (line.words >= 5 and shares(line.text, known))


def shares(text: str, known: set[str], *, likely: bool = False) -> bool:
    """Tell whether a line has enough words in common with a text to be about the same thing."""
    words = content_words(text)
    shared = len(words & known)
    return shared >= max(2, 0.3 * len(words)) or (likely and shared >= 1)


def content_words(text: str) -> set[str]:
    """Return the longer words of a text, or pairs of characters where it is Chinese."""
    folded = text.casefold()
    if has_han(folded):
        return {folded[i : i + 2] for i in range(len(folded) - 1) if folded[i : i + 2].isalnum()}
    return {word for word in re.findall(r"[^\W_]+", folded) if len(word) >= 4 or word.isdigit()} - _COMMON


def split_site(title: str) -> tuple[str, str | None]:
    """Take the name of the site off the end of a title ("Headline | Site")."""
    match = _TITLE_SITE.search(title)
    return (title[: match.start()], match["site"].strip()) if match else (title, None)


def split_date(title: str) -> tuple[str, date | None]:
    """Take a date in brackets off the end of a headline."""
    match = _TITLE_DATE.search(title)
    day = read_date(match[1]) if match else None
    return (title[: match.start()], day) if match and day else (title, None)
