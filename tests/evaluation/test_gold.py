"""Reading annotated articles and the parts they are divided into."""

import json
from decimal import Decimal

import pytest

from kg.errors import EvaluationError
from kg.evaluation import fingerprint, read_gold
from kg.model import Period, Phrase, Quantity

DOCK = {"key": "dock", "type": "Facility", "types_ok": ["Place"], "names": ["Dock"], "required": False}
FACT = {"s": "dock", "p": "hasBudget", "o": {"value": 3.5, "unit": "HKD"}, "required": True, "evidence": "It cost it."}


def write(folder, name, *, entities=(DOCK,), statements=(FACT,), text="Dock\n\nIt cost it."):
    folder.mkdir(exist_ok=True, parents=True)
    gold = {"id": name, "entities": list(entities), "statements": list(statements)}
    (folder / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    if text:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_read_gold_returns_entities_and_statements(tmp_path):
    (article,) = read_gold(write(tmp_path, "one"))
    (entity,), (statement,) = article.entities, article.statements
    assert (article.id, article.path) == ("one", tmp_path / "one.txt")
    assert (entity.key, entity.required, entity.accepts("Place"), entity.accepts("Person")) == (
        "dock",
        False,
        True,
        False,
    )
    assert (statement.subject, statement.relation, statement.evidence) == ("dock", "hasBudget", "It cost it.")
    assert (statement.modality, statement.required) == ("actual", True)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("dock", "dock"),
        ({"value": "2024-12", "unit": "date"}, Period("2024-12")),
        ({"value": 2024, "unit": "date"}, Period("2024")),
        ({"value": "planned", "unit": "status"}, Phrase("planned", "status")),
        ({"value": "words", "unit": "text"}, Phrase("words", "text")),
        ({"value": 12.5, "unit": "MW"}, Quantity(Decimal("12.5"), "MW")),
    ],
)
def test_read_gold_reads_each_kind_of_object(tmp_path, written, read):
    (article,) = read_gold(write(tmp_path, "one", statements=[{**FACT, "o": written}]))
    assert article.statements[0].object == read


def test_read_gold_takes_one_part_of_the_split(tmp_path):
    for name in ("one", "two"):
        write(tmp_path / "articles", name)
    (tmp_path / "split.csv").write_text("article,story,part\none,one,train\ntwo,two,held-out\n", encoding="utf-8")
    assert [article.id for article in read_gold(tmp_path)] == ["one", "two"]
    assert [article.id for article in read_gold(tmp_path, part="held-out")] == ["two"]
    with pytest.raises(EvaluationError, match="no part 'test': choose among held-out, train"):
        read_gold(tmp_path, part="test")


def test_read_gold_wants_a_split_for_a_part(tmp_path):
    with pytest.raises(EvaluationError, match=r"split\.csv is missing"):
        read_gold(write(tmp_path, "one"), part="train")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"statements": [{**FACT, "o": "quay"}]}, "a hasBudget speaks of 'quay'"),
        ({"statements": [{"s": "dock"}]}, r"not an annotation .*KeyError: .o."),
        ({"statements": [{**FACT, "o": {"value": "May", "unit": "date"}}]}, "not a year, month or day"),
        ({"statements": [{**FACT, "o": {"value": "much", "unit": "HKD"}}]}, "not an annotation"),
        ({"text": ""}, r"one.txt is missing"),
    ],
)
def test_read_gold_says_what_is_wrong(tmp_path, changes, message):
    with pytest.raises(EvaluationError, match=message):
        read_gold(write(tmp_path, "one", **changes))


def test_read_gold_wants_articles(tmp_path):
    with pytest.raises(EvaluationError, match="holds no annotated article"):
        read_gold(tmp_path)


def test_fingerprint_changes_with_text_and_annotation(tmp_path):
    folder = write(write(tmp_path, "one"), "two")
    first = fingerprint(read_gold(folder))
    assert fingerprint(reversed(read_gold(folder))) == first
    marks = {first}
    marks.add(fingerprint(read_gold(write(folder, "two", text="Dock\n\nIt costs it."))))
    marks.add(fingerprint(read_gold(write(folder, "two", statements=()))))
    assert len(marks) == 3
