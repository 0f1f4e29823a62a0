"""Turns quads of the engine into an rdflib graph, which pySHACL and JSON-LD work on."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.store.terms import PREFIXES, XSD, Object, Subject


def to_rdflib(quads: Iterable[ox.Quad]) -> Graph:
    """Return quads of any graphs as one rdflib graph."""
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for quad in quads:
        graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return graph


def _node(term: Subject | Object) -> Node:
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.Literal(language=str() as language):
            return Literal(term.value, lang=language)
        case ox.Literal():
            datatype = term.datatype.value
            return Literal(term.value, datatype=None if datatype == f"{XSD}string" else URIRef(datatype))
        case _:
            return BNode(str(term))
