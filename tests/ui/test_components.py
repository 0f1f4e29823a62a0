"""Our browser components from the Python side: what they are given, what comes back, and their stand-ins."""

# ruff: noqa: PLC0415 - Streamlit runs these functions by their text, with all that they import

import json

import pytest
from streamlit.testing.v1 import AppTest

from kg import resources
from kg.ui import components
from kg.ui.components import Selected, expanded_in, has_bundle, selected_in
from kg.ui.graph_data import Drawing

HOSTILE = "</script><img src=x onerror=alert(1)>"


def draw_graph(label="A"):
    import streamlit as st

    from kg.ui.components import graph
    from kg.ui.graph_data import Drawing
    from kg.ui.language import load_words

    node = {"id": "a", "label": label, "type": "Place", "degree": 1, "centre": True}
    drawing = Drawing((node,), (), {"Place": {"label": "Place", "colour": "#5da35c"}}, {"actual": "Stated"})
    st.session_state["chosen"] = graph(drawing, load_words("en"), key="g", height=300, on_expand=lambda: None)


def edit_query():
    import streamlit as st

    from kg.ui.components import query_editor
    from kg.ui.language import load_words

    st.session_state["asked"] = query_editor(
        "ASK { ?s ?p ?o }", revision="r1", terms=["hkt:met"], say=load_words("en"), key="e"
    )


def follow_links():
    import streamlit as st

    from kg.ui.components import followed_link

    st.session_state["link"] = followed_link(["", "entity"], on_go=lambda: None)


def run(function, **arguments):
    page = AppTest.from_function(function, kwargs=arguments, default_timeout=60).run()
    assert not page.exception
    return page


def protos(page):
    return [element.proto for element in page.get("bidi_component")]


@pytest.fixture
def without_bundles(monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "STATIC", tmp_path)


def test_graph_is_given_data_and_words(bundles):
    (proto,) = protos(run(draw_graph, label=HOSTILE))
    data = json.loads(proto.json)
    assert data["nodes"][0]["label"] == HOSTILE
    assert data["height"] == 300
    assert set(data["words"]) == {"label", "fit", "zoomIn", "zoomOut", "picture", "fullScreen", "hint"}
    assert "1 names" in data["words"]["label"]


def test_data_never_becomes_part_of_code_or_markup(bundles):
    (proto,) = protos(run(draw_graph, label=HOSTILE))
    assert HOSTILE not in proto.html_content + proto.js_content + proto.css_content


def test_code_of_one_line_is_taken_for_code_and_not_for_a_file_name(bundles):
    (proto,) = protos(run(follow_links))
    assert proto.js_content.endswith("// links")
    assert not proto.js_source_path


def test_nothing_is_selected_at_first(bundles):
    assert run(draw_graph).session_state["chosen"] is None


def test_editor_is_given_query_and_terms(bundles):
    page = run(edit_query)
    data = json.loads(protos(page)[0].json)
    assert (data["text"], data["revision"], data["terms"]) == ("ASK { ?s ?p ?o }", "r1", ["hkt:met"])
    assert page.session_state["asked"] is None


def test_links_are_given_the_names_of_our_pages(bundles):
    page = run(follow_links)
    assert json.loads(protos(page)[0].json) == {"pages": ["", "entity"]}
    assert page.session_state["link"] is None


def test_graph_without_its_bundle_points_to_the_table(without_bundles):
    page = run(draw_graph)
    assert not protos(page)
    assert "table" in page.info[0].value


def test_editor_without_its_bundle_is_a_text_field_that_runs(without_bundles):
    page = run(edit_query)
    page.text_area[0].set_value("ASK { }")
    page.button[0].click().run()
    assert page.session_state["asked"] == "ASK { }"


def test_links_without_their_bundle_stay_ordinary_links(without_bundles):
    assert run(follow_links).session_state["link"] is None


def test_has_bundle_looks_for_the_built_file(bundles):
    assert has_bundle("graph")
    assert not has_bundle("timeline")


@pytest.mark.parametrize(
    ("state", "selected"),
    [
        ({"selected": {"kind": "node", "id": "a"}}, Selected("node", "a")),
        ({"selected": {"kind": "edge", "id": 7}}, Selected("edge", "7")),
        ({"selected": {"kind": "other", "id": "a"}}, None),
        ({"selected": None}, None),
        ({}, None),
    ],
)
def test_selected_in_reads_what_the_browser_said(monkeypatch, state, selected):
    monkeypatch.setattr(components.st, "session_state", {"g": state})
    assert selected_in("g") == selected
    assert selected_in("elsewhere") is None


@pytest.mark.parametrize(("state", "expanded"), [({"expand": "a"}, "a"), ({"expand": None}, None), ({}, None)])
def test_expanded_in_reads_what_was_double_clicked(monkeypatch, state, expanded):
    monkeypatch.setattr(components.st, "session_state", {"g": state})
    assert expanded_in("g") == expanded


def test_drawing_can_be_sent_as_json():
    json.dumps(Drawing((), (), {}, {}).data())
