"""Statements and entities judged against small annotations; the rows are the rules that evaluations agree on."""

import pytest

from kg.evaluation import count_figures, judge
from tests.evaluation.made import NAMES, gold, graph, judged


@pytest.mark.parametrize(
    ("wanted", "found", "verdicts"),
    [
        ("bay builds dock", "bay builds dock", ["right"]),
        ("bay builds dock", "bay builds dock reported", ["right"]),
        ("bay builds dock", "bay builds dock planned", ["modality"]),
        ("bay builds dock planned", "bay builds dock", ["modality"]),
        ("bay builds dock denied", "bay builds dock planned", ["modality"]),
        ("bay builds dock planned ?", "bay builds dock", ["optional"]),
        ("bay builds dock", "bay operates dock", ["wrong"]),
        ("bay builds dock", "dock builds bay", ["wrong"]),
        ("bay collaboratesWith ho", "ho collaboratesWith bay", ["right"]),
        ("ho met bay", "bay met ho", ["right"]),
        ("ho affiliatedWith bay", "bay affiliatedWith ho", ["wrong"]),
        ("dock hasBudget 3000000_HKD", "dock hasBudget 3000000_HKD", ["right"]),
        ("dock hasBudget 3000000_HKD", "dock hasBudget bay", ["wrong"]),
        ("bay builds dock", "bay builds 3_MW", ["wrong"]),
        ("dock startDate 2024_date", "ho said words_text", ["ignored"]),
        ("ho said all+is+well_text ?", "ho said all+is+well_text", ["optional"]),
    ],
)
def test_judge_gives_each_statement_its_verdict(wanted, found, verdicts):
    assert [each.verdict for each in judged([wanted], [found]).statements] == verdicts


def test_judge_counts_a_statement_once_however_often_it_is_found():
    result = judged(
        ["bay builds dock", "ho met bay"], ["bay builds dock", "bay builds dock", "bay builds dock planned"]
    )
    assert [each.verdict for each in result.statements] == ["right", "right", "modality"]
    assert [g.relation for g in result.matched] == ["builds"]
    assert [g.relation for g in result.missed] == ["met"]


def test_judge_prefers_an_annotated_statement_that_nothing_has_matched():
    result = judged(["dock hasCapacity 1000_racks", "dock hasCapacity 1001_racks"], ["dock hasCapacity 1000_racks"] * 2)
    assert (len(result.matched), result.missed) == (2, ())


def test_judge_lets_a_shared_name_mean_either_entity():
    names = ("a: Post: Chairman", "b: Post: Chairman", "ho: Person: Ho")
    found = graph("ho holdsPost a", entities=("a: Post: chairman", "ho: Person: Mr Ho"))
    result = judge(gold("ho holdsPost b", entities=names), [found])
    assert [each.verdict for each in result.statements] == ["right"]
    assert result.missed_entities == ()


def test_judge_takes_any_name_of_an_entity_and_any_type_that_is_just_as_right():
    wanted = gold(entities=("x: Facility/Company: Cyberport / 數碼港",))
    right, wrong = (
        judge(wanted, [graph(entities=(f"y: {kind}: 數碼港",))]).entities[0] for kind in ("Company", "Place")
    )
    assert (right.has_right_type, wrong.has_right_type) == (True, False)
    assert [entity.key for entity in wrong.meant] == ["x"]


def test_judge_asks_only_for_required_entities():
    result = judge(gold(), [graph(entities=("bay: Company: Bay", "odd: Company: Odd Limited"))])
    assert {entity.key for entity in result.missed_entities} == {"dock", "ho"}
    assert [found.entity.label for found in result.entities if not found.meant] == ["Odd Limited"]


def test_judge_holds_statements_about_unknown_entities_wrong():
    entities = (*NAMES, "odd: Company: Odd Limited")
    result = judge(gold("bay builds dock"), [graph("odd builds dock", entities=entities)])
    assert [each.verdict for each in result.statements] == ["wrong"]


def test_judge_pools_the_articles_of_a_page():
    result = judge(gold("bay builds dock", "ho met bay"), [graph("bay builds dock"), graph("ho met bay")])
    assert (len(result.matched), len(result.entities)) == (2, 4)


def test_judge_leaves_out_what_is_not_sure_enough():
    result = judge(
        gold("bay builds dock", "ho met bay"), [graph("bay builds dock 0.9", "ho met bay 0.6")], at_least=0.7
    )
    assert [g.relation for g in result.missed] == ["met"]


def test_judge_finds_nothing_where_nothing_was_extracted():
    counts = count_figures([judge(gold("bay builds dock"), [])])
    assert (counts.statements.missed, counts.entities.missed) == (1, 3)
