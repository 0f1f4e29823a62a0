"""Known entities: which row of the gazetteer a chain stands for, how sure that is, and why."""

from __future__ import annotations

from dataclasses import dataclass

from kg.gazetteer import Gazetteer, names_of
from kg.model import Entity
from kg.resolve.chains import Chain
from kg.resolve.names import is_acronym, is_bare_surname, key_of, words_of

_ORGS = frozenset({"GovernmentBody", "Company", "University", "ResearchInstitute", "Organization"})
_ALIKE = (
    _ORGS,
    frozenset({"Facility", "Company", "University", "ResearchInstitute", "Organization", "Place"}),
    frozenset({"Facility", "Project"}),
    frozenset({"Programme", "Policy"}),
    frozenset({"Programme", "Project"}),
    frozenset({"Product", "Project"}),
)


@dataclass(frozen=True, slots=True)
class Match:
    """An entity with the score and the reason for taking it."""

    entity: Entity
    score: float
    reason: str


def compatible(one: str, other: str) -> bool:
    """Tell types between which articles do not distinguish: Cyberport acts as a company and is a place to be at.

    Company and Product are not among them, nor is anything with Person, Post or Event: the same name means two things.
    """
    return one == other or any(one in group and other in group and not _are_places(one, other) for group in _ALIKE)


def _are_places(one: str, other: str) -> bool:
    """An organisation is no area; only a site may be listed as one."""
    return "Place" in {one, other} and "Facility" not in {one, other}


def find_known(chain: Chain, gazetteer: Gazetteer) -> Match | None:
    """Return the known entity with the longest of the chain's names, one of its own type before others."""
    longest = max((len(key) for key in chain.keys), default=0)
    for name in sorted(chain.names, key=lambda n: (-len(key_of(n)), n)):
        if chain.type == "Person" and is_bare_surname(name):
            continue
        fitting = [e for e in gazetteer.named(name) if compatible(chain.type, e.type) and _agrees(chain, name, e)]
        best = _choose(chain, [e for e in fitting if e.type == chain.type] or fitting)
        if best is not None:
            return _explain(chain, name, best, longest)
    return None


def _choose(chain: Chain, entities: list[Entity]) -> Entity | None:
    """Of several, take the one that carries more of the chain's names; a draw is left open."""
    if not entities:
        return None
    carried = [len(chain.keys & {key_of(name) for name in names_of(entity)}) for entity in entities]
    best = max(carried)
    return entities[carried.index(best)] if carried.count(best) == 1 else None


def _agrees(chain: Chain, name: str, entity: Entity) -> bool:
    """Refuse a short name where a fuller one in the same article belongs to somebody else."""
    fuller = [n for n in chain.names if len(n.split()) > len(name.split()) and n.isascii()]
    known = [words_of(n) for n in names_of(entity)]
    if chain.type == "Person":
        longest = max(known, key=len)
        return all(words_of(n) <= longest or longest <= words_of(n) for n in fuller)
    if not is_acronym(name):
        return True
    return not fuller or any(_share_half(words_of(n), words) for n in fuller for words in known)


def _share_half(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= min(len(one), len(other)) and len(one & other) > 0 and min(len(one), len(other)) > 1


def _explain(chain: Chain, name: str, entity: Entity, longest: int) -> Match:
    reason, score = "gazetteer: exact name", 1.0
    if len(key_of(name)) < longest:
        reason, score = f"gazetteer: the name {name!r} of the same chain", 0.95
    if entity.type != chain.type:
        reason, score = f"{reason}, listed as {entity.type}", score - 0.1
    return Match(entity, score, reason)
