"""Which characters a Latin syllable can stand for, and whether two syllables can be the same character."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Literal

from kg.resolve.names.cantonese import is_dental, spellings, yale
from kg.resolve.names.han import cantonese, common_characters, mandarin
from kg.resolve.names.mandarin import pinyin, wade_giles
from kg.resolve.names.surnames import surname_readings

System = Literal["Hong Kong", "rare in Hong Kong", "Yale", "Jyutping", "Pinyin", "Wade-Giles"]
Key = tuple[str, str]
"""A syllable: its language and, in Cantonese, Jyutping with a mark for the syllables written ts and s."""

CANTONESE: tuple[System, ...] = ("Hong Kong", "Jyutping", "Yale", "rare in Hong Kong")
MANDARIN: tuple[System, ...] = ("Pinyin", "Wade-Giles")
Reading = tuple[float, str]
"""How well two spellings fit, and how."""

_LONGEST_SYLLABLE = 6
_NO_PART = frozenset({"m", "n", "ng", "hm", "hng"})  # whole syllables that no name written as one word has as a part


def plain(token: str) -> str:
    """Write a syllable in small letters without tone marks and tone numbers."""
    text = unicodedata.normalize("NFD", token.casefold()).replace("u\u0308", "v")
    return re.sub(r"[^a-z]", "", text)


def is_syllable(text: str) -> bool:
    """Tell a Latin syllable that some Chinese character is spelled with."""
    return text in _systems()


def splits(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to read letters written together as two or three syllables of one system: Zhengyu, Kayan."""
    if not 3 <= len(text) <= 3 * _LONGEST_SYLLABLE:
        return ()
    return tuple(
        parts for parts in _cut(text, 3) if len(parts) > 1 and not _NO_PART & set(parts) and _shared_systems(parts)
    )


def can_be_hong_kong(syllables: Sequence[str]) -> bool:
    """Tell syllables all of which are spelled as usual in Hong Kong."""
    return bool(_keys_all(syllables, "Hong Kong"))


def fits_characters(syllables: Sequence[str], characters: str, *, surname: bool = False) -> Reading | None:
    """Say how Latin syllables spell characters one by one, in one language."""
    if len(syllables) != len(characters):
        return None
    found = [
        reading
        for systems in (CANTONESE, MANDARIN)
        if (reading := _spelled(syllables, characters, systems, surname=surname))
    ]
    return max(found, default=None)


def fits_syllables(one: Sequence[str], other: Sequence[str]) -> Reading | None:
    """Say how two rows of Latin syllables can spell the same characters; each row keeps to one system."""
    if len(one) != len(other):
        return None
    if tuple(one) == tuple(other):
        return 1.0, "same spelling"
    as_at_home = one[0] == other[0] and can_be_hong_kong(one) and can_be_hong_kong(other)
    for first, second in product(_usable(one), _usable(other)):
        if as_at_home and (first, second) != ("Hong Kong", "Hong Kong"):
            continue
        if "Wade-Giles" in {first, second} and _is_far_fetched(one, other, first, second):
            continue
        if reading := _agree(one, other, first, second):
            return reading
    return None if as_at_home else _agree_loosely(one, other)


def _agree_loosely(one: Sequence[str], other: Sequence[str]) -> Reading | None:
    """Try what is rare in Hong Kong against Pinyin, which says more than another spelling of Hong Kong would."""
    pairs: tuple[tuple[System, System], ...] = (("rare in Hong Kong", "Pinyin"), ("Pinyin", "rare in Hong Kong"))
    for first, second in pairs:
        if _keys_all(one, first) and _keys_all(other, second) and (found := _agree(one, other, first, second)):
            return 0.75, found[1]
    return None


def _is_far_fetched(one: Sequence[str], other: Sequence[str], first: System, second: System) -> bool:
    """Tell names that are spelled as in Hong Kong and could be taken for Wade-Giles."""
    return (first == "Wade-Giles" and can_be_hong_kong(one)) or (second == "Wade-Giles" and can_be_hong_kong(other))


def initial_letters(syllables: Sequence[str]) -> str:
    """Return the first letters of syllables."""
    return "".join(syllable[:1] for syllable in syllables)


def _agree(one: Sequence[str], other: Sequence[str], first: System, second: System) -> Reading | None:
    pairs = zip(_keys_all(one, first), _keys_all(other, second), strict=True)
    if (first in CANTONESE) == (second in CANTONESE):
        if all(a & b for a, b in pairs):
            return (0.8, "spelling variants") if first == second else (0.9, f"{first} and {second} spelling")
        return None
    in_cantonese = first in CANTONESE
    bridges = _bridges()
    if all(any((a, b) in bridges or (b, a) in bridges for a in x for b in y) for x, y in pairs):
        return 0.85, "Cantonese and Mandarin spelling" if in_cantonese else "Mandarin and Cantonese spelling"
    return None


