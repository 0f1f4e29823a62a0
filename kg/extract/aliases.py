"""Which names of a text mean the same thing: short forms, surnames, and names that leave a part out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.acronyms import Definition
from kg.extract.candidates import Candidate
from kg.extract.described import same_thing
from kg.extract.government import is_own_government
from kg.extract.wordlists import WordLists
from kg.gazetteer import normalise

_LEGAL = re.compile(
    r"(?:[ ,]+(?:limited|ltd|inc|incorporated|corp|corporation|co|company|group|holdings|holding|plc|llc|technologies|"
    r"technology|semiconductor|robotics|exchange|capital|ventures|insurance|bank|systems|pharmaceuticals?|biotech|"
    r"therapeutics|energy|electronics|networks|motors?|medical|healthcare|foods)\b\.?)+$",
    re.IGNORECASE,
)
_LEADS = ("Hong Kong ", "The Hong Kong ", "The ", "China ", "National ", "Shenzhen ", "Hetao ")
_FIRMS = frozenset({"Company", "Organization"})
_NO_PARTS = frozenset({"Person", "Post", "Place"})
_DESCRIBED = frozenset({"described", "definite"})
_CERTAINTY = {"shape": 0.0, "bracket": 0.1, "places": 0.8}
_BARE_SURNAME = re.compile(
    r"(?<![\w'’&-])[A-Z][a-z]+(?:(?=['’]s [a-z])|(?= (?:also |has |had |was |is |will |would |did |said|says|told|"
    r"added|praised|thanked|welcomed|noted|spoke|met|leads|heads|announced|expects|hopes|wants|explained|stressed|joined|"
    r"took|takes|became|called|and h(?:is|er) |who )))"
)
_CAPITAL = re.compile(r"[A-Z][\w.-]* $")
_TITLE = re.compile(
    r"\b(?:(?P<m>Mr|Sir|Lord|Messrs)|(?P<f>Ms|Mrs|Miss|Madam|Dame|Lady))\.?\s+(?:(?:Dr|Prof|Professor|Ir)\.? )?$"
)
_RECENT = 60  # persons named in full among whom a surname is looked for

Bracketed = tuple[int, int]
"""Where a short form in brackets starts, and where the long name before it does."""


def link_names(
    text: str, names: Sequence[Candidate], definitions: Iterable[Definition], lists: WordLists
) -> list[Candidate]:
    """Return the names with the short forms that brackets define, numbered so that one entity has one chain."""
    names, bracketed = _with_defined(text, _with_surnames(text, names), definitions)
    surfaces = [text[name.start : name.end] for name in names]
    chains = _Chains(len(names))
    at = {name.start: i for i, name in enumerate(names)}
    pairs = [
        *((at[owner], at[start]) for start, owner in bracketed if start in at and owner in at),
        *_same_names(names, surfaces),
        *_same_persons(names, surfaces, [gender_of(text, n.start) if n.type == "Person" else "" for n in names]),
        *_same_parts(names, surfaces),
    ]
    for one, other in pairs:
        chains.join(one, other)
    for one, other in _same_descriptions(names, surfaces, chains, lists):
        chains.join(one, other)
    return _with_one_type([replace(name, chain=number) for name, number in zip(names, chains.numbers(), strict=True)])


def _with_surnames(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """Add the surnames that go on about a person named in full and that no finder took for a name: "Sun said"."""
    first: dict[str, int] = {}
    for name in names:
        if name.type == "Person" and name.family_name and " " in text[name.start : name.end]:
            first.setdefault(name.family_name, name.end)
    if not first:
        return list(names)
    taken = sorted((name.start, name.end) for name in names)
    added = []
    at = 0
    for match in _BARE_SURNAME.finditer(text, min(first.values())):
        surname, start, end = match[0], match.start(), match.end()
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        free = at >= len(taken) or taken[at][0] >= end
        if free and start >= first.get(surname, len(text)) and not _CAPITAL.search(text, max(0, start - 20), start):
            added.append(Candidate(start, end, "Person", "persons", 3.0, family_name=surname))
    return sorted([*names, *added], key=lambda name: name.start)


def gender_of(text: str, start: int) -> str:
    """Return `m` or `f` if the title before a person's name tells it, else nothing."""
    title = _TITLE.search(text, max(0, start - 24), start)
    return (title.lastgroup or "") if title else ""


