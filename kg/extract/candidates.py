"""Stretches of text that some finder takes for a name, and the choice among those that overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention: where it stands, what it would be, who found it and how sure that finder is."""

    start: int
    end: int
    type: str
    finder: str
    weight: float
    known: str | None = None
    family_name: str | None = None  # of a person
    chain: int = -1  # mentions of one entity share a number
    named: bool = True

    def overlaps(self, other: Candidate) -> bool:
        """Whether the two share text."""
        return self.start < other.end and other.start < self.end


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep the best of the candidates that overlap: the heavier, then the longer, then the first."""
    ranked = sorted(
        _known_first(_without_parts(candidates)), key=lambda c: (-c.weight, c.start - c.end, c.start, c.type)
    )
    taken: set[int] = set()
    kept = []
    for candidate in ranked:
        if not any(offset in taken for offset in range(candidate.start, candidate.end)):
            taken.update(range(candidate.start, candidate.end))
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _known_first(every: Sequence[Candidate]) -> list[Candidate]:
    """Where a known name is also found in another way, keep it alone, as heavy as a long form or a portfolio."""
    known = {(c.start, c.end): c for c in reversed(every) if c.known}
    heaviest: dict[tuple[int, int], float] = {}
    for c in every:
        if c.known or c.finder in {"acronym", "opener", "portfolio"}:
            heaviest[c.start, c.end] = max(c.weight, heaviest.get((c.start, c.end), 0.0))
    return [
        replace(c, weight=heaviest[c.start, c.end]) if c.known else c
        for c in every
        if (c.start, c.end) not in known or known[c.start, c.end] is c
    ]


_SHAPED = frozenset({"head", "opener", "shape", "acronym", "places", "known"})


def _without_parts(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Drop known names inside a longer name: "Hong Kong" in "Bank of Hong Kong"."""
    every = list(candidates)
    longer: dict[int, Candidate] = {}
    for candidate in every:
        if candidate.finder in _SHAPED or candidate.type == "Post":
            for offset in range(candidate.start, candidate.end):
                if offset not in longer or longer[offset].end - longer[offset].start < candidate.end - candidate.start:
                    longer[offset] = candidate
    return [
        c for c in every if c.finder not in {"gazetteer", "places", "known"} or not _is_part(c, longer.get(c.start))
    ]


def _is_part(candidate: Candidate, longer: Candidate | None) -> bool:
    return (
        longer is not None
        and longer.start <= candidate.start
        and candidate.end <= longer.end
        and longer.end - longer.start > candidate.end - candidate.start
    )
