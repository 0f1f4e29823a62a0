from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import BlankNode

from kg.errors import OntologyError
from kg.store import open_reader, open_writer, terms
from kg.store.ontology_graph import ontology_quads

PREFIX = "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix hkt: <https://w3id.org/hk-tech-policy/ontology#> .\n"
UNION = "hkt:p owl:unionOf ( hkt:A hkt:B ) ."


def write_files(folder: Path, **files: str) -> Path:
    (folder / "relations").mkdir(parents=True)
    for name, text in files.items():
        (folder / "relations" / f"{name}.ttl").write_text(PREFIX + text)
    return folder


def test_ontology_quads_have_no_blank_nodes_and_one_graph(tmp_path: Path) -> None:
    quads = ontology_quads(write_files(tmp_path, one=UNION, two="hkt:q owl:unionOf ( hkt:A ) ."))
    assert len(quads) == 8
    assert {quad.graph_name for quad in quads} == {terms.ONTOLOGY}
    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]


def test_ontology_quads_do_not_depend_on_the_order_of_writing(tmp_path: Path) -> None:
    first = write_files(tmp_path / "first", one=UNION, two="hkt:q owl:unionOf ( hkt:A ) .")
    second = write_files(tmp_path / "second", a="hkt:q owl:unionOf ( hkt:A ) .", b=UNION)
    assert ontology_quads(first) == ontology_quads(second)


def test_shapes_are_left_out(tmp_path: Path) -> None:
    folder = write_files(tmp_path, one="hkt:p a hkt:A .")
    (folder / "shapes.ttl").write_text(PREFIX + "hkt:s a hkt:Shape .")
    assert len(ontology_quads(folder)) == 1


def test_bad_turtle_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"one\.ttl is no valid Turtle"):
        ontology_quads(write_files(tmp_path, one="hkt:p a"))


def test_writer_replaces_the_ontology(tmp_path: Path) -> None:
    first = write_files(tmp_path / "first", one=UNION)
    second = write_files(tmp_path / "second", one="hkt:p a hkt:A .")
    with open_writer(tmp_path / "data") as writer:
        assert writer.load_ontology(first)
        assert not writer.load_ontology(first)
        assert writer.load_ontology(second)
    reader = open_reader(tmp_path / "data")
    assert len(reader.quads(terms.ONTOLOGY.value)) == 1
    assert reader.quads() == ()
