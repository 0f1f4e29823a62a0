"""The graph on disk: article graphs, what is derived from them, the texts, one writer and many readers."""

from kg.store.export import canonical_nquads, json_ld, turtle
from kg.store.folder import replace_file
from kg.store.reader import GRAPH_TYPES, RESULT_TYPES, Reader, open_reader
from kg.store.results import Binding, Iri, Solutions, Term
from kg.store.shapes import Violation, validate_graph
from kg.store.sparql import query_form
from kg.store.terms import HKR, HKT, PREFIXES
from kg.store.writer import Outcome, Writer, open_writer

__all__ = [
    "GRAPH_TYPES",
    "HKR",
    "HKT",
    "PREFIXES",
    "RESULT_TYPES",
    "Binding",
    "Iri",
    "Outcome",
    "Reader",
    "Solutions",
    "Term",
    "Violation",
    "Writer",
    "canonical_nquads",
    "json_ld",
    "open_reader",
    "open_writer",
    "query_form",
    "replace_file",
    "turtle",
    "validate_graph",
]
