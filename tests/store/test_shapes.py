from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg import resources
from kg.errors import OntologyError
from kg.store import open_reader, open_writer, terms, validate_graph
from tests.store.examples import ENTITIES, make_graph, with_entity

GOOD = (
    "aisc locatedIn pok-fu-lam",
    "bureau funds subsidy-scheme planned amount=3000000000:HKD bound=gt valid_from=2025:date",
    "subsidy-scheme hasBudget 3000000000:HKD",
    "subsidy-scheme applicationsReceived 20:count",
    "aisc hasUtilisation 90:percent",
    "aisc hasStatus operational:status",
    "aisc startDate 2024-12:date",
    "chan said 'it is open:text'",
    "chan holdsPost post-chief",
)


def build(data_dir: Path, *lines: str) -> None:
    with open_writer(data_dir) as writer:
        writer.load_ontology(resources.ONTOLOGY)
        writer.put(make_graph("a", *lines))


def damage(data_dir: Path, update: str) -> None:
    store = Store(str(data_dir / "graph" / "store"))
    store.update(update, prefixes=terms.PREFIXES)
    version = next(store.quads_for_pattern(terms.DATASET, None, None, terms.DATASET))
    store.remove(version)  # so that the next writer publishes
    del store, version
    with open_writer(data_dir):
        pass


def test_good_graph_conforms(tmp_path: Path) -> None:
    build(tmp_path, *GOOD)
    assert validate_graph(open_reader(tmp_path)) == ()


def test_articles_may_differ_on_what_a_thing_is(tmp_path: Path) -> None:
    build(tmp_path, GOOD[0])
    with open_writer(tmp_path) as writer:
        as_body = replace(ENTITIES["aisc"], type="Organization")
        writer.put(with_entity(make_graph("b", GOOD[0]), as_body))
    assert validate_graph(tmp_path) == ()


def test_relation_between_wrong_types_is_found(tmp_path: Path) -> None:
    build(tmp_path, "aisc hasBudget 3000000000:HKD", "pok-fu-lam locatedIn aisc")
    (violation,) = validate_graph(tmp_path)
    assert "locatedIn" in violation.message
    assert violation.severity == "Violation"


@pytest.mark.parametrize(
    ("update", "message"),
    [
        ("DELETE WHERE { ?s hkt:rank ?o }", "rank"),
        ("DELETE WHERE { GRAPH ?g { ?s oa:exact ?o } }", "quoted"),
        ("INSERT DATA { hkr:aisc a hkt:Person }", "one entity type"),
        ("DELETE WHERE { hkr:aisc rdfs:label ?o }", "label"),
        ("DELETE WHERE { GRAPH ?g { ?e hkt:supports ?s } }", "rests on evidence"),
    ],
)
def test_damage_is_found_and_named(tmp_path: Path, update: str, message: str) -> None:
    build(tmp_path, GOOD[0])
    damage(tmp_path, update)
    found = validate_graph(tmp_path)
    assert any(message in violation.message for violation in found)
    assert all(violation.focus.startswith("http") for violation in found)


def test_missing_shapes_are_an_error(tmp_path: Path) -> None:
    build(tmp_path, GOOD[0])
    with pytest.raises(OntologyError):
        validate_graph(tmp_path, tmp_path / "no ontology")
