"""A number together with what it is a number of, before it is known whether it belongs to a range."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal as OneOf

from kg.extract.values.numbers import Number

AmountKind = OneOf["money", "percent", "quantity", "count", "time", "label"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at `text[start:end]` with its unit.

    A `count` has its `noun` where one follows. `time` ("three years", "5 pm") and `label` ("Phase 2") are no values.
    `prefixed` sums have their currency before the number; in a `plain` one that is a dollar sign and no more.
    """

    start: int
    end: int
    kind: AmountKind
    number: Number
    amount: Decimal
    unit: str = ""
    noun: str = ""
    prefixed: bool = False
    plain: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing says what the number is a number of."""
        return self.kind == "count" and not self.noun
