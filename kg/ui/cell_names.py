"""What the values in an answer are called: names for entities, titles for articles, words for our own terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.query import articles, neighbourhood
from kg.query.rows import EntityRow
from kg.ui.graph_data import MODALITIES
from kg.ui.results import Cell
from kg.ui.visit import Visit

NUMBER = re.compile(r"-?\d+(\.\d+)?")
_ALL = 1_000_000


@dataclass(frozen=True)
class Known:
    """The entities and the titles of articles in an answer, by id."""

    entities: Mapping[str, EntityRow]
    titles: Mapping[str, str]


def look_up(visit: Visit, cells: Iterable[Cell]) -> Known:
    """Find the names of all entities and the titles of all articles among some cells."""
    held = tuple(cells)
    ids = {cell.entity_id for cell in held if cell.entity_id}
    found = neighbourhood(visit.graph, ids, depth=0, limit=len(ids)).nodes if ids else ()
    listed = articles(visit.graph, _ALL, 0) if any(cell.article_id for cell in held) else ()
    return Known({row.id: row for row in found}, {row.id: row.title for row in listed})


def cell_text(visit: Visit, known: Known, cell: Cell, named: str = "") -> str:
    """Return what a cell is called; `named` is what the answer itself calls it."""
    row = known.entities.get(cell.entity_id or "")
    return visit.name(row) if row else named or known.titles.get(cell.article_id or "") or _value(visit, cell)


def _value(visit: Visit, cell: Cell) -> str:
    if cell.term:
        return term_label(visit, cell.term)
    if cell.quantity:
        amount, unit = cell.quantity
        return visit.say.amount(amount, unit) or f"{_grouped(amount)} {'%' if unit == 'percent' else unit}"
    return _grouped(cell.value) if NUMBER.fullmatch(cell.value) else cell.text


def term_label(visit: Visit, term: str) -> str:
    """Return what a type, relation or modality of our vocabulary is called."""
    if term in MODALITIES:
        return visit.say(f"modality.{term}")
    return visit.relation_label(term) if term in visit.ontology.relations else visit.type_label(term)


def _grouped(number: str) -> str:
    """Group the digits of long numbers only, so that years stay years."""
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if len(whole) > 4 else number
