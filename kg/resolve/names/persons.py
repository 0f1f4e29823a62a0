"""Whether two names can be those of one person: by family name, Chinese given name and other given names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kg.resolve.names.comparison import Comparison, best
from kg.resolve.names.han import fold
from kg.resolve.names.known import KnownNames
from kg.resolve.names.person import PersonName, read_person
from kg.resolve.names.syllables import (
    Reading,
    System,
    character_spellings,
    fits_characters,
    fits_syllables,
    initial_letters,
)
from kg.resolve.names.western import alike

_SURE = 0.8
Family = tuple[tuple[str, ...], tuple[str, ...]]
"""A family name of either side, as syllables or characters."""


def compare_persons(a: str, b: str, *, known: KnownNames | None = None) -> Comparison:
    """Compare two names of persons; `known` are names of which it is known whose they are."""
    found = _compare_readings(read_person(a), read_person(b))
    if (found.same and found.decisive) or found.final:
        return found
    return (_both_known(a, b, known) if known else None) or found


def _both_known(a: str, b: str, known: KnownNames) -> Comparison | None:
    """Two names that share nothing else may both be those of a person who is known: Carrie Lam, 林鄭月娥."""
    ones, others = _persons(a, known), _persons(b, known)
    if len(ones) == 1 and ones == others:
        return Comparison(0.93, f"both are names of {known.names(ones.pop())[0]}")
    return None


def _persons(name: str, known: KnownNames) -> set[str]:
    readings = read_person(name)
    return {entity for entity, names in known.persons_like(name) if _is_named(readings, names)}


def _is_named(readings: tuple[PersonName, ...], names: tuple[tuple[PersonName, ...], ...]) -> bool:
    """Tell whether a known person is meant: of the person's names, those count that say as much as this one."""
    every = tuple(reading for name in names for reading in name)
    script = {reading.script for reading in readings}
    alike = tuple(r for r in every if r.script in script) or every
    if any(reading.given for reading in readings):
        alike = tuple(r for r in alike if r.given) or alike
    found = _compare_readings(readings, alike)
    return found.score >= _SURE and found.decisive


def _compare_readings(ones: tuple[PersonName, ...], others: tuple[PersonName, ...]) -> Comparison:
    """Take the best way to read both; where both are also written in Chinese, that decides."""
    pairs = list(product(ones, others))
    scripts = {(one.script, other.script) for one, other in pairs}
    if ("han", "han") in scripts:
        pairs = [(one, other) for one, other in pairs if one.script == other.script == "han"]
    elif ("latin", "latin") in scripts:
        pairs = [(one, other) for one, other in pairs if one.script == other.script == "latin"]
    return best([compare_names(one, other) for one, other in pairs])


def compare_names(one: PersonName, other: PersonName) -> Comparison:
    """Compare two names that were taken apart."""
    if one.gender and other.gender and one.gender != other.gender:
        return Comparison(0.1, "a man's and a woman's name", final=True)
    if not one.family or not other.family:
        return _without_family(one, other)
    if one.given and other.given:
        return _with_given(one, other)
    family = next((r for pair in _families(one, other) if (r := _same_family(*pair))), None)
    if family is None:
        return Comparison(0.05, f"family names differ: {'-'.join(one.family)}, {'-'.join(other.family)}")
    return _by_other_names(one, other, family)


def _with_given(one: PersonName, other: PersonName) -> Comparison:
    """Both have a Chinese given name: with the family name it has to fit, and other names must not contradict."""
    readings = [r for a, b in _families(one, other) if (r := _spell(one, other, a, b))]
    if not readings:
        if any(_same_family(a, b) for a, b in _families(one, other)):
            return Comparison(0.3, f"given names differ: {'-'.join(one.given)}, {'-'.join(other.given)}")
        return Comparison(0.05, f"family names differ: {'-'.join(one.family)}, {'-'.join(other.family)}")
    score, reason = max(readings)
    if one.western and other.western and not _share_western(one, other):
        return Comparison(0.4, f"other given names differ: {' '.join(one.western)}, {' '.join(other.western)}")
    return Comparison(score, f"family and given name agree ({reason})")


def _spell(one: PersonName, other: PersonName, first: tuple[str, ...], second: tuple[str, ...]) -> Reading | None:
    return _fit(one, other, (*first, *one.given), (*second, *other.given), surname=True)


def _same_family(one: tuple[str, ...], other: tuple[str, ...]) -> Reading | None:
    a, b = "".join(one), "".join(other)
    if a == b:
        return 1.0, "same spelling"
    if a.isascii() and b.isascii():
        return fits_syllables(one, other)
    if a.isascii() or b.isascii():
        latin, han = (one, b) if a.isascii() else (other, a)
        return fits_characters(latin, han, surname=len(han) == 1)
    return (1.0, "same characters") if fold(a) == fold(b) else None


