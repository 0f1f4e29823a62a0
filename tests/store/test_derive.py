from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Quad, Store

from kg.gazetteer import Gazetteer
from kg.model import ArticleGraph, Entity
from kg.store import Writer, open_writer, terms
from kg.store.derive import combine, derive, derived_about, is_entity, touched_by
from kg.store.rdf import article_quads, entity_quads
from tests.store.examples import ENTITIES, dump, make_graph, with_entity

LINES = (
    "aisc locatedIn pok-fu-lam",
    "aisc locatedIn pok-fu-lam valid_from=2024-12:date",
    "aisc locatedIn pok-fu-lam planned",
    "aisc locatedIn hong-kong",
    "aisc hasBudget 3000000000:HKD",
    "aisc hasBudget 3000000000:HKD denied bound=gt",
    "aisc hasUtilisation 90:percent",
    "bureau funds subsidy-scheme amount=3000000000:HKD",
    "bureau funds subsidy-scheme amount=5:HKD bound=approx",
    "aisc hasStatus operational:status",
    "chan said 'it is open:text'",
)
NAMES = ("Centre A", "Centre B", "AISC", "AI Supercomputing Centre")


@st.composite
def article_graphs(draw: st.DrawFn) -> ArticleGraph:
    lines = draw(st.lists(st.sampled_from(LINES), max_size=4, unique=True))
    confidence = draw(st.sampled_from([0.5, 0.9, 0.995]))
    graph = make_graph(draw(st.sampled_from("abcd")), *lines, confidence=confidence)
    described = replace(
        ENTITIES["aisc"],
        label=draw(st.sampled_from(NAMES)),
        type=draw(st.sampled_from(["Facility", "Organization"])),
        aliases=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=2))),
    )
    return with_entity(graph, described)


GAZETTEERS = st.sampled_from(
    [
        Gazetteer(()),
        Gazetteer((Entity("aisc", "Facility", "Centre B", aliases=("AISC",), known=True),)),
        Gazetteer((Entity("aisc", "Company", "Centre C", label_zh="中心"), Entity("hong-kong", "Place", "Hong Kong"))),
    ]
)
ACTIONS = st.lists(st.one_of(article_graphs(), GAZETTEERS, st.sampled_from("abcd")), max_size=8)


def act(writer: Writer, action: ArticleGraph | Gazetteer | str) -> None:
    if isinstance(action, str):
        writer.remove(action)
    elif isinstance(action, Gazetteer):
        writer.load_gazetteer(action)
    else:
        writer.put(action)


def lasting(actions: list[ArticleGraph | Gazetteer | str]) -> list[ArticleGraph | Gazetteer]:
    """Return what is left of a history: the last gazetteer and the last graph of each article that stayed."""
    left: dict[str, ArticleGraph | Gazetteer] = {}
    for action in actions:
        if isinstance(action, str):
            left.pop(action, None)
        else:
            left["gazetteer" if isinstance(action, Gazetteer) else action.article.id] = action
    return list(left.values())


@settings(max_examples=60, deadline=None)
@given(ACTIONS)
def test_derivation_step_by_step_equals_derivation_of_all(actions: list[ArticleGraph | Gazetteer | str]) -> None:
    with TemporaryDirectory() as folder, open_writer(Path(folder), backend="memory") as writer:
        for action in actions:
            act(writer, action)
        assert not writer.rebuild()


@settings(max_examples=40, deadline=None)
@given(ACTIONS, st.randoms())
def test_history_leaves_no_trace(actions: list[ArticleGraph | Gazetteer | str], random: object) -> None:
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        with open_writer(Path(first), backend="memory") as writer:
            for action in actions:
                act(writer, action)
        straight = lasting(actions)
        random.shuffle(straight)  # type: ignore[attr-defined]
        with open_writer(Path(second), backend="memory") as writer:
            for action in straight:
                act(writer, action)
        assert dump(Path(first)) == dump(Path(second))


