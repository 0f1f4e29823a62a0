"""The terms that the query editor completes: our own types and relations, and the few others that the graph uses."""

from __future__ import annotations

from kg.ontology import Ontology

_STRUCTURE = (
    "Statement", "Evidence", "Mention", "Status", "Modality", "modality", "confidence", "support", "supports", "rank",
    "validFrom", "validTo", "amount", "share", "bound", "programme", "actual", "planned", "reported", "denied",
)  # fmt: skip
_OTHERS = (
    "rdf:type", "rdf:subject", "rdf:predicate", "rdf:object", "rdfs:label", "rdfs:comment", "skos:altLabel",
    "skos:definition", "owl:sameAs", "dcterms:source", "prov:wasDerivedFrom", "oa:exact", "oa:start", "oa:end",
    "schema:headline", "schema:datePublished", "schema:publisher", "schema:url", "schema:NewsArticle",
    "schema:value", "schema:currency", "schema:unitText", "schema:MonetaryAmount", "schema:QuantitativeValue",
    "xsd:date", "xsd:integer", "xsd:decimal",
)  # fmt: skip


def completions(ontology: Ontology) -> tuple[str, ...]:
    """Return the terms with their prefixes, in the order in which they are offered."""
    own = [*ontology.types, *ontology.relations, *_STRUCTURE]
    return tuple(f"hkt:{name}" for name in sorted(set(own))) + _OTHERS
