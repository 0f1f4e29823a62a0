from dataclasses import replace

from kg.model import Problem
from kg.resolve import resolve_extraction
from tests.resolve.making import KNOWN, ids_by_words, read

STORY = (
    "The Hong Kong Monetary Authority (HKMA) told Tidal Cooling in Hong Kong that it may start. "
    "Mr Chan of the HKMA agreed. The government is content with its work."
)
MENTIONS = (
    ("The Hong Kong Monetary Authority", "GovernmentBody", 0),
    ("HKMA", "GovernmentBody", 0),
    ("Tidal Cooling", "Company", 1),
    ("Hong Kong", "Place", 2),
    ("it", "Company", 1, False),
    ("Mr Chan", "Person", 3),
    ("HKMA", "GovernmentBody", 0),
    ("The government", "GovernmentBody", 4, False),
    ("its", "GovernmentBody", 4, False),
)


def story(key="a1b2c3d4e5f6"):
    return read(STORY, *MENTIONS, claims=[("regulates", 0, 2), ("affiliatedWith", 5, 6)], key=key)


def test_resolved_article_has_every_entity_once_in_order():
    graph = resolve_extraction(story(), KNOWN)
    assert [entity.id for entity in graph.entities] == [
        "company-tidal-cooling",
        "hkma",
        "hksar-government",
        "person-chan-in-a1b2c3d4e5f6-3",
        "place-hong-kong",
    ]


def test_resolved_article_links_every_mention_in_the_order_of_the_text():
    graph = resolve_extraction(story(), KNOWN)
    assert [link.mention for link in graph.links] == list(story().mentions)
    assert all(0 < link.score <= 1 and link.reason for link in graph.links)


def test_resolved_names_are_those_of_the_text_without_pronouns():
    graph = resolve_extraction(story(), KNOWN)
    assert graph.names["hkma"] == ("The Hong Kong Monetary Authority", "HKMA")
    assert graph.names["company-tidal-cooling"] == ("Tidal Cooling",)
    assert graph.names["hksar-government"] == ("The government",)


def test_known_entities_come_from_the_gazetteer_as_they_are():
    graph = resolve_extraction(story(), KNOWN)
    assert KNOWN.get("hkma") in graph.entities
    assert not next(entity for entity in graph.entities if entity.id == "company-tidal-cooling").known


def test_new_names_have_the_same_id_in_every_article():
    one, other = (ids_by_words(resolve_extraction(story(key), KNOWN)) for key in ("a" * 12, "b" * 12))
    differing = {words for words, entity in one.items() if other[words] != entity}
    assert differing == {("Mr Chan", 3)}


def test_resolving_twice_gives_the_same():
    assert resolve_extraction(story(), KNOWN) == resolve_extraction(story(), KNOWN)


def test_statements_lead_to_entities_of_the_article():
    graph = resolve_extraction(story(), KNOWN)
    ids = {entity.id for entity in graph.entities}
    assert {statement.subject for statement in graph.statements} | {
        statement.object for statement in graph.statements
    } <= ids


def test_new_entity_keeps_its_chinese_name():
    extraction = read("Tidal Cooling (潮汐冷卻) opened.", ("Tidal Cooling", "Company", 0), ("潮汐冷卻", "Company", 0))
    (entity,) = resolve_extraction(extraction, KNOWN).entities
    assert (entity.label, entity.label_zh, entity.id) == ("Tidal Cooling", "潮汐冷卻", "company-tidal-cooling")


def test_thing_without_any_name_is_no_entity():
    assert resolve_extraction(read("It grew.", ("It", "Company", 0, False)), KNOWN).entities == ()


def test_problems_of_the_extraction_are_handed_on():
    problem = Problem("extract", "a", "too long")
    assert resolve_extraction(replace(story(), problems=(problem,)), KNOWN).problems == (problem,)


def test_article_without_mentions_has_an_empty_graph():
    graph = resolve_extraction(read("Nothing."), KNOWN)
    assert (graph.entities, graph.links, graph.statements, dict(graph.names)) == ((), (), (), {})
