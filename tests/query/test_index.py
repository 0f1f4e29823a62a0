from __future__ import annotations

from kg.query.index import index_of
from kg.query.rows import EntityRow
from kg.store import Reader


def test_index_is_made_once_for_a_version(reader: Reader) -> None:
    assert index_of(reader) is index_of(reader)


def test_index_joins_entities_only(reader: Reader) -> None:
    index = index_of(reader)
    assert {edge.relation for edge in index.edges} >= {"locatedIn", "builds", "headquarteredIn"}
    assert not {edge.relation for edge in index.edges} & {"hasBudget", "said", "hasStatus", "applicationsReceived"}
    assert all({edge.source, edge.target} <= set(index.entities) for edge in index.edges)


def test_index_finds_edges_from_both_ends(reader: Reader) -> None:
    index = index_of(reader)
    (edge,) = [edge for edge in index.edges_of["aisc"] if edge.relation == "operates"]
    assert edge in index.edges_of["cyberport"]
    assert (edge.source, edge.target, edge.modality, edge.support, edge.confidence) == (
        "cyberport",
        "aisc",
        "actual",
        1,
        0.9,
    )


def test_unknown_entity_gets_its_id_as_label(reader: Reader) -> None:
    assert index_of(reader).entity("nobody") == EntityRow("nobody", "", "nobody")


def test_names_are_in_the_form_for_comparing(reader: Reader) -> None:
    names = index_of(reader).names
    assert ("cyberport", "cyberport") in names
    assert ("數碼港", "cyberport") in names
    assert ("ai supercomputing centre", "aisc") in names
