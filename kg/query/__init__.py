"""Questions to the graph, answered with plain rows; the SPARQL stands in `queries/`."""

from kg.query.articles import article_page, articles
from kg.query.entities import entity_page, most_connected, search
from kg.query.export import EXPORTERS, export_graph
from kg.query.facts import fact, facts, newest_facts, top_budgets
from kg.query.graphs import neighbourhood, paths
from kg.query.library import CannedQuery, Parameter, canned_queries, canned_query
from kg.query.overview import counts
from kg.query.tables import run_canned, run_select

__all__ = [
    "EXPORTERS",
    "CannedQuery",
    "Parameter",
    "article_page",
    "articles",
    "canned_queries",
    "canned_query",
    "counts",
    "entity_page",
    "export_graph",
    "fact",
    "facts",
    "most_connected",
    "neighbourhood",
    "newest_facts",
    "paths",
    "run_canned",
    "run_select",
    "search",
    "top_budgets",
]
