"""Dates in a text: whole, partial, and relative to the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

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

_NAMES = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d,]*\d)"
_NUM = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|\d{1,2})"
_LEAD = r"(?:(?:the )?(?:end|beginning|start|middle) of |early |late |mid-|mid )?"

# Longer readings stand first, since the first that fits wins.
_FORMS = {
    "iso": rf"(?P<iso>{_YEAR}[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01]))(?!\d)",
    "chinese": rf"(?P<cy>{_YEAR})年(?:(?P<cm>1[0-2]|[1-9])月)?(?:(?P<cd>[12]\d|3[01]|[1-9])日)?",
    "days_first": rf"(?P<a1>{_DAY}) ?(?:to|-|–|and) ?(?P<b1>{_DAY}) (?P<n1>{_MONTH})(?:,? (?P<e1>{_YEAR}))?",
    "days_last": rf"(?P<n2>{_MONTH}) (?P<a2>{_DAY}) ?(?:to|-|–|and) ?(?P<b2>{_DAY})(?! (?:{_MONTH}|per\b|[a-z]+s\b))(?:,? (?P<e2>{_YEAR})\b)?",
    "day_first": rf"(?P<d1>{_DAY})(?: of)? (?P<m1>{_MONTH})(?:(?:,| of)? (?:(?P<y1>{_YEAR})|(?P<r1>last|this|next|that) year))?",
    "last_day": rf"(?i:(?:the )?last day of (?:(?P<lm>{_MONTH})(?:,? (?P<ly>{_YEAR}))?|(?P<lyo>{_YEAR})))",
    "month_first": rf"(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?:(?:,| of)? (?:(?P<y2>{_YEAR})|(?P<r2>last|this|next|that) year)\b)?",
    "month_year": rf"{_LEAD}(?P<m3>{_MONTH}),?(?: of)? (?:(?P<y3>{_YEAR})(?![-/]\d)|(?P<r3>last|this|next|that) year)",
    "shifted_month": rf"(?i:(?P<w4>last|this|next|that|the same) (?P<m4>{_MONTH}))",
    "part_of_year": rf"(?i:(?:(?:the )?(?:first|second|third|fourth|last) (?:quarter|half)(?:[- ]year)?(?: of|,|)|[Qq][1-4],?|[1-4]Q|[Hh][12]|(?:the )?(?:end|beginning|start|middle|course) of|mid-|late|early|spring|summer|autumn|fall|winter(?: of)?) ?(?:(?P<y5>{_YEAR})(?:[-/]\d\d(?!\d))?|(?P<r5>the|this|next|last|that) year)\b)",
    "shifted": r"(?i:(?P<w6>last|this|next|previous|current|coming|following|that|the same|later this|earlier this|later that) (?P<u6>year|month|day|week)\b)",
    "ago": rf"(?i:(?P<n7>{_NUM}|(?:a )?few|half a|several) (?P<u7>years?|months?|weeks?|days?) (?P<w7>ago|earlier)\b)",
    "weekday": rf"(?:(?P<w8>last|next|this|coming|on|On) )?(?P<wd>{_WEEKDAY})\b(?!s)",
    "near": r"(?i:(?P<near>today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|the day before yesterday)\b)",
    "month": rf"(?:(?<=\bin )|(?<=\bIn )|(?<=\bsince )|(?<=\bSince )|(?<=\bby )|(?<=\bBy )|(?<=\bfrom )|(?<=\bFrom )|(?<=\buntil )|(?<=\btill )|(?<=\bof )|(?<=\bduring )|(?<=\bthis )|(?<=\bto )|(?<=\band )|(?<=\bearly )|(?<=\blate )|(?<=mid-)|(?<=\bmid )|(?<=\bend-)|(?<=\bbefore )|(?<=\bafter )|(?<=\bthrough )|(?<=\()|(?<=\bthroughout ))(?P<m9>{_MONTH})(?! \d)",
    "financial": rf"(?P<fy>{_YEAR})[-/–](?:{_YEAR}|\d\d)(?!\d)",
    "year": rf"(?P<y10>{_YEAR})(?![\d%-]|,\d|\.\d)",
}
_DATE = re.compile("|".join(rf"(?P<k_{name}>(?<![\w$.]){form})" for name, form in _FORMS.items()))
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|during|before|after|to|for|early|late|year|and|between|through|around|mid|end|throughout|over|than)[ -]|[(:–/-] ?|, )$",
    re.IGNORECASE,
)
_AFTER_YEAR = re.compile(
    r"\s*(?:[,().;:\n–-]|$|and\b|to\b|when\b|with\b|as\b|by\b|the\b|it\b|under\b|after\b|for\b|at\b|in\b|on\b|was\b|but\b|[a-z])"
)


_EXACT = 7  # days back that "… days ago" counts to the day; farther back it is a round number


@dataclass(frozen=True, slots=True)
class _Reading:
    """One date in the making: the match, the text around it, and the days it may refer to."""

    match: re.Match[str]
    text: str
    reference: date | None
    previous: Period | None

    def __getitem__(self, group: str) -> str | None:
        """Return a part of the match, words in lower case."""
        found: str | None = self.match[group]
        return found.casefold() if found else found

    @property
    def direction(self) -> Direction:
        return direction_of(self.text, self.match.start(), self.match.end())

    def year(self, shift: str | None) -> int | None:
        """Return the year that "last year" and the like mean."""
        if shift == "that":
            years = re.findall(_YEAR, self.text[max(0, self.match.start() - 200) : self.match.start()])
            return int(years[-1]) if years else None
        if self.reference is None:
            return None
        return self.reference.year + {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(
            shift or "", 0
        )


def find_dates(text: str, reference: date | None = None) -> Iterator[Found]:
    """Yield every date of a text, relative ones resolved against the day of publication."""
    previous: Period | None = None
    found: list[Found] = []
    for match in _DATE.finditer(text):
        kind = next(name for name in _FORMS if match[f"k_{name}"])
        if kind in {"year", "financial"} and not _is_year(text, match, found):
            continue
        reading = _Reading(match, text, reference, previous)
        value = _READERS[kind](reading)
        start = match.start() + (len(match["w8"]) + 1 if kind == "weekday" and match["w8"] in {"on", "On"} else 0)
        if isinstance(value, tuple):
            found.append(Found(start, _trim(text, match), "period", value))
            previous = value[0]
        elif value is not None:
            found.append(Found(start, _trim(text, match), "date", value))
            previous = value
        elif kind == "month":
            found.append(Found(start, _trim(text, match), "date", None, open_month=_month(match["m9"])))
    yield from _joined(text, found)


def _joined(text: str, found: list[Found]) -> Iterator[Found]:
    """Make one period of two dates with "to" between them."""
    at = 0
    while at < len(found):
        first = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        if following is not None and _are_ends(text, first, following):
            yield replace(first, end=following.end, kind="period", value=(first.value, following.value))
            at += 2
            continue
        yield first
        at += 1


def _are_ends(text: str, first: Found, second: Found) -> bool:
    between = text[first.end : second.start]
    if not (isinstance(first.value, Period) and isinstance(second.value, Period)) or first.value.iso > second.value.iso:
        return False
    return bool(re.fullmatch(r" (?:to|until|till|through) (?:the )?|\s?[–-]\s?", between)) or (
        between == " and " and bool(re.search(r"\bbetween (?:the )?$", text[: first.start][-14:]))
    )


def _trim(text: str, match: re.Match[str]) -> int:
    """Leave the full stop after an abbreviated month, unless the sentence goes on."""
    return match.end() - 1 if text[match.end() - 1] == "." else match.end()


def _is_year(text: str, match: re.Match[str], found: list[Found]) -> bool:
    """Whether four digits are a year, by what stands before and after them."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
    if re.match(
        r" ?(?:%|per cent|percent|MW|HK\$|million|billion|square|sq)|[ -](?:start-ups|companies|projects|applications|people|jobs|racks|cabinets|units|students|seats|metres|meters|hectares|cars|petaflops)",
        after,
    ):
        return False
    if not _BEFORE_YEAR.search(before):
        return bool(found) and found[-1].end >= match.start() - 5 and bool(re.search(r"(?:and|to|or) $|[–-]$", before))
    return bool(_AFTER_YEAR.match(after))


