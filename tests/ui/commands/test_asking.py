"""The commands that read the graph: formats, sources of the query, and what is refused."""

import json

import pytest
from rdflib import Graph

from tests.ui.sample import second, write_sample

LOCATED = "SELECT ?what ?where { ?what hkt:locatedIn ?where }"
TRIPLES = "CONSTRUCT WHERE { ?what hkt:locatedIn ?where }"


def test_query_writes_a_table_with_short_names(run, sampled):
    done = run("query", LOCATED)
    assert done.exit_code == 0
    assert done.stdout.split() == ["what", "where", "hkr:lantern-centre", "hkr:pearl-park"]


def test_query_writes_csv_and_json(run, sampled):
    table = run("query", LOCATED, "--format", "csv").stdout.splitlines()
    assert table[0] == "what,where"
    assert table[1].endswith("/lantern-centre,https://w3id.org/hk-tech-policy/id/pearl-park")
    answer = json.loads(run("query", LOCATED, "--format", "json").stdout)
    assert answer["head"]["vars"] == ["what", "where"]


@pytest.mark.parametrize("form", ["turtle", "table"])
def test_query_writes_triples_as_turtle(run, sampled, form):
    done = run("query", TRIPLES, "--format", form)
    assert len(Graph().parse(data=done.stdout, format="turtle")) == 1


def test_query_writes_triples_as_json(run, sampled):
    assert "pearl-park" in json.dumps(json.loads(run("query", TRIPLES, "--format", "json").stdout))


@pytest.mark.parametrize(("query", "word"), [("ASK { ?s ?p ?o }", "yes"), ("ASK { ?s ?p hkr:nobody }", "no")])
def test_query_answers_yes_or_no(run, sampled, query, word):
    assert run("query", query).stdout == f"{word}\n"


def test_query_is_read_from_a_file_or_from_standard_input(run, sampled, tmp_path):
    file = tmp_path / "located.rq"
    file.write_text(LOCATED, encoding="utf-8")
    from_file = run("query", "-f", file)
    assert from_file.stdout == run("query", "--file", "-", input=LOCATED).stdout == run("query", LOCATED).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "either as TEXT or with --file"),
        (["ASK {}", "-f", "x.rq"], "either as TEXT or with --file"),
        (["-f", "missing.rq"], "missing.rq cannot be read"),
        (["SELECT * {"], "1:11"),
        (["DELETE WHERE { ?s ?p ?o }"], "would change the graph"),
        (["SELECT * { SERVICE <http://x.example/> {} }"], "SERVICE"),
        ([LOCATED, "--format", "turtle"], "cannot be written as turtle; use table, csv, json"),
        ([TRIPLES, "--format", "csv"], "cannot be written as csv; use table, turtle, json"),
        ([LOCATED, "--format", "xml"], "--format"),
        ([LOCATED, "--timeout", "0"], "--timeout"),
    ],
)
def test_query_says_what_is_wrong(run, sampled, arguments, words):
    done = run("query", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert words in done.stderr


def test_query_is_stopped_when_it_takes_too_long(run, sampled):
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?q }"
    done = run("query", runaway, "--timeout", "0.5")
    assert (done.exit_code, "stopped after 0.5 seconds" in done.stderr) == (2, True)


@pytest.mark.parametrize("command", [["query", LOCATED], ["stats"], ["export", "-o", "x.nq"], ["validate"]])
def test_reading_commands_say_when_there_is_no_graph(run, data_dir, command):
    done = run(*command)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "kg build" in done.stderr


def test_stats_counts_as_the_contract_says(run, sampled):
    found = json.loads(run("stats", "--json").stdout)
    assert list(found) == ["articles", "entities", "statements", "evidence", "unsourced", "by_type", "by_relation"]
    assert (found["articles"], found["unsourced"]) == (1, 0)
    assert sum(found["by_relation"].values()) == found["statements"]
    assert found["by_type"]["Facility"] == 1


def test_stats_for_people_lists_types_and_relations(run, sampled):
    lines = [line.split() for line in run("stats").stdout.splitlines()]
    assert ["articles", "1"] in lines
    assert ["Facility", "1"] in lines
    assert ["locatedIn", "1"] in lines


def test_export_writes_the_same_bytes_for_the_same_graph(run, sampled, tmp_path):
    first, again = tmp_path / "1.nq", tmp_path / "2.nq"
    assert run("export", "--format", "nquads", "-o", first).exit_code == 0
    write_sample(sampled, second())
    assert run("export", "-o", again).exit_code == 0
    assert first.read_bytes() != again.read_bytes()
    run("remove", second().article.id)
    assert run("export", "-o", again).exit_code == 0
    assert first.read_bytes() == again.read_bytes()
    assert first.read_text(encoding="utf-8").count(" .\n") > 100


def test_export_says_what_it_wrote(run, sampled, tmp_path):
    done = run("export", "--format", "turtle", "-o", tmp_path / "graph.ttl")
    assert done.stdout == ""
    assert f"wrote {tmp_path / 'graph.ttl'}, " in done.stderr


@pytest.mark.parametrize("arguments", [["--format", "yaml", "-o", "x"], ["--format", "turtle"]])
def test_export_refuses_what_it_cannot_write(run, sampled, arguments):
    assert run("export", *arguments).exit_code == 2


def test_export_says_where_it_cannot_write(run, sampled, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    done = run("export", "-o", tmp_path / "file" / "graph.nq")
    assert (done.exit_code, "graph.nq" in done.stderr) == (2, True)
