"""Reads the ontology files as the quads of the ontology graph."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, NamedNode, Quad, RdfFormat, parse

from kg.errors import OntologyError
from kg.store import terms

SHAPES = "shapes.ttl"


def ontology_quads(folder: Path) -> frozenset[Quad]:
    """Return all triples of the Turtle files but the shapes, in the ontology graph and free of blank nodes."""
    dataset = Dataset(quad for path in sorted(folder.rglob("*.ttl")) if path.name != SHAPES for quad in _read(path))
    # Blank nodes get names from the canonical form of the whole, so that the same files always give the same graph.
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(_named(quad) for quad in dataset)


def _read(path: Path) -> list[Quad]:
    try:
        return list(parse(path=str(path), format=RdfFormat.TURTLE, rename_blank_nodes=True))
    except (SyntaxError, OSError) as error:
        raise OntologyError(f"{path.name} is no valid Turtle: {error}") from error


def _named(quad: Quad) -> Quad:
    subject = _name(quad.subject) if isinstance(quad.subject, BlankNode) else quad.subject
    value = _name(quad.object) if isinstance(quad.object, BlankNode) else quad.object
    return Quad(subject, quad.predicate, value, terms.ONTOLOGY)


def _name(node: BlankNode) -> NamedNode:
    return NamedNode(f"{terms.ONTOLOGY.value}/node-{node.value}")
