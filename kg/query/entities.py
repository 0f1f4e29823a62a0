"""Finding entities by name, and all that is known about one."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from kg.gazetteer import normalise
from kg.query.facts import facts
from kg.query.index import Index, index_of
from kg.query.library import load_part
from kg.query.rows import EntityPage, EntityRow
from kg.query.values import node_id
from kg.store import Iri, Reader

FACTS_SHOWN = 300
_ALIAS = "http://www.w3.org/2004/02/skos/core#altLabel"
_SAME_AS, _SOURCE = "http://www.w3.org/2002/07/owl#sameAs", "http://purl.org/dc/terms/source"
_ALIKE = 85
"""Likeness in percent from which a part of a name counts as a misspelling of another."""


def search(reader: Reader, text: str, limit: int = 20, entity_type: str | None = None) -> tuple[EntityRow, ...]:
    """Find entities by a name, its beginning, a part of it or a misspelling, in English or Chinese; the best first."""
    wanted, index = normalise(text), index_of(reader)
    if not wanted:
        return ()
    ranks: dict[str, float] = {}
    for rank, entity_id in _ranked(wanted, index):
        if entity_type is None or index.entity(entity_id).type == entity_type:
            ranks[entity_id] = min(rank, ranks.get(entity_id, rank))
    ordered = sorted(ranks, key=lambda name: (ranks[name], -index.entity(name).degree, index.entity(name).label))
    return tuple(index.entity(name) for name in ordered[:limit])


def most_connected(reader: Reader, limit: int = 10) -> tuple[EntityRow, ...]:
    """Return the entities that most statements are about."""
    rows = index_of(reader).entities.values()
    return tuple(sorted(rows, key=lambda row: (-row.degree, row.label))[:limit])


def entity_page(reader: Reader, entity_id: str, *, limit: int = FACTS_SHOWN) -> EntityPage | None:
    """Return all that is known about an entity, None where the graph does not know it."""
    row = index_of(reader).entities.get(entity_id)
    if row is None:
        return None
    node = Iri.entity(entity_id)
    described: dict[str, list[str]] = {}
    for found in reader.select(load_part("entity"), {"entity": node}).records():
        described.setdefault(found["property"], []).append(found["value"])
    statements = [node_id(found["statement"]) for found in _statements_about(reader, node)]
    return EntityPage(
        entity=row,
        aliases=tuple(sorted(described.get(_ALIAS, ()))),
        same_as=tuple(sorted(described.get(_SAME_AS, ()))),
        source=next(iter(sorted(described.get(_SOURCE, ()))), None),
        checked="false" not in described.get("https://w3id.org/hk-tech-policy/ontology#checked", ()),
        facts=facts(reader, statements[:limit]),
        left_out=max(0, len(statements) - limit),
    )


def _statements_about(reader: Reader, node: Iri) -> Iterator[dict[str, str]]:
    return reader.select(load_part("statements_about"), {"entity": node}).records()


def _ranked(wanted: str, index: Index) -> Iterator[tuple[float, str]]:
    """Yield entities with a rank: 0 the very name, 1 its beginning, 2 a word's beginning, 3 a part, above 4 alike."""
    for name, entity_id in index.names:
        if name == wanted:
            yield 0, entity_id
        elif name.startswith(wanted):
            yield 1, entity_id
        elif f" {wanted}" in name:
            yield 2, entity_id
        elif wanted in name:
            yield 3, entity_id
    for rank, place in _alike(wanted, [name for name, _ in index.names]):
        yield rank, index.names[place][1]


def _alike(wanted: str, names: list[str]) -> Iterator[tuple[float, int]]:
    """Yield rank and place of misspelt names: whole ones with few letters wrong, then parts of names."""
    mistakes = 0 if len(wanted) < 4 else 1 if len(wanted) < 8 else 2
    for _, wrong, place in process.extract(wanted, names, scorer=OSA.distance, score_cutoff=mistakes, limit=50):
        yield 4 + wrong / 10, place
    if len(wanted) >= 6:
        for _, likeness, place in process.extract(
            wanted, names, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=50
        ):
            yield 6 - likeness / 100, place
