"""What narrows a claim: the sum, the share, the bound of a number, the programme, and the time it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Span

from kg.extract.lines import Slot
from kg.extract.patterns import Match
from kg.extract.proposals import literal_of, mention_of
from kg.model import Period, Qualifiers, Quantity

_WITH_SUM = frozenset("funds invests acquires collaboratesWith".split())
_WITH_SHARE = frozenset("uses invests acquires".split())
_WITH_TIME = frozenset(
    """holdsPost affiliatedWith partOf subsidiaryOf operates administers headquarteredIn redomicilesTo
    collaboratesWith""".split()
)
_NEAR = r"(?:(?![;:.] |which |who |and )[^ ]+ ){0,6}?"
_MONEY = re.compile(r"‹(?P<number>\d+):money›")
_SHARE = re.compile(r"‹(?P<number>\d+):percent›")
_DAY = r"(?:the )?(?:early |late |mid- )?‹(?P<number>\d+):(?:date|period)›"
_SINCE = re.compile(rf"^{_NEAR}(?:since|from|with effect from|as of|effective) {_DAY}")
_UNTIL = re.compile(rf"^{_NEAR}(?:until|till|to) {_DAY}")
_MOVED = re.compile(rf"^{_NEAR}(?:in|on|by) ‹(?P<number>\d+):(?:date|period)›")
_UNDER = re.compile(r"(?:under|from|through|of) (?:the |its )?‹(?P<number>\d+):Programme›")


def qualify(match: Match, relation: str, target: object) -> Qualifiers:
    """Return what a match says about its claim besides the two ends."""
    slots, clause = match.line.slots, match.clause
    found = {name: _value(slots, match.slots.get(name)) for name in ("AMOUNT", "SHARE", "SINCE", "UNTIL")}
    around = clause.words + clause.after
    if relation in _WITH_SUM and found["AMOUNT"] is None:
        found["AMOUNT"] = _only(_MONEY, clause.words + _first_part(clause.after), slots)
    if relation in _WITH_SHARE and found["SHARE"] is None:
        found["SHARE"] = _only(_SHARE, clause.words, slots)
    if relation in _WITH_TIME:
        found["SINCE"] = found["SINCE"] or _first(_SINCE, clause.after, slots)
        found["UNTIL"] = found["UNTIL"] or _first(_UNTIL, clause.after, slots)
    if relation == "redomicilesTo":
        found["SINCE"] = found["SINCE"] or _first(_MOVED, clause.after, slots)
    scheme = match.slots.get("SCHEME") or (_number(_UNDER, around) if relation == "receivedAmount" else None)
    return replace(
        _of_values(found),
        bound=target.span._.bound if isinstance(target, Slot) and not target.is_mention else None,
        programme=mention_of(slots[scheme]) if scheme is not None else None,
    )


def _of_values(found: Mapping[str, object]) -> Qualifiers:
    amount, share, since, until = (found[name] for name in ("AMOUNT", "SHARE", "SINCE", "UNTIL"))
    return Qualifiers(
        amount=amount if isinstance(amount, Quantity) else None,
        share=share if isinstance(share, Quantity) else None,
        valid_from=since if isinstance(since, Period) else None,
        valid_to=until if isinstance(until, Period) else None,
    )


def _first_part(text: str) -> str:
    return " ".join(re.split(r"(?:^| )[;:,] ", text)[0].split()[:8])


def _value(slots: Mapping[int, Slot], number: int | None) -> object:
    return literal_of(slots[number]) if number is not None else None


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return int(found["number"]) if found else None


def _first(pattern: re.Pattern[str], text: str, slots: Mapping[int, Slot]) -> object:
    return _value(slots, _number(pattern, text))


def _only(pattern: re.Pattern[str], text: str, slots: Mapping[int, Slot]) -> object:
    """Return the value found where the text holds just one of its kind: with two, which one is meant stays open."""
    numbers = {int(found["number"]) for found in pattern.finditer(text)}
    return _value(slots, numbers.pop()) if len(numbers) == 1 else None


def plain_qualifiers(relation: str, target: object, slots: Mapping[int, Slot], sentence: Span) -> Qualifiers:
    """Return what a sentence says about a claim that no pattern carries: its only sum, the bound of its number."""
    amount = None
    if relation in _WITH_SUM:
        sums = [s for s in slots.values() if s.label == "money" and sentence.start <= s.span.start < sentence.end]
        amount = literal_of(sums[0]) if len(sums) == 1 else None
    return Qualifiers(
        amount=amount if isinstance(amount, Quantity) else None,
        bound=target.span._.bound if isinstance(target, Slot) and not target.is_mention else None,
    )
