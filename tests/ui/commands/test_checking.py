"""`kg validate` and `kg doctor` say what is wrong, and their exit codes do."""

import json

import pytest

import kg.store
from kg.store import Violation


def test_validate_passes_on_a_sound_graph(run, sampled):
    done = run("validate")
    assert (done.exit_code, done.stdout) == (0, "The graph conforms to its shapes.\n")
    assert json.loads(run("validate", "--json").stdout) == {"conforms": True, "violations": []}


def test_validate_tells_each_violation(run, sampled, monkeypatch):
    broken = Violation(focus="hkr:x", path="rdfs:label", value="", message="has no name", severity="Violation")
    monkeypatch.setattr(kg.store, "validate_graph", lambda *_: (broken, broken))
    done = run("validate")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (1, "2 violations.")
    assert "has no name" in done.stdout
    found = json.loads(run("validate", "--json").stdout)
    assert (found["conforms"], found["violations"][0]["focus"]) == (False, "hkr:x")


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_doctor_finds_nothing_wrong_on_a_sound_installation(run, sampled, monkeypatch, as_json):
    monkeypatch.setenv("KG_PORT", "0")
    monkeypatch.setattr("kg.ui.doctor.FRONT_END", ())
    done = run("doctor", *as_json)
    assert done.exit_code == 0, done.stdout
    assert "1 articles" in done.stdout


def test_doctor_ends_with_one_when_something_is_wrong(run, data_dir, monkeypatch):
    monkeypatch.setattr("kg.ui.doctor.FRONT_END", ("missing.js",))
    done = run("doctor")
    assert done.exit_code == 1
    assert [line for line in done.stdout.splitlines() if line.startswith("WRONG") and "missing.js" in line]
    wrong = [check["name"] for check in json.loads(run("doctor", "--json").stdout) if not check["ok"]]
    assert "front end" in wrong
