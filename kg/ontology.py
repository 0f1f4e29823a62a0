"""The vocabulary of the graph: entity types and relations, read from the Turtle files in `ontology/` and checked.

`entities.ttl` declares the entity types; each file in `relations/` declares the one relation it is named after.
Whatever is missing or contradicts itself is an OntologyError that names the file and says what to write there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal as OneOf
from typing import NamedTuple, get_args

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.exceptions import Error as RdflibError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from kg import resources
from kg.errors import OntologyError
from kg.model import Modality

HKT = Namespace("https://w3id.org/hk-tech-policy/ontology#")
SCHEMA = Namespace("https://schema.org/")

Kind = OneOf["entity", "money", "date", "percent", "count", "quantity", "status", "text"]
Signature = tuple[frozenset[str], frozenset[str]]

# What rdfs:range has to be for each kind of value; entities are open, everything else is fixed.
VALUE_RANGES: Mapping[str, URIRef] = {
    "money": SCHEMA.MonetaryAmount,
    "percent": SCHEMA.QuantitativeValue,
    "quantity": SCHEMA.QuantitativeValue,
    "status": HKT.Status,
    "date": RDFS.Literal,
    "count": XSD.integer,
    "text": XSD.string,
}
ORGANISATIONS = frozenset({"GovernmentBody", "Company", "University", "ResearchInstitute", "Organization"})
LITERAL_KINDS = frozenset({"date", "count", "text"})
_LANGUAGES = ("en", "zh-Hant")
_EXAMPLE = re.compile(r"(?P<sentence>.+?) \| (?P<subject>.+?) -> (?P<object>.+?)(?: \| (?P<modality>\w+))?")


@dataclass(frozen=True, slots=True)
class EntityType:
    """A kind of thing the graph knows, with its names in English and Chinese."""

    name: str
    label: str
    label_zh: str
    definition: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the one fact that a reader takes from it."""

    sentence: str
    subject: str
    object: str
    modality: Modality = "actual"


@dataclass(frozen=True, slots=True)
class RelationType:
    """What may stand on either side of a relation, and how sentences express it.

    `range` is empty for relations whose objects are values; `kind` then says what sort of value. A signature pairs
    subject types with object types; patterns and triggers are for the extractor.
    """

    name: str
    label: str
    label_zh: str
    definition: str
    domain: frozenset[str]
    range: frozenset[str]
    kind: Kind
    symmetric: bool
    signatures: tuple[Signature, ...]
    patterns: tuple[str, ...]
    triggers: tuple[str, ...]
    examples: tuple[Example, ...]

    def allows(self, subject_type: str, object_type: str) -> bool:
        """Tell whether the two types may be joined; the object type of a value is its kind, such as `money`."""
        if self.kind != "entity":
            return subject_type in self.domain and object_type == self.kind
        return any(subject_type in subjects and object_type in objects for subjects, objects in self.signatures)


@dataclass(frozen=True, slots=True)
class Ontology:
    """All entity types, relations and statuses, by name."""

    folder: Path
    types: Mapping[str, EntityType]
    relations: Mapping[str, RelationType]
    statuses: tuple[str, ...]


def load_ontology(folder: Path = resources.ONTOLOGY) -> Ontology:
    """Read and check all entity types and relations of a folder."""
    entities = _parse(folder / "entities.ttl")
    types = _read_types(entities)
    groups = _read_groups(entities, types)
    files = sorted((folder / "relations").glob("*.ttl"))
    if not files:
        raise OntologyError(f"{folder / 'relations'}: no relation is declared; put one file <relation>.ttl there")
    relations = {path.stem: _read_relation(_parse(path), groups) for path in files}
    statuses = sorted(_local(node) for node in entities.graph.subjects(RDF.type, HKT.Status))
    return Ontology(folder, types, relations, tuple(statuses))


