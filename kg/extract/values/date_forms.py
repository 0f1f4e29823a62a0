"""The ways in which texts write dates, as one pattern with a named group for each way and its parts."""

from __future__ import annotations

import re

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![,.]?\d)"
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|\d{1,2})"
)
_TO = r" ?(?:to|-|–|and) ?"
_LEAD = r"(?:(?:the )?(?:end|beginning|start|middle) of |early |late |mid-|mid )?"
_SHIFTED_YEAR = r"(?:last|this|next|that) year"
_BEFORE_MONTH = "|".join(
    rf"(?<=\b{word})"
    for word in (
        "in ", "In ", "since ", "Since ", "by ", "By ", "from ", "From ", "until ", "till ", "of ", "during ", "this ",
        "to ", "and ", "early ", "late ", "mid ", "mid-", "end-", "before ", "after ", "through ", "throughout ",
    )
)  # fmt: skip

# Longer readings stand first, since the first that fits wins.
FORMS = {
    "iso": rf"(?P<iso>{YEAR}[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01]))(?!\d)",
    "chinese": rf"(?P<cy>{YEAR})年(?:(?P<cm>1[0-2]|[1-9])月)?(?:(?P<cd>[12]\d|3[01]|[1-9])日)?",
    "days_first": rf"(?P<a1>{_DAY}){_TO}(?P<b1>{_DAY}) (?P<n1>{_MONTH})(?:,? (?P<e1>{YEAR}))?",
    "days_last": (
        rf"(?P<n2>{_MONTH}) (?P<a2>{_DAY}){_TO}(?P<b2>{_DAY})(?! (?:{_MONTH}|per\b|[a-z]+s\b))(?:,? (?P<e2>{YEAR})\b)?"
    ),
    "day_first": rf"(?P<d1>{_DAY})(?: of)? (?P<m1>{_MONTH})(?:(?:,| of)? (?:(?P<y1>{YEAR})|(?P<r1>{_SHIFTED_YEAR})))?",
    "last_day": rf"(?i:(?:the )?last day of (?:(?P<lm>{_MONTH})(?:,? (?P<ly>{YEAR}))?|(?P<lyo>{YEAR})))",
    "month_first": rf"(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?:(?:,| of)? (?:(?P<y2>{YEAR})|(?P<r2>{_SHIFTED_YEAR}))\b)?",
    "month_year": rf"{_LEAD}(?P<m3>{_MONTH}),?(?: of)? (?:(?P<y3>{YEAR})(?![-/]\d)|(?P<r3>{_SHIFTED_YEAR}))",
    "shifted_month": rf"(?i:(?P<w4>last|this|next|that|the same) (?P<m4>{_MONTH}))",
    "part_of_year": (
        r"(?i:(?:(?:the )?(?:first|second|third|fourth|last) (?:quarter|half)(?:[- ]year)?(?: of|,|)|q[1-4],?|"
        r"[1-4]q|h[12]|"
        r"(?:the )?(?:end|beginning|start|middle|course) of|mid-|late|early|(?:spring|summer|autumn|fall|"
        r"winter)(?: of)?) ?"
        rf"(?:(?P<y5>{YEAR})(?:[-/]\d\d(?!\d))?|(?P<r5>(?:the|this|next|last|that) year)\b))"
    ),
    "shifted": (
        r"(?i:(?P<w6>last|this|next|previous|current|coming|following|that|the same|later this|earlier this|"
        r"later that) "
        r"(?P<u6>year|month|day|week)\b)"
    ),
    "ago": rf"(?i:(?P<n7>{_COUNT}) (?P<u7>years?|months?|weeks?|days?) ago\b)",
    "weekday": r"(?:(?P<w8>last|next|this|coming) )?(?P<wd>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!s)",
    "near": r"(?i:(?P<near>today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|"
    r"the day before yesterday)\b)",
    "month": rf"(?:{_BEFORE_MONTH}|(?<=\())(?P<m9>{_MONTH})(?! \d)",
    "financial": rf"(?P<fy>{YEAR})[-/–](?:{YEAR}|\d\d)(?!\d)",
    "year": rf"(?P<y10>{YEAR})(?![\d%-]|,\d|\.\d)",
}
DATE = re.compile("|".join(rf"(?P<k_{name}>(?<![\w$.]){form})" for name, form in FORMS.items()))

_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|during|before|after|to|for|early|late|year|and|between|through|around|mid|end|"
    r"throughout|over|than)[ -]|[(:–/-] ?|, )$",
    re.IGNORECASE,
)
_AFTER_YEAR = re.compile(r"\s*(?:[,().;:\n–-]|$|[a-z])")
_NUMBER = re.compile(
    r" ?(?:%|per cent|percent|MW|HK\$|million|billion|square|sq)|[ -](?:start-ups|companies|projects|"
    r"applications|people|jobs|"
    r"racks|cabinets|units|students|seats|metres|meters|hectares|cars|petaflops)"
)


def form_of(match: re.Match[str]) -> str:
    """Return the way in which a date that was found is written."""
    return next(name for name in FORMS if match[f"k_{name}"])


def is_year(text: str, match: re.Match[str], previous_end: int | None) -> bool:
    """Whether four digits are a year, by what stands before and after them."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 14]
    if _NUMBER.match(after):
        return False
    if _BEFORE_YEAR.search(before):
        return bool(_AFTER_YEAR.match(after))
    listed = previous_end is not None and previous_end >= match.start() - 5
    return listed and bool(re.search(r"(?:and|to|or) $|[–-]$", before))


def month_number(name: str) -> int:
    """Return the number of a month from its name or abbreviation."""
    return next(n for n, full in enumerate(MONTHS, start=1) if full.startswith(name.casefold().rstrip(".")[:3]))
