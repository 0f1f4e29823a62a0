"""Ranges: two numbers that share a unit, a currency or a noun, such as "30 to 50 MW" and "two or three firms"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.values.amounts import Amount
from kg.extract.values.bounds import is_change
from kg.extract.values.money import MoneyReader
from kg.extract.values.numbers import GAP
from kg.model import Bound

_JOIN = re.compile(
    rf"(?:{GAP}?(?P<dash>[-‑–—~])|{GAP}(?P<word>to|or|and)\b){GAP}?(?:(?:up to|as much as|about|around|some){GAP})?",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"(?:,{GAP}?(?:and{GAP}|or{GAP})?|{GAP}(?:and|or|to|&){GAP}|{GAP}?[-–]{GAP}?)\(?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:(?:about|around|some|roughly|approximately)\s)?\Z", re.IGNORECASE)
_THOUSAND = 1000


def join_ranges(money: MoneyReader, amounts: Sequence[Amount]) -> tuple[list[Amount], dict[int, Bound | None]]:
    """Give both ends of every range its unit; also return the bounds of the ends, by their place in the list.

    What stands as a before and an after ("rose from 5 to 9 MW") shares the unit and has no bounds.
    """
    joined, bounds = list(amounts), dict[int, Bound | None]()
    for n in range(len(joined) - 1):
        low, high = joined[n], joined[n + 1]
        if high.start - low.end > 16:
            continue
        match = _JOIN.fullmatch(money.text, low.end, high.start)
        if match is None or not _may_join(money.text, low, match):
            if low.kind == "label" and high.bare and _LISTED.fullmatch(money.text, low.end, high.start):
                joined[n + 1] = replace(high, kind="label")
            continue
        pair = _share(money, low, high, match)
        if pair is None:
            continue
        joined[n : n + 2] = pair
        if pair[0].kind not in {"time", "label"}:
            change = is_change(money.text, pair[0].start)
            bounds[n], bounds[n + 1] = (None, None) if change else ("ge", "le")
    return joined, bounds


def _may_join(text: str, low: Amount, match: re.Match[str]) -> bool:
    word = (match["word"] or "").casefold()
    return word != "and" or _BETWEEN.search(text, max(0, low.start - 30), low.start) is not None


def _share(money: MoneyReader, low: Amount, high: Amount, match: re.Match[str]) -> tuple[Amount, Amount] | None:
    """Return the two ends with what they share, None where they are no range."""
    dash, word = bool(match["dash"]), (match["word"] or "").casefold()
    if low.kind == "label" or (low.bare and high.kind == "label"):
        return _labels(low, high, dash=dash)
    if low.kind == "money" and low.prefixed and _takes_currency(high, dash=dash):
        high = replace(money.sum_of(high.number, low.unit), prefixed=True)
    elif word == "or" and not low.bare:
        return None
    elif low.bare and not high.bare and not high.prefixed:
        low = replace(low, kind=high.kind, unit=high.unit, noun=high.noun)
    if low.kind != high.kind or (low.kind == "quantity" and low.unit != high.unit):
        return None
    if low.kind == "count" and low.noun != high.noun:
        return None
    low = _scaled(low, high)
    if low.kind != "time" and low.unit == high.unit and low.amount >= high.amount:
        return None if not dash or low.kind != "count" else (replace(low, kind="label"), replace(high, kind="label"))
    return low, high


def _labels(low: Amount, high: Amount, *, dash: bool) -> tuple[Amount, Amount] | None:
    """Return two labels in a row, such as "Phases 1 to 3"; None where only one end is a label."""
    if low.kind == "label" and (high.bare or (dash and high.kind == "label")):
        return low, replace(high, kind="label")
    if low.bare and high.kind == "label" and dash:
        return replace(low, kind="label"), high
    return None


def _takes_currency(high: Amount, *, dash: bool) -> bool:
    """Whether a number after a sum and "to" is a sum as well."""
    if high.kind == "label":
        return dash
    return high.kind == "count" and (dash or not high.noun or high.number.scale > 1 or high.amount >= _THOUSAND)


def _scaled(low: Amount, high: Amount) -> Amount:
    """Return the low end with the "million" that stands at the high end only."""
    scale = high.number.scale
    if low.number.scale > 1 or scale == 1 or low.amount >= high.amount / scale or low.amount >= _THOUSAND:
        return low
    return replace(low, amount=low.amount * scale)
