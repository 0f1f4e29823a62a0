"""Counts: a number with the noun that is counted, or a bare number such as "of which 10 were approved"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.values.finding import Found
from kg.extract.values.numbers import NUMBER, bound_of, read_number
from kg.model import Quantity

_COUNT = re.compile(rf"(?<![\w.$#/:-])(?P<number>{NUMBER})(?![\w%/:]|[.,]\d|-\d)", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:[ \u00a0-](?:of the |of its |of his |of her |of their )?(?P<words>[A-Za-z][\w'’&+-]*(?: [A-Za-z][\w'’&+-]*){0,4}))"
)
_STOP = frozenset(
    """in at on of by for from to with and or but as had has have been was were is are that which who whom per since under
    over between into than when while if will would could can may might must not also already so far this last each
    the a an its their his her""".split()
)
_NOT_COUNTED = frozenset(
    "years year months month weeks week days day hours hour minutes minute seconds times o'clock per am pm".split()
)


def find_counts(text: str) -> Iterator[Found]:
    """Yield every number that is no year, date, sum or share, with the noun it counts where there is one."""
    for match in _COUNT.finditer(text):
        amount = read_number(match["number"])
        if amount is None or amount != amount.to_integral_value():
            continue
        noun = _noun(text, match.end())
        if noun in _NOT_COUNTED or (not noun and match["number"].casefold() in {"a", "an", "one"}):
            continue
        if _is_year(match["number"]) and not noun:
            continue
        bound = bound_of(text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 12])
        yield Found(match.start(), match.end(), "count", Quantity(amount, "count"), bound, noun=noun)


def _is_year(figures: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", figures))


def _noun(text: str, end: int) -> str:
    """Return the noun counted: the first plural among the words that follow, in the singular."""
    match = _AFTER.match(text, end)
    if not match:
        return ""
    for word in match["words"].split():
        folded = word.casefold()
        if folded in _STOP:
            break
        if _is_plural(folded):
            return singular(folded)
    return ""


def _is_plural(word: str) -> bool:
    return (
        word in {"people", "staff"}
        or (word not in {"series", "species", "news"}
        and (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))))
    )


def singular(word: str) -> str:
    """Return the singular of a plural noun."""
    if word in {"series", "species", "news", "people", "staff"}:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
