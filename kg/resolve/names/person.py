"""The names of persons taken apart: family name, Chinese given name, other given names, titles.

"Christopher Hui Ching-yu", "HUI Ching Yu, Christopher" and 許正宇教授 come out with the same parts. Where a name can be
read in several ways ("Sun Dong", "Mei Ling Wong"), `read_person` gives all of them and `parse_person` the likeliest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Literal

from kg.resolve.names.han import han_part
from kg.resolve.names.surnames import is_compound_surname, is_surname
from kg.resolve.names.syllables import plain
from kg.resolve.names.titles import (
    Gender,
    Titles,
    is_honour,
    is_titles,
    starts_with_post,
    take_han_titles,
    take_latin_titles,
)
from kg.resolve.names.tokens import Role, Token, is_compound_spelling, is_family_spelling, read_tokens
from kg.resolve.names.western import gender_of

_MOST_READINGS = 64
_REMEMBERED = 20_000  # names; a resolver asks for the same ones again and again
_CHINESE = frozenset({"chinese", "family"})
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_NOT_LATIN = re.compile(r"[^\x00-\u024f\u2010-\u2019\u0300-\u036f\u1e00-\u1eff]")
_MAIDEN = re.compile(r"\b(?:n[ée]e|alias|aka|a\.k\.a\.)\b", re.I)
Unit = tuple[str, ...]
_NO_TITLES = Titles()


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name. A syllable or character of the Chinese given name each is one item of `given`.

    `family` has two items where a married woman goes by her husband's name and her own: 林鄭月娥. The syllables of a
    family name such as Au-yeung are separated by a blank.
    """

    text: str
    script: Literal["latin", "han"]
    family: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    western: tuple[str, ...] = ()
    initials: str = ""
    titles: Titles = _NO_TITLES

    @property
    def gender(self) -> Gender | None:
        """What title and given names say about man or woman."""
        return self.titles.gender or next((g for name in self.western if (g := gender_of(name))), None)

    @property
    def is_family_alone(self) -> bool:
        """Tell "Mr Hui"."""
        return bool(self.family) and not (self.given or self.western or self.initials)


def parse_person(name: str) -> PersonName:
    """Take a name apart, the likeliest way."""
    return read_person(name)[0]


