"""The shapes: a good graph conforms, and each rule broken alone is reported with its own message."""

from __future__ import annotations

import pyshacl
import pytest
from rdflib import RDF, Graph
from rdflib.collection import Collection
from rdflib.namespace import SH

from kg import resources
from kg.ontology import HKT, load_ontology, load_shapes

PREFIXES = """
@prefix hkt: <https://w3id.org/hk-tech-policy/ontology#> .
@prefix hkr: <https://w3id.org/hk-tech-policy/id/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix schema: <https://schema.org/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
"""
GOOD = """
hkr:harbour a hkt:Company ; rdfs:label "Harbour Compute"@en , "海港運算"@zh-hant ; skos:altLabel "Harbour"@en ;
    owl:sameAs <http://example.org/harbour> .
hkr:pearl a hkt:Facility ; rdfs:label "Pearl Data Centre"@en .
hkr:city a hkt:Place ; rdfs:label "Tseung Kwan O"@en .
hkr:fund a hkt:Programme ; rdfs:label "Bright Ideas Fund"@en .
hkr:chan a hkt:Person ; rdfs:label "Chan Siu-fan"@en .
hkr:sum a schema:MonetaryAmount ; schema:value 2000000 ; schema:currency "HKD" .
hkr:rate a schema:QuantitativeValue ; schema:value 62.5 ; schema:unitText "percent" .

hkr:s1 a hkt:Statement ; rdf:subject hkr:harbour ; rdf:predicate hkt:operates ; rdf:object hkr:pearl ;
    hkt:modality hkt:actual ; hkt:rank hkt:normal ; hkt:support 1 ; hkt:confidence 0.9 ;
    hkt:validFrom "2024-12"^^xsd:gYearMonth ; hkt:validTo "2026"^^xsd:gYear ;
    hkt:bound "gt" ; hkt:amount hkr:sum ; hkt:share hkr:rate ; hkt:programme hkr:fund .
hkr:e1 a hkt:Evidence ; hkt:supports hkr:s1 ; prov:wasDerivedFrom hkr:article ; prov:wasGeneratedBy hkr:rule ;
    hkt:modality hkt:actual ; hkt:confidence 0.9 ; oa:exact "It runs Pearl." ; oa:start 10 ; oa:end 24 .

hkr:article a schema:NewsArticle ; schema:headline "Pearl opens"@en ; hkt:textHash "0f" ; hkt:partial false ;
    schema:datePublished "2025-07-05"^^xsd:date .
hkr:m1 a hkt:Mention ; hkt:refersTo hkr:pearl ; hkt:mentionType hkt:Facility ; prov:wasDerivedFrom hkr:article ;
    hkt:confidence 1 ; oa:exact "Pearl" ; oa:start 18 ; oa:end 23 .

hkr:s2 a hkt:Statement ; rdf:subject hkr:city ; rdf:predicate hkt:partOf ; rdf:object hkr:city ;
    hkt:modality hkt:denied ; hkt:rank hkt:preferred ; hkt:support 1 .
hkr:c1 a hkt:CuratedEvidence ; hkt:supports hkr:s2 ; schema:url <http://example.org/page> .
"""

