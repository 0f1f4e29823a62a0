"""The words of the graph: namespaces, IRIs of entities, articles and values, and literals in their stored form."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import quote

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from kg import model

Subject = NamedNode | BlankNode | Triple
Object = NamedNode | BlankNode | Literal | Triple
GraphName = NamedNode | BlankNode | DefaultGraph

HKT = "https://w3id.org/hk-tech-policy/ontology#"
HKR = "https://w3id.org/hk-tech-policy/id/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA = "https://schema.org/"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
PREFIXES = {
    "hkt": HKT,
    "hkr": HKR,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "owl": OWL,
    "skos": SKOS,
    "schema": SCHEMA,
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
}

TYPE = NamedNode(RDF + "type")
SUBJECT, PREDICATE, OBJECT = NamedNode(RDF + "subject"), NamedNode(RDF + "predicate"), NamedNode(RDF + "object")
LABEL, ALT_LABEL = NamedNode(RDFS + "label"), NamedNode(SKOS + "altLabel")
SAME_AS, SOURCE, CHECKED = NamedNode(OWL + "sameAs"), NamedNode(DCTERMS + "source"), NamedNode(HKT + "checked")
SUPPORTS, SUPPORT, RANK = NamedNode(HKT + "supports"), NamedNode(HKT + "support"), NamedNode(HKT + "rank")
NORMAL, ACTUAL = NamedNode(HKT + "normal"), NamedNode(HKT + "actual")
MODALITY, CONFIDENCE = NamedNode(HKT + "modality"), NamedNode(HKT + "confidence")
VALID_FROM, VALID_TO = NamedNode(HKT + "validFrom"), NamedNode(HKT + "validTo")
AMOUNT, SHARE = NamedNode(HKT + "amount"), NamedNode(HKT + "share")
BOUND, PROGRAMME = NamedNode(HKT + "bound"), NamedNode(HKT + "programme")
QUALIFIERS = frozenset({AMOUNT, SHARE, BOUND, PROGRAMME})
STATEMENT, EVIDENCE, MENTION = NamedNode(HKT + "Statement"), NamedNode(HKT + "Evidence"), NamedNode(HKT + "Mention")
TEXT_HASH, FETCHED_AT = NamedNode(HKT + "textHash"), NamedNode(HKT + "fetchedAt")

ARTICLE_GRAPHS = HKR + "article/"
BACKGROUND_GRAPHS = HKR + "background/"
GAZETTEER = NamedNode(BACKGROUND_GRAPHS + "gazetteer")
ONTOLOGY = NamedNode(HKR + "ontology")
DATASET = NamedNode(HKR + "dataset")

ENGLISH, CHINESE = "en", "zh-hant"
"""Language tags as the store keeps them: it writes them in lower case."""

_PERIOD_TYPES = {"year": "gYear", "month": "gYearMonth", "day": "date"}


def ontology_term(name: str) -> NamedNode:
    """Return the IRI of a type, relation, status or modality."""
    return NamedNode(HKT + name)


def resource(kind_and_id: str) -> NamedNode:
    """Return the IRI of an entity (`aisc`) or of another node (`article/1f0c`, `statement/9f2c`)."""
    return NamedNode(HKR + quote(kind_and_id, safe="/:%+~-._(),;=@!$&'*", encoding="utf-8"))


def article_graph(article_id: str) -> NamedNode:
    """Return the IRI of an article, which is also the name of its graph."""
    return resource(f"article/{article_id}")


def address(text: str) -> NamedNode | Literal:
    """Return a web address as IRI; what is no absolute address stays a string."""
    try:
        return NamedNode(quote(text, safe="/:?#[]@!$&'()*+,;=%~-._"))
    except ValueError:
        return Literal(text)


def name_literal(name: str) -> Literal:
    """Return a name tagged as Chinese when a Chinese character stands in it, else as English."""
    return Literal(name, language=CHINESE if is_chinese(name) else ENGLISH)


def is_chinese(name: str) -> bool:
    """Tell whether a Chinese character stands in a name."""
    return any("\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" for char in name)


def plain_number(amount: Decimal) -> str:
    """Write a number without exponent and without trailing zeros."""
    text = format(amount, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"", "-0"} else text


def number(amount: Decimal) -> Literal:
    """Return a number as integer when it is whole, else as decimal."""
    text = plain_number(amount)
    return typed(text, "decimal" if "." in text else "integer")


def typed(text: str, datatype: str) -> Literal:
    """Return a literal of an XML Schema datatype."""
    return Literal(text, datatype=NamedNode(XSD + datatype))


def confidence(score: float) -> Literal:
    """Return a score between 0 and 1 with four digits."""
    return typed(plain_number(round(Decimal(score), 4)), "decimal")


def period(value: model.Period) -> Literal:
    """Return a day, month or year at the precision it has."""
    return typed(value.iso, _PERIOD_TYPES[value.precision])


def value_node(value: model.Quantity) -> NamedNode:
    """Return the IRI of a sum or quantity, which is made from its content."""
    return NamedNode(f"{HKR}value/{quote(value.unit, safe='')}/{plain_number(value.amount)}")


def text_of(term: Object | GraphName) -> str:
    """Return the IRI or the words of a term."""
    return str(term) if isinstance(term, (Triple, DefaultGraph)) else term.value