def _fit(
    one: PersonName, other: PersonName, first: tuple[str, ...], second: tuple[str, ...], *, surname: bool
) -> Reading | None:
    """Compare rows of syllables or characters."""
    if one.script == other.script == "han":
        return (1.0, "same characters") if fold("".join(first)) == fold("".join(second)) else None
    if one.script == other.script:
        return fits_syllables(first, second)
    latin, han = (first, second) if one.script == "latin" else (second, first)
    return fits_characters(latin, "".join(han), surname=surname)


def _families(one: PersonName, other: PersonName) -> Iterator[Family]:
    """Yield the ways in which family names stand for each other: a married woman goes by both names or one of them."""
    if len(one.family) == len(other.family):
        yield _items(one.family), _items(other.family)
    elif len(one.family) < len(other.family):
        yield from ((_items(one.family), _items((name,))) for name in other.family)
    else:
        yield from ((_items((name,)), _items(other.family)) for name in one.family)


def _items(names: tuple[str, ...]) -> tuple[str, ...]:
    joined = "".join(names)
    return tuple(" ".join(names).split(" ")) if joined.isascii() else tuple(joined)


def _by_other_names(one: PersonName, other: PersonName, family: Reading) -> Comparison:
    """The family names agree and one side has no Chinese given name."""
    if not _initials_fit(one, other):
        return Comparison(0.2, "initials do not fit the given names", final=one.script == other.script)
    if one.western and other.western:
        return _by_western(one, other, family)
    if one.initials or other.initials:
        return _by_initials(one, other)
    if one.is_family_alone or other.is_family_alone:
        return _by_family(one, other, family[1])
    return Comparison(0.5, "only the family name can be compared", decisive=False)


def _by_western(one: PersonName, other: PersonName, family: Reading) -> Comparison:
    if not _share_western(one, other):
        names = f"{' '.join(one.western)}, {' '.join(other.western)}"
        return Comparison(0.2, f"given names differ: {names}", final=True)
    if family[0] < 1 and one.script == other.script:
        return Comparison(0.55, f"given names agree, family names are spelled otherwise ({family[1]})")
    return Comparison(0.88, "family name and other given name agree")


def _by_family(one: PersonName, other: PersonName, how: str) -> Comparison:
    """One side is a family name with or without a title: "Mr Hui"."""
    if _posts_differ(one, other):
        return Comparison(0.3, f"same family name, different posts: {one.titles.post}, {other.titles.post}")
    if one.script == other.script and how not in {"same spelling", "spelling variants", "same characters"}:
        return Comparison(0.5, f"the family name alone, in other spelling ({how})", decisive=False)
    return Comparison(0.72, f"the family name alone, which agrees ({how})", decisive=False)


def _by_initials(one: PersonName, other: PersonName) -> Comparison:
    """The initials fit; how much they say depends on how many there are."""
    if one.is_family_alone or other.is_family_alone:
        return Comparison(0.7, "the family name alone agrees", decisive=False)
    letters = one.initials or other.initials
    return Comparison(0.8, f"family name and initials {letters.upper()} agree", decisive=len(letters) > 1)


def _initials_fit(one: PersonName, other: PersonName) -> bool:
    """Tell whether the initials of one name can be those of the other; a name without given names does not say."""
    if one.initials and other.initials:
        return one.initials.startswith(other.initials) or other.initials.startswith(one.initials)
    for initials, name, own in ((one.initials, other, one), (other.initials, one, other)):
        if initials and (name.given or (name.western and not own.western)):
            return any(letters.startswith(initials) for letters in _possible_initials(name))
    return True


def _possible_initials(name: PersonName) -> Iterator[str]:
    western = initial_letters(name.western)
    for given in _given_initials(name):
        yield from (given, western + given, given + western)


def _given_initials(name: PersonName) -> Iterator[str]:
    if name.script == "latin":
        yield initial_letters(name.given)
        return
    systems: tuple[System, ...] = ("Hong Kong", "Pinyin")
    for system in systems:
        letters = [{s[0] for s in character_spellings(character)[system]} for character in name.given]
        yield from map("".join, product(*letters))


def _without_family(one: PersonName, other: PersonName) -> Comparison:
    if (one.given and other.given and _fit(one, other, one.given, other.given, surname=False)) or (
        one.western and other.western and _share_western(one, other)
    ):
        return Comparison(0.5, "only the given name can be compared", decisive=False)
    return Comparison(0.1, "nothing in common")


def _share_western(one: PersonName, other: PersonName) -> bool:
    return any(alike(a, b) for a in one.western for b in other.western)


def _posts_differ(one: PersonName, other: PersonName) -> bool:
    a, b = one.titles.post, other.titles.post
    if not (a and b) or a.isascii() != b.isascii():
        return False
    first, second = (set(a.split()), set(b.split())) if a.isascii() else (set(a), set(b))
    return not (first <= second or second <= first)
