"""How Cantonese syllables are spelled in Latin letters: the habits of Hong Kong, Yale, and Jyutping itself.

The habits stand in `tables/cantonese.txt`: onsets and rimes that are joined, and whole syllables that have their own
spellings. What is written ts or ch, s or sh depends on how Mandarin, and with it old Cantonese, says the syllable: 子
is Tsz and 志 is Chi, though both are `zi` today.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.resolve.names.han import TABLES

Spellings = tuple[frozenset[str], frozenset[str]]
"""The usual spellings, and those that occur."""

_SYLLABLE = re.compile(r"(gw|kw|ng(?=[aeiou])|[bpmfdtnlgkwhjzcs]?)(.+)")
_SIBILANTS = frozenset("zcs")
_YALE_RIMES = {"aa": "a", "oe": "eu", "oeng": "eung", "oek": "euk", "eoi": "eui", "eon": "eun", "eot": "eut"}
_YALE_ONSETS = {"z": "j", "c": "ch", "j": "y"}


def is_dental(mandarin: str) -> bool:
    """Tell the Mandarin syllables whose Cantonese ones are written with ts and s."""
    return mandarin[:1] in set("zcsjqx") and mandarin[:2] not in {"zh", "ch", "sh"}


@cache
def spellings(jyutping: str, *, dental: bool) -> Spellings:
    """Return how a syllable is usually spelled in Hong Kong, and how it is spelled at times."""
    mark = "'" if dental and jyutping[0] in _SIBILANTS else ""
    if found := _table()["syllables"].get(jyutping + mark):
        return found
    match = _SYLLABLE.fullmatch(jyutping)
    if match is None:
        return frozenset(), frozenset()
    onset, rime = match[1], match[2]
    first, others = _table()["onsets"].get(onset + mark, (frozenset({onset}), frozenset()))
    usual_rimes, rare_rimes = _table()["rimes"].get(rime, (frozenset({rime}), frozenset()))
    usual = _joined(onset, first, usual_rimes)
    return usual, _joined(onset, first | others, usual_rimes | rare_rimes) - usual


@cache
def yale(jyutping: str) -> frozenset[str]:
    """Return a syllable in Yale, without tone marks, with and without the h of the low tones."""
    match = _SYLLABLE.fullmatch(jyutping)
    if match is None:
        return frozenset()
    onset, rime = match[1], _YALE_RIMES.get(match[2], match[2])
    start = "" if onset == "j" and rime.startswith("yu") else _YALE_ONSETS.get(onset, onset)
    plain = start + rime
    low = re.sub(r"([aeiou]+)([^aeiouh]*)$", r"\1h\2", plain)
    return frozenset({plain, low, f"{plain}h"} if rime not in {"m", "ng"} else {plain, f"{plain}h"})


def _joined(onset: str, onsets: frozenset[str], rimes: frozenset[str]) -> frozenset[str]:
    """Join both parts; `y` before i, u may go (Ip, Ing) and is not doubled."""
    found = set()
    for start in onsets:
        for rime in rimes:
            if onset == "j" and rime.startswith("y"):
                found.add(rime)
            elif start or onset in {"", "ng"} or rime[0] in "iu":
                found.add(start + rime)
    return frozenset(found)


@cache
def _table() -> Mapping[str, Mapping[str, Spellings]]:
    sections: dict[str, dict[str, Spellings]] = {}
    name = ""
    for line in (TABLES / "cantonese.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            sections[name] = {}
        elif not line.startswith("#"):
            key, _, cells = line.partition(" = ")
            usual, _, rare = cells.partition(" | ")
            sections[name]["" if key == "_" else key] = (_words(usual), _words(rare) - _words(usual))
    return sections


def _words(text: str) -> frozenset[str]:
    return frozenset("" if word == "_" else word for word in text.split())
