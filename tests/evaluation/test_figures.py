"""Figures over judged articles."""

import pytest

from kg.evaluation import Counts, count_figures, judge
from tests.evaluation.made import gold, graph, judged

WANTED = ("bay builds dock planned", "ho affiliatedWith bay", "dock startDate 2025_date", "dock locatedIn city ?")
FOUND = (
    "bay builds dock", "ho affiliatedWith bay", "ho affiliatedWith bay", "dock locatedIn city",
    "dock operates bay", "ho said words_text",
)  # fmt: skip


def test_counts_give_precision_recall_and_f1():
    counts = Counts(3, 1, 0) + Counts(0, 0, 3)
    assert (counts.precision, counts.recall, counts.wanted) == (0.75, 0.5, 6)
    assert counts.f1 == pytest.approx(0.6)
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


def test_figures_count_statements_as_evaluations_agree():
    figures = count_figures([judged(WANTED, FOUND)])
    assert figures.statements == Counts(right=1, wrong=2, missed=2)
    assert (figures.emitted, figures.optional, figures.modality_errors) == (6, 1, 1)
    assert figures.modality_share == pytest.approx(1 / 6)
    assert figures.modalities == {("planned", "actual"): 1, ("actual", "actual"): 2}


def test_figures_are_told_for_each_relation():
    relations = count_figures([judged(WANTED, FOUND)]).relations
    assert relations == {
        "affiliatedWith": Counts(1, 0, 0),
        "builds": Counts(0, 1, 1),
        "startDate": Counts(0, 0, 1),
        "operates": Counts(0, 1, 0),
    }


def test_macro_f1_is_the_mean_of_the_relations_asked_for():
    assert count_figures([judged(WANTED, FOUND)]).macro_f1 == pytest.approx(1 / 3)


def test_figures_are_told_for_each_type_of_entity():
    found = graph(entities=("bay: Person: Bay", "ho: Person: Ho", "city: Place: City", "odd: Product: Odd"))
    figures = count_figures([judge(gold(), [found])])
    assert figures.entities == Counts(right=2, wrong=1, missed=1)
    assert figures.types == {
        "Company": Counts(1, 0, 0),
        "Facility": Counts(0, 0, 1),
        "Person": Counts(1, 0, 0),
        "Product": Counts(0, 1, 0),
    }
    assert (figures.typed, figures.typed_right) == (3, 2)
    assert figures.type_accuracy == pytest.approx(2 / 3)


def test_f1_lies_between_its_samples():
    good, bad = judged(["bay builds dock"], ["bay builds dock"]), judged(["ho met bay"], [])
    low, high = count_figures([good, bad] * 20).f1_between
    assert 0.3 < low < count_figures([good, bad] * 20).statements.f1 < high < 0.9
    assert count_figures([good] * 3).f1_between == (1, 1)


def test_figures_of_nothing_are_nothing():
    figures = count_figures([])
    assert (figures.articles, figures.statements.f1, figures.macro_f1, figures.f1_between) == (0, 0, 0, (0, 0))
    assert (figures.type_accuracy, figures.modality_share) == (0, 0)
