"""What the drawn graph is given."""

from kg.query import neighbourhood
from kg.query.rows import Edge, EntityRow, GraphView
from kg.ui.graph_data import draw, joined


def node(name, degree=1):
    return EntityRow(name, "Place", name.title(), degree=degree)


def edge(source, target):
    return Edge(f"{source}-{target}", source, target, "partOf", "actual", 1, 0.9)


def test_draw_names_nodes_edges_and_legend_in_the_language_of_the_reader(chinese_visit):
    view = neighbourhood(chinese_visit.graph, ["lantern-centre"])
    drawing = draw(view, chinese_visit, centres=["lantern-centre"])
    labels = {item["id"]: item["label"] for item in drawing.nodes}
    assert labels == {"lantern-centre": "燈塔超算中心", "harbour-tech": "海港科技有限公司", "pearl-park": "明珠園"}
    assert drawing.types["Place"]["label"] == chinese_visit.type_label("Place")
    assert drawing.modalities["planned"] == "計劃中"


def test_draw_marks_centres_and_keeps_modalities(visit):
    drawing = draw(neighbourhood(visit.graph, ["harbour-tech"]), visit, centres=["harbour-tech"])
    assert [item["id"] for item in drawing.nodes if item["centre"]] == ["harbour-tech"]
    kinds = {(item["source"], item["target"]): item["modality"] for item in drawing.edges}
    assert kinds["harbour-tech", "pearl-park"] == "denied"


def test_drawing_is_plain_data(visit):
    data = draw(GraphView((node("a"),), ()), visit, path=["x"], focus="a").data()
    assert data["path"] == ["x"]
    assert data["focus"] == "a"
    assert data["nodes"] == [{"id": "a", "label": "A", "type": "Place", "degree": 1, "centre": False}]


def test_joined_lays_parts_over_each_other_once():
    one = GraphView((node("a"), node("b")), (edge("a", "b"),), 2)
    other = GraphView((node("b"), node("c")), (edge("b", "c"), edge("a", "b")), 1)
    both = joined([one, other])
    assert [item.id for item in both.nodes] == ["a", "b", "c"]
    assert [item.id for item in both.edges] == ["a-b", "b-c"]
    assert both.left_out == 3
