"""What the encoder takes for names, beside what the other finders found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from kg.extract.candidates import Candidate
from kg.extract.encoder.labels import TYPES, Array
from kg.extract.encoder.reader import Reading

FINDER = "encoder"
_SURE, _TYPED = 0.95, 0.8  # how likely a name must be that nothing else speaks for, and a type that goes by shape alone
_WEIGHT = 1.0  # less than any other finder's


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that the encoder takes for a name, and how likely its type is."""

    start: int
    end: int
    type: str
    likely: float


def find_names(reading: Reading, text: str) -> Iterator[Name]:
    """Yield the names that the encoder sees; words in lower case are none, whatever it thinks."""
    begins, inside, outside = reading.labels[:, 1::2], reading.labels[:, 2::2], reading.labels[:, 0]
    opens, goes_on = begins.sum(1), inside.sum(1)
    within = outside < np.maximum(opens, goes_on)
    # No name goes on into the next sentence.
    starts = (opens >= goes_on) | (np.diff(reading.pieces.sentence, prepend=-1) > 0)
    at = 0
    while at < len(outside):
        if not within[at]:
            at += 1
            continue
        end = at + 1
        while end < len(outside) and within[end] and not starts[end]:
            end += 1
        name = _name(reading, begins + inside, at, end)
        if any(not letter.islower() for letter in filter(str.isalpha, text[name.start : name.end])):
            yield name
        at = end


def _name(reading: Reading, types: Array, first: int, last: int) -> Name:
    likely = types[first:last].mean(0)
    kind = int(likely.argmax())
    start, end = int(reading.pieces.starts[first]), int(reading.pieces.ends[last - 1])
    return Name(start, end, TYPES[kind], float(likely[kind]))


def join_opinions(candidates: Iterable[Candidate], names: Iterable[Name]) -> list[Candidate]:
    """Return the candidates of the other finders, and names that only the encoder sees where it is sure of them.

    A candidate whose type rests on its shape alone takes the type that the encoder gives it.
    """
    every, seen = list(candidates), list(names)
    types = {(name.start, name.end): name.type for name in seen if name.likely >= _TYPED}
    told = [replace(c, type=types.get((c.start, c.end), c.type)) if c.finder == "shape" else c for c in every]
    taken = {offset for c in every for offset in range(c.start, c.end)}
    return told + [
        Candidate(name.start, name.end, name.type, FINDER, _WEIGHT)
        for name in seen
        if name.likely >= _SURE and taken.isdisjoint(range(name.start, name.end))
    ]
