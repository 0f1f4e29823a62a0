from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import CanonicalizationAlgorithm, Dataset, DefaultGraph, RdfFormat, parse

from kg import resources
from kg.errors import StoreError
from kg.store import Reader, canonical_nquads, json_ld, open_reader, open_writer, terms, turtle
from tests.store.examples import make_graph


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    folder = tmp_path_factory.mktemp("data")
    with open_writer(folder) as writer:
        writer.load_ontology(resources.ONTOLOGY)
        writer.put(make_graph("a", "aisc locatedIn pok-fu-lam", "aisc hasBudget 3000000000:HKD"))
        writer.put(
            make_graph("b", "lee said 'tab\there \u0007 \x7f é 多謝 \U0001f600:text'", publisher='"Quote" \\ Co')
        )
    return open_reader(folder)


def test_nquads_are_in_canonical_form(reader: Reader) -> None:
    written = canonical_nquads(reader)
    dataset = Dataset(parse(written, format=RdfFormat.N_QUADS))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    assert written.decode() == "".join(sorted(f"{quad} .\n" for quad in dataset))
    assert b"_:" not in written


def test_nquads_escape_as_canonical_nquads_do(reader: Reader) -> None:
    written = canonical_nquads(reader).decode()
    assert '"tab\\there \\u0007 \\u007F é 多謝 \U0001f600"' in written
    assert '"\\"Quote\\" \\\\ Co"' in written


def test_nquads_hold_all_graphs(reader: Reader) -> None:
    names = {quad.graph_name for quad in parse(canonical_nquads(reader), format=RdfFormat.N_QUADS)}
    articles = {terms.article_graph("a"), terms.article_graph("b")}
    assert names == {DefaultGraph(), terms.ONTOLOGY, terms.DATASET} | articles


def test_turtle_is_the_default_graph(reader: Reader) -> None:
    graph = rdflib.Graph().parse(data=turtle(reader), format="turtle")
    assert len(graph) == len(reader.quads())
    assert b"@prefix hkt:" in turtle(reader)


def test_json_ld_reads_back_as_the_default_graph(reader: Reader) -> None:
    written = json_ld(reader)
    assert "@context" in json.loads(written)
    assert Dataset(parse(written, format=RdfFormat.JSON_LD)) == Dataset(reader.quads())


@pytest.mark.parametrize("content", [None, "", "{}"])
def test_json_ld_without_context_is_an_error(reader: Reader, tmp_path: Path, content: str | None) -> None:
    context = tmp_path / "context.jsonld"
    if content is not None:
        context.write_text(content)
    with pytest.raises(StoreError, match=r"context\.jsonld"):
        json_ld(reader, context)