def load_shapes(folder: Path = resources.ONTOLOGY) -> Graph:
    """Read `shapes.ttl` and add what follows from the relations: which types may stand at their ends."""
    shapes = _parse(folder / "shapes.ttl").graph
    return shapes.parse(data=_relation_shapes(load_ontology(folder)), format="turtle")


class _Source(NamedTuple):
    """One Turtle file and what stands in it."""

    path: Path
    graph: Graph

    def error(self, problem: str, remedy: str) -> OntologyError:
        return OntologyError(f"{self.path}: {problem}; {remedy}")

    def texts(self, node: Node, predicate: URIRef) -> tuple[str, ...]:
        return tuple(sorted(str(value) for value in self.graph.objects(node, predicate)))

    def text(self, node: Node, predicate: URIRef, language: str) -> str:
        """The single text of a node in one language, such as its Chinese label."""
        values = [str(v) for v in self.graph.objects(node, predicate) if _language(v) == language.lower()]
        if len(values) != 1:
            what = f"{_short(predicate)} in {language}"
            raise self.error(f"hkt:{_local(node)} has {len(values)} {what}", f'write exactly one: "…"@{language}')
        return values[0]


def _parse(path: Path) -> _Source:
    try:
        return _Source(path, Graph().parse(path, format="turtle"))
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read ({error}); restore the file") from error
    except (BadSyntax, RdflibError, ValueError) as error:
        raise OntologyError(f"{path}: is not valid Turtle; correct it: {error}") from error


def _read_types(source: _Source) -> dict[str, EntityType]:
    nodes = set(source.graph.subjects(RDFS.subClassOf, HKT.Entity)) - set(source.graph.subjects(OWL.equivalentClass))
    if not nodes:
        raise source.error("no entity type is declared", "declare classes with rdfs:subClassOf hkt:Entity")
    return {_local(node): _read_type(source, node) for node in sorted(nodes, key=str)}


def _read_type(source: _Source, node: Node) -> EntityType:
    if (node, RDF.type, OWL.Class) not in source.graph:
        raise source.error(f"hkt:{_local(node)} is not declared", "add: a owl:Class")
    label, label_zh = (source.text(node, RDFS.label, language) for language in _LANGUAGES)
    return EntityType(_local(node), label, label_zh, source.text(node, SKOS.definition, "en"))


def _read_groups(source: _Source, types: Iterable[str]) -> dict[str, frozenset[str]]:
    """Map each name that may stand in a domain or range to entity types: `Org` to the five kinds of organisation."""
    groups = {name: frozenset({name}) for name in types} | {"Entity": frozenset(types)}
    for node, union in source.graph.subject_objects(OWL.equivalentClass):
        members = _members(source.graph, union)
        unknown = {_local(member) for member in members} - set(groups)
        if unknown:
            raise source.error(f"hkt:{_local(node)} unites unknown classes {sorted(unknown)}", "declare them first")
        groups[_local(node)] = frozenset(_local(member) for member in members)
    return groups


def _read_relation(source: _Source, groups: Mapping[str, frozenset[str]]) -> RelationType:
    node = _declared_relation(source)
    kind = _read_kind(source, node)
    domain = _read_classes(source, node, RDFS.domain, groups)
    range_ = _read_classes(source, node, RDFS.range, groups) if kind == "entity" else frozenset[str]()
    symmetric = (node, RDF.type, OWL.SymmetricProperty) in source.graph
    if symmetric and domain != range_:
        raise source.error("a symmetric relation needs the same domain and range", "unite both in each of them")
    return RelationType(
        name=_local(node),
        label=source.text(node, RDFS.label, "en"),
        label_zh=source.text(node, RDFS.label, "zh-Hant"),
        definition=source.text(node, SKOS.definition, "en"),
        domain=domain,
        range=range_,
        kind=kind,
        symmetric=symmetric,
        signatures=_read_signatures(source, node, groups, (domain, range_)),
        patterns=source.texts(node, HKT.pattern),
        triggers=source.texts(node, HKT.trigger),
        examples=_read_examples(source, node),
    )


