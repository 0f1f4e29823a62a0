"""The figures of a run become the passages of docs/quality.md."""

import json

import pytest

from kg.evaluation import Case, Evaluation
from kg.ontology import load_ontology
from kg.ui import quality
from tests.evaluation.made import gold, graph
from training.passages import markdown_table, write_passages
from training.report import report


@pytest.fixture(scope="module")
def figures():
    case = Case(gold("bay builds dock", "ho met bay"), (graph("bay builds dock 0.9", "dock operates bay 0.9"),))
    patch = pytest.MonkeyPatch()
    patch.setattr(quality, "fingerprint", lambda articles: f"mark of {len(list(articles))}")
    record = json.loads(json.dumps(quality.quality_record(Evaluation((case,)))))
    patch.undo()
    return record


def test_report_has_every_relation(figures):
    table = report(figures)["relations"]
    assert all(f"| `{name}` |" in table for name in load_ontology().relations)
    assert "| `builds` | 1 | 1.00 | 1.00 | 1.00 | 1 | 0 | 0 |" in table
    assert "| `operates` | 0 | 0.00 | – | – | 0 | 1 | 0 |" in table
    assert "| `said` | 0 | – | – | – | 0 | 0 | 0 |" in table


def test_report_sums_up(figures):
    summary = report(figures)["summary"]
    assert "| statements | 0.50 | 0.50 | 0.50 |" in summary
    assert "1 articles, fingerprint `mark of 1`" in summary


def test_report_shows_how_far_confidence_can_be_trusted(figures):
    passages = report(figures)
    assert "| 0.90–0.95 | 0.90 | 0.50 | 1 | 1 | 0 |" in passages["reliability"]
    assert "off by 0.400" in passages["reliability"]
    assert "| 0.95 | 0.00 | 0.00 | 0.00 |" in passages["curve"]
    assert "| actual | actual | 1 |" in passages["modalities"]


def test_report_says_what_has_not_been_measured(figures, tmp_path):
    passages = report(figures, learning=tmp_path / "none.csv", peers=tmp_path / "none.json")
    assert "not been measured" in passages["learning"]
    assert "not been measured" in passages["peers"]


def test_report_shows_learning_curve_and_peers(figures, tmp_path):
    learning, peers = tmp_path / "curve.csv", tmp_path / "peers.json"
    learning.write_text("articles,precision,recall,f1\n400,0.7,0.6,0.65\n100,0.6,0.4,0.48\n", encoding="utf-8")
    systems = {"Other": {"precision": 0.9, "recall": 0.9, "f1": 0.9}}
    peers.write_text(json.dumps({"systems": systems}), encoding="utf-8")
    passages = report(figures, learning=learning, peers=peers)
    assert passages["learning"].splitlines()[2:] == ["| 100 | 0.60 | 0.40 | 0.48 |", "| 400 | 0.70 | 0.60 | 0.65 |"]
    assert passages["peers"].splitlines()[2:] == [
        "| Other | 0.90 | 0.90 | 0.90 |",
        "| this project | 0.50 | 0.50 | 0.50 |",
    ]


def test_write_passages_replaces_what_stands_between_marks(tmp_path):
    path = tmp_path / "page.md"
    path.write_text("a\n<!-- begin x -->\nold\n<!-- end x -->\nb\n", encoding="utf-8")
    for _ in range(2):
        write_passages(path, {"x": r"new \1"})
    assert path.read_text(encoding="utf-8") == "a\n<!-- begin x -->\n\nnew \\1\n\n<!-- end x -->\nb\n"
    with pytest.raises(SystemExit, match="begin y"):
        write_passages(path, {"y": ""})


def test_markdown_table_aligns_numbers():
    assert markdown_table(("of", "n"), [("x", 1)]) == "| of | n |\n| --- | ---: |\n| x | 1 |"