def _month(name: str | None) -> int:
    return next(n for n, full in enumerate(_NAMES, start=1) if full.startswith((name or "").casefold().rstrip(".")[:3]))


def _number(word: str | None) -> int:
    if word in {"a", "an"}:
        return 1
    return int(read_number(word or "") or 0)


def _read_iso(reading: _Reading) -> Period | None:
    parts = [int(part) for part in re.split("[-/]", reading["iso"] or "")]
    return whole_day(*parts)


def _read_chinese(reading: _Reading) -> Period | None:
    year, month, day = reading["cy"], reading["cm"], reading["cd"]
    if month and day:
        return whole_day(int(year or 0), int(month), int(day))
    return Period(f"{year}-{int(month):02d}" if month else f"{year}")


def _read_day(reading: _Reading) -> Period | None:
    n = "1" if reading["m1"] else "2"
    month, day = _month(reading[f"m{n}"]), _day(reading[f"d{n}"])
    year = int(reading[f"y{n}"] or 0) or (reading.year(reading[f"r{n}"]) if reading[f"r{n}"] else None)
    if year:
        return whole_day(year, month, day)
    if reading.reference is None:
        return None
    return day_near(month, day, reading.reference, reading.direction)


def _read_days(reading: _Reading) -> OpenPeriod | None:
    n = "1" if reading["n1"] else "2"
    month, first, last = _month(reading[f"n{n}"]), _day(reading[f"a{n}"]), _day(reading[f"b{n}"])
    year = int(reading[f"e{n}"] or 0)
    if (
        not year
        and reading.reference is not None
        and (near := day_near(month, first, reading.reference, reading.direction))
    ):
        year = int(near.iso[:4])
    start, end = (whole_day(year, month, day) if year else None for day in (first, last))
    return (start, end) if start and end and first < last else None


