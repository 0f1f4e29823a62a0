from __future__ import annotations

import json
import shutil
import threading
from decimal import Decimal
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.store import GRAPH_TYPES, RESULT_TYPES, Iri, Reader, open_reader, open_writer
from kg.store.folder import Folder
from tests.store.examples import make_graph

ALL = "SELECT * { ?s ?p ?o }"


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    with open_writer(folder) as writer:
        writer.put(make_graph("a", "aisc locatedIn pok-fu-lam", "aisc hasBudget 3000000000:HKD", "lee said 'a b:text'"))
    return folder


@pytest.fixture(scope="module")
def reader(data_dir: Path) -> Reader:
    return open_reader(data_dir)


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("SELECT ?o ?s ?p { ?s ?p ?o } LIMIT 1", ("o", "s", "p")),
        ("SELECT * { ?s ?p ?o } LIMIT 1", ("s", "p", "o")),
        ("SELECT DISTINCT * { ?z hkt:locatedIn ?a }", ("z", "a")),
        ("SELECT * { ?b ?a ?c { SELECT ?b { ?b ?hidden ?d } } } LIMIT 1", ("b", "a", "c")),
        ("SELECT * { }", ()),
    ],
)
def test_select_columns_stand_in_the_order_asked(reader: Reader, query: str, columns: tuple[str, ...]) -> None:
    assert reader.select(query).columns == columns
    assert reader.serialise(query, "text/csv").split(b"\r\n")[0].decode() == ",".join(columns)


def test_select_gives_plain_terms(reader: Reader) -> None:
    found = reader.select("SELECT ?l ?v ?none { hkr:aisc rdfs:label ?l . ?x schema:value ?v FILTER(LANG(?l) = 'en') }")
    label, value, none = found.rows[0]
    assert label is not None
    assert (label.kind, label.language, str(label)) == ("literal", "en", "AI Supercomputing Centre")
    assert value is not None
    assert (value.value, value.datatype) == ("3000000000", "http://www.w3.org/2001/XMLSchema#integer")
    assert none is None
    assert list(found.records()) == [{"l": "AI Supercomputing Centre", "v": "3000000000"}]


def test_select_stops_at_the_limit(reader: Reader) -> None:
    cut = reader.select(ALL, max_rows=2)
    assert (len(cut), cut.truncated) == (2, True)
    whole = reader.select("SELECT ?s { ?s hkt:locatedIn ?o }", max_rows=1)
    assert (len(whole), whole.truncated) == (1, False)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("s", Iri.entity("aisc"), 1),
        ("s", Iri.entity("nobody"), 0),
        ("p", Iri.term("locatedIn"), 1),
        ("o", "a b", 2),
        ("o", 'a" } #', 0),
        ("o", 3000000000, 1),
        ("o", Decimal("0.9"), 3),
    ],
)
def test_bindings_are_values_not_text(reader: Reader, name: str, value: object, expected: int) -> None:
    found = reader.select(f"{ALL} ORDER BY ?s", {name: value})
    assert (len(found) > 0) == (expected > 0)
    if name != "s":
        assert len(found) == expected


@pytest.mark.parametrize("value", [Iri("no iri"), "\ud800"])
def test_binding_that_is_no_value_is_refused(reader: Reader, value: str) -> None:
    with pytest.raises(QueryError, match="parameter is not valid"):
        reader.select(ALL, {"s": value})


@pytest.mark.parametrize(
    "query", ["SELECT", "SELECT * { ?s ?p }", "SELECT ?s { SERVICE <http://x.example/> {} }", "DROP ALL"]
)
def test_bad_query_is_a_query_error(reader: Reader, query: str) -> None:
    with pytest.raises(QueryError):
        reader.select(query)


def test_each_form_has_its_method(reader: Reader) -> None:
    assert reader.ask("ASK { ?s hkt:locatedIn ?place }", {"place": Iri.entity("pok-fu-lam")})
    assert not reader.ask("ASK { ?s hkt:locatedIn ?place }", {"place": Iri.entity("bermuda")})
    ((subject, _, value),) = reader.construct("CONSTRUCT { ?s a ?o } WHERE { ?s hkt:locatedIn ?o }")
    assert (str(subject), str(value)) == (Iri.entity("aisc"), Iri.entity("pok-fu-lam"))
    for method in (reader.select, reader.construct):
        with pytest.raises(QueryError, match="this is no"):
            method("ASK {}")
    with pytest.raises(QueryError, match="this is no"):
        reader.ask(ALL)


@pytest.mark.parametrize("media_type", RESULT_TYPES)
def test_serialise_writes_rows_and_verdicts(reader: Reader, media_type: str) -> None:
    assert b"pok-fu-lam" in reader.serialise("SELECT ?o { hkr:aisc hkt:locatedIn ?o }", media_type)
    assert b"true" in reader.serialise("ASK { hkr:aisc hkt:locatedIn ?o }", media_type)


@pytest.mark.parametrize("media_type", GRAPH_TYPES)
def test_serialise_writes_triples(reader: Reader, media_type: str) -> None:
    assert b"pok-fu-lam" in reader.serialise("DESCRIBE hkr:aisc", media_type)


@pytest.mark.parametrize(
    ("query", "media_type"), [(ALL, "text/turtle"), ("DESCRIBE hkr:aisc", "text/csv"), (ALL, "image/png")]
)
def test_serialise_names_the_types_it_knows(reader: Reader, query: str, media_type: str) -> None:
    with pytest.raises(QueryError, match="ask for one of"):
        reader.serialise(query, media_type)


def test_serialise_can_look_at_chosen_graphs(reader: Reader) -> None:
    graph = Iri.entity("article/a")
    answer = reader.serialise(
        "SELECT ?e { ?e a hkt:Evidence }", "application/sparql-results+json", default_graphs=[graph]
    )
    assert len(json.loads(answer)["results"]["bindings"]) == 3
    answer = reader.serialise("ASK { GRAPH ?g { ?s ?p ?o } }", "text/csv", named_graphs=[Iri.entity("article/other")])
    assert answer == b"false\n"


def test_answers_stay_in_the_thread_that_asked(reader: Reader) -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(reader.select(ALL)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1


def test_text_of_an_unknown_article_is_an_error(reader: Reader) -> None:
    assert reader.text("a").startswith("News a\n\n")
    with pytest.raises(StoreError, match="no article zz"):
        reader.text("zz")


def test_remember_computes_once(data_dir: Path) -> None:
    reader, calls = open_reader(data_dir), []

    def compute(given: Reader) -> int:
        calls.append(given.version)
        return len(calls)

    assert [reader.remember(compute), reader.remember(compute)] == [1, 1]


def test_quads_can_be_had_by_graph(reader: Reader) -> None:
    default, article = reader.quads(), reader.quads(Iri.entity("article/a"))
    assert default
    assert article
    assert set(default) | set(article) < set(reader.quads(None))


def test_reader_says_when_the_published_copy_is_gone(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        writer.put(make_graph("a", "aisc locatedIn pok-fu-lam"))
    shutil.rmtree(Folder(tmp_path).snapshots)
    with pytest.raises(StoreError, match="build it again"):
        open_reader(tmp_path)
