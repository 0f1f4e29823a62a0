"""Articles as pages show them."""

import re

import pytest

from kg.model import Span
from kg.query import article_page, articles
from kg.query.rows import ArticlePage, ArticleRow, EntityRow, MentionRow
from kg.ui.article_blocks import (
    article_card,
    article_text,
    article_title,
    byline,
    cited_sources,
    lines_of,
    marked,
    parse_place,
)
from tests.ui.sample import hostile, opening

PARK = EntityRow("pearl-park", "Place", "Pearl Park", "明珠園")
ROW = ArticleRow("a1", "A title", "Wire", "2025-03-04", "https://example.org/1", "en", 1, 2)


def words(markup):
    return re.sub(r"<[^>]+>", "", markup)


def mention(start, end, entity=PARK):
    return MentionRow(start, end, "", entity)


def page_of(visit, draft):
    return article_page(visit.graph, draft.article.id)


def test_text_is_shown_whole_with_mentions_as_links(visit):
    page = page_of(visit, opening())
    shown = article_text(visit, page)
    body = page.text.removeprefix(page.article.title).strip()
    assert words(shown.replace("</p>", "\n")).strip() == body.replace("'", "&#x27;")
    assert shown.count('href="/entity?id=harbour-tech"') == 2
    assert 'title="Place: Pearl Park"' in shown


def test_title_is_left_to_the_heading_and_has_its_own_mentions(visit):
    page = page_of(visit, opening())
    assert words(article_title(visit, page)) == page.article.title
    assert 'href="/entity?id=pearl-park"' in article_title(visit, page)


def test_title_that_is_not_in_the_text_is_shown_all_the_same(visit):
    page = ArticlePage(ROW, "Only a body.", (), ())
    assert article_title(visit, page) == '<h1 lang="en">A title</h1>'
    assert words(article_text(visit, page)) == "Only a body."


def test_target_sentence_is_stressed_around_its_mentions(visit):
    text = "In Pearl Park it rains. Then not."
    shown = marked(visit, text, Span(0, len(text)), [mention(3, 13)], Span(0, 23))
    assert shown.startswith('<mark class="kg-target">In <a ')
    assert shown.endswith("it rains.</mark> Then not.")


def test_target_in_another_paragraph_stresses_nothing(visit):
    assert marked(visit, "one\ntwo", Span(0, 3), [], Span(4, 7)) == "one"


@pytest.mark.parametrize(
    ("mentions", "linked"),
    [
        ([mention(0, 5), mention(0, 10)], ["Pearl Park"]),
        ([mention(0, 10), mention(6, 14)], ["Pearl Park"]),
        ([mention(6, 10), mention(0, 5)], ["Pearl", "Park"]),
        ([mention(10, 99)], []),
    ],
)
def test_overlapping_mentions_are_never_nested(visit, mentions, linked):
    shown = marked(visit, "Pearl Park now", Span(0, 14), mentions, None)
    assert re.findall(r">([^<]+)</a>", shown) == linked
    assert words(shown) == "Pearl Park now"


def test_hostile_text_is_only_ever_text(visit):
    page = page_of(visit, hostile())
    shown = article_title(visit, page) + article_text(visit, page) + byline(visit, page.article)
    assert not re.search(r"<(script|img|b)\b", shown)
    assert 'href="javascript' not in shown


def test_byline_links_to_the_original_and_dates_it(visit, chinese_visit):
    assert words(byline(visit, ROW)) == "Wire · 4 Mar 2025"
    assert 'href="https://example.org/1"' in byline(visit, ROW)
    assert words(byline(chinese_visit, ROW)).endswith("2025年3月4日")


def test_byline_marks_what_is_only_a_beginning(visit):
    row = ArticleRow("a1", "A title", None, None, "https://example.org/1", "en", partial=True)
    assert words(byline(visit, row)) == "https://example.org/1 Beginning only"


def test_cited_sources_are_links_only_where_they_may_be(visit):
    shown = cited_sources(visit, page_of(visit, opening()).article)
    assert 'href="https://example.org/gazette/1"' in shown
    assert "javascript:alert(3)" in words(shown)
    assert 'href="javascript' not in shown
    assert cited_sources(visit, ROW) is None


def test_card_counts_facts_and_names(visit):
    assert "1 fact · 2 marked names" in article_card(visit, ROW)
    for row in articles(visit.graph, 10):
        assert f'href="/article?id={row.id}"' in article_card(visit, row)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("120-244", Span(120, 244)),
        ("5-5", None),
        ("9-3", None),
        ("a-b", None),
        ("", None),
        (None, None),
        ("-1-4", None),
    ],
)
def test_parse_place_reads_offsets_or_nothing(text, place):
    assert parse_place(text) == place


def test_lines_of_leaves_out_empty_lines():
    text = "one\n\n  \ntwo \n"
    assert [text[span.start : span.end] for span in lines_of(text)] == ["one", "two "]
