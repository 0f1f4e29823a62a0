"""Whether confidences can be trusted."""

import pytest

from kg.evaluation import Case, Counts, confidence_curve, judge, reliability
from kg.evaluation.confidence import calibration_error
from tests.evaluation.made import gold, graph

WANTED = gold("bay builds dock", "ho met bay", "dock locatedIn city ?")
FOUND = graph(
    "bay builds dock 0.9", "ho met bay 1.0", "dock locatedIn city 0.92", "dock operates bay 0.9", "ho uses dock 0.6"
)


def test_reliability_counts_right_and_wrong_in_each_range():
    low, high = reliability([judge(WANTED, [FOUND])], (0.5, 0.9, 1.0))
    assert (low.right, low.wrong, low.optional, low.share_right, low.claimed) == (0, 1, 0, 0, 0.6)
    assert (high.right, high.wrong, high.optional) == (2, 1, 1)
    assert high.share_right == pytest.approx(2 / 3)
    assert high.claimed == pytest.approx(2.8 / 3)


def test_calibration_error_weighs_each_range_by_its_statements():
    bins = reliability([judge(WANTED, [FOUND])], (0.5, 0.9, 1.0))
    assert calibration_error(bins) == pytest.approx((0.6 + 3 * (2.8 / 3 - 2 / 3)) / 4)
    assert calibration_error([]) == 0


def test_confidence_curve_drops_what_is_not_sure_enough():
    points = confidence_curve([Case(WANTED, (FOUND,))], (0.0, 0.7, 0.95))
    assert [point.statements for point in points] == [Counts(2, 2, 0), Counts(2, 1, 0), Counts(1, 0, 1)]
    assert [point.at_least for point in points] == [0.0, 0.7, 0.95]
