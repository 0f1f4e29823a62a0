"""Counts: a number with the noun that is counted, or a bare number such as "of which 10 were approved"."""

from __future__ import annotations

import re

from kg.extract.values.numbers import GAP

_AFTER = re.compile(
    rf"(?:{GAP}|-)(?:of (?:the|its|his|her|their) )?(?P<words>[A-Za-z][\w'’&+-]*(?:{GAP}[A-Za-z][\w'’&+-]*){{0,4}})"
)
_STOP = frozenset(
    """in at on of by for from to with and or but as had has have been was were is are that which who whom per
    since under over between into than when while if would will could can may might must not also already so far
    this last each the a an its their his her it they he she we did does do took came went won lost made gave
    said says out up off down after before until within through across against among about around""".split()
)
_VERBS = frozenset(
    """adds aims allows appears applies asks becomes begins belongs believes brings builds buys comes concerns consists
    contains contributes covers creates depends employs enables encourages ensures exceeds exists expects follows
    gets gives goes governs grows hires holds hopes includes intends involves joins keeps knows lasts lays lets lies
    lives loses makes means meets needs occupies offers opens operates owns pays plays produces promises proposes
    provides puts pursues raises reaches receives remains represents requires runs says seeks seems sells sends serves
    shares shows sits specialises spends stands starts stays supports takes tells thinks tries turns uses wants works
    writes""".split()
)
_SAME = frozenset({"series", "species", "news", "people", "staff", "personnel", "premises", "headquarters", "means"})
_UNCHANGED = frozenset({"people", "staff", "personnel"})
_ES = re.compile(r"(?:b|camp|vir|bon|stat|censs|foc|circ|plex|syllab|min|appendic)uses$")


def singular(word: str) -> str:
    """Return the singular of a plural noun."""
    if word in _SAME:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("tches", "nches", "shes", "sses", "xes", "rches", "oaches")) or _ES.search(word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def noun_after(text: str, end: int) -> str:
    """Return the noun counted: the first plural among the words that follow, in the singular."""
    match = _AFTER.match(text, end)
    for at, word in enumerate(re.split(GAP, match["words"]) if match else ()):
        folded = word.casefold()
        if folded in _STOP or (at and folded in _VERBS):  # "20 works" are works, "three of it works" is none
            break
        if _is_plural(folded):
            return singular(folded)
    return ""


def _is_plural(word: str) -> bool:
    if word in _UNCHANGED:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s")) and word != "news"
