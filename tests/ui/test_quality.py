"""What `kg eval` shows of a run."""

import pytest

from kg.evaluation import Case, Evaluation, count_figures, judge
from kg.ui import quality
from tests.evaluation.made import NAMES, gold, graph

WANTED = gold("bay builds dock planned", "ho affiliatedWith bay", "dock hasBudget 3000_HKD", "dock locatedIn city ?")
FOUND = graph(
    "bay builds dock 0.9", "ho affiliatedWith bay 0.95", "odd uses 5_MW 0.6",
    entities=("bay: Person: Bay", *NAMES[1:3], "odd: Company: Odd Limited"),
)  # fmt: skip
RUN = Evaluation((Case(WANTED, (FOUND,)),))


@pytest.fixture
def record(monkeypatch):
    monkeypatch.setattr(quality, "fingerprint", lambda _: "mark")
    return quality.quality_record(RUN)


def test_record_holds_all_figures(record):
    assert (record["precision"], record["recall"], record["f1"]) == (0.3333, 0.3333, 0.3333)
    assert record["counts"] == {"right": 1, "wrong": 2, "missed": 2, "optional": 0, "emitted": 3}
    assert record["entities"] == {"precision": 0.75, "recall": 1.0, "f1": 0.8571}
    assert (record["type_accuracy"], record["modality_errors"], record["modality_share"]) == (0.6667, 1, 0.3333)
    assert record["relations"]["uses"] == {
        "precision": 0.0, "recall": 0.0, "f1": 0.0, "right": 0, "wrong": 1, "missed": 0,
    }  # fmt: skip
    assert record["modalities"] == [
        {"annotated": "actual", "found": "actual", "count": 1},
        {"annotated": "planned", "found": "actual", "count": 1},
    ]
    assert record["fingerprint"] == "mark"


def test_record_holds_reliability_and_curve(record):
    sure = next(row for row in record["reliability"] if row["from"] == 0.9)
    assert (sure["right"], sure["wrong"], sure["claimed"], sure["share_right"]) == (0, 1, 0.9, 0.0)
    assert record["curve"][0]["f1"] == record["f1"]
    assert record["curve"][-1] == {"at_least": 0.95, "precision": 1.0, "recall": 0.3333, "f1": 0.5}


def test_tables_leave_out_ranges_without_statements():
    heads, rows = quality.quality_tables(RUN)["Confidence"]
    assert len(heads) == len(rows[0])
    assert [row[:2] for row in rows] == [("0.60", "0.70"), ("0.90", "0.95"), ("0.95", "1.00")]


def test_tables_have_a_row_for_each_relation_and_type():
    tables = quality.quality_tables(RUN)
    assert [row[0] for row in tables["Relations"][1]] == ["affiliatedWith", "builds", "hasBudget", "uses"]
    assert tables["Entities"][1][0] == ("Company", "1", "0.50", "1.00", "0.67", "1", "1", "0")


def test_summary_is_one_line():
    line = quality.summary_line(RUN.figures)
    assert line.startswith("articles 1  statements P 0.333 R 0.333 F1 0.333 (95% 0.333-0.333)")
    assert line.endswith("types 0.667  modality errors 1 (33.3%)")


def test_error_lines_tell_what_is_wrong_and_what_was_missed():
    lines = list(quality.error_lines(judge(WANTED, [FOUND])))
    assert lines[0] == "== made"
    assert "  wrong   Bay -- builds --> the Dock [actual 0.90], but it is planned" in lines
    assert "  wrong   Odd Limited -- uses --> 5 MW [actual 0.60]" in lines
    assert "          “Words of it.”" in lines
    assert "  missed  the Dock -- hasBudget --> 3000 HKD [actual]" in lines
    assert "  no such entity  Odd Limited (Company)" in lines
    assert "  wrong type      Bay: Person, not Company" in lines


def test_error_lines_name_missed_entities():
    lines = list(quality.error_lines(judge(WANTED, [graph(entities=NAMES[:2])])))
    assert lines[-1] == "  missed entity   Amy Ho (Person)"


def test_figures_of_an_empty_run_can_be_shown():
    assert "articles 0" in quality.summary_line(count_figures([]))
