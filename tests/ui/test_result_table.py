"""Answers as tables for reading: names with links, words for our terms, no ids."""

import re

import pytest

from kg.store import HKR, HKT
from kg.ui.result_table import heading, result_table, visible_columns
from kg.ui.results import Cell, Rows
from tests.ui.sample import opening


def entity(name):
    return Cell(HKR + name, True)


def cells(markup):
    return [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", markup)]


def test_table_names_and_links_entities(visit):
    table = result_table(visit, Rows(("body",), ((entity("example-bureau"),),)), 10)
    assert '<a href="/entity?id=example-bureau">Example Technology Bureau</a>' in table


def test_table_uses_chinese_names_for_chinese_readers(chinese_visit):
    rows = Rows(("body", "body_name"), ((entity("example-bureau"), Cell("Example Technology Bureau")),))
    assert cells(result_table(chinese_visit, rows, 10)) == ["示例科技局"]


def test_table_takes_the_name_of_the_answer_for_entities_it_does_not_know(visit):
    rows = Rows(("body", "body_name"), ((entity("nobody"), Cell("A <b>body</b>")),))
    assert cells(result_table(visit, rows, 10)) == ["A &lt;b&gt;body&lt;/b&gt;"]


def test_table_links_articles_by_title(visit):
    article = opening().article
    table = result_table(visit, Rows(("article",), ((entity(f"article/{article.id}"),),)), 10)
    assert f'<a href="/article?id={article.id}">{article.title}</a>' in table


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Cell(f"{HKT}locatedIn", True), "located in"),
        (Cell(f"{HKT}planned", True), "Planned"),
        (Cell(f"{HKT}Company", True), "Company"),
        (Cell(f"{HKR}value/HKD/3000000000", True), "HK$3 billion"),
        (Cell(f"{HKR}value/percent/90", True), "90 %"),
        (Cell(f"{HKR}value/PFLOPS/13000", True), "13,000 PFLOPS"),
        (Cell("3000000"), "3,000,000"),
        (Cell("2025"), "2025"),
        (Cell("12345.5"), "12,345.5"),
        (Cell("https://example.org/x", True), "https://example.org/x"),
        (Cell("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ],
)
def test_table_writes_values_for_readers(visit, cell, shown):
    assert cells(result_table(visit, Rows(("x",), ((cell,),)), 10)) == [shown]


def test_table_stops_at_its_limit(visit):
    assert len(cells(result_table(visit, Rows(("x",), ((Cell("1"),),) * 5), 3))) == 3


def test_visible_columns_pair_names_and_leave_out_statements():
    row = (entity("a"), Cell("A"), entity("statement/1"), Cell("2"))
    rows = Rows(("body", "body_name", "statement", "n"), (row,))
    assert visible_columns(rows) == [("body", "body_name"), ("n", None)]


def test_visible_columns_keep_statements_that_are_all_there_is():
    assert visible_columns(Rows(("s",), ((entity("statement/1"),),))) == [("s", None)]


@pytest.mark.parametrize(
    ("column", "words"), [("one_value", "One value"), ("postHolder", "Post holder"), ("n", "N"), ("GDP", "GDP")]
)
def test_heading_writes_variables_as_words(column, words):
    assert heading(column) == words
