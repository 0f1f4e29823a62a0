"""Chinese surnames in both scripts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.resolve.names.han import TABLES, fold

Readings = tuple[frozenset[str], frozenset[str]]
"""The Cantonese and the Mandarin syllables of a character that is read otherwise as a surname."""


def is_surname(character: str) -> bool:
    """Tell a Chinese surname of one character."""
    return fold(character) in _single()


def is_compound_surname(characters: str) -> bool:
    """Tell a Chinese surname of two characters, such as 歐陽."""
    return fold(characters) in compound_surnames()


def surname_readings(character: str) -> Readings | None:
    """Return how a character is read as a surname, where that differs from its other uses."""
    found = _single().get(fold(character))
    return found if found and any(found) else None


def surnames() -> frozenset[str]:
    """Return the surnames of one character, folded."""
    return frozenset(_single())


@cache
def compound_surnames() -> frozenset[str]:
    """Return the surnames of two characters, folded."""
    return frozenset(fold(word) for word in _words("compound"))


@cache
def _single() -> Mapping[str, Readings]:
    found: dict[str, Readings] = {}
    for word in _words("single"):
        character, sound, syllable = (*word.split("/"), "", "")[:3]
        found.setdefault(
            fold(character),
            (frozenset({sound} if sound else ()), frozenset({syllable} if syllable else ())),
        )
    return found


@cache
def _words(section: str) -> tuple[str, ...]:
    text = (TABLES / "surnames.txt").read_text(encoding="utf-8")
    single, _, compound = text.partition("# compound surnames")
    lines = (single if section == "single" else compound).splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())
