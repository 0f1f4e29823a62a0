"""Loading the ontology: what is read from the files, and that mistakes are named with file and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import Ontology, load_ontology

HEAD = """
@prefix hkt: <https://w3id.org/hk-tech-policy/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix schema: <https://schema.org/> .
"""
ENTITIES = """
hkt:Firm a owl:Class ; rdfs:subClassOf hkt:Entity ; rdfs:label "firm"@en , "公司"@zh-Hant ;
    skos:definition "A business."@en .
hkt:Clerk a owl:Class ; rdfs:subClassOf hkt:Entity ; rdfs:label "clerk"@en , "文員"@zh-Hant ;
    skos:definition "An office worker."@en .
hkt:Any a owl:Class ; rdfs:subClassOf hkt:Entity ; owl:equivalentClass [ owl:unionOf ( hkt:Firm hkt:Clerk ) ] .
hkt:idle a hkt:Status .
"""
HIRES = """
hkt:hires a owl:ObjectProperty ; rdfs:label "hires"@en , "聘用"@zh-Hant ; skos:definition "Takes on."@en ;
    rdfs:domain hkt:Any ; rdfs:range [ owl:unionOf ( hkt:Clerk hkt:Firm ) ] ; hkt:kind "entity" ;
    hkt:signature "Firm -> Clerk or Firm" ; hkt:trigger "take on" , "hire" ; hkt:pattern "A hires B" ;
    skos:example "Acme hired Ann. | Ann -> Acme | planned" .
