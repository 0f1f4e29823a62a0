"""What a finder of values returns: a stretch of text with its reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as OneOf

from kg.model import Bound, Period, Quantity

Kind = OneOf["money", "percent", "count", "quantity", "date", "period"]
OpenPeriod = tuple[Period | None, Period | None]


@dataclass(frozen=True, slots=True)
class Found:
    """A value read from `text[start:end]`; `noun` is what a count counts, `note` a conversion in brackets."""

    start: int
    end: int
    kind: Kind
    value: Quantity | Period | OpenPeriod | None
    bound: Bound | None = None
    noun: str | None = None
    note: str | None = None
    open_month: int | None = None
