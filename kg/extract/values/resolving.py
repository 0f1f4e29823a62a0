"""Dates that a text leaves incomplete, completed from the day of publication and the tense of the sentence."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal as OneOf

from kg.model import Period

Direction = OneOf["past", "future", "open"]

_FUTURE = re.compile(
    r"\b(?:will|would|shall|could|(?-i:may)|should|(?:is|are|was|were) (?:to|due|set|expected|scheduled|planned)|"
    r"to (?:be|open|start|begin|launch|come|take|go|run|join|follow)|due|planned|plans?|expects?|expected|"
    r"scheduled|going to|"
    r"intends?|hopes?|upcoming|coming|aims?|targets?|from now|onwards?|"
    r"opens|begins|starts|launches|closes|ends|expires|takes (?:effect|office|over|place)|comes into|goes live)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|been|(?-i:[a-z-]+(?<!e)ed)|began|begun|came|went|took|held|won|made|gave|met|rose|fell|grew|saw|"
    r"became|ran|put|sent|built|left|got|drew|brought|bought|sold|found|paid|led|spoke|wrote|said|told|since|ago)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"(?:said|told|announced|added|noted|explained|revealed|disclosed|confirmed|reported|estimated|planned|scheduled|expected|"
    r"proposed|based|called|named)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:–—\n]|\.\s|, (?:and|but|while|which|who|when|where|although|after|before)\b")
_OF = re.compile(r"\w (?<!end )(?<!start )(?<!middle )(?<!beginning )(?<!day )(?<!deadline )of \Z")
_SOON = 31  # days ahead that a date in a list may lie


def direction_of(text: str, start: int, end: int) -> Direction:
    """Return whether the words around a date look back or ahead; the nearest word before it decides."""
    before = _CLAUSE.split(text[max(0, start - 140) : start])[-1]
    if _OF.search(before):  # "the plan of March 20": the tense of the sentence is not that of the plan
        return "open"
    after = _CLAUSE.split(text[end : end + 100])[0]
    ahead = [match.start() for match in _FUTURE.finditer(before)]
    back = [
        match.start()
        for match in _PAST.finditer(before)
        if not _REPORTING.fullmatch(match.group()) and not _FUTURE.match(before, match.start())
    ]
    if ahead or back:
        return "future" if max(ahead, default=-1) > max(back, default=-1) else "past"
    later, sooner = _FUTURE.search(after), _PAST.search(after)
    if later or sooner:
        return "future" if later and (not sooner or later.start() < sooner.start()) else "past"
    return (
        "future"
        if re.search(r"\b(?:by|before|from|until|till) (?:the )?$|\bdeadline\b|\bclosing date\b", before)
        else "past"
        if _PAST.search(before)
        else "open"
    )


def month_near(month: int, reference: date, direction: Direction) -> Period:
    """Return the month that a name without a year means."""
    year = reference.year
    if direction == "future" and month < reference.month:
        year += 1
    elif direction != "future" and month > reference.month:
        year -= 1
    return Period(f"{year:04d}-{month:02d}")


def day_near(month: int, day: int, reference: date, direction: Direction) -> Period | None:
    """Return the day that a day and month without a year mean; without a tense, one that is past or close at hand."""
    days = [
        d
        for year in (reference.year - 1, reference.year, reference.year + 1)
        if (d := _day(year, month, day)) is not None
    ]
    if direction == "past":
        days = [d for d in days if d <= reference] or days
    elif direction == "future":
        days = [d for d in days if d >= reference] or days
    else:
        days = [d for d in days if (d - reference).days <= _SOON] or days
    return Period(max(days, key=lambda d: -abs((d - reference).days)).isoformat()) if days else None


def weekday_near(weekday: int, reference: date, word: str, direction: Direction) -> Period:
    """Return the day that a weekday means: the last one up to the day of publication, or the next one."""
    back = (reference.weekday() - weekday) % 7
    if word == "last":
        return Period((reference - timedelta(days=back or 7)).isoformat())
    if word in {"next", "this", "coming"} or direction == "future":
        ahead = (7 - back) % 7
        return Period((reference + timedelta(days=ahead or (7 if word == "next" else 0))).isoformat())
    return Period((reference - timedelta(days=back)).isoformat())


def months_from(reference: date, months: int) -> Period:
    """Return the month that lies some months after a day, or before it."""
    count = reference.year * 12 + reference.month - 1 + months
    return Period(f"{count // 12:04d}-{count % 12 + 1:02d}")


def part_near(first: int, last: int, reference: date, direction: Direction) -> Period:
    """Return the year of a part of the year, from one month to another, that a text names without it."""
    ahead = direction == "future" and last < reference.month
    back = direction == "past" and first > reference.month
    return Period(f"{reference.year + ahead - back:04d}")


def last_day(year: int, month: int) -> Period:
    """Return the last day of a month."""
    return Period(f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}")


def whole_day(year: int, month: int, day: int) -> Period | None:
    """Return a day, or None where the calendar has no such day."""
    found = _day(year, month, day)
    return Period(found.isoformat()) if found else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