# What is replaced in the good graph, by what, and the message that must come of it.
BROKEN = [
    ('rdfs:label "Pearl Data Centre"@en', "rdfs:comment 1", "an entity has a label"),
    ('rdfs:label "Pearl Data Centre"@en', "rdfs:label hkr:city", "an entity has a label"),
    ('rdfs:label "Pearl Data Centre"@en', 'rdfs:label ""', "an entity has a label"),
    ("hkr:chan a hkt:Person ;", "hkr:chan a hkt:Person , hkt:Company ;", "an entity has one entity type"),
    ('skos:altLabel "Harbour"@en', "skos:altLabel hkr:city", "another name is a text"),
    ("owl:sameAs <http://example.org/harbour>", 'owl:sameAs "harbour"', "given by its address"),
    ("rdf:subject hkr:harbour", "rdf:subject hkr:harbour , hkr:chan", "one subject"),
    ("rdf:subject hkr:harbour ;", "", "one subject"),
    ("rdf:predicate hkt:operates ;", "", "one predicate"),
    ("rdf:predicate hkt:operates ;", "rdf:predicate hkt:operates , hkt:builds ;", "one predicate"),
    ("rdf:object hkr:pearl ;", "", "one object"),
    ("rdf:object hkr:pearl", "rdf:object hkr:pearl , hkr:fund", "one object"),
    ("hkt:modality hkt:actual ; hkt:rank hkt:normal", "hkt:rank hkt:normal", "a statement has one modality"),
    ("hkt:modality hkt:denied", "hkt:modality hkt:normal", "a statement has one modality"),
    ("hkt:rank hkt:normal ;", "", "one rank"),
    ("hkt:rank hkt:normal", "hkt:rank hkt:normal , hkt:preferred", "one rank"),
    ("hkt:support 1 ; hkt:confidence", "hkt:confidence", "the support of a statement"),
    ("hkt:support 1 ; hkt:confidence", "hkt:support -1 ; hkt:confidence", "the support of a statement"),
    ("hkt:support 1 ; hkt:confidence", "hkt:support 1.5 ; hkt:confidence", "the support of a statement"),
    ("hkt:support 1 ; hkt:confidence 0.9", "hkt:support 1 ; hkt:confidence 1.1", "the confidence of a statement"),
    ("hkt:support 1 ; hkt:confidence 0.9", "hkt:support 1 ; hkt:confidence -0.1", "the confidence of a statement"),
    ("hkt:support 1 ; hkt:confidence 0.9", 'hkt:support 1 ; hkt:confidence "high"', "the confidence of a statement"),
    ("hkt:CuratedEvidence ; hkt:supports hkr:s2", "hkt:CuratedEvidence ; hkt:supports hkr:s1", "rests on evidence"),
    ('"2024-12"^^xsd:gYearMonth', '"December 2024"', "validFrom is one"),
    ('"2026"^^xsd:gYear', '"2026"^^xsd:gYear , "2027"^^xsd:gYear', "validTo is one"),
    ('hkt:bound "gt"', 'hkt:bound ">"', "a bound is"),
    ("hkt:amount hkr:sum", "hkt:amount hkr:rate", "an amount is a sum of money"),
    ("hkt:share hkr:rate", "hkt:share hkr:sum", "a share is a quantity"),
    ("hkt:programme hkr:fund", "hkt:programme hkr:chan", "programme of a statement"),
    ("hkt:Evidence ; hkt:supports hkr:s1", "hkt:Evidence ; hkt:supports hkr:s1 , hkr:s2", "supports one statement"),
    ("hkt:Evidence ; hkt:supports hkr:s1", "hkt:Evidence ; hkt:supports hkr:harbour", "supports one statement"),
    ("prov:wasDerivedFrom hkr:article ; prov", "prov:wasDerivedFrom hkr:fund ; prov", "comes from one article"),
    ("prov:wasGeneratedBy hkr:rule ;", "", "names the extractor"),
    ("hkt:modality hkt:actual ; hkt:confidence", "hkt:confidence", "evidence has one modality"),
    ("hkt:confidence 0.9 ; oa:exact", "oa:exact", "the confidence of evidence"),
    ("hkt:confidence 0.9 ; oa:exact", "hkt:confidence 9 ; oa:exact", "the confidence of evidence"),
    ('oa:exact "It runs Pearl." ;', "", "the words are quoted once"),
    ('oa:exact "It runs Pearl." ;', 'oa:exact "" ;', "the words are quoted once"),
    ("oa:start 10 ;", "", "one start"),
    ("oa:start 10", "oa:start -1", "one start"),
    ("oa:end 24", "oa:end 24 , 25", "one end"),
    ("oa:end 24", "oa:end 10", "starts before it ends"),
    ("schema:url <http://example.org/page>", "rdfs:comment 1", "names the address"),
    ("hkt:CuratedEvidence ; hkt:supports hkr:s2", "hkt:CuratedEvidence", "curated evidence supports one statement"),
    ('schema:headline "Pearl opens"@en ;', "", "one headline"),
    ('hkt:textHash "0f" ;', "", "one hash"),
    ('"2025-07-05"^^xsd:date', '"July"', "published on one day"),
    ("hkt:partial false", 'hkt:partial "no"', "either partial or not"),
    ("hkt:refersTo hkr:pearl ;", "", "refers to one entity"),
    ("hkt:refersTo hkr:pearl", "hkt:refersTo hkr:unknown", "refers to has a type"),
    ("hkt:mentionType hkt:Facility", "hkt:mentionType hkt:Statement", "a mention has one entity type"),
    (
        "hkt:mentionType hkt:Facility ; prov:wasDerivedFrom hkr:article",
        "hkt:mentionType hkt:Facility",
        "in one article",
    ),
    ("hkt:confidence 1 ;", "hkt:confidence 2 ;", "the confidence of a mention"),
    ("oa:start 18", "oa:start 23", "starts before it ends"),
    ("schema:value 2000000", 'schema:value "two million"', "a sum of money has one number"),
    ('schema:currency "HKD"', 'schema:currency "HK$"', "one currency"),
    ("schema:value 62.5 ;", "", "a quantity has one number"),
    ('schema:unitText "percent"', 'schema:unitText ""', "one unit"),
]

