"""Rewritings of long sentences into plain clauses."""

from __future__ import annotations

import pytest

from kg.extract.clauses import rewrite
from kg.extract.lines import draw_lines
from tests.extract.marked import read


def views(text: str) -> list[str]:
    """Return a line and its rewritings without the blanks around them."""
    (line,) = draw_lines(read(text))
    return [view.text.strip() for view in rewrite(line)]


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("[Bay|Company] (BAY) grew.", "‹0:Company› grew ."),
        ("[Bay|Company], a bank from Shenzhen, opened.", "‹0:Company› opened ."),
        ("[Bay|Company] in [Sha Tin|Place] opened.", "‹0:Company› opened ."),
        ("[Bay|Company] was sold and opened a shop.", "‹0:Company› opened a shop ."),
        ("[Bay|Company] grew after buying [Lee|Company].", "‹0:Company› buying ‹1:Company› ."),
        ("Founded in May, [Bay|Company] grew.", "‹0:Company› founded in may ."),
        ("After buying [Lee|Company], [Bay|Company] grew.", "‹1:Company› buying ‹0:Company› ."),
        ("The [chairman|Post] of [Bay|Company], [Ho|Person], opened it.", "‹2:Person› opened it ."),
        ("[Bay|Company] 's [chairman|Post] [Ho|Person] opened it.", "‹2:Person› opened it ."),
        ("It met [two|count=2 count] firms: [Bay|Company], [Lee|Company].", "it met ‹1:Company› , ‹2:Company› ."),
        ("[Ho|Person], the [chairman|Post], opened it.", "‹0:Person› opened it ."),
        ("[Bay|Company], a bank, jointly opened it.", "‹0:Company› jointly opened it ."),
        ("[Bay|Company] on the same day opened it.", "‹0:Company› opened it ."),
        ("[Bay|Company] will build and run the [Park|Facility].", "‹0:Company› will build the ‹1:Facility› ."),
        ("[Fund|Programme] (by far the largest): [12|count=12 count]", "‹0:Programme› : ‹1:count›"),
        ("[Max|Product], a chatty [model|Product] made there, sold.", "‹0:Product› , made there , sold ."),
    ],
)  # fmt: skip
def test_rewriting_gives_plain_clause(text: str, view: str) -> None:
    assert view in views(text)


def test_plain_line_comes_first_and_counts_most() -> None:
    (line,) = draw_lines(read("[Bay|Company], a bank from Shenzhen, opened and sold [Lee|Company]."))
    weights = [view.weight for view in rewrite(line)]
    assert weights[0] == 1.0
    assert max(weights[1:]) < 1.0


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[Bay|Company], [Lee|Company] and [Max|Company] opened.", "‹0:Company› opened ."),  # a list is no insertion
        ("[Bay|Company] and [Lee|Company] opened.", "‹0:Company› opened ."),
        ("The head of [Bay|Company] grew and left.", "‹0:Company› left ."),  # the head left
    ],
)
def test_rewriting_keeps_what_belongs_together(text: str, wrong: str) -> None:
    assert wrong not in views(text)


def test_each_view_is_given_once() -> None:
    found = views("[Bay|Company] opened.")
    assert len(found) == len(set(found)) == 1
