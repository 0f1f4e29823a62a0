from datetime import date

import pytest

from kg.sources.markdown import read_markdown, strip_marks


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# Title", "Title"),
        ("## Title ##", "Title"),
        ("**bold** and *thin* and __fat__ and _slim_", "bold and thin and fat and slim"),
        ('[Cyberport](https://example.org "Title") grew', "Cyberport grew"),
        ("![A picture](a.png)Text", "Text"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("> quoted", "quoted"),
        ("`code` and snake_case_name and 2 * 3 * 4", "code and snake_case_name and 2 * 3 * 4"),
        ("one\n\n---\n\ntwo", "one\n\ntwo"),
        ("```\ncode\n```", "code"),
        (r"1\. Not a list", "1. Not a list"),
        ("<!-- hidden -->seen", "seen"),
        ("- one\n- two", "- one\n- two"),
    ],
)
def test_strip_marks_keeps_the_words(marked, plain):
    assert strip_marks(marked) == plain


def test_markdown_with_keys_at_its_top_has_a_header():
    keys = b'title: "Slopes are open"\ndate: 2025-03-10\nsource: Lamma Post\nurl: https://example.org/a'
    data = b"---\n" + keys + b"\n---\n\n# Slopes are open\n\nIt is."
    (article,) = read_markdown(data, "a.md")
    assert (article.title, article.publisher, article.published) == ("Slopes are open", "Lamma Post", date(2025, 3, 10))
    assert article.text == "Slopes are open\n\nIt is."
    assert article.url == "https://example.org/a"


def test_markdown_with_a_title_only_at_its_top():
    (article,) = read_markdown(b"---\ntitle: Slopes\n---\nThe slopes are open.", "a.md")
    assert article.text == "Slopes\n\nThe slopes are open."


def test_markdown_may_carry_our_header():
    (article,) = read_markdown(
        b"# Slopes\n\nSource: Lamma Post | Published: 2025-03-10\n\nThe slopes are open.", "a.md"
    )
    assert (article.publisher, article.text) == ("Lamma Post", "Slopes\n\nThe slopes are open.")
