from __future__ import annotations

import pytest

from kg.query import neighbourhood, paths
from kg.query.rows import GraphView
from kg.store import Reader


def ids(view: GraphView) -> list[str]:
    return [node.id for node in view.nodes]


def relations(view: GraphView) -> set[str]:
    return {edge.relation for edge in view.edges}


def test_neighbourhood_is_one_step_wide(reader: Reader) -> None:
    view = neighbourhood(reader, ["aisc"])
    assert ids(view)[0] == "aisc"
    assert set(ids(view)) == {"aisc", "pok-fu-lam", "cyberport", "university"}
    assert relations(view) == {"locatedIn", "operates", "uses"}
    assert view.left_out == 0


def test_neighbourhood_grows_with_its_depth(reader: Reader) -> None:
    one, two = (set(ids(neighbourhood(reader, ["aisc"], depth=depth))) for depth in (1, 2))
    assert two - one == {"hong-kong", "post-chief", "bureau", "sandy-ridge-centre", "subsidy-scheme"}
    assert ids(neighbourhood(reader, ["aisc"], depth=0)) == ["aisc"]


def test_neighbourhood_keeps_the_best_supported_within_its_limit(reader: Reader) -> None:
    view = neighbourhood(reader, ["aisc"], limit=2)
    assert (ids(view), view.left_out) == (["aisc", "pok-fu-lam"], 2)
    assert [(edge.source, edge.target, edge.support) for edge in view.edges] == [("aisc", "pok-fu-lam", 2)]


def test_neighbourhood_can_be_held_to_relations(reader: Reader) -> None:
    view = neighbourhood(reader, ["aisc"], relations=["operates"])
    assert (ids(view), relations(view)) == (["aisc", "cyberport"], {"operates"})


def test_neighbourhood_of_several_entities_joins_them(reader: Reader) -> None:
    view = neighbourhood(reader, ["hkstp", "cyberport", "hkstp", "nobody"], depth=0)
    assert (ids(view), view.edges) == (["hkstp", "cyberport"], ())
    assert "collaboratesWith" in relations(neighbourhood(reader, ["hkstp", "cyberport"]))


@pytest.mark.parametrize("names", [[], ["nobody"]])
def test_neighbourhood_of_nothing_is_empty(reader: Reader, names: list[str]) -> None:
    assert neighbourhood(reader, names) == GraphView((), ())


def test_known_entity_without_statements_stands_alone(reader: Reader) -> None:
    view = neighbourhood(reader, ["nowhere-fund"], depth=2)
    assert (ids(view), view.edges) == (["nowhere-fund"], ())


def test_paths_lead_over_actual_and_planned_statements(reader: Reader) -> None:
    shortest, *_ = paths(reader, "university", "sandy-ridge-centre")
    assert ids(shortest) == ["university", "aisc", "cyberport", "sandy-ridge-centre"]
    assert [edge.modality for edge in shortest.edges] == ["actual", "actual", "planned"]
    assert all(
        edge.modality in ("actual", "planned") for view in paths(reader, "hkstp", "bureau") for edge in view.edges
    )


def test_paths_stand_shortest_first_and_are_capped(reader: Reader) -> None:
    found = paths(reader, "university", "bureau", k=5)
    lengths = [len(view.nodes) for view in found]
    assert lengths == sorted(lengths)
    assert len(lengths) == 2
    assert len(paths(reader, "university", "bureau", k=1)) == 1
    assert paths(reader, "chan", "university", max_length=2) == ()


@pytest.mark.parametrize(
    ("a", "b"), [("aisc", "aisc"), ("aisc", "nobody"), ("nobody", "aisc"), ("lantern", "nowhere-fund")]
)
def test_no_path_is_no_error(reader: Reader, a: str, b: str) -> None:
    assert paths(reader, a, b) == ()


def test_path_between_parts_that_do_not_touch_is_empty(reader: Reader) -> None:
    assert paths(reader, "lee", "lantern", k=1, max_length=1) == ()
