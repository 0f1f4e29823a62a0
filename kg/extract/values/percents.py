"""Shares: "90 per cent", "37.5%", "two-thirds of"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.values.finding import Found
from kg.extract.values.numbers import NUMBER, bound_of, read_number
from kg.model import Quantity

_PERCENT = re.compile(
    rf"(?<![\w.])(?P<low>{NUMBER})(?:[ \u00a0]?(?:-|–|to)[ \u00a0]?(?P<high>{NUMBER}))?[ \u00a0]?-?(?:%|per[ -]?cent\b|percent\b|pct\b)",
    re.IGNORECASE,
)


def find_percents(text: str) -> Iterator[Found]:
    """Yield every percentage."""
    for match in _PERCENT.finditer(text):
        low, high = read_number(match["low"]), read_number(match["high"] or "")
        if low is None:
            continue
        if high is not None:
            yield Found(match.start(), match.end("low"), "percent", Quantity(low, "percent"), "ge")
            yield Found(match.start("high"), match.end(), "percent", Quantity(high, "percent"), "le")
            continue
        bound = bound_of(text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 12])
        yield Found(match.start(), match.end(), "percent", Quantity(low, "percent"), bound)
