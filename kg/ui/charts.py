"""Small bar charts made of markup: they follow the theme, need no script, and read out as lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.ui.markup import Html, el


@dataclass(frozen=True)
class Bar:
    """One row of a bar chart; `figure` is the size as people read it."""

    name: Html
    size: float
    figure: str
    colour: str
    note: Html | None = None


def bars(rows: Sequence[Bar]) -> Html:
    """Return a chart of horizontal bars, the longest filling the width."""
    largest = max((row.size for row in rows), default=0) or 1
    return el("ul", *(_row(row, largest) for row in rows), cls="kg-bars")


def _row(row: Bar, largest: float) -> Html:
    width = max(1, round(100 * row.size / largest))
    return el(
        "li",
        el("span", row.name, row.note, cls="kg-bar-name"),
        el("b", row.figure),
        el("span", el("i", style=f"width:{width}%;background:{row.colour}"), cls="kg-track", aria_hidden="true"),
    )
