"""Counts: a number with the noun that is counted, or a bare number such as "of which 10 were approved"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.values.finding import Found
from kg.extract.values.numbers import GAP, NUMBER, bound_of, read_number
from kg.model import Quantity

_COUNT = re.compile(rf"(?<![\w.$#/:-])(?P<number>{NUMBER})(?![\w%/:]|[.,]\d|-\d)", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?:{GAP}|-)(?:of (?:the|its|his|her|their) )?(?P<words>[A-Za-z][\w'’&+-]*(?: [A-Za-z][\w'’&+-]*){{0,4}})"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_STOP = frozenset(
    """in at on of by for from to with and or but as had has have been was were is are that which who whom per
    since under
    over between into than when while if would will could can may might must not also already so far this last each
    the a an its their his her""".split()
)
_TIMES = frozenset("year month week day hour minute second time per am pm".split())
_SAME = frozenset({"series", "species", "news", "people", "staff"})


def find_counts(text: str) -> Iterator[Found]:
    """Yield every number that is no year, date, sum or share, with the noun it counts where there is one."""
    for match in _COUNT.finditer(text):
        amount, noun = read_number(match["number"]), _noun(text, match.end())
        if amount is None or amount != amount.to_integral_value() or noun in _TIMES:
            continue
        if not noun and (match["number"].casefold() == "one" or _YEAR.fullmatch(match["number"])):
            continue
        bound = bound_of(text, match.start(), match.end())
        yield Found(match.start(), match.end(), "count", Quantity(amount, "count"), bound, noun=noun)


def singular(word: str) -> str:
    """Return the singular of a plural noun."""
    if word in _SAME:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _noun(text: str, end: int) -> str:
    """Return the noun counted: the first plural among the words that follow, in the singular."""
    match = _AFTER.match(text, end)
    for word in match["words"].split() if match else ():
        folded = word.casefold()
        if folded in _STOP:
            break
        if _is_plural(folded):
            return singular(folded)
    return ""


def _is_plural(word: str) -> bool:
    if word in {"people", "staff"}:
        return True
    return (
        word not in _SAME and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    )
