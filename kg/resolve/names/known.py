"""Names of which it is known whose they are: those of the gazetteer, of a table of public bodies, and former names.

A `KnownNames` is built once and handed to the comparisons. It says which entity carries a name; what the comparison
of the letters could not tell, or tells wrongly, follows from that: HKSTP, 林鄭月娥 and Carrie Lam, ITB and ITIB.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from kg.gazetteer import Gazetteer, load_gazetteer, names_of, normalise
from kg.resolve.names.han import TABLES, fold
from kg.resolve.names.organisation import HERE, OrganisationName, parse_organisation, without_here, word_lists
from kg.resolve.names.person import PersonName, read_person

_ORGANISATIONS = frozenset(
    {"GovernmentBody", "Company", "University", "ResearchInstitute", "Organization", "Facility", "Programme"}
)


@dataclass(frozen=True, slots=True)
class Succession:
    """A body that took the place of another one (`replaced`), or only took a new name (`renamed`)."""

    former: str
    latter: str
    year: str
    kind: str
    source: str


@dataclass(frozen=True)
class KnownNames:
    """Which entity carries which names; `label` maps an entity to its names, the label first."""

    organisations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    persons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    successions: tuple[Succession, ...] = ()
    _by_key: dict[str, set[str]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _by_family: dict[str, set[str]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _read: dict[str, tuple[tuple[PersonName, ...], ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        for entity, names in self.organisations.items():
            for key in {key for name in names for key in _keys(name)}:
                self._by_key.setdefault(key, set()).add(entity)
        for entity, names in self.persons.items():
            self._read[entity] = tuple(read_person(name) for name in names)
            for key in {key for readings in self._read[entity] for key in _families(readings)}:
                self._by_family.setdefault(key, set()).add(entity)

    def organisations_named(self, name: str) -> frozenset[str]:
        """Return the entities that carry this name, in any of its spellings; the most literal reading wins."""
        for key in _keys(name):
            if key in self._by_key:
                return frozenset(self._by_key[key])
        return frozenset()

    def persons_like(self, name: str) -> Iterator[tuple[str, tuple[tuple[PersonName, ...], ...]]]:
        """Yield the persons with the family name of this name, each with all their names taken apart."""
        found = {entity for key in _families(read_person(name)) for entity in self._by_family.get(key, ())}
        yield from ((entity, self._read[entity]) for entity in sorted(found))

    def names(self, entity: str) -> tuple[str, ...]:
        """Return the names of an entity, the label first."""
        return self.organisations.get(entity) or self.persons.get(entity) or ()

    def succession(self, one: Iterable[str], other: Iterable[str]) -> Succession | None:
        """Return what is known of one organisation having followed another."""
        pairs = {(a, b) for a in one for b in other}
        return next(
            (s for s in self.successions if (s.former, s.latter) in pairs or (s.latter, s.former) in pairs), None
        )


def known_names(gazetteer: Gazetteer) -> KnownNames:
    """Take the names of a gazetteer, and those of the table of public bodies that it lacks."""
    organisations = {e.id: tuple(names_of(e)) for e in gazetteer if e.type in _ORGANISATIONS}
    persons = {e.id: tuple(names_of(e)) for e in gazetteer if e.type == "Person"}
    taken = {normalise(name): entity for entity, names in organisations.items() for name in names}
    for number, names in enumerate(_bodies()):
        entity = next((taken[normalise(name)] for name in names if normalise(name) in taken), f"body-{number}")
        organisations[entity] = tuple(dict.fromkeys((*organisations.get(entity, ()), *names)))
    organisations, successions = _with_former_names(organisations)
    return KnownNames(organisations, persons, successions)


@cache
def shipped_names() -> KnownNames:
    """Return the names that come with the project; read once."""
    return known_names(load_gazetteer())


def _with_former_names(
    organisations: dict[str, tuple[str, ...]],
) -> tuple[dict[str, tuple[str, ...]], tuple[Succession, ...]]:
    """Give a renamed body its old names too; a body that took over from another stays another body."""
    index = {normalise(name): entity for entity, names in organisations.items() for name in names}
    found = dict(organisations)
    successions = []
    for row in csv.DictReader((TABLES / "former_names.csv").read_text(encoding="utf-8").splitlines()):
        former, latter = row["former"].split("|"), row["latter"].split("|")
        new = next((index[n] for name in latter if (n := normalise(name)) in index), f"now-{normalise(latter[0])}")
        found[new] = tuple(dict.fromkeys((*found.get(new, ()), *latter)))
        if row["kind"] == "renamed":
            found[new] = (*found[new], *former)
            old = new
        else:
            old = next((index[n] for name in former if (n := normalise(name)) in index), f"was-{normalise(former[0])}")
            found[old] = tuple(dict.fromkeys((*found.get(old, ()), *former)))
        successions.append(Succession(old, new, row["year"], row["kind"], row["source"]))
    return found, tuple(successions)


def _keys(name: str) -> tuple[str, ...]:
    """Return what a name is looked up by, the most literal first."""
    parsed = parse_organisation(name)
    literal = normalise(name)
    keys = [literal, fold(literal)]
    if parsed.is_short_form and not parsed.place:
        keys += [normalise(parsed.short), f"words:{normalise(parsed.short)}"]
    if parsed.han:
        keys += _han_keys(parsed)
    if parsed.words:
        keys += _word_keys(parsed)
    return tuple(dict.fromkeys(key for key in keys if key))


def _han_keys(parsed: OrganisationName) -> list[str]:
    place = f"({parsed.han_place})" if parsed.han_place else ""
    public = not parsed.han_legal and not place
    return [parsed.han + place, *([f"here:{without_here(parsed.han)}"] if public else [])]


def _word_keys(parsed: OrganisationName) -> list[str]:
    keys = [f"words:{parsed.key}"]
    if parsed.is_public and not parsed.place and len(set(parsed.words) - {HERE}) > 1:
        keys.append(f"here:{' '.join(sorted(set(parsed.words) - {HERE}))}")
    soft = [word for word in parsed.words if word not in word_lists()["soft"]]
    if len(soft) > 1 and not parsed.place:
        keys.append(f"soft:{' '.join(sorted(soft))}")
    return keys


def _families(readings: Iterable[PersonName]) -> frozenset[str]:
    return frozenset(fold(name) for reading in readings for name in reading.family)


@cache
def _bodies() -> tuple[tuple[str, ...], ...]:
    lines = (TABLES / "bodies.txt").read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(name.strip() for name in line.replace(" | ", "; ").split(";") if name.strip())
        for line in lines
        if line and not line.startswith("#")
    )
