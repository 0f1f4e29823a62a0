"""The words of a name in Latin letters, and what each of them can be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.resolve.names.surnames import compound_surnames, surnames
from kg.resolve.names.syllables import character_spellings, is_syllable, plain, splits
from kg.resolve.names.western import is_western

Role = Literal["family", "western", "chinese", "initials"]
_OLD_COMPOUNDS = frozenset({"szeto", "seto", "auyeung", "auyang", "owyang", "sheungkwun", "chukkot"})
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with the roles it can have; `chinese` are the ways to read it as syllables."""

    word: str
    roles: tuple[Role, ...]
    chinese: tuple[tuple[str, ...], ...] = ()

    @property
    def plain(self) -> str:
        """The word in small letters without accents and hyphens."""
        return plain(self.word)


def read_tokens(words: Sequence[str], *, family: int = 0) -> tuple[Token, ...]:
    """Say what each word can be; the first `family` words are known to be the family name.

    Capitals throughout mark the family name where the other words have small letters: HUI Ching Yu.
    """
    mixed = any(not word.isupper() for word in words)
    alone = len(words) == 1
    return tuple(_read(word, is_family=at < family, mixed=mixed, alone=alone) for at, word in enumerate(words))


def is_family_spelling(syllables: Sequence[str]) -> bool:
    """Tell syllables that spell a Chinese surname."""
    return (len(syllables) == 1 and syllables[0] in _single()) or is_compound_spelling(syllables)


def is_compound_spelling(syllables: Sequence[str]) -> bool:
    """Tell two syllables that spell a surname of two characters: Au-yeung, Szeto as "sze to"."""
    return len(syllables) == 2 and "".join(syllables) in _compounds()


def _read(word: str, *, is_family: bool, mixed: bool, alone: bool) -> Token:
    chinese = _chinese(word)
    if is_family:
        return Token(word, ("family",), chinese)
    letters = re.sub(r"[^A-Za-z]", "", word)
    if not alone and _are_initials(word, letters, mixed=mixed):
        return Token(word, ("initials",))
    if mixed and word.isupper() and len(letters) > 1:
        return Token(word, ("family",), chinese)
    if is_western(plain(word)):
        chinese = tuple(parts for parts in chinese if len(parts) == 1)  # "Alice" is not A-li-ce
        return Token(word, ("western", "chinese") if chinese else ("western",), chinese)
    together = all(len(parts) > 1 for parts in chinese) and not any(map(is_compound_spelling, chinese))
    if chinese and together and "-" not in word and not alone:
        return Token(word, ("chinese", "western"), chinese)  # Zhengyu, but also Nixie
    return Token(word, ("chinese",) if chinese else ("western", "family"), chinese)


def _are_initials(word: str, letters: str, *, mixed: bool) -> bool:
    """Tell C.Y., CY and C from a short family name in capitals: NG, HO."""
    if not _INITIALS.fullmatch(word) or not (mixed or "." in word or len(letters) == 1):
        return False
    return len(letters) == 1 or "." in word or not is_family_spelling([letters.casefold()])


def _chinese(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to read a word as Chinese syllables: with hyphens, as one syllable, or as several."""
    parts = tuple(plain(part) for part in re.split(r"[-‐‑–'’]", _without_tones(word)) if plain(part))
    if len(parts) > 1:
        return (parts,) if len(parts) <= 3 and any(map(is_syllable, parts)) else ()  # Chee-hwa
    if not parts:
        return ()
    whole = parts[0]
    return ((whole,), *splits(whole)) if is_syllable(whole) else splits(whole)


def _without_tones(word: str) -> str:
    """Read the marks of Pinyin and Yale as what they are; an apostrophe between syllables stays."""
    text = unicodedata.normalize("NFD", word)
    return re.sub(r"(?<=[a-z])[1-6]", "-", text).strip("-")


@cache
def _single() -> frozenset[str]:
    return frozenset(
        spelling
        for character in surnames()
        for system, written in character_spellings(character, surname=True).items()
        for spelling in written
    )


@cache
def _compounds() -> frozenset[str]:
    found: set[str] = set()
    for compound in compound_surnames():
        first, second = (character_spellings(character) for character in compound)
        for system in first:
            found |= {a + b for a in first[system] for b in second[system]}
    return frozenset(found) | _OLD_COMPOUNDS


def syllables_of(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to read a word as Chinese syllables."""
    return _chinese(word)