@lru_cache(maxsize=_REMEMBERED)
def read_person(name: str) -> tuple[PersonName, ...]:
    """Return all ways to take a name apart, the likeliest first; a name in two scripts is read in both."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name)).strip(" \"'“”‘’.,;:")
    han = _read_han(text) if han_part(text) else ()
    latin_text = re.sub(r"\s+", " ", _NOT_LATIN.sub(" ", text)).strip()
    latin = _read_latin(latin_text) if re.search(r"[A-Za-z]{2}", latin_text) else ()
    if han and latin and all(not reading.family or reading.is_family_alone for reading in latin):
        first = tuple(plain(word) for word in latin_text.split())
        return tuple(replace(reading, western=first) for reading in han)  # "Chris 許正宇"
    return (*latin, *han) or (PersonName(text, "latin"),)


def _read_han(text: str) -> tuple[PersonName, ...]:
    name, titles = take_han_titles(han_part(text))
    if len(name) <= 2 and is_compound_surname(name):
        return (PersonName(text, "han", (name,), (), titles=titles),)
    if len(name) == 1:
        return (PersonName(text, "han", (name,), titles=titles),)
    found = [PersonName(text, "han", family, tuple(given), titles=titles) for family, given in _han_families(name)]
    return tuple(found)


def _han_families(name: str) -> Iterator[tuple[tuple[str, ...], str]]:
    compound = len(name) > 2 and is_compound_surname(name[:2])
    if compound:
        yield (name[:2],), name[2:]
    elif len(name) == 4 and is_surname(name[0]) and is_surname(name[1]):
        yield (name[0], name[1]), name[2:]
    elif len(name) == 5 and is_surname(name[0]) and is_compound_surname(name[1:3]):
        yield (name[0], name[1:3]), name[3:]
    yield (name[0],), name[1:]


def _read_latin(text: str) -> tuple[PersonName, ...]:
    inside = " ".join(_BRACKETS.findall(text))
    before, comma, after = _split_comma(_MAIDEN.sub(" ", _BRACKETS.sub(" ", text)))
    if comma:
        front, first = take_latin_titles(before.split())
        back, second = take_latin_titles([*after.split(), *inside.split()])
        titles = first if first else second
        family = 2 if len(front) > 1 and is_compound_spelling([plain(word) for word in front[:2]]) else 1
        if not any(word.isupper() and len(word) > 1 for word in front):
            tokens = read_tokens([*front, *back], family=family)
        else:
            upper = sum(word.isupper() for word in front)
            tokens = read_tokens([*front, *back], family=upper if upper <= 2 else family)
    else:
        words, titles = take_latin_titles([*before.split(), *inside.split()])
        tokens = read_tokens(words)
    found = dict.fromkeys(PersonName(text, "latin", *parts, titles=titles) for parts in _arrange(tokens))
    return tuple(sorted(found, key=_unlikely))[:_MOST_READINGS]


def _split_comma(text: str) -> tuple[str, bool, str]:
    """Split "HUI Ching Yu, Christopher"; a post behind a comma goes, titles and honours move to the name."""
    before, comma, after = text.partition(",")
    if not comma or starts_with_post(before):
        return text.replace(",", " "), False, ""
    parts = [part.strip() for part in after.split(",")]
    titles = [part for part in parts if is_titles(part.split())]
    names = [part for part in parts if part and part not in titles and not starts_with_post(part)]
    behind = [word for part in titles for word in part.split() if is_honour(word)]
    front = [word for part in titles for word in part.split() if not is_honour(word)]
    name = " ".join([*front, before, *([] if names else behind)])
    return name, bool(names), " ".join([*names, *behind])


Parts = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]


def _arrange(tokens: Sequence[Token]) -> Iterator[Parts]:
    """Yield family name, Chinese given name, other given names and initials for every way to read the words."""
    for roles in product(*(token.roles for token in tokens)):
        if not _is_in_place(tokens, roles):
            continue
        chosen = list(zip(tokens, roles, strict=True))
        initials = "".join(re.sub(r"[^A-Za-z]", "", t.word) for t, role in chosen if role == "initials").casefold()
        western = tuple(t.plain for t, role in chosen if role == "western")
        family = _marked_family([t for t, role in chosen if role == "family"])
        units = [t.chinese for t, role in chosen if role == "chinese"]
        for reading in product(*units):
            if family:
                yield from _with_family(family, reading, western, initials)
            elif reading:
                yield from _find_family(reading, western, initials)
            else:
                yield from _western_family(western, initials)


def _is_in_place(tokens: Sequence[Token], roles: Sequence[Role]) -> bool:
    """Tell whether words that can also be Chinese are taken for other given names only at the front or the very end.

    "Kit Cheung" has one, "Cheung Wai Kit" has none, "Cheung Wai Man Kit" may.
    """
    syllables = sum(len(t.chinese[0]) if t.chinese else 1 for t, r in zip(tokens, roles, strict=True) if r in _CHINESE)
    return all(
        at == 0 or (at == len(tokens) - 1 and syllables >= 3)
        for at, (token, role) in enumerate(zip(tokens, roles, strict=True))
        if role == "western" and "chinese" in token.roles
    )


def _marked_family(tokens: Sequence[Token]) -> tuple[str, ...]:
    if len(tokens) > 2:
        return ()
    names = tuple(" ".join(t.chinese[0]) if t.chinese and len(t.chinese[0]) > 1 else t.plain for t in tokens)
    return (" ".join(names),) if is_compound_spelling(names) else names


def _with_family(
    family: tuple[str, ...], units: Sequence[Unit], western: tuple[str, ...], initials: str
) -> Iterator[Parts]:
    given = tuple(syllable for unit in units for syllable in unit)
    if len(given) <= 3:
        yield family, given, western, initials
    if len(family) == 1:
        yield from ((family + own, rest, western, initials) for own, rest in _own_names(units) if len(rest) >= 2)


def _find_family(units: Sequence[Unit], western: tuple[str, ...], initials: str) -> Iterator[Parts]:
    """Take the family name from the front or the end of the Chinese part."""
    for length in (2, 1):
        front = tuple(syllable for unit in units[:length] for syllable in unit)
        if len(units) >= length and (is_compound_spelling(front) or (length == 1 and len(front) == 1)):
            yield from _with_family((" ".join(front),), units[length:], western, initials)
        back = tuple(syllable for unit in units[-length:] for syllable in unit)
        given = tuple(syllable for unit in units[:-length] for syllable in unit)
        if 0 < len(given) <= 3 and (is_compound_spelling(back) or (length == 1 and len(back) == 1)):
            yield (" ".join(back),), given, western, initials
    if len(units) == 1 and len(units[0]) > 1:
        yield (), units[0], western, initials
        if western and not is_compound_spelling(units[0]):
            yield ("".join(units[0]),), (), western, initials


def _own_names(units: Sequence[Unit]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield what can be a married woman's own family name, and the given name behind it."""
    for length in (1, 2):
        own = tuple(syllable for unit in units[:length] for syllable in unit)
        if len(units) > length and len(own) == length and is_family_spelling(own):
            yield (" ".join(own),), tuple(syllable for unit in units[length:] for syllable in unit)


def _western_family(western: tuple[str, ...], initials: str) -> Iterator[Parts]:
    """Read a name without Chinese syllables: the family name stands at the end."""
    if len(western) > 1 or (western and initials):
        yield (western[-1],), (), western[:-1], initials
    elif western:
        yield western, (), (), initials
        yield (), (), western, initials


def _unlikely(name: PersonName) -> tuple[bool | int, ...]:
    """Order readings: with a family name that is one, with a given name of two syllables, family name first."""
    words = [plain(word) for word in name.text.replace(",", " ").split()]
    family = name.family[0].split(" ") if name.family else []
    joined = [plain(word) for word in re.split(r"[\s,-]+", name.text)]
    first = "".join(family) if "".join(family) in joined else "".join(family[:1])
    at = joined.index(first) if first in joined else len(joined)
    behind_western = bool(name.western) and name.western[0] in joined and joined.index(name.western[0]) < at
    return (
        not name.family,
        not (family and is_family_spelling(family)),
        len(name.family) > 1 and len(name.given) < 2,
        not is_compound_spelling(family),  # seldom by chance
        abs(len(name.given) - 2) if name.given else 0,
        at - (1 if behind_western else 0),
        len(words),
    )
