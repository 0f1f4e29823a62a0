from __future__ import annotations

from kg.query import article_page, articles
from kg.store import Reader


def test_articles_stand_newest_first_and_undated_last(reader: Reader) -> None:
    assert [row.id for row in articles(reader, 10, 0)] == ["future", "busy", "opening", "undated"]
    assert [row.id for row in articles(reader, 2, 1)] == ["busy", "opening"]


def test_article_row_carries_metadata_and_counts(reader: Reader) -> None:
    row = articles(reader, 1, 2)[0]
    assert (row.title, row.publisher, row.published) == ("News opening", "Daily", "2024-12-09")
    assert (row.url, row.lang, row.partial) == ("https://news.example/opening", "en", False)
    assert (row.statements, row.mentions) == (7, 7)
    assert row.cites == ("https://gov.example/a", "https://gov.example/b")


def test_article_without_metadata_has_a_row(reader: Reader) -> None:
    row = articles(reader, 10, 3)[0]
    assert (row.publisher, row.published, row.url, row.partial, row.cites) == (None, None, None, True, ())


def test_article_page_marks_mentions_in_the_text(reader: Reader) -> None:
    page = article_page(reader, "busy")
    assert page
    assert len(page.mentions) == 8
    assert all(page.text[mention.start : mention.end] == mention.text for mention in page.mentions)
    assert [mention.start for mention in page.mentions] == sorted(mention.start for mention in page.mentions)
    assert page.mentions[0].entity.label == "AI Supercomputing Centre"


def test_article_page_lists_facts_in_the_order_of_the_text(reader: Reader) -> None:
    page = article_page(reader, "busy")
    assert page
    assert [fact.relation for fact in page.facts][:3] == ["locatedIn", "hasUtilisation", "applicationsReceived"]
    assert len(page.facts) == 8


def test_unknown_article_has_no_page(reader: Reader) -> None:
    assert article_page(reader, "nothing") is None


def test_empty_graph_has_no_articles(empty: Reader) -> None:
    assert articles(empty) == ()
