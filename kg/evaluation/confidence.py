"""Whether confidences can be trusted: how often statements are right that claim to be so sure, and what a limit costs.

Only statements that are right or wrong are looked at; those that the annotation leaves open are counted beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.evaluation.figures import Counts, share, statement_counts
from kg.evaluation.judging import Judged, JudgedStatement, judge
from kg.evaluation.running import Case

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
LIMITS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements whose confidence lies in a range, the upper end excluded unless it is 1."""

    low: float
    high: float
    right: int
    wrong: int
    optional: int
    claimed: float  # mean confidence of those right or wrong

    @property
    def share_right(self) -> float:
        """How many of those that are right or wrong are right."""
        return share(self.right, self.right + self.wrong)


@dataclass(frozen=True, slots=True)
class Point:
    """What is left when only statements that are at least this sure are taken."""

    at_least: float
    statements: Counts


def reliability(judged: Iterable[Judged], edges: Sequence[float] = EDGES) -> tuple[Bin, ...]:
    """Sort statements by confidence into ranges and count in each how many are right."""
    statements = [statement for article in judged for statement in article.statements]
    return tuple(
        _make_bin(low, high, [s for s in statements if low <= _confidence(s) and (_confidence(s) < high or high == 1)])
        for low, high in pairwise(edges)
    )


def calibration_error(bins: Iterable[Bin]) -> float:
    """Return by how much the confidence is off, on the average of the statements that are right or wrong."""
    bins = tuple(bins)
    off = sum((b.right + b.wrong) * abs(b.share_right - b.claimed) for b in bins)
    return share(off, sum(b.right + b.wrong for b in bins))


def confidence_curve(cases: Iterable[Case], limits: Sequence[float] = LIMITS) -> tuple[Point, ...]:
    """Judge what is left when statements below each limit are dropped."""
    cases = tuple(cases)
    return tuple(Point(limit, _counts_above(cases, limit)) for limit in limits)


def _counts_above(cases: Iterable[Case], limit: float) -> Counts:
    judged = (judge(case.article, case.graphs, at_least=limit) for case in cases)
    return sum(map(statement_counts, judged), Counts())


def _make_bin(low: float, high: float, inside: Sequence[JudgedStatement]) -> Bin:
    right = [s for s in inside if s.verdict == "right"]
    wrong = [s for s in inside if s.verdict in {"wrong", "modality"}]
    claimed = share(sum(map(_confidence, [*right, *wrong])), len(right) + len(wrong))
    optional = sum(s.verdict == "optional" for s in inside)
    return Bin(low, high, len(right), len(wrong), optional, claimed)


def _confidence(judged: JudgedStatement) -> float:
    return judged.statement.provenance.confidence
