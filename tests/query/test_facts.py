from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.query import fact, facts, newest_facts, top_budgets
from kg.query.facts import every_fact
from kg.query.rows import EntityRow, FactRow, ValueRow
from kg.store import Reader, open_reader, open_writer
from tests.query.conftest import ARTICLES
from tests.store.examples import make_graph

IDS = {
    (statement.subject, statement.relation, statement.modality): statement.id
    for graph in ARTICLES
    for statement in graph.statements
}

IDS_OF_ALL = [statement.id for graph in ARTICLES for statement in graph.statements]


def read(reader: Reader, subject: str, relation: str, modality: str = "actual") -> FactRow:
    found = fact(reader, IDS[subject, relation, modality])
    assert found
    return found


def test_fact_of_two_articles_has_both_sentences(reader: Reader) -> None:
    found = read(reader, "aisc", "locatedIn")
    assert found.support == 2
    assert found.confidence == 0.98
    assert [row.article_id for row in found.evidence] == ["busy", "opening"]
    assert isinstance(found.object, EntityRow)
    assert (found.subject.label, found.relation, found.object.label) == (
        "AI Supercomputing Centre",
        "locatedIn",
        "Pok Fu Lam",
    )


def test_evidence_carries_its_article_and_place(reader: Reader) -> None:
    (row,) = read(reader, "aisc", "hasUtilisation").evidence
    assert (row.title, row.publisher, row.published) == ("News busy", "Evening Post", "2025-07-05")
    assert row.url == "https://news.example/busy"
    assert reader.text(row.article_id)[row.start : row.end] == row.quote == "aisc hasUtilisation 90:percent"
    assert (row.confidence, row.rule) == (0.8, "patterns-1")


@pytest.mark.parametrize(
    ("subject", "relation", "expected"),
    [
        ("aisc", "hasUtilisation", ValueRow("90 %", "90", "percent")),
        ("aisc", "hasStatus", ValueRow("operational", "operational", "status")),
        ("subsidy-scheme", "applicationsReceived", ValueRow("20", "20", "count")),
        ("lee", "said", ValueRow("the machines are busy", "the machines are busy", "text")),
    ],
)
def test_fact_about_a_value(reader: Reader, subject: str, relation: str, expected: ValueRow) -> None:
    assert read(reader, subject, relation).object == expected


@pytest.mark.parametrize(
    ("subject", "relation", "expected"),
    [
        ("bureau", "funds", (("amount", "HK$3 billion"),)),
        ("university", "uses", (("share", "15 %"),)),
        ("university", "receivedAmount", (("programme", "Compute Subsidy Scheme"),)),
        ("aisc", "hasUtilisation", ()),
    ],
)
def test_qualifiers_are_written_out(
    reader: Reader, subject: str, relation: str, expected: tuple[tuple[str, str], ...]
) -> None:
    assert read(reader, subject, relation).qualifiers == expected


def test_bound_is_put_in_words(reader: Reader) -> None:
    budgets = [found for found in top_budgets(reader) if found.qualifiers]
    assert [found.qualifiers for found in budgets] == [(("bound", "more than"),)]


def test_modality_and_validity_are_kept(reader: Reader) -> None:
    assert read(reader, "cyberport", "builds", "planned").modality == "planned"
    assert read(reader, "chan", "holdsPost").valid_from == "2023-04"
    assert read(reader, "chan", "holdsPost").valid_to is None


def test_every_fact_comes_once_and_as_it_comes_alone(reader: Reader) -> None:
    found = list(every_fact(reader))
    assert len(found) == 27
    assert [row.id for row in found] == sorted(set(IDS_OF_ALL))
    assert all(fact(reader, row.id) == row for row in found)


def test_place_that_two_rules_found_is_one_sentence(tmp_path: Path) -> None:
    graph = make_graph("a", "aisc locatedIn pok-fu-lam")
    (first,) = graph.statements
    second = replace(first, provenance=replace(first.provenance, rule="model-2"))
    with open_writer(tmp_path) as writer:
        writer.put(replace(graph, statements=(first, second)))
    found = fact(open_reader(tmp_path), first.id)
    assert found
    assert [row.rule for row in found.evidence] == ["model-2, patterns-1"]


def test_fact_that_is_not_there_is_none(reader: Reader) -> None:
    assert fact(reader, "0" * 16) is None
    assert facts(reader, ["0" * 16, IDS["chan", "holdsPost", "actual"]])[0].subject.id == "chan"


def test_newest_facts_come_from_the_newest_article(reader: Reader) -> None:
    found = newest_facts(reader, 5)
    assert len(found) == 5
    assert {row.article_id for row in (fact.evidence[0] for fact in found)} == {"future"}
    assert newest_facts(reader, 100)[-1].evidence[0].article_id == "undated"


def test_top_budgets_are_sorted_by_sum(reader: Reader) -> None:
    found = [row.object for row in top_budgets(reader, 5)]
    assert [row.short for row in found if isinstance(row, ValueRow)] == ["HK$3 billion", "HK$2.5 billion"]
    assert len(top_budgets(reader, 1)) == 1


def test_empty_graph_has_no_facts(empty: Reader) -> None:
    assert newest_facts(empty) == top_budgets(empty) == ()
