"""The JSON-LD context: every term of the ontology is in it, with the right type, and nothing is lost on the way."""

from __future__ import annotations

import json

import pytest
from rdflib import OWL, RDF, RDFS, BNode, Graph, URIRef
from rdflib.compare import isomorphic

from kg import resources
from kg.ontology import HKT
from tests.ontology.test_shapes import GOOD, PREFIXES

# rdflib reads JSON-LD by way of classes and attributes that it has itself deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset):DeprecationWarning")

CONTEXT = json.loads((resources.ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
BY_NAME = {"modality", "rank", "mentionType", "hasStatus"}  # written as `planned`, not as hkt:planned
DOCUMENT = {
    "id": "hkr:s1",
    "type": "Statement",
    "subject": "hkr:harbour",
    "predicate": "operates",
    "object": {"id": "hkr:pearl"},
    "modality": "planned",
    "support": 2,
    "confidence": "0.9",
    "validFrom": {"@value": "2024-12", "type": "xsd:gYearMonth"},
}


def shipped() -> Graph:
    graph = Graph().parse(resources.ONTOLOGY / "entities.ttl")
    for path in (resources.ONTOLOGY / "relations").glob("*.ttl"):
        graph.parse(path)
    return graph


ONTOLOGY = shipped()


def declared(kind: URIRef) -> list[str]:
    names = {str(node) for node in ONTOLOGY.subjects(RDF.type, kind)}
    return sorted(name.removeprefix(HKT) for name in names if name.startswith(HKT))


def read(document: dict[str, object]) -> Graph:
    return read_text(json.dumps({"@context": CONTEXT} | document))


def read_text(text: str) -> Graph:
    return Graph().parse(data=text, format="json-ld")


@pytest.mark.parametrize("name", declared(OWL.Class))
def test_context_has_class(name):
    assert CONTEXT[name] == f"hkt:{name}"


@pytest.mark.parametrize("name", declared(OWL.ObjectProperty))
def test_context_reads_object_as_node(name):
    assert CONTEXT[name] == {"@id": f"hkt:{name}", "@type": "@vocab" if name in BY_NAME else "@id"}


@pytest.mark.parametrize("name", declared(OWL.DatatypeProperty))
def test_context_reads_literal_with_its_datatype(name):
    range_ = ONTOLOGY.value(HKT[name], RDFS.range)
    enumerated = isinstance(range_, BNode)  # hkt:bound is one of a few strings
    datatype = "string" if enumerated else str(range_).rpartition("#")[2]
    expected = {} if range_ == RDFS.Literal else {"@type": f"xsd:{datatype}"}
    assert CONTEXT[name] == {"@id": f"hkt:{name}"} | expected


def test_context_reads_plain_document():
    expected = """hkr:s1 a hkt:Statement ; rdf:subject hkr:harbour ; rdf:predicate hkt:operates ; rdf:object hkr:pearl ;
        hkt:modality hkt:planned ; hkt:support 2 ; hkt:confidence 0.9 ; hkt:validFrom "2024-12"^^xsd:gYearMonth ."""
    assert isomorphic(read(DOCUMENT), Graph().parse(data=PREFIXES + expected, format="turtle"))


@pytest.mark.parametrize(
    ("status", "expected"), [("announced", HKT.announced), ("inForce", HKT.inForce), ("hkt:ended", HKT.ended)]
)
def test_context_reads_status_by_name(status, expected):
    graph = read({"id": "hkr:pearl", "hasStatus": status})
    assert list(graph.objects(None, HKT.hasStatus)) == [expected]


def test_context_loses_nothing_on_the_way():
    graph = Graph().parse(data=PREFIXES + GOOD, format="turtle")
    written = graph.serialize(format="json-ld", context=CONTEXT)
    assert isomorphic(read_text(written), graph)


def test_context_makes_documents_short():
    graph = Graph().parse(data=PREFIXES + GOOD, format="turtle")
    (harbour,) = (
        node
        for node in json.loads(graph.serialize(format="json-ld", context=CONTEXT))["@graph"]
        if node["id"] == "hkr:harbour"
    )
    assert harbour["type"] == "Company"
    assert harbour["label"] == {"en": "Harbour Compute", "zh-hant": "海港運算"}
    assert harbour["sameAs"] == "http://example.org/harbour"
