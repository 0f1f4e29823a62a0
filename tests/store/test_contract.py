"""What every back end must keep: the same tests run on all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kg.errors import StoreBusyError, StoreError
from kg.gazetteer import Gazetteer
from kg.model import Entity
from kg.store import Reader, open_reader, open_writer
from tests.store.conftest import Open
from tests.store.examples import ENTITIES, dump, make_graph, with_entity

LOCATED = "aisc locatedIn pok-fu-lam"
BUDGET = "subsidy-scheme hasBudget 3000000000:HKD bound=gt"


def count(reader: Reader, pattern: str) -> int:
    rows = reader.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}").records()
    return int(next(rows)["n"])


def put(write: Open, *graphs: object) -> list[str]:
    with write() as writer:
        return [writer.put(graph) for graph in graphs]


def test_put_tells_what_it_did(write: Open, data_dir: Path) -> None:
    first, other = make_graph("a", LOCATED), make_graph("a", BUDGET)
    assert put(write, first, first, other, other) == ["added", "unchanged", "replaced", "unchanged"]


def test_put_of_the_same_article_changes_nothing(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED, BUDGET))
    before, version = dump(data_dir), open_reader(data_dir).version
    assert put(write, make_graph("a", LOCATED, BUDGET)) == ["unchanged"]
    assert dump(data_dir) == before
    assert open_reader(data_dir).version == version


def test_put_ignores_when_an_article_was_fetched(write: Open, data_dir: Path) -> None:
    graph = make_graph("a", LOCATED)
    fetched = replace(graph, article=replace(graph.article, fetched_at=datetime(2025, 7, 5, tzinfo=UTC)))
    later = replace(graph, article=replace(graph.article, fetched_at=datetime(2025, 7, 6, tzinfo=UTC)))
    assert put(write, fetched, later) == ["added", "unchanged"]


def test_fact_of_two_articles_is_one_statement(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED), make_graph("b", LOCATED))
    reader = open_reader(data_dir)
    assert count(reader, "hkr:aisc hkt:locatedIn hkr:pok-fu-lam") == 1
    assert count(reader, "?s a hkt:Statement") == 1
    assert count(reader, "?s hkt:support 2") == 1
    assert count(reader, "GRAPH ?g { ?e a hkt:Evidence }") == 2


def test_fact_with_two_validities_is_one_direct_triple(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED), make_graph("b", f"{LOCATED} valid_from=2024-12:date"))
    reader = open_reader(data_dir)
    assert count(reader, "?s rdf:object hkr:pok-fu-lam") == 2
    assert count(reader, "hkr:aisc hkt:locatedIn hkr:pok-fu-lam") == 1
    with write() as writer:
        writer.remove("a")
    assert count(reader.fresh(), "hkr:aisc hkt:locatedIn hkr:pok-fu-lam") == 1


def test_fact_goes_with_the_last_statement_that_means_it(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED), make_graph("b", f"{LOCATED} planned"))
    assert count(open_reader(data_dir), "hkr:aisc hkt:locatedIn ?place") == 1
    with write() as writer:
        writer.remove("a")
    assert count(open_reader(data_dir), "hkr:aisc hkt:locatedIn ?place") == 0
    assert count(open_reader(data_dir), "?s rdf:object hkr:pok-fu-lam") == 1


def test_reader_answers_after_its_version_was_cleared_away(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED))
    reader = open_reader(data_dir)
    for name in "bcdef":
        put(write, make_graph(name, BUDGET, "aisc hasStatus operational:status"))
    assert not (data_dir / "graph" / "snapshots" / reader.version).exists()
    assert count(reader, "GRAPH ?g { ?a a schema:NewsArticle }") == 1
    assert count(reader.fresh(), "GRAPH ?g { ?a a schema:NewsArticle }") == 6


@pytest.mark.parametrize("modality", ["planned", "reported", "denied"])
def test_statements_that_are_not_actual_give_no_direct_triple(write: Open, data_dir: Path, modality: str) -> None:
    put(write, make_graph("a", f"{LOCATED} {modality}"))
    reader = open_reader(data_dir)
    assert count(reader, f"?s hkt:modality hkt:{modality}") == 1
    assert count(reader, "?s hkt:locatedIn ?o") == 0


def test_remove_keeps_facts_that_others_support(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED, BUDGET), make_graph("b", LOCATED))
    with write() as writer:
        assert writer.remove("a")
        assert not writer.remove("a")
    reader = open_reader(data_dir)
    assert count(reader, "?s hkt:support 1 ; rdf:predicate hkt:locatedIn") == 1
    assert count(reader, "?s hkt:hasBudget ?o") == 0
    assert count(reader, "hkr:subsidy-scheme ?p ?o") == 0


def test_remove_of_everything_leaves_an_empty_graph(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED, BUDGET))
    with write() as writer:
        writer.remove("a")
    assert dump(data_dir) == ""


def test_remove_deletes_the_text(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED))
    reader = open_reader(data_dir)
    with write() as writer:
        writer.remove("a")
    with pytest.raises(StoreError, match="removed or replaced"):
        reader.text("a")


def test_offsets_cut_the_quote_out_of_the_stored_text(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED, BUDGET, "chan said '多謝 and thanks:text'"))
    reader = open_reader(data_dir)
    found = reader.select("SELECT ?e ?q ?s ?t { GRAPH ?g { ?e oa:exact ?q ; oa:start ?s ; oa:end ?t } }")
    text = reader.text("a")
    assert len(found) == 6
    assert all(text[int(row["s"]) : int(row["t"])] == row["q"] for row in found.records())


def test_gazetteer_names_what_articles_describe(write: Open, data_dir: Path) -> None:
    known = Entity("aisc", "Facility", "Known Name", label_zh="已知", source="https://gov.example/a b", checked=False)
    with write() as writer:
        assert writer.load_gazetteer(Gazetteer((known,)))
        assert not writer.load_gazetteer(Gazetteer((known,)))
        writer.put(make_graph("a", LOCATED))
    reader = open_reader(data_dir)
    assert count(reader, 'hkr:aisc rdfs:label "Known Name"@en, "已知"@zh-hant') == 1
    assert count(reader, 'hkr:aisc rdfs:label "AI Supercomputing Centre"@en') == 0
    assert count(reader, 'hkr:aisc skos:altLabel "AI Supercomputing Centre"@en, "AISC"@en') == 1
    assert count(reader, "hkr:aisc hkt:checked false ; dcterms:source <https://gov.example/a%20b>") == 1


def test_gazetteer_row_that_goes_leaves_what_articles_say(write: Open, data_dir: Path) -> None:
    with write() as writer:
        writer.load_gazetteer(Gazetteer((Entity("aisc", "Facility", "Known Name"), Entity("gone", "Place", "Gone"))))
        writer.put(make_graph("a", LOCATED))
        writer.load_gazetteer(Gazetteer(()))
    reader = open_reader(data_dir)
    assert count(reader, 'hkr:aisc rdfs:label "AI Supercomputing Centre"@en') == 1
    assert count(reader, "hkr:gone ?p ?o") == 0


def test_label_is_the_most_frequent_one(write: Open, data_dir: Path) -> None:
    def called(article: str, label: str) -> object:
        return with_entity(make_graph(article, LOCATED), replace(ENTITIES["aisc"], label=label))

    put(write, called("a", "Centre B"), called("b", "Centre A"), called("c", "Centre B"))
    assert count(open_reader(data_dir), 'hkr:aisc rdfs:label "Centre B"@en ; skos:altLabel "Centre A"@en') == 1
    put(write, called("c", "Centre A"))
    assert count(open_reader(data_dir), 'hkr:aisc rdfs:label "Centre A"@en ; skos:altLabel "Centre B"@en') == 1


def test_readers_see_what_was_published_only(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED))
    reader = open_reader(data_dir)
    with write() as writer:
        writer.put(make_graph("b", BUDGET))
        assert reader.fresh() is reader
        assert writer.publish()
        assert not writer.publish()
        renewed = reader.fresh()
    assert count(reader, "GRAPH ?g { ?a a schema:NewsArticle }") == 1
    assert count(renewed, "GRAPH ?g { ?a a schema:NewsArticle }") == 2
    assert renewed.fresh() is renewed


def test_old_reader_keeps_its_text_when_an_article_is_replaced(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED))
    reader = open_reader(data_dir)
    put(write, make_graph("a", BUDGET))
    assert LOCATED in reader.text("a")
    assert BUDGET in reader.fresh().text("a")
    put(write, make_graph("b", LOCATED, BUDGET))
    with pytest.raises(StoreError, match="removed or replaced"):
        reader.text("a")


def test_second_writer_is_told_who_writes(write: Open, data_dir: Path) -> None:
    with (
        write(),
        pytest.raises(StoreBusyError, match=r"being written by process \d+ \(.*\), since .*try again"),
        write(),
    ):
        pass
    with write() as writer:
        assert writer.put(make_graph("a", LOCATED)) == "added"


def test_writer_that_failed_publishes_nothing_and_blocks_nobody(write: Open, data_dir: Path) -> None:
    put(write, make_graph("a", LOCATED))
    interrupted = write()
    writer = interrupted.__enter__()
    writer.put(make_graph("b", BUDGET))
    assert not interrupted.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert count(open_reader(data_dir), "GRAPH ?g { ?a a schema:NewsArticle }") == 1
    with write() as writer:
        writer.put(make_graph("b", BUDGET))
    assert count(open_reader(data_dir), "GRAPH ?g { ?a a schema:NewsArticle }") == 2


def test_closed_writer_says_so(write: Open) -> None:
    with write() as writer:
        pass
    with pytest.raises(StoreError, match="closed"):
        writer.put(make_graph("a", LOCATED))


def test_put_refuses_what_is_no_text(write: Open) -> None:
    graph = make_graph("a", LOCATED)
    broken = replace(graph, article=replace(graph.article, publisher="\ud800"))
    with write() as writer, pytest.raises(StoreError, match=r"article a .*cannot be stored"):
        writer.put(broken)


def test_reader_without_graph_says_how_to_build_one(data_dir: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        open_reader(data_dir)


def test_writer_refuses_another_back_end(data_dir: Path) -> None:
    with open_writer(data_dir, backend="memory"):
        pass
    with pytest.raises(StoreError, match="written with the back end 'memory'"), open_writer(data_dir):
        pass
    with pytest.raises(StoreError, match="choose one of oxigraph, memory"), open_writer(data_dir, backend="sesame"):
        pass
