"""The answer to a SELECT query as a table for reading: names that lead to their pages, and no ids."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ui.cell_names import NUMBER, Known, cell_text, look_up
from kg.ui.markup import Html, el
from kg.ui.results import Cell, Rows
from kg.ui.visit import Visit

_NAME_ENDINGS = ("_name", "_label", "Label", "Name")


def result_table(visit: Visit, rows: Rows, limit: int) -> Html:
    """Return the first rows; a column `body` that comes with `body_name` becomes one column of links."""
    shown, cells = visible_columns(rows), rows.cells[:limit]
    known = look_up(visit, (cell for row in cells for cell in row))
    head = el("tr", *(el("th", heading(column)) for column, _ in shown))
    body = [el("tr", *(_cell(visit, known, *_pick(rows, row, *column)) for column in shown)) for row in cells]
    return el("div", el("table", el("thead", head), el("tbody", *body)), cls="kg-table")


def visible_columns(rows: Rows) -> list[tuple[str, str | None]]:
    """Pair each column with the one that names it; leave out the naming ones, and those that hold statements only."""
    naming = {column: name for column in rows.columns if (name := _naming_column(column, rows.columns))}
    left_out = {*naming.values(), *_statement_columns(rows)}
    kept = [column for column in rows.columns if column not in left_out] or list(rows.columns)
    return [(column, naming.get(column)) for column in kept]


def heading(column: str) -> str:
    """Write the name of a variable as words."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", column).split()
    text = " ".join(word if word.isupper() else word.lower() for word in words)
    return text[:1].upper() + text[1:]


def _naming_column(column: str, columns: Sequence[str]) -> str | None:
    return next((column + ending for ending in _NAME_ENDINGS if column + ending in columns), None)


def _statement_columns(rows: Rows) -> set[str]:
    return {
        column
        for place, column in enumerate(rows.columns)
        if rows.cells and all(row[place].is_statement for row in rows.cells)
    }


def _pick(rows: Rows, row: tuple[Cell, ...], column: str, name: str | None) -> tuple[Cell, str]:
    return row[rows.columns.index(column)], row[rows.columns.index(name)].value if name else ""


def _cell(visit: Visit, known: Known, cell: Cell, named: str) -> Html:
    text = cell_text(visit, known, cell, named)
    if cell.entity_id:
        return el("td", el("a", text, href=visit.href("entity", id=cell.entity_id)))
    if cell.article_id:
        return el("td", el("a", text, href=visit.href("article", id=cell.article_id)))
    return el("td", text, cls="number" if NUMBER.fullmatch(cell.value) else None)
