"""Which names of a text mean the same thing: short forms, surnames, and names that leave a part out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.acronyms import Definition
from kg.extract.candidates import Candidate
from kg.extract.described import same_thing
from kg.extract.government import is_own_government
from kg.extract.wordlists import WordLists
from kg.gazetteer import normalise

_CORPORATE = frozenset(
    """limited ltd inc incorporated corp corporation co company group holdings holding plc llc technologies technology international
    hk kong hong bank""".split()
)
_LEGAL = re.compile(
    r"(?:[ ,]+(?:limited|ltd|inc|incorporated|corp|corporation|co|company|group|holdings|holding|plc|llc|technologies|technology|semiconductor|robotics|"
    r"exchange|capital|ventures|insurance|bank|systems|pharmaceuticals?|biotech|therapeutics|energy|electronics|networks|motors?|medical|healthcare|foods)\b\.?)+$",
    re.IGNORECASE,
)


def link_names(text: str, names: Sequence[Candidate], definitions: Iterable[Definition], lists: WordLists) -> list[Candidate]:
    """Return the names with the short forms that brackets define, numbered so that one entity has one chain."""
    names, owners = _with_defined(text, names, definitions)
    chains = _Chains(len(names))
    _link_defined(names, owners, chains)
    _link_same(text, names, chains)
    _link_persons(text, names, chains)
    _link_parts(text, names, chains)
    _link_described(text, names, chains, lists)
    numbers = chains.numbers()
    return _with_one_type([replace(name, chain=numbers[i]) for i, name in enumerate(names)])


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
        a, b = sorted((self.root(one), self.root(other)))
        self._parent[b] = a

    def numbers(self) -> list[int]:
        order: dict[int, int] = {}
        return [order.setdefault(self.root(i), len(order)) for i in range(len(self._parent))]


def _with_defined(
    text: str, names: Sequence[Candidate], definitions: Iterable[Definition]
) -> tuple[list[Candidate], list[tuple[int, int, int]]]:
    """Add what brackets define, and drop abbreviations of plain words; owners are (start, end, start of the long name)."""
    kept = list(names)
    owners: list[tuple[int, int, int]] = []
    plain: set[str] = set()
    for definition in definitions:
        owner = next((n for n in kept if n.end == definition.end), None)
        shorts = {text[a:b] for a, b in definition.shorts}
        if owner is None or (
            owner.type in {"Person", "Post", "Place"} and not definition.matched and not definition.chinese
        ):
            if owner is None:
                plain |= shorts
            continue
        for start, end in (*definition.shorts, *definition.chinese):
            kept = [n for n in kept if n.end <= start or n.start >= end]
            kept.append(Candidate(start, end, owner.type, "bracket", 5.0, known=None))
            owners.append((start, end, owner.start))
    kept = [n for n in kept if not (n.finder == "shape" and text[n.start : n.end] in plain)]
    return sorted(kept, key=lambda n: n.start), owners


def _link_defined(names: list[Candidate], owners: list[tuple[int, int, int]], chains: _Chains) -> None:
    at = {name.start: i for i, name in enumerate(names)}
    for start, _, owner in owners:
        if start in at and owner in at:
            chains.join(at[owner], at[start])


def _link_same(text: str, names: list[Candidate], chains: _Chains) -> None:
    first: dict[str, int] = {}
    for i, name in enumerate(names):
        if name.type == "Post":
            continue
        surface = text[name.start : name.end]
        key = name.known or ("government" if is_own_government(surface) else normalise(surface))
        if key in first:
            chains.join(first[key], i)
        else:
            first[key] = i
        folded = normalise(text[name.start : name.end])
        if folded in first:
            chains.join(first[folded], i)
        else:
            first[folded] = i


def _link_persons(text: str, names: list[Candidate], chains: _Chains) -> None:
    """A surname, or a name without its Chinese part, means the person last named in full with it."""
    full: list[int] = []
    for i, name in enumerate(names):
        if name.type != "Person":
            continue
        words = text[name.start : name.end].split()
        for j in reversed(full):
            earlier = text[names[j].start : names[j].end].split()
            if _same_person(words, earlier, name, names[j]):
                chains.join(j, i)
                break
        if len(words) > 1:
            full.append(i)


def _same_person(words: list[str], earlier: list[str], name: Candidate, other: Candidate) -> bool:
    if len(words) == 1:
        return words[0] == other.family_name or words[0] in earlier[-1:]
    shorter, longer = sorted((words, earlier), key=len)
    return longer[: len(shorter)] == shorter or (
        shorter[0] == longer[0] and shorter[-1] == longer[-1] and name.family_name == other.family_name
    )


def _link_parts(text: str, names: list[Candidate], chains: _Chains) -> None:
    """A name that leaves out a legal form, a leading place or a complement means the longer one before it."""
    parts: dict[tuple[str, str], int] = {}
    for i, name in enumerate(names):
        if name.type in {"Person", "Post", "Place"}:
            continue
        full = text[name.start : name.end]
        key = (_group(name.type), normalise(full))
        if key in parts:
            chains.join(parts[key], i)
        for part in _shorter(full, name.type):
            parts.setdefault((_group(name.type), normalise(part)), i)
    heads = {
        (_group(name.type), normalise(text[name.start : name.end])): i for i, name in reversed(list(enumerate(names)))
    }
    for (kind, part), i in parts.items():
        if (kind, part) in heads and chains.root(heads[kind, part]) != chains.root(i):
            chains.join(heads[kind, part], i)


def _link_described(text: str, names: list[Candidate], chains: _Chains, lists: WordLists) -> None:
    """A description without a name of its own means the thing whose name holds its words."""
    full = [
        (i, n)
        for i, n in enumerate(names)
        if n.type in {"Facility", "Programme", "ResearchInstitute"}
        and n.finder not in {"described", "definite", "anaphora"}
    ]
    for i, name in enumerate(names):
        if name.finder in {"described", "definite"}:
            same = [
                j
                for j, other in full
                if other.type == name.type and same_thing(text[name.start : name.end], text[other.start : other.end], lists)
            ]
            if len({chains.root(j) for j in same}) == 1:
                chains.join(i, same[0])


def _group(kind: str) -> str:
    return "Org" if kind in {"Company", "Organization"} else kind


def _shorter(name: str, kind: str) -> Iterable[str]:
    """Yield the shorter forms under which a text may go on about a name."""
    cut = _LEGAL.sub("", name)
    if kind in {"Company", "Organization"} and cut != name and cut and normalise(cut) not in {"hong kong", "china"}:
        yield cut
    words = name.split()
    for lead in ("Hong Kong ", "The ", "China ", "National ", "Shenzhen ", "The Hong Kong ", "Hetao "):
        if name.startswith(lead) and len(words) - len(lead.split()) >= 2 and kind != "Company":
            yield name[len(lead) :]
    before, separator, _ = name.partition(" of the ")
    if separator and len(before.split()) > 1:
        yield before
    if kind == "University" and name.endswith(" of Hong Kong"):
        yield name[: -len(" of Hong Kong")]


def _with_one_type(names: list[Candidate]) -> list[Candidate]:
    """Give all names of a chain the type that the surest of them has."""
    best: dict[int, Candidate] = {}
    for name in names:
        if name.chain not in best or _certainty(name) > _certainty(best[name.chain]):
            best[name.chain] = name
    known = {name.chain: name.known for name in names if name.known}
    return [replace(name, type=best[name.chain].type, known=name.known or known.get(name.chain)) for name in names]


def _certainty(name: Candidate) -> float:
    return {"shape": 0.0, "bracket": 0.1, "places": 0.8}.get(name.finder, 1.0) * name.weight
