"""`kg extract` prints what articles say and stores nothing."""

import json
from decimal import Decimal

import pytest

from kg.model import Article, ArticleGraph, Entity, Period, Phrase, Provenance, Quantity, Span, Statement
from kg.ui.commands.reading import readable_lines


def test_extract_writes_one_object_per_article(run, inbox, data_dir):
    done = run("extract", "--format", "jsonl", inbox / "a-lantern.txt", inbox / "b-grant.txt")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert [record["article"]["source_file"] for record in records] == ["a-lantern.txt", "b-grant.txt"]
    assert records[0]["article"]["published"] == "2025-03-04"
    assert records[0]["statements"]
    assert not data_dir.exists()


def test_extract_names_a_bad_file_and_goes_on(run, inbox):
    done = run("extract", inbox)
    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 2)
    assert "kg: c-noise.pdf: " in done.stderr


@pytest.mark.parametrize("name", ["c-noise.pdf", "missing.txt"])
def test_extract_can_do_nothing_with_bad_files_only(run, inbox, name):
    done = run("extract", inbox / name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"kg: {name}: " in done.stderr
    assert "Traceback" not in done.stderr


def test_extract_wants_a_file(run):
    assert run("extract").exit_code == 2


def test_extract_refuses_an_unknown_format(run, inbox):
    assert run("extract", "--format", "yaml", inbox).exit_code == 2


def test_extract_as_text_shows_sentences(run, inbox):
    done = run("extract", "--format", "text", inbox / "b-grant.txt")
    assert done.stdout.startswith("Grant for robot maker  (2025-03-05)\n")
    assert "“Harbour Robotics Limited received HK$5 million from the Lantern Fund.”" in done.stdout


def test_readable_lines_show_labels_values_and_modality():
    article = Article("a1", "", "The fund has HK$2.5 million,\nthey said.")
    found = Provenance("a1", Span(0, 39), article.text, "rule", 0.9)

    def states(target, modality="actual"):
        return Statement("s", "fund", "relation", target, found, modality)

    targets = (
        states("bureau"),
        states("unknown"),
        states(Quantity(Decimal(2_500_000), "HKD"), "planned"),
        states(Period("2025-03")),
        states(Phrase("planned", "status")),
    )
    entities = (Entity("fund", "Programme", "Lantern Fund"), Entity("bureau", "GovernmentBody", "Example Bureau"))
    lines = list(readable_lines(ArticleGraph(article, entities, (), targets)))
    assert lines[0] == "a1  (no date)"
    assert lines[1:3] == [
        "  Lantern Fund -- relation --> Example Bureau",
        "      “The fund has HK$2.5 million, they said.”",
    ]
    assert [line.split("--> ")[1] for line in lines[3::2]] == [
        "unknown",
        "2,500,000 HKD  [planned]",
        "2025-03",
        "planned",
    ]


def test_readable_lines_say_when_nothing_was_found():
    assert list(readable_lines(ArticleGraph(Article("a1", "Title", "Title"), (), (), ())))[1] == "  no statement found"


def test_extract_explains_each_sentence(run, inbox):
    done = run("extract", "--explain", inbox / "b-grant.txt", inbox / "c-noise.pdf")
    assert done.exit_code == 1
    assert done.stdout.startswith("Grant for robot maker  (2025-03-05)\n")
    lines = done.stdout.splitlines()
    assert any(line.startswith("  name      Harbour Robotics Limited (Company) by ") for line in lines)
    assert "  value     HK$5 million = money 5,000,000 HKD" in lines
    assert any(
        line.startswith("  claim     Harbour Robotics Limited -- receivedAmount --> 5,000,000") for line in lines
    )
    assert "kg: c-noise.pdf: " in done.stderr
