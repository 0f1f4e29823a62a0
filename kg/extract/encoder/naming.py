"""What the encoder takes for names, as candidates among those of the other finders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from kg.extract.candidates import Candidate
from kg.extract.encoder.labels import TYPES, Array
from kg.extract.encoder.reader import Reading

FINDER = "encoder"
_DOUBT = 0.5  # a name less likely than that is none
_BASE, _SURE = 1.6, 2.0  # weight of a name: at the worst, and what certainty adds
_AGREED = 1.0  # what a candidate gains that the encoder sees in the same way


def find_names(reading: Reading) -> Iterator[Candidate]:
    """Yield the names that the encoder sees."""
    begins, inside, outside = reading.labels[:, 1::2], reading.labels[:, 2::2], reading.labels[:, 0]
    opens, goes_on = begins.sum(1), inside.sum(1)
    starts = (opens >= goes_on) & (opens > outside) | (outside < goes_on) & ~np.roll(outside < 0.5, 1)
    within = outside < np.maximum(opens, goes_on)
    at = 0
    while at < len(outside):
        if not within[at]:
            at += 1
            continue
        end = at + 1
        while end < len(outside) and within[end] and not starts[end]:
            end += 1
        yield from _name(reading, begins + inside, at, end)
        at = end


def _name(reading: Reading, types: Array, first: int, last: int) -> Iterator[Candidate]:
    likely = types[first:last].mean(0)
    kind = int(likely.argmax())
    if likely[kind] >= _DOUBT:
        start, end = int(reading.pieces.starts[first]), int(reading.pieces.ends[last - 1])
        yield Candidate(start, end, TYPES[kind], FINDER, _BASE + _SURE * float(likely[kind]))


def agree(candidates: Iterable[Candidate], names: Iterable[Candidate]) -> list[Candidate]:
    """Return all candidates; one that the encoder sees in the same way weighs more."""
    seen = {(name.start, name.end, name.type): name for name in names}
    every = list(candidates)
    agreed = {(c.start, c.end, c.type) for c in every}
    raised = [
        replace(c, weight=c.weight + _AGREED) if (c.start, c.end, c.type) in seen else c for c in every
    ]
    return raised + [name for key, name in seen.items() if key not in agreed]