def test_rebuild_repairs_a_default_graph_that_went_wrong(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        writer.put(make_graph("a", *LINES))
    right = dump(tmp_path)
    store = Store(str(tmp_path / "graph" / "store"))
    store.update("DELETE WHERE { ?s a hkt:Statement }", prefixes=terms.PREFIXES)
    store.update("INSERT DATA { hkr:aisc hkt:locatedIn hkr:nowhere }", prefixes=terms.PREFIXES)
    del store
    with open_writer(tmp_path) as writer:
        assert writer.rebuild()
        assert not writer.rebuild()
    assert dump(tmp_path) == right


@pytest.mark.parametrize(
    ("scores", "expected"),
    [([0.7], 0.7), ([0.5, 0.5], 0.75), ([0.9, 0.9, 0.9], 0.99), ([0.995, 0.9], 0.995), ([1.0, 0.2], 1.0)],
)
def test_combine_doubts_less_the_more_articles_agree(scores: list[float], expected: float) -> None:
    assert combine(scores) == pytest.approx(expected)
    assert combine(reversed(scores)) == combine(scores)


def derive_all(*quad_sets: frozenset[Quad]) -> set[Quad]:
    store = Store()
    for quads in quad_sets:
        store.extend(quads)

    def match(subject: object, predicate: object, value: object) -> object:
        return store.quads_for_pattern(subject, predicate, value, None)

    def nothing(*_: object) -> tuple[Quad, ...]:
        return ()

    return derive(touched_by(set(), set(store), nothing), match, nothing)


def objects(quads: set[Quad], subject: str, predicate: str) -> set[str]:
    return {
        q.object.value for q in quads if q.subject.value.endswith(subject) and q.predicate.value.endswith(predicate)
    }


def test_derive_writes_to_the_default_graph_only() -> None:
    derived = derive_all(article_quads(make_graph("a", *LINES)))
    assert {quad.graph_name for quad in derived} == {DefaultGraph()}
    assert not {quad for quad in derived if "/evidence/" in quad.subject.value or "/mention/" in quad.subject.value}


def test_confidence_counts_an_article_once_by_its_surest_sentence() -> None:
    weak = make_graph("a", LINES[0], confidence=0.5)
    sure = make_graph("a", LINES[4], LINES[0], confidence=0.8)
    both = replace(sure, statements=(*sure.statements, *weak.statements))
    statement = f"statement/{weak.statements[0].id}"
    alone = derive_all(article_quads(both))
    assert objects(alone, statement, "confidence") == {"0.8"}
    assert objects(alone, statement, "support") == {"1"}
    joined = derive_all(article_quads(both), article_quads(make_graph("b", LINES[0], confidence=0.5)))
    assert objects(joined, statement, "confidence") == {"0.9"}
    assert objects(joined, statement, "support") == {"2"}


def test_statement_gathers_the_qualifiers_of_all_its_evidence() -> None:
    one, other = make_graph("a", LINES[7]), make_graph("b", LINES[8])
    derived = derive_all(article_quads(one), article_quads(other))
    statement = f"statement/{one.statements[0].id}"
    assert {value.rpartition("/")[2] for value in objects(derived, statement, "amount")} == {"3000000000", "5"}
    assert objects(derived, statement, "bound") == {"approx"}


def test_type_is_what_most_articles_say_unless_the_gazetteer_knows() -> None:
    as_body = replace(ENTITIES["aisc"], type="Organization")
    graphs = [article_quads(with_entity(make_graph(i, LINES[0]), as_body)) for i in "ab"]
    graphs.append(article_quads(make_graph("c", LINES[0])))
    assert objects(derive_all(*graphs), "/aisc", "#type") == {terms.HKT + "Organization"}
    known = entity_quads([ENTITIES["aisc"]], terms.GAZETTEER)
    assert objects(derive_all(*graphs, known), "/aisc", "#type") == {terms.HKT + "Facility"}


def test_one_more_voice_for_what_stands_touches_no_entity() -> None:
    first, second = article_quads(make_graph("a", LINES[0])), article_quads(make_graph("b", LINES[0]))
    default = Store()
    default.extend(derive_all(first))

    def look_up(subject: object, predicate: object, value: object) -> object:
        return default.quads_for_pattern(subject, predicate, value, None)

    assert touched_by(set(), second, look_up).entities == frozenset()
    assert {e.value for e in touched_by(second, set(), look_up).entities} == {
        terms.HKR + name for name in ("aisc", "pok-fu-lam")
    }


def test_derived_about_finds_description_and_facts_apart() -> None:
    quads = article_quads(make_graph("a", LINES[0], "aisc builds harbour-campus"))
    default = Store()
    default.extend(derive_all(quads))
    touched = touched_by(quads, set(), lambda s, p, o: default.quads_for_pattern(s, p, o, None))
    held = derived_about(touched, lambda s, p, o: default.quads_for_pattern(s, p, o, None))
    assert held == set(default)


@pytest.mark.parametrize(
    ("local", "expected"), [("aisc", True), ("value/HKD/5", False), ("statement/1", False), ("article/a", False)]
)
def test_is_entity_tells_entities_from_other_nodes(local: str, expected: bool) -> None:
    assert is_entity(terms.resource(local)) is expected