def _day(figures: str | None) -> int:
    return int("".join(char for char in figures or "" if char.isdigit()))


def _read_last_day(reading: _Reading) -> Period | None:
    month = _month(reading["lm"]) if reading["lm"] else 12
    year = reading["ly"] or reading["lyo"]
    if year:
        return last_day(int(year), month)
    if reading.reference is None:
        return None
    return last_day(int(month_near(month, reading.reference, reading.direction).iso[:4]), month)


def _read_month_year(reading: _Reading) -> Period | None:
    year = int(reading["y3"] or 0) or reading.year(reading["r3"])
    return Period(f"{year:04d}-{_month(reading['m3']):02d}") if year else None


def _read_shifted_month(reading: _Reading) -> Period | None:
    month, word, reference = _month(reading["m4"]), reading["w4"], reading.reference
    if word in {"that", "the same"}:
        return Period(f"{reading.previous.iso[:4]}-{month:02d}") if reading.previous else None
    if reference is None:
        return None
    if word == "this":
        return Period(f"{reference.year}-{month:02d}")
    if word == "next":
        return Period(f"{reference.year + (month <= reference.month)}-{month:02d}")
    return Period(f"{reference.year - (month >= reference.month)}-{month:02d}")


def _read_part_of_year(reading: _Reading) -> Period | None:
    year = int(reading["y5"] or 0) or reading.year(reading["r5"])
    return Period(f"{year:04d}") if year else None


def _read_shifted(reading: _Reading) -> Period | None:
    word, unit = (reading["w6"] or "").split()[-1], reading["u6"] or ""
    if word in {"that", "same"}:
        length = {"year": 4, "month": 7, "day": 10}.get(unit, 99)
        kept = reading.previous.iso[:length] if reading.previous else ""
        return Period(kept) if len(kept) == length else None
    if unit == "year":
        year = reading.year(word)
        return Period(f"{year:04d}") if year else None
    if reading.reference is None or unit == "day" or (unit == "week" and word != "this"):
        return None
    return months_from(
        reading.reference, {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(word, 0)
    )


def _read_ago(reading: _Reading) -> Period | None:
    count, unit, reference = _number(reading["n7"]), (reading["u7"] or "").rstrip("s"), reading.reference
    if not count or reference is None or reading["w7"] == "earlier":
        return None
    if unit == "year":
        return Period(f"{reference.year - count:04d}")
    if unit == "month":
        return months_from(reference, -count)
    days = count * (7 if unit == "week" else 1)
    day = (reference - timedelta(days=days)).isoformat()
    return Period(day if days <= _EXACT else day[:7])


def _read_weekday(reading: _Reading) -> Period | None:
    if reading.reference is None:
        return None
    return weekday_near(
        _WEEKDAYS.index((reading["wd"] or "").casefold()), reading.reference, reading["w8"] or "", reading.direction
    )


def _read_near(reading: _Reading) -> Period | None:
    if reading.reference is None:
        return None
    days = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}.get(reading["near"] or "", 0)
    return Period((reading.reference + timedelta(days=days)).isoformat())


def _read_month(reading: _Reading) -> Period | None:
    if reading.reference is None:
        return None
    return month_near(_month(reading["m9"]), reading.reference, reading.direction)


def _read_year(reading: _Reading) -> Period | None:
    return Period(reading["y10"] or reading["fy"] or "")


_READERS: dict[str, Callable[[_Reading], Period | OpenPeriod | None]] = {
    "iso": _read_iso, "chinese": _read_chinese, "days_first": _read_days, "days_last": _read_days, "day_first": _read_day, "last_day": _read_last_day, "month_first": _read_day,
    "month_year": _read_month_year, "shifted_month": _read_shifted_month, "part_of_year": _read_part_of_year, "shifted": _read_shifted,
    "ago": _read_ago, "weekday": _read_weekday, "near": _read_near, "month": _read_month, "financial": _read_year, "year": _read_year,
}  # fmt: skip
