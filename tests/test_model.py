"""The travelling types refuse what is not a value of theirs."""

import dataclasses

import pytest

from kg.model import Article, Period, Span


@pytest.mark.parametrize(("iso", "precision"), [("2024", "year"), ("2024-12", "month"), ("2024-12-09", "day")])
def test_period_knows_its_precision(iso, precision):
    assert Period(iso).precision == precision


@pytest.mark.parametrize("iso", ["", "24", "2024-13", "2024-1", "2024-12-32", "December 2024", "2024-12-09T00:00"])
def test_period_refuses_what_is_no_iso_date(iso):
    with pytest.raises(ValueError, match="not a year, month or day"):
        Period(iso)


def test_spans_sort_by_start_then_end():
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]


def test_articles_cannot_be_changed_in_place():
    article = Article(id="a", title="t", text="t")
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.text = "other"
