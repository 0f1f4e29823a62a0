"""The answer to a CONSTRUCT query as a drawing: entities keep their names and colours, everything else its address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.ui.cell_names import Known, cell_text, look_up
from kg.ui.graph_data import MODALITIES, Drawing
from kg.ui.results import Cell, Triple
from kg.ui.theme import OTHER_COLOUR, colour_of
from kg.ui.visit import Visit


def draw_triples(visit: Visit, triples: Sequence[Triple]) -> Drawing:
    """Turn triples into nodes and edges."""
    known = look_up(visit, (cell for triple in triples for cell in triple))
    ends = [cell for subject, _, target in triples for cell in (subject, target)]
    nodes = {_key(cell): _node(visit, known, cell, ends.count(cell)) for cell in dict.fromkeys(ends)}
    edges = {" ".join(map(_key, triple)): _edge(visit, known, triple) for triple in triples}
    types = {node["type"] for node in nodes.values()}
    return Drawing(
        tuple(nodes.values()),
        tuple(edges.values()),
        {name: _style(visit, name) for name in sorted(types, key=visit.type_order)},
        {name: visit.say(f"modality.{name}") for name in MODALITIES},
    )


def _key(cell: Cell) -> str:
    return f"{'address' if cell.is_address else 'value'}:{cell.value}"


def _node(visit: Visit, known: Known, cell: Cell, degree: int) -> dict[str, Any]:
    row = known.entities.get(cell.entity_id or "")
    return {
        "id": _key(cell),
        "label": cell_text(visit, known, cell),
        "type": row.type if row else "",
        "degree": degree,
        "centre": False,
    }


def _edge(visit: Visit, known: Known, triple: Triple) -> dict[str, Any]:
    subject, predicate, target = triple
    return {
        "id": " ".join(map(_key, triple)),
        "source": _key(subject),
        "target": _key(target),
        "label": cell_text(visit, known, predicate),
        "modality": "actual",
    }


def _style(visit: Visit, entity_type: str) -> dict[str, str]:
    if not entity_type:
        return {"label": visit.say("graph.resource"), "colour": OTHER_COLOUR}
    return {"label": visit.type_label(entity_type), "colour": colour_of(entity_type)}
