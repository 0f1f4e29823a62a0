"""Dates in a text: whole, partial, and relative to the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.extract.values.date_forms import DATE, form_of, is_financial_year, is_year, month_number
from kg.extract.values.date_readers import Reading, read_date
from kg.extract.values.finding import Found, OpenPeriod
from kg.model import Period

_REACH = 8  # dates back that "that day" and "a year later" look
_NEAR = frozenset({"weekday", "near"})
_WITH_YEAR = frozenset({"iso", "numeric", "chinese", "month_year", "part_of_year", "financial", "year", "year_part"})
_TO = re.compile(r" (?:to|until|till|through) (?:the )?|\s?[–-]\s?")
_BRACKET = re.compile(r",? ?\(?")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date that was found, the way it is written, and whether its year stands in the text."""

    found: Found
    form: str
    whole: bool


def find_dates(text: str, reference: date | None = None) -> Iterator[Found]:
    """Yield every date of a text, relative ones resolved against the day of publication.

    A month whose year stays open has no value but its number; "31 February" has neither.
    """
    dated: list[_Dated] = []
    known: list[Period] = []
    for match in DATE.finditer(text):
        form = form_of(match)
        if not _is_date(text, match, form, dated[-1].found.end if dated else None):
            continue
        value = read_date(form, Reading(match, text, reference, tuple(known[-_REACH:])))
        known += [value[0]] if isinstance(value, tuple) and value[0] else [value] if isinstance(value, Period) else []
        kind = "period" if isinstance(value, tuple) else "date"
        month = month_number(match["m9"]) if form == "month" and value is None else None
        whole = form in _WITH_YEAR or any(match[group] for group in ("e1", "e2", "y1", "y2", "ly", "lyo"))
        dated.append(_Dated(Found(match.start(), _end(text, match), kind, value, open_month=month), form, whole))  # type: ignore[arg-type]
    yield from _joined(text, _merged(text, dated))


def _is_date(text: str, match: re.Match[str], form: str, previous_end: int | None) -> bool:
    if form == "financial":
        return is_financial_year(text, match) or is_year(text, match, previous_end)
    return form != "year" or is_year(text, match, previous_end)


def _end(text: str, match: re.Match[str]) -> int:
    """Leave out the full stop after an abbreviated month."""
    return match.end() - 1 if text[match.end() - 1] == "." else match.end()


def _merged(text: str, dated: list[_Dated]) -> list[_Dated]:
    """Make one date of a day and its weekday: "today (March 14)", "July 7 (Monday)", "Monday, 7 July"."""
    merged: list[_Dated] = []
    for item in dated:
        last = merged[-1] if merged else None
        if last is None or not _is_twice(text, last, item):
            merged.append(item)
            continue
        kept = item if last.form in _NEAR else last
        end = item.found.end + (
            text[last.found.end : item.found.start].endswith("(") and text[item.found.end : item.found.end + 1] == ")"
        )
        merged[-1] = replace(kept, found=replace(kept.found, start=last.found.start, end=end))
    return merged


def _is_twice(text: str, first: _Dated, second: _Dated) -> bool:
    """Whether two dates side by side are one day, written with its weekday or as "today"."""
    if (first.form in _NEAR) == (second.form in _NEAR) or not _BRACKET.fullmatch(
        text, first.found.end, second.found.start
    ):
        return False
    other = (second if first.form in _NEAR else first).found.value
    return isinstance(other, Period) and other.precision == "day"


def _joined(text: str, dated: list[_Dated]) -> Iterator[Found]:
    """Make one period of two dates with "to" between them."""
    at = 0
    while at < len(dated):
        first, following = dated[at], dated[at + 1] if at + 1 < len(dated) else None
        period = _between(text, first, following) if following is not None else None
        if period is not None and following is not None:
            yield replace(first.found, end=following.found.end, kind="period", value=period, open_month=None)
            at += 1
        else:
            yield first.found
        at += 1


def _between(text: str, first: _Dated, second: _Dated) -> OpenPeriod | None:
    """Return the period from one date to the next, where the words between them say so."""
    words = text[first.found.end : second.found.start]
    between = words == " and " and text[max(0, first.found.start - 12) : first.found.start].rstrip(" the").endswith(
        "between"
    )
    if not between and not _TO.fullmatch(words):
        return None
    end, start = second.found.value, first.found.value
    if isinstance(end, tuple):
        end = end[1]
    if isinstance(start, tuple):
        start = start[0]
    if isinstance(end, Period) and second.whole and not first.whole:
        start = _in_year_of(first.found, end)
    if not isinstance(start, Period) or not isinstance(end, Period):
        return None
    return (start, end) if start.iso <= end.iso else None


def _in_year_of(first: Found, end: Period) -> Period | None:
    """Return a date without a year of its own in the last year that lets it lie before the end of its period."""
    month = (
        f"-{first.open_month:02d}"
        if first.open_month
        else first.value.iso[4:]
        if isinstance(first.value, Period)
        else ""
    )
    if not month or len(end.iso) < 7:
        return first.value if isinstance(first.value, Period) else None
    year = int(end.iso[:4]) - (month[:3] > end.iso[4:7])
    return Period(f"{year:04d}{month}")