class _Chains:
    """Sets of names that mean the same, by index."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._parent[second] = first

    def numbers(self) -> list[int]:
        order: dict[int, int] = {}
        return [order.setdefault(self.root(i), len(order)) for i in range(len(self._parent))]


def _with_defined(
    text: str, names: Sequence[Candidate], definitions: Iterable[Definition]
) -> tuple[list[Candidate], list[Bracketed]]:
    """Add what brackets define, and drop abbreviations of plain words."""
    owners = {name.end: name for name in names}
    added: list[Candidate] = []
    bracketed: list[Bracketed] = []
    plain: set[str] = set()
    for definition in definitions:
        owner = owners.get(definition.end)
        if owner is None:
            plain |= {text[start:end] for start, end in definition.shorts}
        elif owner.type not in _NO_PARTS or definition.matched or definition.chinese:
            for start, end in (*definition.shorts, *definition.chinese):
                added.append(Candidate(start, end, owner.type, "bracket", 5.0))
                bracketed.append((start, owner.start))
    taken = {offset for name in added for offset in range(name.start, name.end)}
    kept = [
        name for name in names
        if taken.isdisjoint((name.start, name.end - 1))
        and not (name.finder == "shape" and text[name.start : name.end] in plain)
    ]  # fmt: skip
    return sorted([*kept, *added], key=lambda name: name.start), bracketed


def _same_names(names: Sequence[Candidate], surfaces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pair names that are equal but for case and the like; posts only where the portfolio makes them one."""
    first: dict[str, int] = {}
    for i, (name, surface) in enumerate(zip(names, surfaces, strict=True)):
        if name.type == "Post" and name.finder == "post":
            continue
        folded = "government" if is_own_government(surface) else normalise(surface)
        for key in filter(None, (name.known, folded)):
            if key in first:
                yield first[key], i
            first.setdefault(key, i)


def _same_persons(names: Sequence[Candidate], surfaces: Sequence[str], genders: list[str]) -> Iterator[tuple[int, int]]:
    """Pair a surname, or a name without its Chinese part, with the person last named in full with it.

    Mr and Mrs of one surname are two persons; titles are remembered with the full name.
    """
    full: list[int] = []
    for i, name in enumerate(names):
        if name.type != "Person":
            continue
        words = surfaces[i].split()
        for j in reversed(full[-_RECENT:]):
            if {genders[i], genders[j]} != {"m", "f"} and _is_same_person(words, surfaces[j].split(), name, names[j]):
                genders[i] = genders[j] = genders[i] or genders[j]
                yield j, i
                break
        if len(words) > 1:
            full.append(i)


def _is_same_person(words: list[str], earlier: list[str], name: Candidate, other: Candidate) -> bool:
    if len(words) == 1:
        return words[0] in {other.family_name, earlier[-1]}
    shorter, longer = sorted((words, earlier), key=len)
    if longer[: len(shorter)] == shorter:
        return True
    return (shorter[0], shorter[-1]) == (longer[0], longer[-1]) and name.family_name == other.family_name


def _same_parts(names: Sequence[Candidate], surfaces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pair a name that leaves out a legal form, a leading place or a complement with the longer one."""
    whole: dict[tuple[str, str], int] = {}
    parts: dict[tuple[str, str], int] = {}
    for i, (name, surface) in enumerate(zip(names, surfaces, strict=True)):
        if name.type in _NO_PARTS:
            continue
        kind = "Company" if name.type in _FIRMS else name.type
        whole.setdefault((kind, normalise(surface)), i)
        for part in _shorter(surface, name):
            parts.setdefault((kind, normalise(part)), i)
    for key, i in parts.items():
        if key in whole:
            yield whole[key], i


def _shorter(surface: str, name: Candidate) -> Iterator[str]:
    """Yield the shorter forms under which a text may go on about a name."""
    words = surface.split()
    if name.type in _FIRMS:
        cut = _LEGAL.sub("", surface)
        if cut != surface and normalise(cut) not in {"hong kong", "china", ""}:
            yield cut
    else:
        for lead in _LEADS:
            if surface.startswith(lead) and len(words) - len(lead.split()) >= 2:
                yield surface[len(lead) :]
    before, separator, _ = surface.partition(" of the ")
    if separator and len(before.split()) > 1:
        yield before
    if name.type == "University" and surface.endswith(" of Hong Kong"):
        yield surface.removesuffix(" of Hong Kong")
    if name.finder == "described-name":
        yield " ".join(word for word in words if any(char.isupper() for char in word))


def _same_descriptions(
    names: Sequence[Candidate], surfaces: Sequence[str], chains: _Chains, lists: WordLists
) -> Iterator[tuple[int, int]]:
    """Pair a description with the one thing whose name holds its words."""
    kinds = {"Facility", "Programme", "ResearchInstitute"}
    full = [i for i, name in enumerate(names) if name.type in kinds and name.finder not in _DESCRIBED]
    for i, name in enumerate(names):
        if name.finder in _DESCRIBED and name.type in kinds:
            same = [j for j in full if names[j].type == name.type and same_thing(surfaces[i], surfaces[j], lists)]
            if len({chains.root(j) for j in same}) == 1:
                yield same[0], i


def _with_one_type(names: Sequence[Candidate]) -> list[Candidate]:
    """Give all names of a chain the type that the surest of them has, and the known entity of any of them."""
    best: dict[int, Candidate] = {}
    for name in names:
        if name.chain not in best or _certainty(name) > _certainty(best[name.chain]):
            best[name.chain] = name
    known = {name.chain: name.known for name in names if name.known}
    return [replace(name, type=best[name.chain].type, known=name.known or known.get(name.chain)) for name in names]


def _certainty(name: Candidate) -> float:
    return _CERTAINTY.get(name.finder, 1.0) * name.weight
