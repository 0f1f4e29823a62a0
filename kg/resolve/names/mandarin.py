"""How Mandarin syllables are spelled in Latin letters: Pinyin and Wade-Giles."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.resolve.names.han import TABLES

_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")


@cache
def pinyin(syllable: str) -> frozenset[str]:
    """Return a syllable in Pinyin; ü is written u, v or yu where no letter for it is at hand."""
    if "v" in syllable:
        return frozenset({syllable, syllable.replace("v", "u"), syllable.replace("v", "yu")})
    return frozenset({syllable})


@cache
def wade_giles(syllable: str) -> frozenset[str]:
    """Return a syllable in Wade-Giles without its apostrophe, as in passports of Taiwan."""
    table = _table()
    if syllable in table:
        return frozenset(table[syllable])
    initial = next((i for i in _INITIALS if syllable.startswith(i)), "")
    final = syllable[len(initial) :]
    first = table.get(f"{initial}-", (initial,))[0].rstrip("-")
    return frozenset({first + table.get(f"-{final}", (final,))[0].lstrip("-")})


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    lines = (TABLES / "wade_giles.txt").read_text(encoding="utf-8").splitlines()
    cells = (line.partition(" = ") for line in lines if not line.startswith("#"))
    return {key: tuple(values.split()) for key, _, values in cells}
