"""Sums of money with their currency: "HK$3 billion", "300 million yuan", "US$5m"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.values.amounts import Amount
from kg.extract.values.currencies import NAMES, SYMBOLS, alternatives, plain_dollar, plain_yen
from kg.extract.values.numbers import GAP, Number, scale_of

_BEFORE = re.compile(rf"(?<![\w$])(?P<symbol>HK \$|US \$|{alternatives(SYMBOLS)}){GAP}?\Z", re.IGNORECASE)
_LETTER = re.compile(rf"{GAP}?-?(?P<scale>[mbk])\b", re.IGNORECASE)
_NAME = re.compile(rf"(?:{GAP}?(?P<scale>[mbk]))?{GAP}?-?(?P<name>{alternatives(NAMES)})\b", re.IGNORECASE)
_ROUGHLY = (
    rf"(?:(?:about|around|some|or|roughly|approximately|approx\.?|nearly|almost|equivalent to|equal to|=|≈|~){GAP}?)*"
)
_CONVERSION = re.compile(
    rf"{GAP}?(?:(?P<bracket>\((?P<words>{_ROUGHLY}))|,?{GAP}(?:or|equivalent{GAP}to|equal{GAP}to|the{GAP}equivalent{GAP}of|"
    rf"which{GAP}is|that{GAP}is|i\.e\.){GAP}(?P<more>{_ROUGHLY}))",
    re.IGNORECASE,
)
_RMB = re.compile("rmb", re.IGNORECASE)
_WON = 1000  # "three won" is a victory, no sum
_BRACKET = 80  # characters that a conversion in brackets may be long


@dataclass(frozen=True, slots=True)
class MoneyReader:
    """Reads the sums of one text, where a bare sign always means the same currency."""

    text: str
    dollar: str
    yen: str

    @classmethod
    def of(cls, text: str) -> MoneyReader:
        """Return the reader of a text."""
        return cls(
            text,
            plain_dollar(text) if "$" in text or "dollar" in text else "HKD",
            plain_yen(text) if "¥" in text else "JPY",
        )

    def read(self, number: Number) -> Amount | None:
        """Return the sum that a number is, None where it has no currency."""
        before = _BEFORE.search(self.text, max(0, number.start - 7), number.start)
        if before is not None and (
            before["symbol"].isupper() or not before["symbol"].isalpha() or _RMB.fullmatch(before["symbol"])
        ):
            symbol = before["symbol"].casefold().replace(" ", "")
            return replace(
                self.sum_of(number, self._currency(symbol)), start=before.start(), prefixed=True, plain=symbol == "$"
            )
        name = _NAME.match(self.text, number.end)
        if name is None or _is_glued(self.text, number.start):
            return None
        unit = NAMES[re.sub(GAP, " ", name["name"].casefold())] or self.dollar
        scale = scale_of(name["scale"]) if name["scale"] else 1
        if unit == "KRW" and number.amount * scale < _WON:
            return None
        scaled = Number(number.start, name.end(), number.amount * scale, number.scale * scale)
        return Amount(number.start, name.end(), "money", scaled, scaled.amount, unit)

    def sum_of(self, number: Number, currency: str) -> Amount:
        """Return a number as a sum of a currency, with the letter that multiplies it."""
        letter = _LETTER.match(self.text, number.end) if number.scale == 1 else None
        if letter is None:
            return Amount(number.start, number.end, "money", number, number.amount, currency)
        scale = scale_of(letter["scale"])
        scaled = Number(number.start, letter.end(), number.amount * scale, scale)
        return Amount(number.start, letter.end(), "money", scaled, scaled.amount, currency)

    def _currency(self, symbol: str) -> str:
        return self.yen if symbol == "¥" else SYMBOLS[symbol] or self.dollar


def find_conversions(text: str, amounts: Sequence[Amount]) -> tuple[dict[int, str], set[int]]:
    """Return the notes of sums that are followed by themselves in another currency, and what the notes take up."""
    notes: dict[int, str] = {}
    taken: set[int] = set()
    for n, (amount, following) in enumerate(pairwise(amounts)):
        if amount.kind != "money" or following.kind != "money" or n in taken:
            continue
        match = _CONVERSION.match(text, amount.end)
        other = following.unit != amount.unit or (following.plain and not amount.plain)
        if match is None or match.end() != following.start or not other:
            continue
        closing = text.find(")", following.end, match.start() + _BRACKET) if match["bracket"] else following.end
        end = max(closing, following.end)
        notes[n] = text[match.start("words" if match["bracket"] else "more") : end].strip()
        inside = (k for k in range(n + 1, min(n + 9, len(amounts))) if amounts[k].start < end)
        taken |= {k for k in inside if amounts[k].kind in {"money", "count"}}
    return notes, taken


def _is_glued(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "$.#/_")
