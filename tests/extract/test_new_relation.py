"""A new relation is one Turtle file: with it alone, articles yield the relation, and store and shapes take it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg import resources
from kg.model import Statement
from kg.ontology import load_ontology
from kg.pipeline import Pipeline, extract_paths, ingest_paths, load_pipeline
from kg.store import open_reader, validate_graph

MENTORS = """
@prefix hkt: <https://w3id.org/hk-tech-policy/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

hkt:mentors a owl:ObjectProperty ;
    rdfs:label "mentors"@en , "指導"@zh-Hant ;
    skos:definition "The person or organisation gives the start-up advice on how to grow."@en ;
    rdfs:domain [ a owl:Class ; owl:unionOf ( hkt:Person hkt:Org ) ] ;
    rdfs:range hkt:Company ;
    hkt:kind "entity" ;
    hkt:trigger "mentor"@en , "coach"@en ;
    hkt:pattern ".9 | SUBJECT {mentor|coach} OBJECT" , ".85 | OBJECT 's (mentor|coach) ,? SUBJECT" ;
    skos:example "Ada Chan Siu-fan mentors Lantern Kites Limited. | Ada Chan Siu-fan -> Lantern Kites Limited"@en .
"""
STORY = """Advice for kite makers
Source: Example Wire | Published: 2025-03-04

Ada Chan Siu-fan mentors Lantern Kites Limited, which makes kites.

Harbour Boats Limited has been coached by Pearl Bay University since 2024.

Pearl Bay University will mentor Moss Drums Limited next year.
"""
SAID = {
    ("person-ada-chan-siu-fan", "company-lantern-kites-limited", "actual"),
    ("university-pearl-bay-university", "company-harbour-boats-limited", "actual"),
    ("university-pearl-bay-university", "company-moss-drums-limited", "planned"),
}


@pytest.fixture(scope="module")
def ontology_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("with-mentors") / "ontology"
    shutil.copytree(resources.ONTOLOGY, folder)
    (folder / "relations" / "mentors.ttl").write_text(MENTORS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def pipeline(ontology_folder: Path) -> Pipeline:
    return load_pipeline(ontology=ontology_folder)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def statements(pipeline: Pipeline, story: Path) -> list[Statement]:
    return [statement for graph in extract_paths(pipeline, [story]) for statement in graph.statements]


def test_shipped_ontology_does_not_know_the_relation() -> None:
    assert "mentors" not in load_ontology().relations


def test_relation_of_the_new_file_is_extracted(pipeline: Pipeline, story: Path) -> None:
    found = [s for s in statements(pipeline, story) if s.relation == "mentors"]
    assert {(s.subject, s.object, s.modality) for s in found} == SAID
    assert all("mentor" in s.provenance.quote or "coached" in s.provenance.quote for s in found)


def test_relation_of_the_new_file_is_stored_and_keeps_to_the_shapes(
    pipeline: Pipeline, ontology_folder: Path, story: Path, tmp_path: Path
) -> None:
    report = ingest_paths(pipeline, [story], tmp_path / "data")
    assert (len(report.added), report.failed) == (1, ())
    reader = open_reader(tmp_path / "data")
    rows = reader.select("SELECT ?who ?whom WHERE { ?who hkt:mentors ?whom }").rows
    assert len(rows) == len({pair for pair in SAID if pair[2] == "actual"})
    assert validate_graph(reader, ontology_folder) == ()


def test_wrong_ends_of_the_new_relation_are_refused(pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    path.write_text(STORY.replace("Moss Drums Limited", "the Moss Drums Ordinance"), encoding="utf-8")
    ends = {s.object for s in statements(pipeline, path) if s.relation == "mentors"}
    assert not any("ordinance" in str(end) for end in ends)
