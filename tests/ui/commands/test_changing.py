"""The commands that change the graph: what they count, what they name, and how they end."""

import json

import pytest

from kg import resources
from kg.store import open_reader, open_writer
from tests.ui.sample import opening

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def triples(data_dir):
    return next(open_reader(data_dir).select(COUNT).records())["n"]


def counts(done):
    return json.loads(done.stdout)


def test_ingest_twice_changes_nothing_the_second_time(run, inbox, data_dir):
    (inbox / "c-noise.pdf").unlink()
    first = run("ingest", inbox, "--json")
    before = triples(data_dir)
    second = run("ingest", inbox, "--json")
    assert (first.exit_code, counts(first)) == (0, {"added": 2, "replaced": 0, "unchanged": 0, "failed": 0})
    assert (second.exit_code, counts(second)) == (0, {"added": 0, "replaced": 0, "unchanged": 2, "failed": 0})
    assert triples(data_dir) == before


def test_ingest_names_a_bad_file_and_takes_the_others(run, inbox):
    done = run("ingest", inbox)
    assert done.exit_code == 1
    assert done.stdout == "2 added, 0 replaced, 0 unchanged, 1 failed\n"
    assert "kg: c-noise.pdf: " in done.stderr


@pytest.mark.parametrize("name", ["c-noise.pdf", "missing.txt", ""])
def test_ingest_of_nothing_usable_ends_with_two(run, inbox, name):
    for good in inbox.glob("*.txt"):
        good.unlink()
    assert run("ingest", inbox / name).exit_code == 2


def test_ingest_of_an_empty_folder_says_so(run, tmp_path):
    (tmp_path / "empty").mkdir()
    done = run("ingest", tmp_path / "empty")
    assert (done.exit_code, "no article was found" in done.stderr) == (2, True)


def test_ingest_says_who_else_is_writing(run, inbox, data_dir):
    with open_writer(data_dir):
        done = run("ingest", inbox)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 2  # the progress message and the reason
    assert "is being written by process" in done.stderr


def test_build_reads_a_folder(run, inbox, data_dir):
    (inbox / "c-noise.pdf").unlink()
    assert counts(run("build", inbox, "--json"))["added"] == 2
    assert counts(run("build", inbox, "--json"))["unchanged"] == 2
    assert triples(data_dir)


def test_build_reads_the_shipped_articles_without_a_folder(run, inbox, monkeypatch):
    monkeypatch.setattr(resources, "ARTICLES", inbox)
    done = run("build")
    assert (done.exit_code, done.stdout) == (1, "2 added, 0 replaced, 0 unchanged, 1 failed\n")


def test_build_wants_a_folder_that_exists(run, inbox):
    for wrong in (inbox / "missing", inbox / "a-lantern.txt"):
        done = run("build", wrong)
        assert (done.exit_code, "is no folder" in done.stderr) == (2, True)


@pytest.mark.parametrize("prefix", ["", "hkr:article/", "https://w3id.org/hk-tech-policy/id/article/"])
def test_remove_takes_an_article_out(run, sampled, prefix):
    done = run("remove", prefix + opening().article.id, "--json")
    assert (done.exit_code, counts(done)) == (0, {"removed": 1, "failed": 0})
    assert triples(sampled) == "0"


def test_remove_names_what_is_not_there(run, sampled):
    alone = run("remove", "000000000000")
    assert (alone.exit_code, alone.stdout) == (2, "Removed 0 of 1 articles.\n")
    assert "kg: 000000000000: there is no such article" in alone.stderr
    assert run("remove", "000000000000", opening().article.id).exit_code == 1


def test_rebuild_changes_nothing_on_a_sound_graph(run, sampled):
    before = triples(sampled)
    assert run("rebuild").stdout == "The graph was right already.\n"
    assert counts(run("rebuild", "--json")) == {"changed": False}
    assert triples(sampled) == before
