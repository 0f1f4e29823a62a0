"""Dates as pages write them: "2 April 2024, 18:05", "2024年4月2日", "4 hours ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_ABSOLUTE = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b{_YEAR}[-/.](?P<month>[01]?\d)[-/.]{_DAY}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)",
        rf"{_YEAR} ?年 ?(?P<month>[01]?\d) ?月 ?{_DAY} ?[日號号]",
        rf"\b{_DAY}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -]{_YEAR}\b",
        rf"\b{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}\b",
        rf"\b{_DAY}[/.](?P<month>[01]?\d)[/.]{_YEAR}\b",  # Hong Kong writes the day first
    )
)
_COUNT = r"(?P<count>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_AGE = re.compile(
    rf"\b{_COUNT}[ -]?(?P<unit>seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?"
    r"|years?|yrs?|y)\.? ago\b"
    r"|(?P<han>\d+|[一兩二三四五六七八九十]) ?個?(?P<han_unit>秒鐘?|分鐘|小時|鐘頭|日|天|星期|週|周|月|年)之?前"
    r"|\b(?P<word>just now|moments ago|today|yesterday)\b|(?P<han_word>剛剛|今日|今天|昨日|昨天)",
    re.I,
)
_BARE_AGE = re.compile(r"(?P<count>\d{1,3}) ?(?P<unit>mins?|m|hrs?|h|d)")
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d){1,2} ?(?:[ap]\.?m\.?)?(?![\d%])|\b\d{1,2} ?[ap]\.?m\b\.?|[上下]午 ?\d{1,2}[:時]\d{0,2}分?",
    re.I,
)
_AROUND = re.compile(
    r"\b(?:first |last |originally )?(?:published|posted|updated|modified|created|issued|released|printed)\b"
    r"(?: (?:on|at|by))?"
    r"|\b(?:date|time) ?:|\b(?:at|on)\b|^by\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:HKT|GMT|UTC|BST|EDT|EST|PST|PDT|CET|CEST|SGT|CST)(?:[+-]\d+)?\b|\bhong kong time\b"
    r"|發[佈布]|更新|刊登|出版|時間|日期|於|星期[一二三四五六日]|[（(][一二三四五六日][）)]",
    re.I,
)
_UPDATED = re.compile(r"^(?!.*(?:published|posted|發佈)).*(?:\b(?:updated|modified)\b|更新)", re.I)
_SMALL = frozenset({"the", "of", "and", "for", "in", "by", "&"})
_EDGES = " \t.,;:：|/·•‧∙–—-()[]（）【】+@"
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_WORDS |= {"nine": 9, "ten": 10, "兩": 2} | {word: n for n, word in enumerate("一二三四五六七八九十", start=1)}


@dataclass(frozen=True, slots=True)
class Stamp:
    """The date or age that a line gives, and what else stands on the line, such as the name of a newspaper.

    An age that is no exact number of days ("3 weeks ago") has neither `day` nor `age`.
    """

    day: date | None = None
    age: timedelta | None = None
    label: str = ""
    updated: bool = False

    def resolve(self, today: date | None) -> date | None:
        """Return the day meant, given the day of the page on which it stands."""
        if self.day is None and self.age is not None and today is not None:
            return today - self.age
        return self.day


def find_dates(text: str) -> Iterator[tuple[date, re.Match[str]]]:
    """Yield the complete dates in a text, each with the place where it stands."""
    for pattern in _ABSOLUTE:
        for match in pattern.finditer(text):
            day = _to_date(match)
            if day:
                yield day, match


def read_date(text: str) -> date | None:
    """Return the first complete date in a text."""
    found = sorted(find_dates(text), key=lambda item: item[1].start())
    return found[0][0] if found else None


def read_stamp(line: str) -> Stamp | None:
    """Return the date or age that is all a line says, but for a name of up to six words."""
    dates = sorted(find_dates(line), key=lambda item: item[1].start())
    ages = list(_AGE.finditer(line)) or [match for match in [_BARE_AGE.fullmatch(line.strip())] if match]
    if not dates and not ages:
        return None
    rest = line
    for found in [*[match for _, match in dates], *ages]:
        rest = rest.replace(found.group(), "|")
    rest = _AROUND.sub("|", _CLOCK.sub("|", rest))
    parts = [part.strip(_EDGES) for part in rest.split("|")]
    label = " ".join(part for part in parts if part)
    if label and not _is_name(label, line):
        return None
    if dates:
        return Stamp(day=dates[0][0], label=label, updated=bool(_UPDATED.search(line)))
    return Stamp(age=_to_age(ages[0]), label=label)


def _is_name(label: str, line: str) -> bool:
    """Tell the name of an outlet or author from a sentence or headline that happens to hold a date."""
    words = label.split()
    return (
        len(words) <= 6
        and len(label) <= 60
        and not line.rstrip().endswith((".", "?", "!", "。", "？", "！"))
        and all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in words)
    )


def _to_date(match: re.Match[str]) -> date | None:
    month = match["month"].casefold()
    number = int(month) if month.isdigit() else 1 + _MONTHS.index(month[:3])
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def _to_age(match: re.Match[str]) -> timedelta | None:
    groups = match.groupdict()
    word = (groups.get("word") or groups.get("han_word") or "").casefold()
    if word:
        return timedelta(days=1 if word in {"yesterday", "昨日", "昨天"} else 0)
    count, unit = groups["count"] or groups["han"], (groups["unit"] or groups["han_unit"]).casefold()
    number = int(count) if count.isdigit() else _WORDS[count.casefold()]
    if unit in {"d", "day", "days", "日", "天"}:
        return timedelta(days=number)
    exact = unit[0] in "shm秒分小鐘" and not unit.startswith("mo")
    return timedelta(days=0 if number < 24 or unit[0] in "sm秒分" else number // 24) if exact else None
