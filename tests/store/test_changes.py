from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.store import terms
from kg.store.changes import View, as_stored, write_update

NODE = NamedNode("http://x.example/a")
ARTICLE, OTHER = terms.article_graph("a"), terms.article_graph("b")
QUADS = st.sets(
    st.builds(
        Quad,
        st.just(NODE),
        st.just(NODE),
        st.one_of(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=4).map(Literal),
            st.integers().map(Literal),
            st.sampled_from([NODE, Literal("名", language="zh-hant")]),
        ),
        st.sampled_from([ARTICLE, OTHER, DefaultGraph()]),
    ),
    max_size=5,
)


@settings(deadline=None)
@given(QUADS, QUADS)
def test_update_turns_one_set_of_quads_into_another(old: set[Quad], new: set[Quad]) -> None:
    store = Store()
    store.extend(old)
    store.update(write_update(as_stored(old) - as_stored(new), as_stored(new)))
    assert set(store) == as_stored(new)


def test_update_leaves_alone_what_goes_and_comes() -> None:
    quad = Quad(NODE, NODE, Literal("stays"), ARTICLE)
    assert "stays" not in write_update({quad}, {quad})


def test_as_stored_writes_numbers_and_languages_as_the_engine_does() -> None:
    decimal = NamedNode(terms.XSD + "decimal")
    written = as_stored(
        [Quad(NODE, NODE, Literal("1.50", datatype=decimal)), Quad(NODE, NODE, Literal("名", language="zh-Hant"))]
    )
    assert {str(quad.object) for quad in written} == {f'"1.5"^^{decimal}', '"名"@zh-hant'}


def test_view_shows_the_new_graph_in_place_of_the_old() -> None:
    store = Store()
    for name in (ARTICLE, OTHER, terms.GAZETTEER, terms.ONTOLOGY, terms.DATASET, DefaultGraph()):
        store.add(Quad(NODE, NODE, Literal("old"), name))
    view = View(store.quads_for_pattern, instead_of=ARTICLE, stands=[Quad(NODE, NODE, Literal("new"), ARTICLE)])
    assert {(quad.object.value, quad.graph_name) for quad in view.match(NODE, None, None)} == {
        ("new", ARTICLE),
        ("old", OTHER),
        ("old", terms.GAZETTEER),
    }
    assert [quad.graph_name for quad in view.match(None, NODE, Literal("new"))] == [ARTICLE]
