"""The type of what a name names, by its head: "… Bureau" is a government body, "Fund for …" a programme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.wordlists import WordLists

_NUMBER = re.compile(r"\d[\d./–-]*|[IVX]+|[A-Z]{1,3}\d+|[A-Z]|One|Two|Three|Four|Five")
_COINED_SITE = re.compile(r"[A-Za-z]*[A-Z][A-Za-z]*?(?:Park|Parks|PARK|Hub|Port)")


def type_by_head(words: Sequence[str], lists: WordLists) -> str | None:
    """Return the type that the last words of a name give; numbers, years and a place at its end are left aside."""
    core = list(words)
    if len(core) == 1:
        return "Facility" if _COINED_SITE.fullmatch(core[0]) else None
    while len(core) > 1 and _NUMBER.fullmatch(core[-1]):
        core.pop()
    kind = _by_suffix(core, lists)
    for length in (1, 2, 3):
        if kind is None and len(core) > length + 1 and " ".join(core[-length:]) in lists.places:
            kind = _by_suffix(core[:-length], lists)
    if kind is None and len(core) > 1 and core[0] in {"University", "Universiti", "Universität", "Université"}:
        return "University"
    return kind


def _by_suffix(core: Sequence[str], lists: WordLists) -> str | None:
    folded = [word.casefold() for word in core]
    for length in range(min(4, len(folded)), 0, -1):
        if length == len(folded) == 1:
            return None
        kind = lists.heads.get(" ".join(folded[-length:]))
        if kind:
            return kind
    return None


def type_by_opener(words: Sequence[str], link: str, lists: WordLists) -> str | None:
    """Return the type of a name whose last words so far take a complement with "of", "for" or "on"."""
    folded = [word.casefold() for word in words]
    for length in range(min(3, len(folded)), 0, -1):
        kind = lists.openers.get(" ".join([*folded[-length:], link]))
        if kind:
            return kind
    return None
