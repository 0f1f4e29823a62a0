"""What is needed again and again about all entities of one version of the graph, computed once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.gazetteer import normalise
from kg.query.library import load_part
from kg.query.rows import Edge, EntityRow
from kg.query.values import entity_id, node_id, term_name
from kg.store import Reader


@dataclass(frozen=True)
class Index:
    """Entities by id, their names in one form for comparing, and the statements between entities."""

    entities: Mapping[str, EntityRow]
    names: tuple[tuple[str, str], ...]  # normalised name, entity id
    edges: tuple[Edge, ...]
    edges_of: Mapping[str, tuple[Edge, ...]]

    def entity(self, entity_id: str) -> EntityRow:
        """Return the row of an entity; one that only statements know gets its id as label."""
        return self.entities.get(entity_id) or EntityRow(entity_id, "", entity_id)


def index_of(reader: Reader) -> Index:
    """Return the index of the reader's version."""
    return reader.remember(_build)


def _build(reader: Reader) -> Index:
    statements = list(reader.select(load_part("statements")).records())
    edges = sorted((edge for row in statements if (edge := _edge(row))), key=lambda edge: edge.id)
    degrees = Counter(name for row in statements for name in {entity_id(row["subject"]), entity_id(row["object"])})
    return Index(_read_entities(reader, degrees), _read_names(reader), tuple(edges), _by_end(edges))


def _read_entities(reader: Reader, degrees: Counter[str | None]) -> dict[str, EntityRow]:
    labels: dict[tuple[str, str], dict[str, str]] = {}
    for row in reader.select(load_part("entities")).records():
        key = entity_id(row["entity"]) or row["entity"], term_name(row["type"])
        labels.setdefault(key, {})[row.get("language", "")] = row["label"]
    return {
        name: EntityRow(
            id=name,
            type=entity_type,
            label=found.get("en") or next(iter(found.values())),
            label_zh=found.get("zh-hant"),
            degree=degrees[name],
        )
        for (name, entity_type), found in sorted(labels.items())
    }


def _read_names(reader: Reader) -> tuple[tuple[str, str], ...]:
    rows = [(row["label"], row["entity"]) for row in reader.select(load_part("entities")).records()]
    rows += [(row["alias"], row["entity"]) for row in reader.select(load_part("aliases")).records()]
    return tuple(sorted({(normalise(name), entity_id(iri) or iri) for name, iri in rows}))


def _edge(row: Mapping[str, str]) -> Edge | None:
    source, target = entity_id(row["subject"]), entity_id(row["object"])
    if source is None or target is None:
        return None
    return Edge(
        id=node_id(row["statement"]),
        source=source,
        target=target,
        relation=term_name(row["relation"]),
        modality=term_name(row["modality"]),
        support=int(row["support"]),
        confidence=float(row["confidence"]),
    )


def _by_end(edges: list[Edge]) -> dict[str, tuple[Edge, ...]]:
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        for end in {edge.source, edge.target}:
            found.setdefault(end, []).append(edge)
    return {name: tuple(edges) for name, edges in found.items()}
