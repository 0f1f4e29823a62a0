"""Bar charts made of markup."""

import re

from kg.ui.charts import Bar, bars
from kg.ui.markup import el


def widths(markup):
    return [int(width) for width in re.findall(r"width:(\d+)%", markup)]


def bar(size):
    return Bar(el("a", "x", href="/"), size, str(size), "#123456")


def test_longest_bar_fills_the_width_and_the_others_are_in_proportion():
    assert widths(bars([bar(50), bar(200), bar(100)])) == [25, 100, 50]


def test_smallest_bar_can_still_be_seen():
    assert widths(bars([bar(1_000_000), bar(1)])) == [100, 1]


def test_no_rows_make_an_empty_list():
    assert bars([]) == '<ul class="kg-bars"></ul>'


def test_rows_without_size_do_not_fail():
    assert widths(bars([bar(0)])) == [1]
