"""Numbers in figures and in words, with the words that multiply them and those that make them inexact."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model import Bound

_ONES = {
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
    **{"hundred": 100, "dozen": 12},
    **dict.fromkeys(("thousand", "k"), 1_000),
    **dict.fromkeys(("million", "mn", "mln", "m"), 10**6),
    **dict.fromkeys(("billion", "bn", "bln", "b"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}
_FRACTIONS = {
    "half": (1, 2), "a half": (1, 2), "a quarter": (1, 4), "one-quarter": (1, 4), "three-quarters": (3, 4),
    "three quarters": (3, 4), "a third": (1, 3), "one-third": (1, 3), "two-thirds": (2, 3), "two thirds": (2, 3),
    "nine-tenths": (9, 10), "four-fifths": (4, 5), "a fifth": (1, 5), "a tenth": (1, 10),
}  # fmt: skip

GAP = r"[ \u00a0\u202f]"
_SMALL = "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
_UNITS = "|".join(sorted(_ONES, key=len, reverse=True))
_WORD = rf"(?:(?:{_SMALL})(?:-(?:{_UNITS}))?|an?(?={GAP}(?:hundred|thousand|million|billion|dozen)))"
_LARGE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
# Possessive, so that a long row of digits is not tried again and again.
FIGURES = rf"\d{{1,3}}(?:,\d{{3}})++(?!\d)(?:\.\d++)?|\d{{1,3}}(?:{GAP}\d{{3}})+(?!\d)(?:\.\d++)?|\d++(?:\.\d++)?"
SCALE = rf"(?:{GAP}?-?(?:thousand|million|billion|trillion|mln|bln|mn|bn|tn|k|m|b)\b)"
NUMBER = (
    rf"(?:{FIGURES})(?:{GAP}?-?(?:hundred|thousand|million|billion|trillion|mln|bln|mn|bn|tn|dozen)\b)?|"
    rf"\b{_WORD}(?:{GAP}{_LARGE}\b)*(?:{GAP}and{GAP}{_WORD})?"
)
"""Pattern of a number; compile it with re.IGNORECASE."""

_BOUNDS: dict[Bound, str] = {
    "gt": "more than|well over|over|above|exceeding|in excess of|upwards of|greater than|beyond|surpassing|topping",
    "ge": "at least|no fewer than|no less than|not less than|a minimum of|minimum|as many as|as much as",
    "approx": (
        r"about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated|circa|c\.|~|"
        r"just over|just under"
    ),
    "lt": "less than|fewer than|under|below",
    "le": "up to|at most|no more than|not more than|a maximum of|maximum|a ceiling of",
}
_BOUND_BEFORE = re.compile(
    "(?:" + "|".join(rf"(?P<{bound}>(?<!\w)(?:{words}))" for bound, words in _BOUNDS.items()) + r")\s?$", re.IGNORECASE
)
_BOUND_AFTER = re.compile(
    r"\s?(?:(?P<ge>\+|or more\b|or above\b|at least\b)|(?P<le>or less\b|or fewer\b|at most\b))", re.IGNORECASE
)


def read_number(text: str) -> Decimal | None:
    """Return the value of a number written in figures or words, or None."""
    folded = re.sub(GAP, " ", text.casefold().strip())
    if folded in _FRACTIONS:
        part, whole = _FRACTIONS[folded]
        return Decimal(part) / whole
    figures = re.match(FIGURES, folded)
    if figures is None:
        return _read_words(folded)
    amount = Decimal(figures.group().replace(",", "").replace(" ", ""))
    rest = folded[figures.end() :].strip(" -")
    return amount * _SCALES.get(rest, 1) if not rest or rest in _SCALES else None


def bound_of(text: str, start: int, end: int) -> Bound | None:
    """Return how exact the number in `text[start:end]` is, from the words just before and after it."""
    match = _BOUND_BEFORE.search(text[max(0, start - 24) : start]) or _BOUND_AFTER.match(text[end : end + 12])
    return match.lastgroup if match else None  # type: ignore[return-value]


def _read_words(folded: str) -> Decimal | None:
    total = current = 0
    for word in re.split(r"[\s-]+", folded):
        if word in _ONES or word in _TENS:
            current += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word in {"a", "an"}:
            current += 1
        elif word in {"hundred", "dozen"}:
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0
        elif word != "and":
            return None
    return Decimal(total + current)
