from datetime import date

import pytest

from kg.errors import SourceError
from kg.sources.header import has_header, read_headed

HEADED = """Slopes are open
Source: Lamma Post | Published: 2025-03-10 | URL: https://Example.org/slopes?utm_source=mail
Facts: https://example.org/a https://example.org/b
Facts: https://example.org/c, https://example.org/a

The Slope Registry has opened. It is in
Aberdeen.

A second paragraph:
- one
- two
"""


def test_header_tells_all_about_the_article():
    (article,) = read_headed(HEADED, "slopes.txt")
    assert (article.title, article.publisher) == ("Slopes are open", "Lamma Post")
    assert article.published == date(2025, 3, 10)
    assert article.url == "https://example.org/slopes"
    assert article.cites == ("https://example.org/a", "https://example.org/b", "https://example.org/c")
    assert (article.lang, article.source_file, article.partial) == ("en", "slopes.txt", False)


def test_text_is_title_and_body_without_the_header():
    (article,) = read_headed(HEADED, "slopes.txt")
    assert article.text.startswith("Slopes are open\n\nThe Slope Registry has opened.")
    assert article.text.endswith("A second paragraph:\n- one\n- two")
    assert "Source" not in article.text
    assert "Facts" not in article.text


def test_identity_is_the_address_where_there_is_one():
    (article,) = read_headed(HEADED, "a.txt")
    (changed,) = read_headed(HEADED.replace("Aberdeen", "Stanley"), "b.txt")
    assert article.id == changed.id


def test_identity_is_the_text_where_there_is_no_address():
    plain = HEADED.replace(" | URL: https://Example.org/slopes?utm_source=mail", "")
    (article,), (changed,) = read_headed(plain, "a.txt"), read_headed(plain.replace("Aberdeen", "Stanley"), "a.txt")
    assert article.id != changed.id


@pytest.mark.parametrize(
    ("second", "headed"),
    [
        ("Source: Lamma Post | Published: 2025-03-10", True),
        ("Source: Lamma Post", True),
        ("source: Lamma Post | published: 10 March 2025", True),
        ("Published: 2025-03-10", True),
        ("Published: 8:14pm, 23 May 2025", False),
        ("The Slope Registry has opened.", False),
    ],
)
def test_has_header_looks_at_the_second_line(second, headed):
    assert has_header(f"Slopes are open\n{second}\n\nText.") is headed


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("Source: Lamma Post | Published: 10 March 2025", date(2025, 3, 10)),
        ("Source: Lamma Post | Published: ", None),
        ("Source: Lamma Post", None),
    ],
)
def test_date_may_be_missing_or_in_words(second, day):
    (article,) = read_headed(f"Slopes\n{second}\n\nText.", "a.txt")
    assert article.published == day


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("Source: x | Published: 2025-13-45", "a.txt, line 2: '2025-13-45' is no date; write `Published: YYYY-MM-DD`"),
        ("Source: x | Published: soon", "line 2: 'soon' is no date"),
        ("Source: x | URL: slopes", "line 2: 'slopes' is no web address"),
        ("Source: x\nFacts: https://example.org/a see there", "line 3: 'see' is no web address"),
    ],
)
def test_wrong_header_is_named_with_its_line(header, message):
    with pytest.raises(SourceError) as error:
        read_headed(f"Slopes\n{header}\n\nText.", "a.txt")
    assert message in str(error.value)


def test_header_without_text_is_refused():
    with pytest.raises(SourceError, match="no text below the header"):
        read_headed("Slopes\nSource: x | Published: 2025-03-10\n", "a.txt")


def test_file_may_hold_several_articles():
    second = HEADED.replace("Slopes are open", "Piers are closed").replace("/slopes", "/piers")
    articles = read_headed(f"{HEADED}\n\n{second}", "digest.txt")
    assert [article.title for article in articles] == ["Slopes are open", "Piers are closed"]
    assert "Piers" not in articles[0].text
    assert articles[0].id != articles[1].id


def test_title_may_carry_the_mark_of_a_heading():
    (article,) = read_headed("# Slopes\nSource: x\n\nText.", "a.md")
    assert article.title == "Slopes"
