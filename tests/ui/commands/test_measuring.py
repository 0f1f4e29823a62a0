"""`kg eval` measures the extraction on annotated articles, and its exit code tells whether it is good enough."""

import json

import pytest

ENTITIES = [
    {"key": "lantern", "type": "Company", "names": ["Lantern Compute Limited", "Lantern Compute"]},
    {"key": "centre", "type": "Facility", "names": ["Lantern Data Centre", "data centre"]},
]
CAPACITY = {"s": "centre", "p": "hasCapacity", "o": {"value": 12, "unit": "MW"}, "evidence": "It has 12 MW."}
DENIED = {"s": "lantern", "p": "acquires", "o": "centre", "modality": "denied", "evidence": "It will not buy it."}


@pytest.fixture
def annotated(inbox):
    (inbox / "c-noise.pdf").unlink()
    for name, statements in (("a-lantern", [CAPACITY]), ("b-grant", [DENIED])):
        gold = {"id": name, "entities": ENTITIES, "statements": statements}
        (inbox / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (inbox / "split.csv").write_text("article,story,part\na-lantern,a,train\nb-grant,b,held-out\n", encoding="utf-8")
    return inbox


def test_eval_prints_tables_and_a_summary(run, annotated, data_dir):
    done = run("eval", annotated)
    assert done.exit_code == 0, done.stderr
    assert [title for title in ("Relations", "Entities", "Confidence") if f"{title}\n" not in done.stdout] == []
    row = next(line.split() for line in done.stdout.splitlines() if line.startswith("hasCapacity"))
    assert row[:5] == ["hasCapacity", "1", "1.00", "1.00", "1.00"]
    assert done.stdout.splitlines()[-1].startswith("articles 2  statements P ")
    assert not data_dir.exists()


def test_eval_prints_figures_as_json(run, annotated):
    record = json.loads(run("eval", annotated, "--json").stdout)
    assert (record["articles"], record["relations"]["hasCapacity"]["right"]) == (2, 1)
    assert record["relations"]["acquires"]["missed"] == 1
    assert sum(row["right"] + row["wrong"] for row in record["reliability"]) >= 1


def test_eval_measures_one_part(run, annotated):
    record = json.loads(run("eval", annotated, "--part", "held-out", "--json").stdout)
    assert (record["articles"], record["counts"]["right"], record["counts"]["missed"]) == (1, 0, 1)


def test_eval_lists_errors_with_their_sentences(run, annotated):
    done = run("eval", annotated, "--errors")
    assert "== b-grant\n" in done.stdout
    assert "  missed  Lantern Compute Limited -- acquires --> Lantern Data Centre [denied]\n" in done.stdout
    assert "“It will not buy it.”" in done.stdout
    assert "no such entity  Harbour Robotics Limited (Company)" in done.stdout


@pytest.mark.parametrize(("limit", "code"), [("0.01", 0), ("1", 1)])
def test_eval_fails_below_a_limit(run, annotated, limit, code):
    done = run("eval", annotated, "--min-f1", limit)
    assert done.exit_code == code
    assert ("kg: f1 is " in done.stderr) == bool(code)


@pytest.mark.parametrize(
    ("floors", "message"),
    [("recall = 0.4", ""), ("precision = 1.0", "kg: precision is "), ('articles = "x"', "was set on other articles")],
)
def test_eval_fails_below_its_floors(run, annotated, floors, message):
    (annotated / "floors.toml").write_text(floors, encoding="utf-8")
    done = run("eval", annotated, "--floors", annotated / "floors.toml")
    assert done.exit_code == bool(message)
    assert message in done.stderr


def test_eval_takes_floors_of_the_articles_they_were_set_on(run, annotated):
    mark = json.loads(run("eval", annotated, "--json").stdout)["fingerprint"]
    (annotated / "floors.toml").write_text(f'articles = "{mark}"', encoding="utf-8")
    assert run("eval", annotated, "--floors", annotated / "floors.toml").exit_code == 0


def test_eval_says_what_is_wrong_with_its_input(run, tmp_path, annotated):
    (tmp_path / "empty").mkdir()
    assert "holds no annotated article" in run("eval", tmp_path / "empty").stderr
    assert "has no part 'test'" in run("eval", annotated, "--part", "test").stderr
    assert run("eval", tmp_path / "empty").exit_code == 2
