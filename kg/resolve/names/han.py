"""Chinese characters in names: one form for traditional and simplified ones, and how they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLES = Path(__file__).parent / "tables"
_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Character:
    """A character with its Cantonese syllables in Jyutping and its Mandarin syllables in Pinyin, both without tone."""

    folded: str
    cantonese: tuple[str, ...]
    mandarin: tuple[str, ...]
    common: bool


def is_han(character: str) -> bool:
    """Tell a Chinese character."""
    return bool(_HAN.fullmatch(character))


def han_part(text: str) -> str:
    """Return the Chinese characters of a text."""
    return "".join(_HAN.findall(text))


def fold(text: str) -> str:
    """Write traditional, simplified and variant characters in one form: 黃 and 黄, 衞 and 衛 become the same."""
    table = _characters()
    return "".join(table[c].folded if c in table else c for c in text)


def cantonese(character: str) -> frozenset[str]:
    """Return the Cantonese syllables of a character, whichever form it is written in."""
    more = _more_readings().get(fold(character), ("", ""))[0]
    return frozenset(syllable for form in _forms(character) for syllable in form.cantonese) | _set(more)


def mandarin(character: str) -> frozenset[str]:
    """Return the Mandarin syllables of a character, whichever form it is written in."""
    more = _more_readings().get(fold(character), ("", ""))[1]
    return frozenset(syllable for form in _forms(character) for syllable in form.mandarin) | _set(more)


def common_characters() -> Iterator[tuple[str, Character]]:
    """Yield the characters in everyday use in Hong Kong, 4,800 of them."""
    yield from ((c, entry) for c, entry in _characters().items() if entry.common)


def _forms(character: str) -> tuple[Character, ...]:
    return _by_folded().get(fold(character), ())


@cache
def _characters() -> Mapping[str, Character]:
    table = {}
    for line in (TABLES / "han.tsv").read_text(encoding="utf-8").splitlines():
        character, folded, cantonese_, mandarin_, common = (*line.split("\t"), "", "", "")[:5]
        table[character] = Character(folded, _cells(cantonese_), _cells(mandarin_), common == "1")
    return table


@cache
def _by_folded() -> Mapping[str, tuple[Character, ...]]:
    groups: dict[str, tuple[Character, ...]] = {}
    for entry in _characters().values():
        groups[entry.folded] = (*groups.get(entry.folded, ()), entry)
    return groups


@cache
def _more_readings() -> Mapping[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for line in (TABLES / "readings.txt").read_text(encoding="utf-8").splitlines():
        for word in () if line.startswith("#") else line.split():
            character, cantonese_, mandarin_ = (*word.split("/"), "")[:3]
            found[fold(character)] = (cantonese_, mandarin_)
    return found


def _set(syllable: str) -> frozenset[str]:
    return frozenset({syllable} if syllable else ())


def _cells(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()
