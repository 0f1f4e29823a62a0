"""CONSTRUCT answers as drawings."""

from kg.store import HKR, HKT
from kg.ui.answer_drawing import draw_triples
from kg.ui.results import Cell

LABEL = Cell("http://www.w3.org/2000/01/rdf-schema#label", True)
CENTRE, PARK = Cell(f"{HKR}lantern-centre", True), Cell(f"{HKR}pearl-park", True)
LOCATED = Cell(f"{HKT}locatedIn", True)


def test_entities_keep_their_names_and_types(visit):
    drawing = draw_triples(visit, [(CENTRE, LOCATED, PARK)])
    assert [(node["label"], node["type"]) for node in drawing.nodes] == [
        ("Lantern Supercomputing Centre", "Facility"),
        ("Pearl Park", "Place"),
    ]
    assert [(edge["label"], edge["source"], edge["target"]) for edge in drawing.edges] == [
        ("located in", drawing.nodes[0]["id"], drawing.nodes[1]["id"])
    ]


def test_value_and_address_of_the_same_words_stay_apart(visit):
    triples = [(CENTRE, LABEL, Cell(PARK.value)), (CENTRE, LOCATED, PARK)]
    assert len(draw_triples(visit, triples).nodes) == 3


def test_triple_that_comes_twice_is_drawn_once(visit):
    drawing = draw_triples(visit, [(CENTRE, LOCATED, PARK)] * 2)
    assert (len(drawing.nodes), len(drawing.edges)) == (2, 1)


def test_what_is_no_entity_is_explained_in_the_legend(visit):
    drawing = draw_triples(visit, [(Cell("https://example.org/x", True), LABEL, Cell("X"))])
    assert drawing.types[""]["label"] == "Resource"
    assert drawing.nodes[0]["label"] == "https://example.org/x"
