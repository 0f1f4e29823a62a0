"""The ways in which texts write dates, as one pattern with a named group for each way and its parts."""

from __future__ import annotations

import re

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 12)}

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
_TO = r" ?(?:to|-|–|and|until|/) ?"
_LEAD = r"(?:(?:the )?(?:end|beginning|start|middle) of |[Ee]arly[ -]|[Ll]ate[ -]|[Mm]id[- ]|[Ee]nd-)?"
_SHIFTED_YEAR = r"(?:last|this|next|that) year"
_ORDER = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|last|final)"
_BEFORE_MONTH = "|".join(
    rf"(?i:(?<=\b{word}))"
    for word in (
        "in ", "since ", "by ", "from ", "until ", "till ", "of ", "during ", "this ", "to ", "and ", "or ", "early ",
        "late ", "mid ", "mid-", "end-", "late-", "early-", "before ", "after ", "through ", "throughout ", "between ",
        "around ", "ending ", "ended ", "for ",
    )
)  # fmt: skip

# Longer readings stand first, since the first that fits wins.
FORMS = {
    "iso": rf"(?P<iso>{YEAR}[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01]))(?!\d)",
    "numeric": rf"(?P<nd>\d\d?)(?P<ns>[/.])(?P<nm>\d\d?)(?P=ns)(?P<ny>{YEAR})(?!\d)",
    "chinese": rf"(?P<cy>{YEAR})年(?:(?P<cm>1[0-2]|[1-9])月)?(?:(?P<cd>[12]\d|3[01]|[1-9])日)?",
    "days_first": rf"(?P<a1>{_DAY}){_TO}(?P<b1>{_DAY}) (?P<n1>{_MONTH})(?:,? (?P<e1>{YEAR}))?",
    "days_last": (
        rf"(?P<n2>{_MONTH}) (?P<a2>{_DAY}){_TO}(?P<b2>{_DAY})(?! (?:{_MONTH}|per\b|[a-z]+s\b))(?:,? (?P<e2>{YEAR})\b)?"
    ),
    "day_first": (
        rf"(?P<d1>{_DAY})(?: of|,)? ?(?P<m1>{_MONTH})(?:(?:,| of)? (?:(?P<y1>{YEAR})|(?P<r1>{_SHIFTED_YEAR})))?"
    ),
    "last_day": rf"(?i:(?:the )?last day of (?:(?P<lm>{_MONTH})(?:,? (?P<ly>{YEAR}))?|(?P<lyo>{YEAR})))",
    "month_first": rf"(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?:(?:,| of)? (?:(?P<y2>{YEAR})|(?P<r2>{_SHIFTED_YEAR}))\b)?",
    "month_year": rf"{_LEAD}(?P<m3>{_MONTH}),?(?: of)? (?:(?P<y3>{YEAR})(?![-/]\d)|(?P<r3>{_SHIFTED_YEAR}))",
    "shifted_month": (
        rf"(?i:(?P<w4>last|this|next|that|the same|later this|earlier this|the following) (?P<m4>{_MONTH}))"
    ),
    "part_of_year": (
        rf"(?i:(?:(?:the )?{_ORDER} (?:quarter|half)(?:[- ]year)?(?: of|,|)|q[1-4],?|[1-4]q|h[12],?|[12]h|fy|"
        r"(?:the )?(?:financial|fiscal|academic|school) year|"
        r"(?:the )?(?:turn|end|beginning|start|middle|course) of|mid-|end-|year-end|late|early|(?:earlier|later) in|"
        r"(?:spring|summer|autumn|fall|winter)(?: of|,)?)[ -]?"
        rf"(?:(?P<y5>{YEAR})(?P<z5>[-/–](?:{YEAR}|\d\d)(?!\d))?(?!\d)|(?P<r5>(?:the|this|next|last|that) year)\b))"
    ),
    "year_part": rf"(?P<y6>{YEAR}) ?(?i:q[1-4]|h[12])\b",
    "year_end": r"(?i:(?P<ye>year-end))\b",
    "quarter": (
        r"(?i:(?:(?<=\bin )|(?<=\bby )|(?<=\bfrom )|(?<=\bduring )|(?<=\bof )|(?<=\buntil )|(?<=\bbefore )|"
        r"(?<=\bfor ))"
        rf"(?:the )?(?P<qn>{_ORDER}) (?P<qu>quarter|half)\b|(?:(?<=\bin )|(?<=\bby ))q(?P<qd>[1-4])\b)(?! of\b|-)"
    ),
    "season": r"(?i:(?P<sw>this|last|next|the coming) (?P<sn>spring|summer|autumn|winter)\b)",
    "shifted": (
        r"(?i:(?P<w6>last|this|next|previous|current|coming|following|that|the same|later this|earlier this|"
        r"early this|late this|early next|late next|later that) "
        r"(?P<u6>year|month|day|week|quarter)\b)"
    ),
    "later": rf"(?i:(?P<nl>{_COUNT}) (?P<ul>years?|months?|days?) (?:later|afterwards|thereafter)\b)",
    "ago": rf"(?i:(?P<n7>{_COUNT}) (?P<u7>years?|months?|weeks?|days?) ago\b)",
    "weekday": r"(?:(?P<w8>(?i:last|next|this|coming)) )?(?P<wd>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!s)",
    "near": r"(?i:(?P<near>today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|"
    r"the day before yesterday|the day after tomorrow)\b)",
    "bare_day": (
        r"(?i:(?<=\bon the )(?P<bd>(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)))"
        r"(?:(?i: of (?P<bm>this|last|next|that|the same) month)|(?=[.,;:)\n]|\Z| (?:and|to|until|it|he|she|they)\b))"
    ),
    "month": rf"(?=[JFMASOND])(?:{_BEFORE_MONTH}|(?<=\())(?P<m9>{_MONTH})(?! \d\d?(?![\d,]|\.\d))",
    "financial": rf"(?P<fy>{YEAR})[-/–](?P<fz>{YEAR}|\d\d)(?!\d)",
    "year": rf"(?P<y10>{YEAR})(?![\d%-]|,\d|\.\d)",
}
# What a date may begin with is looked at first, so that most places of a text are passed quickly.
DATE = re.compile(
    r"(?=[\dJFMASONDTWLPCEBHQYtlnpcfemswyhoaq])(?<![\w$.])(?:"
    + "|".join(rf"(?P<k_{name}>{form})" for name, form in FORMS.items())
    + ")"
)