# A statement is added: subject, predicate, object, and what is wrong with it (empty: nothing).
STATEMENTS = [
    ("hkr:chan", "hkt:affiliatedWith", "hkr:harbour", ""),
    ("hkr:pearl", "hkt:locatedIn", "hkr:city", ""),
    ("hkr:pearl", "hkt:partOf", "hkr:city", ""),
    ("hkr:fund", "hkt:hasBudget", "hkr:sum", ""),
    ("hkr:pearl", "hkt:hasUtilisation", "hkr:rate", ""),
    ("hkr:pearl", "hkt:hasStatus", "hkt:underConstruction", ""),
    ("hkr:chan", "hkt:startDate", '"2024-12-09"^^xsd:date', ""),
    ("hkr:fund", "hkt:projectsApproved", "10", ""),
    ("hkr:chan", "hkt:said", '"It will open on time."', ""),
    ("hkr:harbour", "hkt:met", "hkr:chan", ""),
    ("hkr:harbour", "hkt:likes", "hkr:pearl", "no relation of the ontology"),
    ("hkr:pearl", "hkt:operates", "hkr:pearl", "outside its domain"),
    ("hkr:harbour", "hkt:operates", "hkr:chan", "outside its range"),
    ("hkr:unknown", "hkt:operates", "hkr:pearl", "outside its domain"),
    ("hkr:city", "hkt:partOf", "hkr:pearl", "do not go together"),
    ("hkr:harbour", "hkt:met", "hkr:harbour", "do not go together"),
    ("hkr:fund", "hkt:hasBudget", "2000000", "outside its range"),
    ("hkr:pearl", "hkt:hasCapacity", "hkr:sum", "outside its range"),
    ("hkr:pearl", "hkt:hasStatus", "hkt:actual", "outside its range"),
    ("hkr:chan", "hkt:endDate", '"soon"', "outside its range"),
    ("hkr:fund", "hkt:projectsApproved", "-1", "outside its range"),
    ("hkr:chan", "hkt:said", "hkr:pearl", "outside its range"),
]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return load_shapes()


def messages(turtle: str, shapes: Graph) -> list[str]:
    _, report, _ = pyshacl.validate(Graph().parse(data=PREFIXES + turtle, format="turtle"), shacl_graph=shapes)
    return [str(message) for message in report.objects(None, SH.resultMessage)]


def test_shapes_accept_good_graph(shapes):
    assert messages(GOOD, shapes) == []


@pytest.mark.parametrize(("old", "new", "expected"), BROKEN)
def test_shapes_report_broken_rule(old, new, expected, shapes):
    assert old in GOOD
    found = messages(GOOD.replace(old, new, 1), shapes)
    assert any(expected in message for message in found), found


@pytest.mark.parametrize(("subject", "predicate", "obj", "expected"), STATEMENTS)
def test_shapes_check_ends_of_statement(subject, predicate, obj, expected, shapes):
    added = f"""hkr:s3 a hkt:Statement ; rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {obj} ;
        hkt:modality hkt:actual ; hkt:rank hkt:normal ; hkt:support 1 .
        hkr:c3 a hkt:CuratedEvidence ; hkt:supports hkr:s3 ; schema:url <http://example.org/page> ."""
    found = messages(GOOD + added, shapes)
    assert all(expected and expected in message for message in found)
    assert bool(found) == bool(expected)


def test_load_shapes_holds_one_shape_per_relation(shapes):
    targets = set(shapes.objects(None, SH.targetNode))
    assert {str(target).rpartition("#")[2] for target in targets} == set(load_ontology().relations)


def test_load_shapes_uses_shacl_core_only(shapes):
    advanced = {SH.sparql, SH.target, SH.rule, SH.js, SH.SPARQLConstraint, SH.expression}
    assert not advanced & (set(shapes.predicates()) | set(shapes.objects(None, RDF.type)))


def test_shapes_file_conforms_to_shacl_itself():
    shapes = Graph().parse(resources.ONTOLOGY / "shapes.ttl")
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_shapes_know_every_entity_type(shapes):
    types = {HKT[name] for name in load_ontology().types}
    assert set(shapes.objects(HKT.EntityShape, SH.targetClass)) == types
    listed = [set(Collection(shapes, node)) for node in shapes.objects(None, SH["in"])]
    assert listed.count(types) == 2  # in the shapes of entities and of mentions
