"""Writes a published graph in RDF formats."""

from __future__ import annotations

import json
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, serialize

from kg import resources
from kg.errors import StoreError
from kg.store.reader import Reader
from kg.store.terms import PREFIXES

CONTEXT = "context.jsonld"


def canonical_nquads(reader: Reader) -> bytes:
    """Return all graphs as N-Quads in canonical order (RDFC-1.0), so that equal graphs give equal bytes.

    Nothing stored is a blank node, so the canonical form is the sorted lines.
    """
    lines = sorted(f"{quad} .\n" for quad in reader.quads(None))
    return "".join(lines).encode("utf-8")


def turtle(reader: Reader) -> bytes:
    """Return the default graph, which people query, as Turtle."""
    triples = sorted((Triple(q.subject, q.predicate, q.object) for q in reader.quads()), key=str)
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""


def json_ld(reader: Reader, context: Path = resources.ONTOLOGY / CONTEXT) -> bytes:
    """Return the default graph as JSON-LD in the words of the ontology's context."""
    try:
        words = json.loads(context.read_text(encoding="utf-8"))["@context"]
    except (OSError, ValueError, KeyError) as error:
        raise StoreError(f"{context} cannot be used as JSON-LD context: {error}") from error
    from kg.store.rdflib_graph import to_rdflib  # noqa: PLC0415 - rdflib is slow to import and needed here only

    document = to_rdflib(reader.quads()).serialize(format="json-ld", context=words, auto_compact=False, indent=1)
    return document.encode("utf-8")
