"""Dates in a text: whole, partial, and relative to the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.extract.values.finding import Found
from kg.model import Period

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec".split("|"), start=1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf"|\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{_MONTH})(?:,? (?P<y1>{_YEAR}))?\b"
    rf"|\b(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y2>{_YEAR}))?\b"
    rf"|\b(?P<m3>{_MONTH}),? (?P<y3>{_YEAR})\b"
)


def find_dates(text: str, published: date | None = None) -> Iterator[Found]:
    """Yield every date of a text, relative ones resolved against the day of publication."""
    for match in _DATE.finditer(text):
        period = _absolute(match, published)
        if period:
            yield Found(match.start(), match.end(), "date", period)


def _absolute(match: re.Match[str], published: date | None) -> Period | None:
    if match["iso"]:
        return _period(match["iso"])
    if match["m3"]:
        return _period(f"{match['y3']}-{_month(match['m3']):02d}")
    day, month, year = (match["d1"], match["m1"], match["y1"]) if match["m1"] else (match["d2"], match["m2"], match["y2"])
    if year or published:
        return _period(f"{year or published.year}-{_month(month):02d}-{int(day):02d}")  # type: ignore[union-attr]
    return None


def _month(name: str) -> int:
    return MONTHS[name.casefold().rstrip(".")]


def _period(iso: str) -> Period | None:
    try:
        if len(iso) == 10:
            date.fromisoformat(iso)
        return Period(iso)
    except ValueError:
        return None
