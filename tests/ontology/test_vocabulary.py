"""The vocabulary: every name is there in two languages, the files are OWL 2 DL in form, and mistakes are named."""

from __future__ import annotations

import re

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, URIRef
from rdflib.collection import Collection

from kg import resources
from kg.ontology import HKT, Ontology, RelationType, load_ontology

TYPES = (
    "Person", "GovernmentBody", "Company", "University", "ResearchInstitute", "Organization", "Facility", "Place",
    "Programme", "Project", "Policy", "Product", "Post", "Event",
)  # fmt: skip
ORG = {"GovernmentBody", "Company", "University", "ResearchInstitute", "Organization"}
ANY = set(TYPES)
RELATIONS = {
    "holdsPost": ({"Person"}, {"Post"}),
    "postIn": ({"Post"}, ORG),
    "affiliatedWith": ({"Person"}, ORG),
    "founded": ({"Person"} | ORG, ORG),
    "partOf": (ORG | {"Facility", "Place", "Programme"}, ORG | {"Facility", "Place", "Programme", "Policy"}),
    "subsidiaryOf": (ORG, ORG),
    "locatedIn": (ORG | {"Facility", "Project", "Event"}, {"Place", "Facility"}),
    "headquarteredIn": (ORG, {"Place"}),
    "redomicilesTo": ({"Company"}, {"Place"}),
    "collaboratesWith": (ORG | {"Person"}, ORG | {"Person"}),
    "invests": (ORG | {"Person"}, ORG | {"Facility", "Project", "Place"}),
    "acquires": (ORG, ORG),
    "operates": (ORG, {"Facility", "Product", "Programme"}),
    "builds": (ORG, {"Facility"}),
    "develops": (ORG | {"Person"}, {"Product", "Project"}),
    "launched": (ORG | {"Person"}, {"Product", "Programme", "Facility", "Policy", "Event"}),
    "announced": (ORG | {"Person"}, {"Programme", "Facility", "Policy", "Product", "Project", "Event"}),
    "uses": (ORG | {"Person"}, {"Product", "Facility"}),
    "administers": (ORG, {"Programme"}),
    "funds": (ORG | {"Programme"}, ORG | {"Programme", "Facility", "Project", "Product"}),
    "beneficiaryOf": (ORG | {"Project", "Person"}, {"Programme"}),
    "enacted": ({"GovernmentBody"}, {"Policy"}),
    "regulates": ({"GovernmentBody", "Policy"}, ORG | {"Product", "Policy"}),
    "met": (ORG | {"Person"}, ORG | {"Person"}),
    "hasStatus": ({"Facility", "Programme", "Policy", "Project", "Product"}, "status"),
    "startDate": (ANY, "date"),
    "endDate": (ANY, "date"),
    "hasBudget": ({"Programme", "Facility", "Project", "Policy"}, "money"),
    "receivedAmount": (ORG | {"Project", "Person"}, "money"),
    "hasCapacity": ({"Facility", "Product"}, "quantity"),
    "hasUtilisation": ({"Facility", "Product"}, "percent"),
    "applicationsReceived": ({"Programme"}, "count"),
    "projectsApproved": ({"Programme"}, "count"),
    "said": (ORG | {"Person"}, "text"),
}
STATUSES = ("announced", "approved", "ended", "inForce", "operational", "planned", "underConstruction")

FILES = sorted(resources.ONTOLOGY.rglob("*.ttl"))
PROPERTY_KINDS = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
OWL2_DATATYPES = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean, XSD.dateTime, RDFS.Literal}
BUILT_IN = ("http://www.w3.org/2002/07/owl#", "http://www.w3.org/2000/01/rdf-schema#")
BUILT_IN_TERMS = {RDF.type, RDF.first, RDF.rest}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="module")
def graph() -> Graph:
    """All files of the ontology together; the shapes are SHACL and not part of it."""
    union = Graph()
    for path in FILES:
        if path.name != "shapes.ttl":
            union.parse(path)
    return union


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_turtle(path):
    assert len(Graph().parse(path, format="turtle")) > 0


def test_ontology_has_all_types_and_relations(ontology):
    assert set(ontology.types) == set(TYPES)
    assert set(ontology.relations) == set(RELATIONS)
    assert ontology.statuses == STATUSES
    assert ontology.folder == resources.ONTOLOGY


@pytest.mark.parametrize("name", TYPES)
def test_type_has_names_and_alignment(name, ontology, graph):
    declared = ontology.types[name]
    assert declared.label
    assert declared.definition
    assert is_traditional_chinese(declared.label_zh)
    parents = set(graph.objects(HKT[name], RDFS.subClassOf)) - {HKT.Entity, HKT.Org}
    assert parents, "not aligned with any public class"
    assert (HKT.Org in graph.objects(HKT[name], RDFS.subClassOf)) == (name in ORG)


