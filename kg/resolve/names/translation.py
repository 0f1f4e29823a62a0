"""Whether an English and a Chinese name of an organisation say the same, word for word or by sound."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kg.resolve.names.han import TABLES, fold
from kg.resolve.names.organisation import HERE, OrganisationName, fold_han, fold_words
from kg.resolve.names.syllables import character_spellings
from kg.resolve.names.tokens import syllables_of

_LONGEST_PHRASE = 4
_MOSTLY = 0.7
_UNKNOWN_LEFT = 0.8  # with some words unknown on both sides
_WEIGHTLESS = "及之的"
_DISPENSABLE = frozenset({"company", "corporation", "group", "limited"})


def translates(english: OrganisationName, chinese: OrganisationName) -> float:
    """Return how much of both names the other one covers, from 0 to 1.

    "Hong Kong" may stand in one of them only, and so may what companies are called in law.
    """
    if (HERE in english.place or chinese.han_place == "香港") and not _both_here(english, chinese):
        return 0.0
    words = [word for word in (*english.words, *english.place) if word != HERE]
    characters = _without_here(chinese.han + chinese.han_place)
    if not words or not characters:
        return 0.0
    used: set[int] = set()
    left = _match_phrases(words, characters, used)
    left = _match_sounds(left, characters, used)
    counted = [at for at, character in enumerate(characters) if character not in _WEIGHTLESS]
    covered = sum(at in used for at in counted) / max(len(counted), 1)
    strange = set(left) - _DISPENSABLE
    share = 1 - sum(map(len, strange)) / sum(map(len, words))
    if not strange:
        return covered
    if _are_unknown(strange) and share >= _MOSTLY and _MOSTLY <= covered < 1:
        return _UNKNOWN_LEFT
    return 0.5 * share


def _are_unknown(words: set[str]) -> bool:
    """Tell words of which neither translation nor sound is known; a few of them may stand for what is left over."""
    return not any(word in _glossary() or syllables_of(word) for word in words)


def _both_here(english: OrganisationName, chinese: OrganisationName) -> bool:
    return HERE in (*english.words, *english.place) and "香港" in chinese.han + chinese.han_place


def _without_here(han: str) -> str:
    for here in ("香港特别行政区", "香港特区", "香港"):
        rest = han.replace(fold(here), "", 1)
        if rest != han and rest:
            return rest
    return han


def _match_phrases(words: Sequence[str], characters: str, used: set[int]) -> list[str]:
    """Mark the characters that translate words, longer phrases first; return the words that are left."""
    left: list[str | None] = list(words)
    for length in range(_LONGEST_PHRASE, 0, -1):
        for at in range(len(words) - length + 1):
            phrase = left[at : at + length]
            if all(phrase) and _mark(" ".join(filter(None, phrase)), characters, used):
                left[at : at + length] = [None] * length
    return [word for word in left if word]


def _mark(phrase: str, characters: str, used: set[int]) -> bool:
    for translation in _glossary().get(phrase, ()):
        for match in re.finditer(re.escape(translation), characters):
            span = set(range(*match.span()))
            if not span & used:
                used |= span
                return True
    return False


def _match_sounds(words: Sequence[str], characters: str, used: set[int]) -> list[str]:
    """Mark the characters that sound like words, syllable by syllable; return the words that are left."""
    left = []
    for word in words:
        readings = [r for r in syllables_of(word) if len(r) > 0]
        if not any(_mark_sounds(reading, characters, used) for reading in readings):
            left.append(word)
    return left


def _mark_sounds(syllables: Sequence[str], characters: str, used: set[int]) -> bool:
    for at in range(len(characters) - len(syllables) + 1):
        span = range(at, at + len(syllables))
        if used.isdisjoint(span) and all(
            any(s in written for written in character_spellings(characters[i]).values())
            for s, i in zip(syllables, span, strict=True)
        ):
            used |= set(span)
            return True
    return False


@cache
def _glossary() -> Mapping[str, tuple[str, ...]]:
    text = (TABLES / "glossary.txt").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for english, chinese in re.findall(r"(?<![^\s])([a-z][a-z \-]*)=(\S+)", text):
        key = " ".join(fold_words(english))
        ordered = sorted({fold_han(word) for word in chinese.split("|")}, key=len, reverse=True)
        found[key] = tuple(dict.fromkeys((*found.get(key, ()), *ordered)))
    return {key: tuple(sorted(values, key=len, reverse=True)) for key, values in found.items()}