_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|during|before|after|to|for|early|late|year|and|or|between|through|around|mid|"
    r"end|fy|throughout|over|than|until|ending|ended|as of)[ -]|[(:–/-] ?|, )\Z",
    re.IGNORECASE,
)
_AFTER_YEAR = re.compile(r"\s*(?:[,().;:\n–-]|$|[a-z])")
_OPENS = re.compile(r"(?:In|Since|By|From|Until|During|Before|After|Throughout) \Z|\b(?:in|since|by|until|during) \Z")
_NAMED_YEAR = re.compile(
    r" (?:Policy|Budget|Annual|Edition|Summit|Forum|Awards?|Work|Report|World|Plan|Blueprint|Global|"
    r"International|Ordinance|Olympic|Games)"
)
_NUMBER = re.compile(
    r" ?(?:%|per cent|percent|MW|HK\$|million|billion|square|sq)|[ -](?:start-ups|companies|projects|"
    r"applications|people|jobs|"
    r"racks|cabinets|units|students|seats|metres|meters|hectares|cars|petaflops)"
)
_NAME = re.compile(r" [A-Z]")


def form_of(match: re.Match[str]) -> str:
    """Return the way in which a date that was found is written."""
    return next(name for name in FORMS if match[f"k_{name}"])


def is_year(text: str, match: re.Match[str], previous_end: int | None) -> bool:
    """Whether four digits are a year, by what stands before and after them."""
    start, end = match.start(), match.end()
    if _NUMBER.match(text, end):
        return False
    if _BEFORE_YEAR.search(text, max(0, start - 12), start):
        named = _NAMED_YEAR.match(text, end)
        return bool(_AFTER_YEAR.match(text, end)) or (
            named is None and _OPENS.search(text, max(0, start - 12), start) is not None
        )
    listed = previous_end is not None and previous_end >= start - 5
    return listed and bool(re.search(r"(?:and|to|or) $|[–-]$", text[max(0, start - 12) : start]))


def is_financial_year(text: str, match: re.Match[str]) -> bool:
    """Whether "2024-25" is two years in a row, and no part of a name such as "2024-25 Budget"."""
    following = int(match["fz"][-2:]) == (int(match["fy"]) + 1) % 100
    return following and _NAME.match(text, match.end()) is None


def month_number(name: str) -> int:
    """Return the number of a month from its name or abbreviation."""
    return next(n for n, full in enumerate(MONTHS, start=1) if full.startswith(name.casefold().rstrip(".")[:3]))
