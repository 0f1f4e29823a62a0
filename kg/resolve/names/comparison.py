"""What a comparison of two names says: how alike they are, whether they can be one thing, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

SAME = 0.7
"""From this score on, two names are taken for the same."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A score from 0 to 1 and the reason for it in words.

    `decisive` is False where the names agree but say little: two people may share a surname or a first name.
    `final` is True where the names contradict each other so that nothing known of either can join them.
    """

    score: float
    reason: str
    decisive: bool = True
    final: bool = False

    @property
    def same(self) -> bool:
        """Tell whether the names are taken for the same."""
        return self.score >= SAME

    def because(self, reason: str) -> Comparison:
        """Return the comparison with a further reason behind the first one."""
        return replace(self, reason=f"{self.reason}; {reason}")


def best(comparisons: list[Comparison]) -> Comparison:
    """Return the comparison with the highest score, the first of several."""
    return max(comparisons, key=lambda c: c.score)
