"""A visit: names, words and addresses in the reader's language."""

import pytest

from kg.query.rows import EntityRow, ValueRow
from kg.store import open_reader
from kg.ui.language import load_words
from kg.ui.visit import EmptyGraphError, Visit

PARK = EntityRow("pearl-park", "Place", "Pearl Park", "明珠園")
ENGINE = EntityRow("tidal-engine", "Product", "Tidal Engine")


def test_name_and_other_name_change_places_with_the_language(visit, chinese_visit):
    assert (visit.name(PARK), visit.other_name(PARK)) == ("Pearl Park", "明珠園")
    assert (chinese_visit.name(PARK), chinese_visit.other_name(PARK)) == ("明珠園", "Pearl Park")


def test_entity_with_one_name_has_no_other_name(visit, chinese_visit):
    assert (visit.other_name(ENGINE), chinese_visit.other_name(ENGINE)) == (None, None)
    assert chinese_visit.name(ENGINE) == "Tidal Engine"


def test_labels_come_from_the_ontology(visit, chinese_visit, ontology):
    assert visit.type_label("GovernmentBody") == "Government body"
    assert chinese_visit.relation_label("locatedIn") == ontology.relations["locatedIn"].label_zh


def test_unknown_types_and_relations_are_shown_as_they_are(visit):
    assert (visit.type_label("Ship"), visit.relation_label("sails")) == ("Ship", "sails")


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (ValueRow("5 July 2025", "2025-07-05", "date"), "5 Jul 2025", "2025年7月5日"),
        (ValueRow("in force", "inForce", "status"), "in force", "已生效"),
        (ValueRow("half built", "halfBuilt", "status"), "half built", "half built"),
        (ValueRow("HK$3,000,000,000", "3000000000", "HKD"), "HK$3 billion", "30億港元"),
        (ValueRow("1,300 PFLOPS", "1300", "PFLOPS"), "1,300 PFLOPS", "1,300 PFLOPS"),
    ],
)
def test_value_is_written_for_its_reader(visit, chinese_visit, value, english, chinese):
    assert visit.value(value) == english
    assert chinese_visit.value(value) == chinese


def test_links_carry_a_language_that_the_browser_would_not_choose(ontology):
    visit = Visit(None, load_words("zh-Hant"), ontology, carried="zh-Hant")
    assert visit.href("entity", id="aisc") == "/entity?id=aisc&lang=zh-Hant"


def test_graph_is_an_error_with_advice_as_long_as_there_is_none(ontology):
    with pytest.raises(EmptyGraphError, match="kg build"):
        _ = Visit(None, load_words("en"), ontology).graph


def test_text_of_an_article_that_is_gone_is_empty(visit, sample_dir):
    assert visit.text_of("000000000000") == ""
    assert open_reader(sample_dir).version == visit.graph.version


def test_related_types_stand_together_and_unknown_ones_last(visit):
    assert sorted(["Ship", "Event", "Post", "Person"], key=visit.type_order) == ["Person", "Post", "Event", "Ship"]