def _usable(syllables: Sequence[str]) -> Iterator[System]:
    """Yield the systems in which all syllables can be read; those that are rare only count against characters."""
    for system in (*CANTONESE[:3], *MANDARIN):
        if _keys_all(syllables, system):
            yield system


def _keys_all(syllables: Sequence[str], system: System) -> tuple[frozenset[Key], ...]:
    found = tuple(_systems().get(syllable, {}).get(system, frozenset()) for syllable in syllables)
    return found if all(found) else ()


def _shared_systems(parts: Sequence[str]) -> bool:
    return any(_keys_all(parts, system) for system in ("Hong Kong", "Jyutping", "Pinyin"))


def _spelled(
    syllables: Sequence[str], characters: str, systems: tuple[System, ...], *, surname: bool
) -> Reading | None:
    """Read the characters in one language; families keep spellings of their own, so a surname may be in another."""
    used: set[System] = set()
    for number, (syllable, character) in enumerate(zip(syllables, characters, strict=True)):
        is_family = surname and number == 0
        spelled = character_spellings(character, surname=is_family)
        allowed = (*systems, *CANTONESE, *MANDARIN) if is_family and len(syllables) > 1 else systems
        found = next((system for system in allowed if syllable in spelled[system]), None)
        if found is None:
            return None
        used.add(found)
    names = [system for system in (*CANTONESE, *MANDARIN) if system in used]
    rare = "rare in Hong Kong" in used or not used <= set(systems)
    return (0.82 if rare else 0.92), f"{' and '.join(names)} spelling of {characters}"


@cache
def character_spellings(character: str, *, surname: bool = False) -> Mapping[System, frozenset[str]]:
    """Return how a character is spelled in each system."""
    own = surname_readings(character) if surname else None
    sounds = own[0] or cantonese(character) if own else cantonese(character)
    syllables = own[1] or mandarin(character) if own else mandarin(character)
    found: dict[System, set[str]] = {system: set() for system in (*CANTONESE, *MANDARIN)}
    for dental in {is_dental(syllable) for syllable in syllables} or {False}:
        for sound in sounds:
            usual, rare = spellings(sound, dental=dental)
            found["Hong Kong"] |= usual
            found["rare in Hong Kong"] |= rare
            found["Yale"] |= yale(sound)
            found["Jyutping"].add(sound)
    for syllable in syllables:
        found["Pinyin"] |= pinyin(syllable)
        found["Wade-Giles"] |= wade_giles(syllable)
    return {system: frozenset(values) for system, values in found.items()}


@cache
def _systems() -> Mapping[str, Mapping[System, frozenset[Key]]]:
    """Latin syllable -> system -> what it can be in that system."""
    found: dict[str, dict[System, set[Key]]] = defaultdict(lambda: defaultdict(set))
    for key in {key for character, _ in common_characters() for key in _keys_of(character)}:
        for system, written in _written(key).items():
            for spelling in written:
                found[spelling][system].add(key)
                if system == "Hong Kong":
                    found[spelling]["rare in Hong Kong"].add(key)
    return {spelling: {system: frozenset(keys) for system, keys in entry.items()} for spelling, entry in found.items()}


def _written(key: Key) -> dict[System, frozenset[str]]:
    language, syllable = key
    if language == "Mandarin":
        return {"Pinyin": pinyin(syllable), "Wade-Giles": wade_giles(syllable)}
    sound, dental = syllable.rstrip("'"), syllable.endswith("'")
    usual, rare = spellings(sound, dental=dental)
    return {"Hong Kong": usual, "rare in Hong Kong": rare, "Yale": yale(sound), "Jyutping": frozenset({sound})}


@cache
def _keys_of(character: str) -> frozenset[Key]:
    own = surname_readings(character)
    sounds = cantonese(character) | (own[0] if own else frozenset())
    syllables = mandarin(character) | (own[1] if own else frozenset())
    marks = {"'" if is_dental(syllable) else "" for syllable in syllables} or {""}
    return frozenset(
        {("Cantonese", sound + mark) for sound in sounds for mark in marks}
        | {("Mandarin", syllable) for syllable in syllables}
    )


@cache
def _bridges() -> frozenset[tuple[Key, Key]]:
    """Cantonese and Mandarin syllables of one and the same character."""
    return frozenset(
        (a, b)
        for character, _ in common_characters()
        for a, b in product(_keys_of(character), repeat=2)
        if (a[0], b[0]) == ("Cantonese", "Mandarin")
    )


def _cut(text: str, most: int) -> Iterator[tuple[str, ...]]:
    if is_syllable(text):
        yield (text,)
    if most > 1:
        for at in range(1, min(len(text), _LONGEST_SYLLABLE + 1)):
            if is_syllable(text[:at]):
                yield from ((text[:at], *rest) for rest in _cut(text[at:], most - 1))
