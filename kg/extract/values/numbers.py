"""Numbers in figures and in words, with the words that multiply them and those that make them inexact."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model import Bound

_UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    "hundred": 100, "thousand": 1_000, "k": 1_000, "million": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "m": 1_000_000,
    "billion": 10**9, "bn": 10**9, "bln": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "dozen": 12,
}  # fmt: skip
_FRACTIONS = {
    "half": Decimal("0.5"), "a half": Decimal("0.5"), "a quarter": Decimal("0.25"), "one-quarter": Decimal("0.25"),
    "three-quarters": Decimal("0.75"), "three quarters": Decimal("0.75"), "a third": Decimal(1) / 3, "one-third": Decimal(1) / 3,
    "two-thirds": Decimal(2) / 3, "two thirds": Decimal(2) / 3, "nine-tenths": Decimal("0.9"),
    "four-fifths": Decimal("0.8"), "a fifth": Decimal("0.2"), "a tenth": Decimal("0.1"),
}  # fmt: skip
_SMALL = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_ONES = "|".join(sorted(_UNITS, key=len, reverse=True))
_GAP = r"[ \u00a0\u202f]"

FIGURES = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
WORDS = rf"(?:(?:{_SMALL})(?:-(?:{_ONES}))?|an?(?={_GAP}(?:hundred|thousand|million|billion|dozen)))"
LARGE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
SCALE = rf"(?:{_GAP}?-?(?:thousand|million|billion|trillion|mln|bln|mn|bn|tn|k|m|b)\b)"
NUMBER = rf"(?:{FIGURES})(?:{_GAP}?-?(?:hundred|thousand|million|billion|trillion|mln|bln|mn|bn|tn|dozen)\b)?|\b{WORDS}(?:{_GAP}{LARGE}\b)*(?:{_GAP}and{_GAP}{WORDS})?"
"""Pattern of a number; compile it with re.IGNORECASE."""

_BOUND_WORDS: dict[Bound, str] = {
    "gt": "more than|over|above|exceeding|in excess of|upwards of|greater than|beyond|surpassing|topping|well over",
    "ge": "at least|no fewer than|no less than|not less than|a minimum of|minimum|as many as|as much as",
    "approx": "about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated|circa|c\\.|~|just over|just under",
    "lt": "less than|fewer than|under|below",
    "le": "up to|at most|no more than|not more than|a maximum of|maximum|a ceiling of",
}
_BOUND_BEFORE = re.compile(
    r"(?:" + "|".join(rf"(?P<{bound}>(?<!\w)(?:{words}))" for bound, words in _BOUND_WORDS.items()) + r")\s?$",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r"\s?(?:(?P<ge>\+|or more\b|or above\b|at least\b)|(?P<le>or less\b|or fewer\b|at most\b))", re.IGNORECASE
)


def read_number(text: str) -> Decimal | None:
    """Return the value of a number written in figures or words, or None."""
    folded = re.sub(rf"{_GAP}", " ", text.casefold().strip())
    if folded in _FRACTIONS:
        return _FRACTIONS[folded]
    figures = re.match(FIGURES, folded)
    if figures:
        amount = Decimal(figures.group().replace(",", "").replace(" ", ""))
        rest = folded[figures.end() :].strip(" -")
        return amount * _SCALES.get(rest, 1) if not rest or rest in _SCALES else None
    return _read_words(folded)


def _read_words(folded: str) -> Decimal | None:
    total = current = 0
    for word in re.split(r"[\s-]+", folded):
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in {"a", "an"}:
            current += 1
        elif word in {"hundred", "dozen"}:
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0
        elif word != "and":
            return None
    return Decimal(total + current)


def bound_of(before: str, after: str) -> Bound | None:
    """Return how exact a number is, from the words just before and after it."""
    match = _BOUND_BEFORE.search(before[-24:]) or _BOUND_AFTER.match(after[:12])
    return match.lastgroup if match else None  # type: ignore[return-value]
