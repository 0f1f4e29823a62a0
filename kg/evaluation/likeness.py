"""When two names are the same name, and when two values are the same value."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from kg.model import Literal, Period, Phrase, Quantity

TOLERANCE = Decimal("0.005")  # of the larger amount: "about HK$3.0 billion" and 2,990,000,000
SHARED_OF_SHORTER, SHARED_OF_LONGER = 0.6, 0.3  # words that two quotations of one sentence have in common

_POSSESSIVE = re.compile(r"'s\b|'(?=\s|$)")
_AMERICAN = ((re.compile(r"\bcenter\b"), "centre"), (re.compile(r"\bprogram\b"), "programme"))
_COURTESY = re.compile(r"^(?:(?:the|a|an|mr|mrs|ms|miss|dr|prof|professor|sir|dame|hon|the hon)\s+)+")


def plain_name(name: str) -> str:
    """Return a name without what does not tell it from another: case, punctuation, possessives, articles, titles."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("’", "'").replace("&", " and ")
    text = re.sub(r"[^\w]+", " ", _POSSESSIVE.sub("", text)).strip()
    for american, british in _AMERICAN:
        text = american.sub(british, text)
    return _COURTESY.sub("", text)


def same_literal(found: Literal, wanted: Literal) -> bool:
    """Whether two values say the same: amounts to half a per cent, dates exactly, quotations by most of their words."""
    match found, wanted:
        case Phrase(words, _), Phrase(others, "text"):
            return _share_words(words, others)
        case Phrase(words, unit), Phrase(others, other_unit):
            return unit == other_unit and plain_name(words) == plain_name(others)
        case Period(date), Period(other):
            return date == other
        case Quantity(amount, unit), Quantity(other_amount, other_unit):
            return unit.casefold() == other_unit.casefold() and _near(amount, other_amount)
        case _:
            return False


def _near(amount: Decimal, other: Decimal) -> bool:
    return abs(amount - other) <= TOLERANCE * max(abs(amount), abs(other))


def _share_words(words: str, others: str) -> bool:
    left, right = set(plain_name(words).split()), set(plain_name(others).split())
    shared, shorter, longer = len(left & right), min(len(left), len(right)), max(len(left), len(right))
    return shorter > 0 and shared / shorter >= SHARED_OF_SHORTER and shared / longer >= SHARED_OF_LONGER
