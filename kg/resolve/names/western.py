"""Given names that are not Chinese: which are short forms of one another, and whom they are given to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.resolve.names.han import TABLES
from kg.resolve.names.titles import Gender


def is_western(name: str) -> bool:
    """Tell a given name such as Christopher or Chris."""
    return name in _groups()


def alike(one: str, other: str) -> bool:
    """Tell whether two given names are the same, one is short for the other, or one is its first letter."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return any(one in group and other in group for group in _groups().get(one, ()))


def gender_of(name: str) -> Gender | None:
    """Return whom a name is given to, where that is clear."""
    return _genders().get(name)


@cache
def _lines() -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    """Return gender, whether the line is a group, and the names, of each line."""
    found: list[tuple[str, bool, tuple[str, ...]]] = []
    grouped = True
    for line in (TABLES / "western_names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            grouped = "names of one line" in line
            continue
        gender, *names = line.casefold().split()
        found.append((gender, grouped, tuple(names)))
    return tuple(found)


@cache
def _groups() -> Mapping[str, tuple[frozenset[str], ...]]:
    groups: dict[str, tuple[frozenset[str], ...]] = {}
    for _, grouped, names in _lines():
        for name in names:
            groups[name] = (*groups.get(name, ()), frozenset(names if grouped else {name}))
    return groups


@cache
def _genders() -> Mapping[str, Gender]:
    seen: dict[str, set[str]] = {}
    for gender, _, names in _lines():
        for name in names:
            seen.setdefault(name, set()).add(gender)
    return {name: ("m" if g == {"m"} else "f") for name, g in seen.items() if g in ({"m"}, {"f"})}
