"""Floors that the quality must not fall below."""

import pytest

from kg.errors import EvaluationError
from kg.evaluation import Floors, count_figures, read_floors, shortfalls
from kg.evaluation.floors import MEASURES
from tests.evaluation.made import judged

FIGURES = count_figures([judged(["bay builds dock", "ho met bay planned"], ["bay builds dock", "ho met bay"])])


def test_read_floors_returns_measures_and_fingerprint(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text('articles = "abc"\nf1 = 0.5\nmodality_share = 0.02\n', encoding="utf-8")
    assert read_floors(path) == Floors({"f1": 0.5, "modality_share": 0.02}, "abc")


@pytest.mark.parametrize(
    ("text", "message"), [("f2 = 0.5", "f2 = 0.5 is no floor"), ('f1 = "high"', "is no floor"), ("f1 =", "is no TOML")]
)
def test_read_floors_says_what_is_wrong(tmp_path, text, message):
    (tmp_path / "floors.toml").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match=message):
        read_floors(tmp_path / "floors.toml")


@pytest.mark.parametrize(
    ("measure", "found"),
    [("precision", 0.5), ("recall", 0.5), ("f1", 0.5), ("entity_f1", 1), ("type_accuracy", 1), ("modality_share", 0.5)],
)
def test_shortfalls_compare_each_measure(measure, found):
    worse = 0.01 if measure == "modality_share" else -0.01
    assert list(shortfalls(FIGURES, Floors({measure: found}))) == []
    assert list(shortfalls(FIGURES, Floors({measure: found + worse}))) == []
    (line,) = shortfalls(FIGURES, Floors({measure: found - worse}))
    assert line.startswith(f"{measure} is {found:.4f}, ")


def test_every_measure_has_a_row_above():
    assert len(MEASURES) == 6
