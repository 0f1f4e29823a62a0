"""One reader for each way in which texts write dates: from the parts of a match to a day, month or year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extract.values.date_forms import SEASONS, WEEKDAYS, YEAR, month_number
from kg.extract.values.finding import OpenPeriod
from kg.extract.values.numbers import read_number
from kg.extract.values.resolving import (
    Direction,
    day_near,
    direction_of,
    last_day,
    month_near,
    months_from,
    part_near,
    weekday_near,
    whole_day,
)
from kg.model import Period

_EXACT = 7  # days back that "… days ago" counts to the day; farther back it is a round number
_YEARS = re.compile(YEAR)
_SHIFTS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_LENGTHS = {"year": 4, "month": 7, "day": 10}
_ORDERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


@dataclass(frozen=True, slots=True)
class Reading:
    """One date in the making: the match, the text around it, and the days it may refer to."""

    match: re.Match[str]
    text: str
    reference: date | None
    known: tuple[Period, ...]

    def __getitem__(self, group: str) -> str:
        """Return a part of the match in lower case, "" where it is missing."""
        return (self.match[group] or "").casefold()

    def number(self, group: str) -> int:
        """Return the number that a part of the match holds, 0 where it is missing."""
        return int("".join(char for char in self[group] if char.isdigit()) or 0)

    @property
    def direction(self) -> Direction:
        """Whether the words around the date look back or ahead."""
        return direction_of(self.text, self.match.start(), self.match.end())

    def earlier(self, unit: str) -> str:
        """Return the last date before this one that is exact to the year, month or day; "" where there is none."""
        length = _LENGTHS[unit]
        return next((period.iso[:length] for period in reversed(self.known) if len(period.iso) >= length), "")

    def year(self, words: str) -> int:
        """Return the year that "last year" and the like mean, 0 where the text leaves it open."""
        shift = words.partition(" ")[0]
        if shift == "that":
            years = _YEARS.findall(self.text[max(0, self.match.start() - 200) : self.match.start()])
            return int(years[-1]) if years else 0
        return self.reference.year + _SHIFTS.get(shift, 0) if self.reference and shift else 0


def read_date(form: str, reading: Reading) -> Period | OpenPeriod | None:
    """Return the date or period that a match means, None where it cannot be or stays open."""
    return _READERS[form](reading)


def _read_iso(reading: Reading) -> Period | None:
    year, month, day = re.split("[-/]", reading["iso"])
    return whole_day(int(year), int(month), int(day))


def _read_numeric(reading: Reading) -> Period | None:
    """Read "9/12/2024" as the day before the month, as Hong Kong does, unless only the other way can be."""
    day, month, year = reading.number("nd"), reading.number("nm"), reading.number("ny")
    return whole_day(year, month, day) or whole_day(year, day, month)


def _read_chinese(reading: Reading) -> Period | None:
    year, month, day = reading.number("cy"), reading.number("cm"), reading.number("cd")
    if month and day:
        return whole_day(year, month, day)
    return Period(f"{year}-{month:02d}" if month else f"{year}")


def _read_days(reading: Reading) -> OpenPeriod | None:
    n = "1" if reading["n1"] else "2"
    month, first, last = month_number(reading[f"n{n}"]), reading.number(f"a{n}"), reading.number(f"b{n}")
    year = reading.number(f"e{n}")
    near = day_near(month, first, reading.reference, reading.direction) if reading.reference and not year else None
    year = int(near.iso[:4]) if near else year
    start, end = (whole_day(year, month, day) if year else None for day in (first, last))
    return (start, end) if start and end and first < last else None


def _read_day(reading: Reading) -> Period | None:
    n = "1" if reading["m1"] else "2"
    month, day = month_number(reading[f"m{n}"]), reading.number(f"d{n}")
    year = reading.number(f"y{n}") or reading.year(reading[f"r{n}"])
    if year:
        return whole_day(year, month, day)
    return day_near(month, day, reading.reference, reading.direction) if reading.reference else None


def _read_last_day(reading: Reading) -> Period | None:
    month = month_number(reading["lm"]) if reading["lm"] else 12
    year = reading.number("ly") or reading.number("lyo")
    if not year and reading.reference:
        year = int(month_near(month, reading.reference, reading.direction).iso[:4])
    return last_day(year, month) if year else None


def _read_month_year(reading: Reading) -> Period | None:
    year = reading.number("y3") or reading.year(reading["r3"])
    return Period(f"{year:04d}-{month_number(reading['m3']):02d}") if year else None


def _read_shifted_month(reading: Reading) -> Period | None:
    month, word, reference = month_number(reading["m4"]), reading["w4"].split()[-1], reading.reference
    if word in {"that", "same", "following"}:
        before = reading.earlier("month")
        later = word == "following" and before[5:] and month <= int(before[5:])
        return Period(f"{int(before[:4]) + bool(later)}-{month:02d}") if before else _in_known_year(reading, month)
    if reference is None:
        return None
    shift = {"next": month <= reference.month, "last": -(month >= reference.month)}.get(word, 0)
    return Period(f"{reference.year + shift}-{month:02d}")


def _in_known_year(reading: Reading, month: int) -> Period | None:
    year = reading.earlier("year")
    return Period(f"{year}-{month:02d}") if year else None


def _read_part_of_year(reading: Reading) -> Period | OpenPeriod | None:
    if reading["z5"]:
        return _financial_year(reading.number("y5"), reading["z5"])
    year = reading.number("y5") or reading.number("y6") or reading.year(reading["r5"])
    if not year and reading["ye"] and reading.reference:
        year = reading.reference.year
    return Period(f"{year:04d}") if year else None


def _read_quarter(reading: Reading) -> Period | None:
    """Return the year of "the third quarter"; quarters and halves are no finer than that in this vocabulary."""
    if reading.reference is None:
        return None
    length = 6 if reading["qu"] == "half" else 3
    last = 12 // length
    place = reading.number("qd") or min(_ORDERS.get(reading["qn"], last), last)
    return part_near(length * (place - 1) + 1, length * place, reading.reference, reading.direction)


def _read_season(reading: Reading) -> Period | None:
    if reading.reference is None:
        return None
    (first, last), month, year = SEASONS[reading["sn"]], reading.reference.month, reading.reference.year
    word = reading["sw"].split()[-1]
    if word == "last":
        return Period(f"{year - (first >= month):04d}")
    return Period(f"{year + (word == 'next' and last <= month) + (word == 'coming' and last < month):04d}")


def _read_shifted(reading: Reading) -> Period | None:
    word, unit = reading["w6"].split()[-1], reading["u6"]
    if word in {"that", "same"}:
        return _read_same(reading, unit)
    if word == "following" and reading.earlier(unit if unit in _LENGTHS else "day"):
        return _moved(reading.earlier(unit), 1, unit) if unit in _LENGTHS else None
    if reading.reference is None or unit == "day" or (unit == "week" and word != "this"):
        return None
    shift = _SHIFTS.get(word, 0)
    if unit == "quarter":
        return Period(months_from(reading.reference, 3 * shift).iso[:4])
    return Period(f"{reading.reference.year + shift:04d}") if unit == "year" else months_from(reading.reference, shift)


def _read_same(reading: Reading, unit: str) -> Period | None:
    """Return what "the same day" means: the date named last, be it only known to the month."""
    last = reading.known[-1].iso if reading.known else ""
    kept = last[: _LENGTHS.get(unit, 0)]
    return Period(kept) if len(kept) >= (4 if unit == "year" else 7) else None


def _read_later(reading: Reading) -> Period | None:
    """Return the date that lies some years, months or days after the one named before."""
    unit = reading["ul"].rstrip("s")
    before = reading.earlier(unit)
    return _moved(before, _count(reading["nl"]), unit) if before else None


def _moved(iso: str, count: int, unit: str) -> Period:
    if unit == "year":
        return Period(f"{int(iso) + count:04d}")
    if unit == "month":
        return months_from(date.fromisoformat(f"{iso}-01"), count)
    return Period((date.fromisoformat(iso) + timedelta(days=count)).isoformat())


def _count(word: str) -> int:
    return 1 if word in {"a", "an"} else int(read_number(word) or 0)


def _read_ago(reading: Reading) -> Period | None:
    count, unit, reference = _count(reading["n7"]), reading["u7"].rstrip("s"), reading.reference
    if reference is None:
        return None
    if unit in {"year", "month"}:
        return Period(f"{reference.year - count:04d}") if unit == "year" else months_from(reference, -count)
    days = count * (7 if unit == "week" else 1)
    day = (reference - timedelta(days=days)).isoformat()
    return Period(day if days <= _EXACT else day[:7])


def _read_weekday(reading: Reading) -> Period | None:
    if reading.reference is None:
        return None
    return weekday_near(WEEKDAYS.index(reading["wd"]), reading.reference, reading["w8"], reading.direction)


def _read_near(reading: Reading) -> Period | None:
    if reading.reference is None:
        return None
    shifts = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    return Period((reading.reference + timedelta(days=shifts.get(reading["near"], 0))).isoformat())


def _read_bare_day(reading: Reading) -> Period | None:
    """Return the day of "on the 9th", in the month named just before or in the one of publication."""
    day, word, last = reading.number("bd"), reading["bm"], reading.known[-1].iso[:7] if reading.known else ""
    if word not in {"this", "last", "next"} and len(last) == len("2024-12"):
        return whole_day(int(last[:4]), int(last[5:]), day)
    if reading.reference is None:
        return None
    past = not word and day > reading.reference.day and reading.direction != "future"
    month = months_from(reading.reference, -1 if past else _SHIFTS.get(word, 0)).iso
    return whole_day(int(month[:4]), int(month[5:7]), day)


def _read_month(reading: Reading) -> Period | None:
    if reading.reference is None:
        return None
    return month_near(month_number(reading["m9"]), reading.reference, reading.direction)


def _read_year(reading: Reading) -> Period | None:
    return Period(reading["y10"])


def _read_financial(reading: Reading) -> OpenPeriod:
    return _financial_year(reading.number("fy"), reading["fz"])


def _financial_year(year: int, end: str) -> OpenPeriod:
    last = int(end[-2:]) - year % 100
    return Period(f"{year:04d}"), Period(f"{year + (last if last > 0 else last % 100):04d}")


_READERS: dict[str, Callable[[Reading], Period | OpenPeriod | None]] = {
    "iso": _read_iso,
    "numeric": _read_numeric,
    "chinese": _read_chinese,
    "days_first": _read_days,
    "days_last": _read_days,
    "day_first": _read_day,
    "last_day": _read_last_day,
    "month_first": _read_day,
    "month_year": _read_month_year,
    "shifted_month": _read_shifted_month,
    "part_of_year": _read_part_of_year,
    "year_part": _read_part_of_year,
    "year_end": _read_part_of_year,
    "quarter": _read_quarter,
    "season": _read_season,
    "shifted": _read_shifted,
    "later": _read_later,
    "ago": _read_ago,
    "weekday": _read_weekday,
    "near": _read_near,
    "bare_day": _read_bare_day,
    "month": _read_month,
    "financial": _read_financial,
    "year": _read_year,
}
