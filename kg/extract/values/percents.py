"""Shares: "90 per cent", "37.5%", "80 to 90 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.values.finding import Found
from kg.extract.values.numbers import GAP, NUMBER, bound_of, read_number
from kg.model import Quantity

_PERCENT = re.compile(
    rf"(?<![\w.])(?P<low>{NUMBER})(?:{GAP}?(?:-|–|to){GAP}?(?P<high>{NUMBER}))?"
    rf"{GAP}?-?(?:%|per[ -]?cent\b|percent\b|pct\b)",
    re.IGNORECASE,
)


def find_percents(text: str) -> Iterator[Found]:
    """Yield every percentage; of a range both ends."""
    for match in _PERCENT.finditer(text):
        low, high = read_number(match["low"]), read_number(match["high"] or "")
        if low is None:
            continue
        if match["high"] and high is not None:
            yield Found(match.start(), match.end("low"), "percent", Quantity(low, "percent"), "ge")
            yield Found(match.start("high"), match.end(), "percent", Quantity(high, "percent"), "le")
            continue
        bound = bound_of(text, match.start(), match.end())
        yield Found(match.start(), match.end(), "percent", Quantity(low, "percent"), bound)
