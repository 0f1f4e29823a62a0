"""`kg names` compares two names, or scores a table of pairs."""

import json

import pytest

HEAD = "a,b,same,kind,category,note\n"


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("HUI Ching Yu, Christopher", "許正宇"), "0.92  same person: "),
        (("Wong Mei-ling", "Wong Mei-lin"), "0.30  different person: given names differ"),
        (("HKSTP", "香港科技園公司"), "0.97  same organisation: "),
    ],
)
def test_names_compare_prints_score_and_reason(run, words, begins):
    done = run("names", "compare", *words)
    assert done.exit_code == 0
    assert done.stdout.startswith(begins)


def test_names_compare_prints_json_and_obeys_the_kind(run):
    found = json.loads(run("names", "compare", "--kind", "organisation", "Sun Dong", "孫東", "--json").stdout)
    assert found["kind"] == "organisation"
    assert set(found) == {"a", "b", "kind", "score", "same", "reason"}


def test_names_score_counts_by_kind_and_category(run, tmp_path):
    table = tmp_path / "pairs.csv"
    table.write_text(HEAD + "Sun Dong,孫東,1,person,script,\nHKU,HKUST,0,organisation,near,\n", encoding="utf-8")
    found = json.loads(run("names", "score", table, "--json").stdout)
    assert found["all"] == {"pairs": 2, "precision": 1.0, "recall": 1.0, "f1": 1.0, "accuracy": 1.0}
    assert set(found["by_kind"]) == {"person", "organisation"}
    assert set(found["by_category"]) == {"script", "near"}
    assert "near" in run("names", "score", table).stdout


@pytest.mark.parametrize(
    "words", [("compare", "one"), ("score", "a", "b"), ("score", "missing.csv"), ("guess", "a", "b")]
)
def test_names_refuses_wrong_use(run, words):
    assert run("names", *words).exit_code == 2