def _declared_relation(source: _Source) -> URIRef:
    declared = {
        node
        for property_class in (OWL.ObjectProperty, OWL.DatatypeProperty)
        for node in source.graph.subjects(RDF.type, property_class)
        if str(node).startswith(HKT)
    }
    expected = HKT[source.path.stem]
    if declared != {expected}:
        found = ", ".join(sorted(f"hkt:{_local(node)}" for node in declared)) or "no relation"
        raise source.error(f"declares {found}", f"declare hkt:{source.path.stem}, which the file is named after")
    return expected


def _read_kind(source: _Source, node: URIRef) -> Kind:
    kinds = source.texts(node, HKT.kind)
    if len(kinds) != 1 or kinds[0] not in get_args(Kind):
        raise source.error(f"hkt:kind is {list(kinds)}", f"write one of {', '.join(get_args(Kind))}")
    kind: Kind = kinds[0]  # type: ignore[assignment]  # checked against the members of Kind above
    wanted = OWL.DatatypeProperty if kind in LITERAL_KINDS else OWL.ObjectProperty
    other = OWL.ObjectProperty if kind in LITERAL_KINDS else OWL.DatatypeProperty
    found = set(source.graph.objects(node, RDF.type))
    if wanted not in found or other in found:
        raise source.error(f"hkt:kind {kind} contradicts the type of the property", f"make it a {_short(wanted)}")
    range_ = set(source.graph.objects(node, RDFS.range))
    if kind in VALUE_RANGES and range_ != {VALUE_RANGES[kind]}:
        raise source.error(f"hkt:kind {kind} contradicts rdfs:range", f"the range must be {_short(VALUE_RANGES[kind])}")
    return kind


