"""The component that finds all values of a text and lets the more telling reading win where two overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from spacy.tokens import Doc, Span

from kg.extract.annotations import VALUES
from kg.extract.values.dates import find_dates
from kg.extract.values.finding import Found
from kg.extract.values.reading import find_amounts
from kg.model import Period

# Any blank is a blank, and a hyphen that does not break is a hyphen; every place stays where it is.
_EVEN = {**dict.fromkeys([0xA0, 0x202F, *range(0x2000, 0x200B)], " "), 0x2011: "-", 0xFF04: "$"}
_WRITTEN = re.compile(
    r"\W*(?:(?:Published|Updated|Posted|Date|Last updated)(?: on| at)?:?)?\W*(?:\w{3,9}day,?|[MTWFS]\w\w,)?\W*",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\W*(?:(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?(?: ?(?:HKT|GMT|UTC))?)?\W*", re.IGNORECASE
)


def find_values(doc: Doc) -> Doc:
    """Mark money, shares, capacities, dates and counts."""
    text, published = doc.text.translate(_EVEN), _reference(doc)
    amounts = list(find_amounts(text))
    telling = [item for item in amounts if item.kind in {"money", "percent"}]
    others = [item for item in amounts if item.kind in {"quantity", "count"}]
    found = _without_overlaps([telling, find_dates(text, published), others], len(text))
    doc.spans[VALUES] = list(_marked(doc, found))
    return doc


def _marked(doc: Doc, found: Iterable[Found]) -> Iterator[Span]:
    """Yield the spans of values; of a range that is one token ("300,000–500,000") its low end."""
    last: Span | None = None
    for item in found:
        span = _span(doc, item)
        if span is not None and span != last:
            yield _mark(span, item)
            last = span


def _reference(doc: Doc) -> date | None:
    article = doc._.article
    if article is None:
        return None
    return article.published or (article.fetched_at.date() if article.fetched_at else _dateline(doc.text))


def _dateline(text: str) -> date | None:
    """Return the day that stands on a line of its own, as many undated pages have it."""
    for line in text.splitlines()[:40]:
        found = list(find_dates(line)) if len(line) < 60 else []
        value = found[0].value if len(found) == 1 else None
        if (
            isinstance(value, Period)
            and value.precision == "day"
            and _WRITTEN.fullmatch(line[: found[0].start])
            and _CLOCK.fullmatch(line[found[0].end :])
        ):
            return date.fromisoformat(value.iso)
    return None


def _without_overlaps(readings: Iterable[Iterable[Found]], length: int) -> list[Found]:
    taken = bytearray(length)
    kept: list[Found] = []
    for reading in readings:
        for item in reading:
            if not any(taken[item.start : item.end]):
                taken[item.start : item.end] = b"\1" * (item.end - item.start)
                kept.append(item)
    return sorted(kept, key=lambda item: item.start)


def _span(doc: Doc, item: Found) -> Span | None:
    if item.value is None and item.open_month is None:  # a date that cannot be, or that nothing completes
        return None
    return doc.char_span(item.start, item.end, label=item.kind, alignment_mode="expand")


def _mark(span: Span, item: Found) -> Span:
    marks = span._
    marks.value, marks.bound, marks.noun, marks.note, marks.open_month = (
        item.value,
        item.bound,
        item.noun,
        item.note,
        item.open_month,
    )
    return span
