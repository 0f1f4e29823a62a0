"""Runs pySHACL over quads; kept apart because it and rdflib are slow to import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pyshacl
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from kg.errors import OntologyError
from kg.ontology import load_shapes
from kg.store.ontology_graph import ontology_quads
from kg.store.rdflib_graph import to_rdflib

_SH = Namespace("http://www.w3.org/ns/shacl#")


def check(quads: Iterable[ox.Quad], ontology: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield focus node, path, value, message and severity of each result of the validation."""
    _, report, text = pyshacl.validate(
        to_rdflib(quads),
        shacl_graph=load_shapes(ontology),
        ont_graph=to_rdflib(ontology_quads(ontology)),
        inplace=True,
        allow_warnings=True,
    )
    if not isinstance(report, Graph):
        raise OntologyError(f"the shapes in {ontology} cannot be used: {text}")
    for node in report.subjects(RDF.type, _SH.ValidationResult):
        yield (
            _text(report, node, _SH.focusNode),
            _text(report, node, _SH.resultPath),
            _text(report, node, _SH.value),
            _text(report, node, _SH.resultMessage),
            _text(report, node, _SH.resultSeverity).removeprefix(str(_SH)),
        )


def _text(report: Graph, node: Node, predicate: URIRef) -> str:
    return " ".join(sorted(str(value) for value in report.objects(node, predicate)))
