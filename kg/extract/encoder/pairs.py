"""Pairs of what a text names, for each sentence that may say how they belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kg.extract.encoder.labels import KINDS, STATUS, TYPES, Array
from kg.extract.encoder.pieces import Pieces

REACH = 3  # sentences back in which an end of a pair may stand
_NEAR = 14  # mentions further apart than this in one sentence are not paired
_STATED = frozenset(KINDS.index(name) for name in "Facility Programme Policy Project Product".split())
_STATUS = KINDS.index(STATUS)
_LONGEST = 160  # pieces of a sentence that are looked at
ROLES = ("subject", "object", "between", "before", "after", "none", "other sentence")


@dataclass(frozen=True, slots=True)
class End:
    """A mention or value that may be an end of a pair: kind, chain, sentence and range of words."""

    kind: int
    chain: int
    named: bool
    sentence: int
    first: int
    last: int

    @property
    def is_mention(self) -> bool:
        """Tell a mention of an entity from a value."""
        return self.kind < len(TYPES)


@dataclass(frozen=True, slots=True)
class Pair:
    """Numbers of the two ends, and the sentence that may join them; no object where a status is asked for."""

    subject: int
    object: int | None
    sentence: int


def find_pairs(ends: Sequence[End], joinable: Array) -> list[Pair]:
    """Return the pairs of ends that some relation may join (`joinable`: booleans, kinds x kinds)."""
    return list(_pairs(ends, joinable))


def _pairs(ends: Sequence[End], joinable: Array) -> Iterator[Pair]:
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for number, end in enumerate(ends):
        if end.sentence >= 0:
            by_sentence[end.sentence].append(number)
    headline = {ends[n].chain: n for n in by_sentence.get(0, ()) if ends[n].is_mention}
    last: dict[int, int] = {}
    for sentence in sorted(by_sentence):
        here = by_sentence[sentence]
        chains = {ends[n].chain for n in here if ends[n].is_mention}
        recent = {c: n for c, n in last.items() if sentence - ends[n].sentence <= REACH}
        before = [n for c, n in {**headline, **recent}.items() if c not in chains and ends[n].sentence < sentence]
        yield from _of_sentence(ends, here, before, joinable)
        last = recent | {ends[n].chain: n for n in here if ends[n].is_mention}


def _of_sentence(ends: Sequence[End], here: Sequence[int], before: Sequence[int], joinable: Array) -> Iterator[Pair]:
    for place, a in enumerate(here):
        sentence = ends[a].sentence
        if ends[a].kind in _STATED:
            yield Pair(a, None, sentence)
        for b in here[max(0, place - _NEAR) : place + _NEAR + 1]:
            if joinable[ends[a].kind, ends[b].kind] and (ends[a].chain != ends[b].chain or not ends[b].is_mention):
                yield Pair(a, b, sentence)
        for b in before[-_NEAR:]:
            if joinable[ends[a].kind, ends[b].kind]:
                yield Pair(a, b, sentence)
            if joinable[ends[b].kind, ends[a].kind]:
                yield Pair(b, a, sentence)


@dataclass(frozen=True)
class Geometry:
    """Where the ends of P pairs stand among up to L pieces of their sentences.

    pieces: P x L numbers of pieces, -1 beyond the end; roles: P x L; distance, back: P buckets of words between the
    ends and of sentences back; between, whole: P x 2 half-open ranges of pieces.
    """

    pieces: Array
    roles: Array
    distance: Array
    back: Array
    between: Array
    whole: Array


def measure_pairs(pieces: Pieces, ends: Sequence[End], pairs: Sequence[Pair]) -> Geometry:
    """Return the geometry of pairs."""
    ranges = _sentence_ranges(pieces, {end.sentence for end in ends if end.sentence >= 0})
    table = np.array([(e.sentence, e.first, *_span(pieces, e)) for e in ends], dtype=np.int64).reshape(-1, 4)
    subjects = table[[p.subject for p in pairs]]
    objects = table[[p.subject if p.object is None else p.object for p in pairs]]
    sentence = np.array([p.sentence for p in pairs], dtype=np.int64)
    low, high = np.minimum(subjects[:, 3], objects[:, 3]), np.maximum(subjects[:, 2], objects[:, 2])
    beside = (subjects[:, 0] == objects[:, 0]) & (low < high)
    numbers, roles = _seen(pairs, subjects, objects, sentence, ranges)
    apart = subjects[:, 1] - objects[:, 1]
    steps = np.minimum(7, np.log2(np.abs(apart) + 1).astype(np.int64))
    back_s, back_o = (np.minimum(3, sentence - end[:, 0]) for end in (subjects, objects))
    return Geometry(
        numbers,
        roles,
        distance=steps + np.where(apart < 0, 0, 8),
        back=np.where(back_s == 0, back_o, 3 + back_s),
        between=np.where(beside[:, None], np.stack((low, high), 1), subjects[:, 2:]),
        whole=np.array([ranges[int(n)] for n in sentence], dtype=np.int64).reshape(-1, 2),
    )


def _seen(
    pairs: Sequence[Pair], subjects: Array, objects: Array, sentence: Array, ranges: dict[int, tuple[int, int]]
) -> tuple[Array, Array]:
    """Return the pieces that each pair looks at and their roles; pairs in the same sentences are done together."""
    together: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for n, key in enumerate(np.stack((subjects[:, 0], objects[:, 0], sentence), 1).tolist()):
        together[tuple(sorted(set(key)))].append(n)
    found = {key: [np.arange(*ranges[n]) for n in key] for key in together}
    longest = max((sum(map(len, parts)) for parts in found.values()), default=1)
    numbers = np.full((len(pairs), longest), -1, dtype=np.int64)
    roles = np.full((len(pairs), longest), ROLES.index("none"), dtype=np.int64)
    told = np.array([pair.object is not None for pair in pairs], dtype=bool)
    for key, rows in together.items():
        places = np.concatenate(found[key])
        of = np.repeat(key, [len(part) for part in found[key]])
        numbers[rows, : len(places)] = places
        roles[rows, : len(places)] = _roles(places, of, subjects[rows], objects[rows], (sentence[rows], told[rows]))
    return numbers, roles


def _roles(places: Array, of: Array, subjects: Array, objects: Array, about: tuple[Array, Array]) -> Array:
    """Return the roles of pieces (with their sentences `of`) for pairs: pairs x pieces."""
    sentence, told = (column[:, None] for column in about)
    s0, s1, o0, o1 = (column[:, None] for column in (*subjects[:, 2:].T, *objects[:, 2:].T))
    low, high = np.minimum(s1, o1), np.maximum(s0, o0)
    roles = np.where(places < np.minimum(s0, o0), ROLES.index("before"), ROLES.index("after"))
    roles[(places >= low) & (places < high) & (subjects[:, :1] == objects[:, :1])] = ROLES.index("between")
    roles[of != sentence] = ROLES.index("other sentence")
    roles[(places >= o0) & (places < o1) & told] = ROLES.index("object")
    roles[(places >= s0) & (places < s1)] = ROLES.index("subject")
    return roles


def _sentence_ranges(pieces: Pieces, wanted: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return the range of pieces of each sentence; a sentence cut in two chunks holds the marks between them too."""
    numbers = sorted(wanted)
    opening, closing = (np.searchsorted(pieces.sentence, numbers, side=side) for side in ("left", "right"))
    starts, stops = pieces.first[opening], pieces.last[closing - 1]
    return {n: (int(a), min(int(b), int(a) + _LONGEST)) for n, a, b in zip(numbers, starts, stops, strict=True)}


def _span(pieces: Pieces, end: End) -> tuple[int, int]:
    if end.sentence < 0:
        return 0, 0
    return int(pieces.first[end.first]), int(pieces.last[end.last - 1])
