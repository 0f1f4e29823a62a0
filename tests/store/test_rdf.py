from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.model import Entity, Period, Qualifiers, Quantity, Span
from kg.store import terms
from kg.store.rdf import article_quads, entity_quads, evidence_id, mention_id, text_hash
from tests.store.examples import ENTITIES, make_graph, make_statement

ARTICLE = terms.article_graph("a")


def about(quads: Iterable[Quad], subject: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in quads:
        if quad.subject.value == terms.HKR + subject:
            found.setdefault(quad.predicate.value.split("#")[-1].split("/")[-1], set()).add(str(quad.object))
    return found


def objects_of(line: str) -> set[str]:
    statement = make_graph("a", line).statements[0]
    return about(article_quads(make_graph("a", line)), f"statement/{statement.id}")["object"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("hong-kong", "<https://w3id.org/hk-tech-policy/id/hong-kong>"),
        ("3000000000:HKD", "<https://w3id.org/hk-tech-policy/id/value/HKD/3000000000>"),
        ("90:percent", "<https://w3id.org/hk-tech-policy/id/value/percent/90>"),
        ("12.50:MW", "<https://w3id.org/hk-tech-policy/id/value/MW/12.5>"),
        ("7:'sq m'", "<https://w3id.org/hk-tech-policy/id/value/sq%20m/7>"),
        ("20:count", '"20"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("2024:date", '"2024"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("2024-12:date", '"2024-12"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        ("2024-12-09:date", '"2024-12-09"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("underConstruction:status", "<https://w3id.org/hk-tech-policy/ontology#underConstruction>"),
        ("'full steam:text'", '"full steam"'),
    ],
)
def test_statement_object_becomes_a_term(target: str, expected: str) -> None:
    assert objects_of(f"aisc relates {target}") == {expected}


def test_statement_is_described_so_that_all_can_be_derived() -> None:
    graph = make_graph("a", "aisc locatedIn hong-kong planned valid_from=2025:date valid_to=2026-01:date")
    described = about(article_quads(graph), f"statement/{graph.statements[0].id}")
    assert {name: len(values) for name, values in described.items()} == dict.fromkeys(
        ["type", "subject", "predicate", "object", "modality", "validFrom", "validTo"], 1
    )
    assert described["modality"] == {f"<{terms.HKT}planned>"}


def test_evidence_carries_quote_place_rule_and_qualifiers() -> None:
    line = "bureau funds subsidy-scheme amount=5000000:HKD share=10:percent bound=ge programme=subsidy-scheme"
    graph = make_graph("a", line)
    statement = graph.statements[0]
    span = statement.provenance.evidence
    described = about(article_quads(graph), f"evidence/{evidence_id(statement.id, 'a', span)}")
    assert described == {
        "type": {f"<{terms.HKT}Evidence>"},
        "supports": {f"<{terms.HKR}statement/{statement.id}>"},
        "wasDerivedFrom": {str(ARTICLE)},
        "wasGeneratedBy": {f"<{terms.HKR}extractor/patterns-1>"},
        "modality": {f"<{terms.HKT}actual>"},
        "confidence": {str(terms.confidence(0.9))},
        "exact": {str(Literal(line))},
        "start": {str(Literal(span.start))},
        "end": {str(Literal(span.end))},
        "amount": {f"<{terms.HKR}value/HKD/5000000>"},
        "share": {f"<{terms.HKR}value/percent/10>"},
        "bound": {'"ge"'},
        "programme": {f"<{terms.HKR}subsidy-scheme>"},
    }


def test_two_rules_in_one_sentence_are_one_evidence_as_sure_as_the_surer() -> None:
    graph = make_graph("a", "aisc locatedIn hong-kong")
    first = graph.statements[0]
    second = replace(first, provenance=replace(first.provenance, rule="model-2", confidence=0.4))
    quads = article_quads(replace(graph, statements=(second, first)))
    described = about(quads, f"evidence/{evidence_id(first.id, 'a', first.provenance.evidence)}")
    assert described["confidence"] == {str(terms.confidence(0.9))}
    assert len(described["wasGeneratedBy"]) == 2


@pytest.mark.parametrize(
    ("value", "kind", "unit"),
    [
        (Quantity(Decimal("5"), "USD"), "MonetaryAmount", "currency"),
        (Quantity(Decimal("5"), "MW"), "QuantitativeValue", "unitText"),
    ],
)
def test_value_node_says_number_and_unit(value: Quantity, kind: str, unit: str) -> None:
    graph = make_graph("a", "aisc relates hong-kong")
    statement = replace(graph.statements[0], object=value)
    described = about(article_quads(replace(graph, statements=(statement,))), f"value/{value.unit}/5")
    assert described == {
        "type": {f"<{terms.SCHEMA}{kind}>"},
        "value": {str(Literal(5))},
        unit: {f'"{value.unit}"'},
    }


def test_article_carries_its_metadata_and_cited_addresses() -> None:
    graph = make_graph(
        "a",
        publisher="Daily",
        url="https://news.example/a b",
        published=date(2025, 7, 5),
        fetched_at=datetime(2025, 7, 6, tzinfo=UTC),
        cites=("https://gov.example/x", "no address"),
        partial=True,
        source_file="a.txt",
        lang="zh-Hant",
    )
    described = about(article_quads(graph), "article/a")
    assert described["type"] == {f"<{terms.SCHEMA}NewsArticle>"}
    assert described["headline"] == {'"News a"@zh-hant'}
    assert described["url"] == {"<https://news.example/a%20b>"}
    assert described["source"] == {"<https://gov.example/x>", '"no address"'}
    assert described["textHash"] == {f'"{text_hash(graph.article.text)}"'}
    assert {"publisher", "datePublished", "fetchedAt", "inLanguage", "partial", "sourceFile"} < set(described)


def test_article_without_metadata_says_only_what_it_has() -> None:
    graph = make_graph("a", publisher=None, url=None, published=None)
    assert set(about(article_quads(graph), "article/a")) == {"type", "headline", "inLanguage", "textHash"}


def test_mention_points_to_its_entity_and_place() -> None:
    graph = make_graph("a", "aisc locatedIn hong-kong")
    mention = graph.links[0].mention
    described = about(article_quads(graph), f"mention/{mention_id('a', mention.span, 'aisc')}")
    assert described["refersTo"] == {f"<{terms.HKR}aisc>"}
    assert described["mentionType"] == {f"<{terms.HKT}Facility>"}
    assert described["exact"] == {'"aisc"'}
    assert described["start"] == {str(Literal(mention.span.start))}


def test_names_are_tagged_by_their_script() -> None:
    entity = Entity("x", "Company", "Acme", label_zh="極致", aliases=("Acme Ltd",), aliases_zh=("極致公司",))
    described = about(entity_quads([entity], terms.GAZETTEER), "x")
    assert described["label"] == {'"Acme"@en', '"極致"@zh-hant'}
    assert described["altLabel"] == {'"Acme Ltd"@en', '"極致公司"@zh-hant'}


def test_entity_of_a_chinese_article_has_a_chinese_label() -> None:
    assert about(entity_quads([Entity("x", "Company", "極致")], terms.GAZETTEER), "x")["label"] == {'"極致"@zh-hant'}


@pytest.mark.parametrize("checked", [True, False])
def test_known_entity_says_whether_it_was_checked(checked: bool) -> None:
    entity = Entity(
        "x",
        "Company",
        "Acme",
        same_as=("http://www.wikidata.org/entity/Q1",),
        checked=checked,
        source="https://s.example/",
    )
    described = about(entity_quads([entity], terms.GAZETTEER), "x")
    assert described["checked"] == {str(Literal(checked))}
    assert described["sameAs"] == {"<http://www.wikidata.org/entity/Q1>"}
    assert described["source"] == {"<https://s.example/>"}


def test_all_quads_stand_in_the_graph_of_the_article() -> None:
    assert {quad.graph_name for quad in article_quads(make_graph("a", "aisc locatedIn hong-kong"))} == {ARTICLE}


def test_quads_are_written_as_the_engine_keeps_them() -> None:
    quads = article_quads(
        make_graph("a", "aisc hasBudget 2.50:HKD", "aisc relates 3.0:count", confidence=1.0, lang="zh-Hant")
    )
    store = Store()
    store.extend(quads)
    assert set(store) == quads


def test_ids_depend_on_all_their_parts() -> None:
    ids = {
        evidence_id("s", "a", Span(1, 2)),
        evidence_id("s", "a", Span(1, 3)),
        evidence_id("s", "b", Span(1, 2)),
        evidence_id("t", "a", Span(1, 2)),
        mention_id("a", Span(1, 2), "s"),
    }
    assert len(ids) == 5
    assert all(len(name) == 16 for name in ids)


def test_statement_without_programme_id_keeps_the_mention_out() -> None:
    graph = make_graph("a", "aisc locatedIn hong-kong")
    mention = graph.links[0].mention
    statement = replace(graph.statements[0], qualifiers=Qualifiers(programme=mention, valid_from=Period("2025")))
    quads = article_quads(replace(graph, statements=(statement,)))
    assert not [quad for quad in quads if quad.predicate == NamedNode(terms.HKT + "programme")]


def test_example_statements_have_stable_ids() -> None:
    assert (
        make_statement("aisc locatedIn hong-kong", "a", 0).id == make_statement("aisc locatedIn hong-kong", "b", 9).id
    )
    assert ENTITIES["aisc"].label_zh
