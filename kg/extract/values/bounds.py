"""How exact a number is: "more than", "at least", "about", "less than", "up to"."""

from __future__ import annotations

import re

from kg.model import Bound

_BOUNDS: dict[Bound, str] = {
    "gt": (
        "more than|well over|over|above|exceeding|exceeds|exceeded|in excess of|upwards? of|greater than|beyond|"
        "surpassing|topping|north of"
    ),
    "ge": (
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|minimum of|as many as|"
        "as much as"
    ),
    "approx": (
        r"about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated|circa|c\.|ca\.|~|≈|"
        r"just over|just under|in the region of|or so"
    ),
    "lt": "less than|fewer than|under|below",
    "le": (
        "up to|at most|no more than|not more than|not exceeding|a maximum of|maximum|maximum of|a ceiling of|capped at|"
        "a cap of|limited to"
    ),
}
_BEFORE = re.compile(
    "(?:" + "|".join(rf"(?P<{bound}>(?<!\w)(?:{words}))" for bound, words in _BOUNDS.items()) + r")\s?\Z", re.IGNORECASE
)
_AFTER = re.compile(
    r"\s?(?:(?P<ge>\+|-?plus\b|or more\b|or above\b|at least\b|and above\b)|(?P<le>or less\b|or fewer\b|at most\b)|"
    r"(?P<approx>-odd\b|or so\b|or thereabouts\b))",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:r[oi]se|risen|rais|increas|gr[eo]w|jump|climb|doubl|trebl|tripl|quadrupl|f[ae]ll|drop|cut|reduc|expan|"
    r"upgrad|lift|boost|surg|soar|swell|shr[aiu]nk|declin|slid|widen|enlarg|chang|up\b|down\b)\w*",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?<!\w)(?:(?P<by>by)|from)\s(?:(?:about|around|some|nearly|over|more than|almost)\s)?\Z", re.IGNORECASE
)


def bound_of(text: str, start: int, end: int) -> Bound | None:
    """Return how exact the number in `text[start:end]` is, from the words just before and after it."""
    match = _BEFORE.search(text, max(0, start - 24), start) or _AFTER.match(text, end, end + 18)
    return match.lastgroup if match else None  # type: ignore[return-value]


def is_change(text: str, start: int) -> bool:
    """Whether two numbers from `start` on are a before and an after ("rose from 5 to 9") rather than a range."""
    lead = _FROM.search(text, max(0, start - 24), start)
    return lead is not None and (lead["by"] is not None or bool(_CHANGE.search(text, max(0, start - 70), lead.start())))