@pytest.mark.parametrize("name", RELATIONS)
def test_relation_has_names_and_ends(name, ontology):
    relation, (domain, expected) = ontology.relations[name], RELATIONS[name]
    assert relation.label
    assert relation.definition
    assert is_traditional_chinese(relation.label_zh)
    assert relation.domain == domain
    assert (relation.range, relation.kind) == ((expected, "entity") if isinstance(expected, set) else (set(), expected))
    assert relation.triggers


def test_relation_labels_tell_relations_apart(ontology):
    for language in ("label", "label_zh"):
        labels = [getattr(relation, language) for relation in ontology.relations.values()]
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize("name", RELATIONS)
def test_relation_examples_name_both_ends(name, ontology):
    relation = ontology.relations[name]
    assert len(relation.examples) >= 3
    for example in relation.examples:
        assert example.subject in example.sentence, example
        if relation.kind in ("entity", "text"):
            assert example.object.removesuffix(" text") in example.sentence, example
        assert has_unit_of(relation, example.object), example


def has_unit_of(relation: RelationType, value: str) -> bool:
    patterns = {
        "money": r"\d+ [A-Z]{3}",
        "date": r"\d{4}(-\d\d){0,2} date",
        "percent": r"\d+(\.\d+)? percent",
        "count": r"\d+ count",
        "quantity": r"\d+(\.\d+)? (?!percent|count|date)\w.*",
        "status": f"({'|'.join(STATUSES)}) status",
        "text": r".+ text",
        "entity": r".+",
    }
    return re.fullmatch(patterns[relation.kind], value) is not None


def is_traditional_chinese(label: str) -> bool:
    """Big5-HKSCS, the character set of Hong Kong, has none of the simplified characters that would slip in here."""
    return bool(re.search(r"[\u4e00-\u9fff]", label)) and bool(label.encode("big5hkscs"))


def test_symmetric_relations_are_marked(ontology):
    assert {name for name, relation in ontology.relations.items() if relation.symmetric} == {"collaboratesWith", "met"}


# OWL 2 DL in form -----------------------------------------------------------------------------------------------------


def test_header_names_title_licence_and_version(graph):
    header = graph.value(predicate=RDF.type, object=OWL.Ontology)
    assert (header, OWL.versionInfo, None) in graph
    assert (header, OWL.imports, None) not in graph
    assert {"title", "license"} <= {str(predicate).rpartition("/")[2] for predicate in graph.predicates(header)}


def test_every_predicate_is_declared(graph):
    declared = {node for kind in PROPERTY_KINDS for node in graph.subjects(RDF.type, kind)}
    used = {node for node in graph.predicates() if not str(node).startswith(BUILT_IN)}
    assert used - declared - BUILT_IN_TERMS == set()


def test_every_class_is_declared(graph):
    declared = set(graph.subjects(RDF.type, OWL.Class)) | set(graph.subjects(RDF.type, RDFS.Datatype))
    used = {node for node in graph.objects(None, RDF.type) if not str(node).startswith(BUILT_IN)}
    for predicate in (RDFS.domain, RDFS.subClassOf, OWL.equivalentClass, OWL.disjointWith):
        used |= set(graph.objects(None, predicate))
    used |= {member for union in graph.objects(None, OWL.unionOf) for member in Collection(graph, union)}
    assert used - declared == set()


def test_no_property_has_two_kinds(graph):
    for node in set(graph.subjects()):
        kinds = PROPERTY_KINDS & set(graph.objects(node, RDF.type))
        assert len(kinds) <= 1, node


def test_ranges_fit_the_kind_of_property(graph):
    classes = set(graph.subjects(RDF.type, OWL.Class))
    datatypes = OWL2_DATATYPES | set(graph.subjects(RDF.type, RDFS.Datatype))
    for node, range_ in graph.subject_objects(RDFS.range):
        is_object = (node, RDF.type, OWL.ObjectProperty) in graph
        assert range_ in (classes if is_object else datatypes), node


def test_super_properties_have_the_same_kind(graph):
    for node, parent in graph.subject_objects(RDFS.subPropertyOf):
        named = graph.value(parent, OWL.inverseOf) if isinstance(parent, BNode) else parent
        kinds = PROPERTY_KINDS & set(graph.objects(node, RDF.type))
        assert kinds & set(graph.objects(named, RDF.type)), node


def test_own_terms_have_two_labels(graph):
    for node in {node for node in graph.subjects() if isinstance(node, URIRef) and str(node).startswith(HKT)}:
        languages = sorted(label.language.lower() for label in graph.objects(node, RDFS.label))
        assert languages == ["en", "zh-hant"], node
        assert len(set(graph.objects(node, SKOS.definition))) == 1, node