"""
PAYS = """
hkt:pays a owl:DatatypeProperty ; rdfs:label "pays"@en , "支付"@zh-Hant ; skos:definition "Pays often."@en ;
    rdfs:domain hkt:Firm ; rdfs:range xsd:integer ; hkt:kind "count" ;
    skos:example "Acme paid 2 men. | Acme -> 2 count" .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small ontology: two types, a relation between entities and one to a number."""
    (tmp_path / "relations").mkdir()
    for name, turtle in (("entities", ENTITIES), ("relations/hires", HIRES), ("relations/pays", PAYS)):
        (tmp_path / f"{name}.ttl").write_text(HEAD + turtle, encoding="utf-8")
    return tmp_path


def test_load_ontology_reads_relation(folder):
    relation = load_ontology(folder).relations["hires"]
    assert (relation.label, relation.label_zh, relation.definition) == ("hires", "聘用", "Takes on.")
    assert relation.domain == relation.range == {"Firm", "Clerk"}
    assert relation.signatures == ((frozenset({"Firm"}), frozenset({"Clerk", "Firm"})),)
    assert (relation.patterns, relation.triggers) == (("A hires B",), ("hire", "take on"))
    (example,) = relation.examples
    assert (example.sentence, example.subject, example.object, example.modality) == (
        "Acme hired Ann.", "Ann", "Acme", "planned",
    )  # fmt: skip


def test_load_ontology_pairs_whole_domain_and_range_without_signature(folder):
    replace(folder / "relations/hires.ttl", 'hkt:signature "Firm -> Clerk or Firm" ;', "")
    both = frozenset({"Firm", "Clerk"})
    assert load_ontology(folder).relations["hires"].signatures == ((both, both),)


def test_load_ontology_marks_symmetric_relation(folder):
    assert not load_ontology(folder).relations["hires"].symmetric
    replace(folder / "relations/hires.ttl", "a owl:ObjectProperty", "a owl:ObjectProperty , owl:SymmetricProperty")
    assert load_ontology(folder).relations["hires"].symmetric


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("entities.ttl", "hkt:Firm a owl:Class", "hkt:Firm a owl:Clas ; a owl:Thing", "hkt:Firm is not declared"),
        ("entities.ttl", '"公司"@zh-Hant', '"公司"@zh-Hans', "hkt:Firm has 0 label in zh-Hant"),
        ("entities.ttl", 'skos:definition "A business."@en', "a owl:Class", "hkt:Firm has 0 definition in en"),
        ("entities.ttl", "( hkt:Firm hkt:Clerk )", "( hkt:Firm hkt:Typist )", "hkt:Any unites unknown classes"),
        ("entities.ttl", "rdfs:subClassOf hkt:Entity", "rdfs:subClassOf hkt:Thing", "no entity type is declared"),
        ("relations/hires.ttl", '"hires"@en ,', "", "hkt:hires has 0 label in en"),
        ("relations/hires.ttl", '"hires"@en ,', '"hires"@en , "takes on"@en ,', "hkt:hires has 2 label in en"),
        ("relations/hires.ttl", ', "聘用"@zh-Hant', "", "hkt:hires has 0 label in zh-Hant"),
        ("relations/hires.ttl", 'skos:definition "Takes on."@en ;', "", "hkt:hires has 0 definition in en"),
        ("relations/hires.ttl", "rdfs:domain hkt:Any ;", "", "0 domain"),
        ("relations/hires.ttl", "rdfs:domain hkt:Any", "rdfs:domain hkt:Any , hkt:Firm", "2 domain"),
        ("relations/hires.ttl", "rdfs:domain hkt:Any", "rdfs:domain hkt:Typist", "unknown class Typist"),
        ("relations/hires.ttl", "( hkt:Clerk hkt:Firm )", "( hkt:Clerk hkt:Typist )", "unknown class Typist"),
        ("relations/hires.ttl", "hkt:hires a owl", "hkt:employs a owl", "declares hkt:employs; declare hkt:hires"),
        ("relations/hires.ttl", "hkt:hires a owl", "hkt:fires a owl:ObjectProperty . hkt:hires a owl", "hkt:fires"),
        ("relations/hires.ttl", "owl:ObjectProperty", "owl:Class", "declares no relation"),
        ("relations/hires.ttl", 'hkt:kind "entity" ;', "", "hkt:kind is []"),
        (
            "relations/hires.ttl",
            'hkt:kind "entity"',
            'hkt:kind "colour"',
            "is ['colour']; write one of entity",
        ),
        ("relations/hires.ttl", 'hkt:kind "entity"', 'hkt:kind "money"', "kind money contradicts rdfs:range"),
        ("relations/hires.ttl", 'hkt:kind "entity"', 'hkt:kind "date"', "kind date contradicts the type"),
        (
            "relations/pays.ttl",
            "xsd:integer",
            "xsd:string",
            "rdfs:range; the range must be integer",
        ),
        (
            "relations/pays.ttl",
            "owl:DatatypeProperty",
            "owl:DatatypeProperty , owl:ObjectProperty",
            "contradicts the type",
        ),
        ("relations/pays.ttl", "owl:DatatypeProperty", "owl:ObjectProperty", "make it a DatatypeProperty"),
        ("relations/hires.ttl", "Firm -> Clerk or Firm", "Firm, Clerk", "has no arrow"),
        ("relations/hires.ttl", "Firm -> Clerk or Firm", "Firm -> Typist", "unknown class Typist"),
        ("relations/pays.ttl", 'hkt:kind "count"', 'hkt:kind "count" ; hkt:signature "Clerk -> Firm"', "goes beyond"),
        ("relations/pays.ttl", "rdfs:domain hkt:Firm", "a owl:SymmetricProperty ; rdfs:domain hkt:Firm", "symmetric"),
        ("relations/pays.ttl", 'skos:example "Acme paid 2 men. | Acme -> 2 count"', "a owl:Thing", "no skos:example"),
        ("relations/hires.ttl", "Ann -> Acme", "Ann and Acme", "cannot be read"),
        ("relations/hires.ttl", "| planned", "| maybe", "with one of ('actual', 'planned'"),
        ("relations/hires.ttl", "skos:example", "skos:example ;;", "is not valid Turtle"),
    ],
)
def test_load_ontology_names_file_and_remedy(file, old, new, problem, folder):
    replace(folder / file, old, new)
    with pytest.raises(OntologyError) as caught:
        load_ontology(folder)
    assert str(folder / file) in str(caught.value)
    assert problem in str(caught.value)


def test_load_ontology_needs_entities(folder):
    (folder / "entities.ttl").unlink()
    with pytest.raises(OntologyError, match=r"entities\.ttl: cannot be read"):
        load_ontology(folder)


def test_load_ontology_needs_relations(folder):
    for path in (folder / "relations").iterdir():
        path.unlink()
    with pytest.raises(OntologyError, match="no relation is declared"):
        load_ontology(folder)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def shipped() -> Ontology:
    return load_ontology()


@pytest.mark.parametrize(
    ("relation", "subject_type", "object_type", "allowed"),
    [
        ("partOf", "Facility", "Place", True),
        ("partOf", "Place", "Facility", False),
        ("partOf", "Company", "GovernmentBody", True),
        ("partOf", "Company", "Place", False),
        ("partOf", "Programme", "Policy", True),
        ("met", "Person", "Person", True),
        ("met", "Company", "Person", True),
        ("met", "Company", "Company", False),
        ("operates", "University", "Facility", True),
        ("operates", "Facility", "University", False),
        ("hasBudget", "Programme", "money", True),
        ("hasBudget", "Programme", "percent", False),
        ("hasBudget", "Person", "money", False),
        ("startDate", "Event", "date", True),
        ("startDate", "Event", "Event", False),
    ],
)
def test_relation_allows_what_its_signatures_say(relation, subject_type, object_type, allowed, shipped):
    assert shipped.relations[relation].allows(subject_type, object_type) is allowed
