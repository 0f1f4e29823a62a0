"""Shares: "90 per cent", "37.5%", "a quarter of", "nine in ten"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.values.amounts import Amount
from kg.extract.values.bounds import bound_of
from kg.extract.values.finding import Found
from kg.extract.values.numbers import GAP, Number, lower, read_share
from kg.model import Quantity

_PERCENT = re.compile(rf"{GAP}?-?(?:[%％]|per(?:{GAP}|-)?cent(?!\w)|pct\b)", re.IGNORECASE)
_FEW = "one|two|three|four|five|six|seven|eight|nine"
_SHARE = re.compile(
    rf"(?=[ahotfsen1-9])(?<![\w-])(?:(?P<part>an?|{_FEW})[ -](?P<whole>half|halves|thirds?|"
    rf"quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)|(?P<half>half))"
    rf"(?:(?={GAP}of{GAP}(?!an?{GAP}(?:million|billion|trillion|dozen|hundred|thousand)))|(?<=half)(?={GAP}(?:the|its|their|all|these)\b)|"
    r"(?P<by>(?=[.,;:)]|\s*\Z|\s(?:to|in|from|this|last|over|since|compared|year|and|by|on|during|against|or|versus)\b)))"
    rf"|(?<![\w.,-])(?P<few>{_FEW}|[1-9])(?:{GAP}|-)(?:in|out{GAP}of)(?:{GAP}|-)(?:every{GAP})?"
    rf"(?P<many>two|three|four|five|six|eight|ten|twenty|10|20|100|[2-8])(?![\w%]|[.,]\d|"
    r"[ -](?:million|billion|per|years?|months?|weeks?|days?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_ORDER = re.compile(r"\b(?:first|second|third|other|latter|last|next|final|the|each|final)\s\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s(?:(?:about|around|almost|nearly|over|more than|at least|up to)\s)?\Z", re.IGNORECASE)


def read_percent(text: str, number: Number) -> Amount | None:
    """Return the share that a number is, None where no percent sign follows."""
    sign = _PERCENT.match(text, number.end)
    return sign and Amount(number.start, sign.end(), "percent", number, number.amount, "percent")


def find_shares(text: str) -> Iterator[Found]:
    """Yield the shares that are written as fractions of a whole."""
    for match in _SHARE.finditer(lower(text)):
        if match["by"] is not None and not _BY.search(text, max(0, match.start() - 20), match.start()):
            continue
        if match["half"] and _ORDER.search(text, max(0, match.start() - 8), match.start()):
            continue
        share = read_share(match["few"] or match["part"] or "", match["many"] or match["whole"] or "half")
        if share < 100:
            bound = bound_of(text, match.start(), match.end())
            yield Found(match.start(), match.end(), "percent", Quantity(share, "percent"), bound)