def _read_classes(
    source: _Source, node: URIRef, predicate: URIRef, groups: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    classes = list(source.graph.objects(node, predicate))
    if len(classes) != 1:
        remedy = "write exactly one; unite several classes with owl:unionOf"
        raise source.error(f"{len(classes)} {_short(predicate)}", remedy)
    names = [_local(member) for member in _members(source.graph, classes[0])]
    return _resolve(source, names, groups)


def _resolve(source: _Source, names: Iterable[str], groups: Mapping[str, frozenset[str]]) -> frozenset[str]:
    unknown = [name for name in names if name not in groups]
    if unknown:
        raise source.error(f"unknown class {', '.join(unknown)}", f"use one of {', '.join(sorted(groups))}")
    return frozenset[str]().union(*(groups[name] for name in names))


def _read_signatures(
    source: _Source, node: URIRef, groups: Mapping[str, frozenset[str]], ends: Signature
) -> tuple[Signature, ...]:
    """Read pairs such as "Facility -> Facility or Place"; without any, every domain goes with every range."""
    signatures = []
    for text in source.texts(node, HKT.signature):
        left, arrow, right = text.partition(" -> ")
        if not arrow:
            raise source.error(f"hkt:signature {text!r} has no arrow", 'write it as "Type or Type -> Type"')
        subjects, objects = (_resolve(source, side.split(" or "), groups) for side in (left, right))
        if not (subjects <= ends[0] and objects <= ends[1]):
            raise source.error(f"hkt:signature {text!r} goes beyond domain or range", "widen those or narrow it")
        signatures.append((subjects, objects))
    return tuple(signatures) or (ends,)


def _read_examples(source: _Source, node: URIRef) -> tuple[Example, ...]:
    examples = tuple(_read_example(source, text) for text in source.texts(node, SKOS.example))
    if not examples:
        raise source.error("no skos:example", 'add some: "Sentence. | subject -> object"')
    return examples


def _read_example(source: _Source, text: str) -> Example:
    match = _EXAMPLE.fullmatch(text)
    modality = (match and match["modality"]) or "actual"
    if not match or modality not in get_args(Modality):
        remedy = 'write it as "Sentence. | subject -> object | modality"'
        raise source.error(f"skos:example {text!r} cannot be read", f"{remedy} with one of {get_args(Modality)}")
    return Example(match["sentence"], match["subject"], match["object"], modality)  # type: ignore[arg-type]


def _members(graph: Graph, node: Node) -> list[Node]:
    """The classes that a class expression unites; a plain class is its own only member."""
    union = graph.value(node, OWL.unionOf)
    return list(Collection(graph, union)) if union is not None else [node]


def _local(node: Node) -> str:
    return str(node).removeprefix(HKT)


def _short(node: URIRef) -> str:
    return re.sub(r"^.*[/#]", "", str(node))


def _language(node: Node) -> str | None:
    return node.language.lower() if isinstance(node, Literal) and node.language else None


# Written once in domain, range and signature, checked from here. All statements of a relation are reached in one step
# from the relation itself, so that a statement costs a few look-ups and not one test per relation.
_SHAPES_HEAD = f"""
@prefix hkt: <{HKT}> .
@prefix rdf: <{RDF}> .
@prefix rdfs: <{RDFS}> .
@prefix schema: <{SCHEMA}> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <{XSD}> .
hkt:PredicateShape a sh:NodeShape ; sh:targetClass hkt:Statement ;
    sh:property [ sh:path rdf:predicate ; sh:in ( %s ) ; sh:message "the predicate is no relation of the ontology" ] .
"""
_RELATION_SHAPE = """
hkt:{name}Shape a sh:NodeShape ; sh:targetNode hkt:{name} ;
    sh:property [ sh:path ( [ sh:inversePath rdf:predicate ] rdf:subject ) ; {subject} ;
        sh:message "the subject of {name} has a type outside its domain" ] ;
    sh:property [ sh:path ( [ sh:inversePath rdf:predicate ] rdf:object ) ; {object} ;
        sh:message "the object of {name} has a type outside its range" ] .
"""
_PAIRING_SHAPE = """
hkt:{name}Shape sh:property [ sh:path [ sh:inversePath rdf:predicate ] ; sh:or ( {pairs} ) ;
    sh:message "subject and object of {name} do not go together" ] .
"""
_VALUE_SHAPES: Mapping[str, str] = {
    "money": "sh:class schema:MonetaryAmount",
    "percent": "sh:class schema:QuantitativeValue",
    "quantity": "sh:class schema:QuantitativeValue",
    "date": "sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ] )",
    "count": "sh:datatype xsd:integer ; sh:minInclusive 0",
    "text": "sh:datatype xsd:string ; sh:minLength 1",
}


def _relation_shapes(ontology: Ontology) -> str:
    names = " ".join(f"hkt:{name}" for name in sorted(ontology.relations))
    shapes = [_relation_shape(relation, ontology.statuses) for relation in ontology.relations.values()]
    return _SHAPES_HEAD % names + "".join(shapes)


def _relation_shape(relation: RelationType, statuses: Iterable[str]) -> str:
    allowed_statuses = f"sh:in ( {' '.join(f'hkt:{status}' for status in statuses)} )"
    object_ = {**_VALUE_SHAPES, "status": allowed_statuses}.get(relation.kind) or _one_of(_with_owners(relation.range))
    shape = _RELATION_SHAPE.format(name=relation.name, subject=_one_of(_with_owners(relation.domain)), object=object_)
    if len(relation.signatures) == 1:
        return shape
    pairs = [
        f"[ sh:property [ sh:path rdf:subject ; {_one_of(_with_owners(subjects))} ] , "
        f"[ sh:path rdf:object ; {_one_of(_with_owners(objects))} ] ]"
        for subjects, objects in relation.signatures
    ]
    return shape + _PAIRING_SHAPE.format(name=relation.name, pairs=" ".join(pairs))


def _with_owners(types: frozenset[str]) -> frozenset[str]:
    """Let the name of an organisation stand for its premises: articles call both Cyberport."""
    return types | ORGANISATIONS if "Facility" in types else types


def _one_of(types: Iterable[str]) -> str:
    return f"sh:or ( {' '.join(f'[ sh:class hkt:{name} ]' for name in sorted(types))} )"
