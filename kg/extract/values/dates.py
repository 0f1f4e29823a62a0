"""Dates in a text: whole, partial, and relative to the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.extract.values.date_forms import DATE, WEEKDAYS, YEAR, form_of, is_year, month_number
from kg.extract.values.finding import Found, OpenPeriod
from kg.extract.values.numbers import read_number
from kg.extract.values.resolving import (
    Direction,
    day_near,
    direction_of,
    last_day,
    month_near,
    months_from,
    weekday_near,
    whole_day,
)
from kg.model import Period

_EXACT = 7  # days back that "… days ago" counts to the day; farther back it is a round number
_YEARS = re.compile(YEAR)
_SHIFTS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}


@dataclass(frozen=True, slots=True)
class _Reading:
    """One date in the making: the match, the text around it, and the days it may refer to."""

    match: re.Match[str]
    text: str
    reference: date | None
    previous: Period | None

    def __getitem__(self, group: str) -> str:
        """Return a part of the match in lower case, "" where it is missing."""
        return (self.match[group] or "").casefold()

    def number(self, group: str) -> int:
        """Return the number that a part of the match holds, 0 where it is missing."""
        return int("".join(char for char in self[group] if char.isdigit()) or 0)

    @property
    def direction(self) -> Direction:
        return direction_of(self.text, self.match.start(), self.match.end())

    def year(self, words: str) -> int:
        """Return the year that "last year" and the like mean, 0 where the text leaves it open."""
        shift = words.partition(" ")[0]
        if shift == "that":
            years = _YEARS.findall(self.text[max(0, self.match.start() - 200) : self.match.start()])
            return int(years[-1]) if years else 0
        return self.reference.year + _SHIFTS.get(shift, 0) if self.reference and shift else 0


def find_dates(text: str, reference: date | None = None) -> Iterator[Found]:
    """Yield every date of a text, relative ones resolved against the day of publication.

    A month whose year stays open has no value but its number.
    """
    found: list[Found] = []
    previous: Period | None = None
    for match in DATE.finditer(text):
        form, end = form_of(match), _end(text, match)
        if form in {"year", "financial"} and not is_year(text, match, found[-1].end if found else None):
            continue
        value = _READERS[form](_Reading(match, text, reference, previous))
        if isinstance(value, tuple):
            found.append(Found(match.start(), end, "period", value))
            previous = value[0]
        elif value is not None:
            found.append(Found(match.start(), end, "date", value))
            previous = value
        elif form == "month":
            found.append(Found(match.start(), end, "date", None, open_month=month_number(match["m9"])))
    yield from _joined(text, found)


def _end(text: str, match: re.Match[str]) -> int:
    """Leave out the full stop after an abbreviated month."""
    return match.end() - 1 if text[match.end() - 1] == "." else match.end()


def _joined(text: str, found: list[Found]) -> Iterator[Found]:
    """Make one period of two dates with "to" between them."""
    at = 0
    while at < len(found):
        first, following = found[at], found[at + 1] if at + 1 < len(found) else None
        period = _between(text, first, following) if following is not None else None
        if period is not None and following is not None:
            yield replace(first, end=following.end, kind="period", value=period)
            at += 1
        else:
            yield first
        at += 1


def _between(text: str, first: Found, second: Found) -> OpenPeriod | None:
    """Return the period from one date to the next, where the words between them say so."""
    start, end = first.value, second.value
    if not isinstance(start, Period) or not isinstance(end, Period) or start.iso > end.iso:
        return None
    words = text[first.end : second.start]
    between = words == " and " and text[max(0, first.start - 12) : first.start].rstrip(" the").endswith("between")
    joined = between or re.fullmatch(r" (?:to|until|till|through) (?:the )?|\s?[–-]\s?", words)
    return (start, end) if joined else None


def _read_iso(reading: _Reading) -> Period | None:
    year, month, day = re.split("[-/]", reading["iso"])
    return whole_day(int(year), int(month), int(day))


def _read_chinese(reading: _Reading) -> Period | None:
    year, month, day = reading.number("cy"), reading.number("cm"), reading.number("cd")
    if month and day:
        return whole_day(year, month, day)
    return Period(f"{year}-{month:02d}" if month else f"{year}")


def _read_days(reading: _Reading) -> OpenPeriod | None:
    n = "1" if reading["n1"] else "2"
    month, first, last = month_number(reading[f"n{n}"]), reading.number(f"a{n}"), reading.number(f"b{n}")
    year = reading.number(f"e{n}")
    near = day_near(month, first, reading.reference, reading.direction) if reading.reference and not year else None
    year = int(near.iso[:4]) if near else year
    start, end = (whole_day(year, month, day) if year else None for day in (first, last))
    return (start, end) if start and end and first < last else None


def _read_day(reading: _Reading) -> Period | None:
    n = "1" if reading["m1"] else "2"
    month, day = month_number(reading[f"m{n}"]), reading.number(f"d{n}")
    year = reading.number(f"y{n}") or reading.year(reading[f"r{n}"])
    if year:
        return whole_day(year, month, day)
    return day_near(month, day, reading.reference, reading.direction) if reading.reference else None


def _read_last_day(reading: _Reading) -> Period | None:
    month = month_number(reading["lm"]) if reading["lm"] else 12
    year = reading.number("ly") or reading.number("lyo")
    if not year and reading.reference:
        year = int(month_near(month, reading.reference, reading.direction).iso[:4])
    return last_day(year, month) if year else None


def _read_month_year(reading: _Reading) -> Period | None:
    year = reading.number("y3") or reading.year(reading["r3"])
    return Period(f"{year:04d}-{month_number(reading['m3']):02d}") if year else None


def _read_shifted_month(reading: _Reading) -> Period | None:
    month, word, reference = month_number(reading["m4"]), reading["w4"], reading.reference
    if word in {"that", "the same"}:
        return Period(f"{reading.previous.iso[:4]}-{month:02d}") if reading.previous else None
    if reference is None:
        return None
    shift = {"next": month <= reference.month, "last": -(month >= reference.month)}.get(word, 0)
    return Period(f"{reference.year + shift}-{month:02d}")


def _read_part_of_year(reading: _Reading) -> Period | None:
    year = reading.number("y5") or reading.year(reading["r5"])
    return Period(f"{year:04d}") if year else None


def _read_shifted(reading: _Reading) -> Period | None:
    word, unit = reading["w6"].split()[-1], reading["u6"]
    if word in {"that", "same"}:
        length = {"year": 4, "month": 7, "day": 10}.get(unit, 99)
        kept = reading.previous.iso[:length] if reading.previous else ""
        return Period(kept) if len(kept) == length else None
    if reading.reference is None or unit == "day" or (unit == "week" and word != "this"):
        return None
    shift = _SHIFTS.get(word, 0)
    return Period(f"{reading.reference.year + shift:04d}") if unit == "year" else months_from(reading.reference, shift)


def _read_ago(reading: _Reading) -> Period | None:
    count = 1 if reading["n7"] in {"a", "an"} else int(read_number(reading["n7"]) or 0)
    unit, reference = reading["u7"].rstrip("s"), reading.reference
    if reference is None:
        return None
    if unit in {"year", "month"}:
        return Period(f"{reference.year - count:04d}") if unit == "year" else months_from(reference, -count)
    days = count * (7 if unit == "week" else 1)
    day = (reference - timedelta(days=days)).isoformat()
    return Period(day if days <= _EXACT else day[:7])


def _read_weekday(reading: _Reading) -> Period | None:
    if reading.reference is None:
        return None
    return weekday_near(WEEKDAYS.index(reading["wd"]), reading.reference, reading["w8"], reading.direction)


def _read_near(reading: _Reading) -> Period | None:
    if reading.reference is None:
        return None
    days = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}.get(reading["near"], 0)
    return Period((reading.reference + timedelta(days=days)).isoformat())


def _read_month(reading: _Reading) -> Period | None:
    if reading.reference is None:
        return None
    return month_near(month_number(reading["m9"]), reading.reference, reading.direction)


def _read_year(reading: _Reading) -> Period | None:
    return Period(reading["y10"] or reading["fy"])


_READERS: dict[str, Callable[[_Reading], Period | OpenPeriod | None]] = {
    "iso": _read_iso,
    "chinese": _read_chinese,
    "days_first": _read_days,
    "days_last": _read_days,
    "day_first": _read_day,
    "last_day": _read_last_day,
    "month_first": _read_day,
    "month_year": _read_month_year,
    "shifted_month": _read_shifted_month,
    "part_of_year": _read_part_of_year,
    "shifted": _read_shifted,
    "ago": _read_ago,
    "weekday": _read_weekday,
    "near": _read_near,
    "month": _read_month,
    "financial": _read_year,
    "year": _read_year,
}
