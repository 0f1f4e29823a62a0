"""Checks the graph against the SHACL shapes of the ontology."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg import resources
from kg.store.derive import is_entity
from kg.store.reader import Reader, open_reader
from kg.store.terms import ARTICLE_GRAPHS, GraphName, text_of


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a shape: which, on which path, with which value, why, and how bad that is."""

    focus: str
    path: str
    value: str
    message: str
    severity: str


def validate_graph(source: Reader | Path, ontology: Path = resources.ONTOLOGY) -> tuple[Violation, ...]:
    """Check a published graph; empty when it conforms.

    Checked are the default graph and the article graphs together, without what articles merely propose about
    entities: two articles may take a body for different things, and the default graph settles that.
    """
    from kg.store.conformity import check  # noqa: PLC0415 - pySHACL takes half a second to import

    reader = open_reader(source) if isinstance(source, Path) else source
    articles = (quad for quad in reader.quads(None) if _is_article(quad.graph_name) and not is_entity(quad.subject))
    return tuple(sorted(Violation(*found) for found in check([*reader.quads(), *articles], ontology)))


def _is_article(graph: GraphName) -> bool:
    return text_of(graph).startswith(ARTICLE_GRAPHS)
