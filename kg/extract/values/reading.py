"""All sums, shares, capacities and counts of a text, read in one pass over its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.values.amounts import Amount
from kg.extract.values.bounds import bound_of
from kg.extract.values.capacities import read_capacity
from kg.extract.values.counts import noun_after
from kg.extract.values.finding import Found
from kg.extract.values.labels import is_label, is_named, is_pointing, time_end
from kg.extract.values.money import MoneyReader, find_conversions
from kg.extract.values.numbers import Number, find_numbers
from kg.extract.values.percents import find_shares, read_percent
from kg.extract.values.ranges import join_ranges
from kg.model import Quantity

_DASHED_BEFORE, _DASHED_AFTER = re.compile(r"\d[-–]"), re.compile(r"[-–]\d")


def find_amounts(text: str) -> Iterator[Found]:
    """Yield every number that is a value; of a range both ends, and a conversion as the note of its sum."""
    money = MoneyReader.of(text)
    shares = list(find_shares(text))
    inside = {position for share in shares for position in range(share.start, share.end)}
    numbers = [number for number in find_numbers(text) if number.start not in inside]
    amounts, bounds = join_ranges(money, [_read(money, number) for number in numbers])
    notes, taken = find_conversions(text, amounts)
    yield from shares
    for n, amount in enumerate(amounts):
        if n not in taken and _is_value(text, amount, ranged=n in bounds):
            bound = bounds[n] if n in bounds else bound_of(text, amount.start, amount.end)
            value = Quantity(amount.amount, amount.unit or "count")
            yield Found(amount.start, amount.end, amount.kind, value, bound, noun=amount.noun, note=notes.get(n))  # type: ignore[arg-type]


def _read(money: MoneyReader, number: Number) -> Amount:
    """Return what a number is a number of, by the words before and after it."""
    text = money.text
    found = money.read(number)
    if found is not None:
        return found
    end = time_end(text, number)
    if end is not None:
        return Amount(number.start, end, "time", number, number.amount)
    unit = read_percent(text, number) or read_capacity(text, number)
    if unit is not None and not _is_inside_word(text, number.start):
        return unit
    kind = "label" if unit is not None or is_label(text, number) else "count"
    noun = noun_after(text, number.end) if kind == "count" else ""
    if kind == "count" and not noun and is_named(text, number):
        kind = "label"
    return Amount(number.start, number.end, kind, number, number.amount, noun=noun)  # type: ignore[arg-type]


def _is_inside_word(text: str, start: int) -> bool:
    before = text[start - 1] if start else ""
    return before.isascii() and (before.isalnum() or before in {".", "_", "$"})


def _is_value(text: str, amount: Amount, *, ranged: bool) -> bool:
    if amount.kind != "count":
        return amount.kind not in {"time", "label"}
    written = text[amount.number.start : amount.number.end]
    if amount.amount != amount.amount.to_integral_value() or ("." in written and amount.number.scale == 1):
        return False
    if not ranged and _is_dashed(text, amount):
        return False
    return bool(amount.noun) or not is_pointing(text, amount.number)


def _is_dashed(text: str, amount: Amount) -> bool:
    """Whether a dash ties a number to another, as in dates and scores."""
    before, after = text[max(0, amount.start - 2) : amount.start], text[amount.end : amount.end + 2]
    return bool(_DASHED_BEFORE.fullmatch(before) or _DASHED_AFTER.fullmatch(after))
