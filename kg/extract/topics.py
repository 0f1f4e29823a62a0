"""What a sentence is about when it does not say: the body of "the deputy CEO", the scheme of "20 applications came in".

The topic is looked for from near to far: earlier in the sentence, at the head of the sentences before it, and at last
among what the article speaks of most; a field of a fact sheet ("Founded: 2001") is about its heading. Whatever rests on
a topic is less sure than what a sentence says itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.lines import Line, Slot
from kg.extract.proposals import chain_of

REACH = 3  # sentences back
SURENESS = 0.7
_FIELD = re.compile(r" [a-z][a-z -]{2,40}(?:‹\d+:\w+› |[a-z]+ ){0,6}: ")


@dataclass(frozen=True)
class Topics:
    """The sentences of a text, in which earlier mentions can be looked up."""

    lines: Sequence[Line]

    def about(
        self, index: int, types: frozenset[str], position: int | None = None, *, ahead: bool = True
    ) -> Slot | None:
        """Return the mention of one of some types that sentence `index` is most likely about.

        `position` is the number of the first slot that is taken; `ahead` lets the next sentences count where none
        before has anything ("HK$3 billion was set aside in subsidies. The subsidy programme …").
        """
        if position is not None and (near := self._nearest(index, types, position)):
            return near
        if _FIELD.match(self.lines[index].text) and (titled := self._first(0, types)):
            return titled
        for back in range(1, REACH + 1):
            if index - back >= 0 and (found := self._first(index - back, types)):
                return found
        if (common := self._commonest(index, types)) or not ahead:
            return common
        return next(
            (found for n in range(index + 1, min(index + REACH, len(self.lines))) if (found := self._first(n, types))),
            None,
        )

    def _nearest(self, index: int, types: frozenset[str], position: int) -> Slot | None:
        line = self.lines[index]
        found = [
            line.slots[number] for number in line.numbers() if number < position and line.slots[number].label in types
        ]
        return found[-1] if found else None

    def _first(self, index: int, types: frozenset[str]) -> Slot | None:
        line = self.lines[index]
        return next((line.slots[number] for number in line.numbers() if line.slots[number].label in types), None)

    def _commonest(self, index: int, types: frozenset[str]) -> Slot | None:
        slots = [self.lines[n].slots[number] for n in range(index) for number in self.lines[n].numbers()]
        fitting = [slot for slot in slots if slot.label in types]
        counted = Counter(chain_of(slot) for slot in fitting)
        if not counted:
            return None
        chain = counted.most_common(1)[0][0]
        return next(slot for slot in fitting if chain_of(slot) == chain)
