from datetime import date

import pytest

from kg.sources.headlines import belongs, choose_title, content_words, shares, split_date, split_site
from kg.sources.lines import classify, read_lines

TEXT = "The Slope Registry has put its drawings online. Engineers may download them."
KNOWN = content_words(TEXT)


def title(*lines):
    chosen = choose_title(tuple(read_lines(list(lines))), KNOWN)
    return chosen.text if chosen else None


@pytest.mark.parametrize(
    ("lines", "chosen"),
    [
        (["Islands and Piers", "Slope drawings put online", "Ferry fares"], "Slope drawings put online"),
        (["Slope drawings put online | Lamma Post", "Slope drawings put online"], "Slope drawings put online"),
        (["- Registry puts slope drawings online", "A morning of maps"], "A morning of maps"),
        (["Opening day: what the slopes show", "Owner: the registry of drawings"], "Opening day: what the slopes show"),
        (["Maps"], None),
        ([], None),
    ],
)  # fmt: skip
def test_choose_title_takes_the_line_that_the_text_takes_up(lines, chosen):
    assert title(*lines) == chosen


def test_choose_title_needs_less_in_common_above_a_date():
    assert (
        title("A long day for the registry", "10 March 2025", "Ways to download slope drawings")
        == "A long day for the registry"
    )


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Short sentences belong to it.", True),
        ("Owner: Tidal Cooling", True),
        ("Engineers may download slope drawings soon", True),
        ("Ferry fares to rise again in May", False),
        ("Law and Crime", False),
    ],
)
def test_belongs_tells_standfirsts_from_labels(line, kept):
    assert belongs(classify(line), KNOWN, "Registry puts slope drawings online") is kept


def test_belongs_drops_the_title_said_again():
    assert not belongs(
        classify("Registry puts slope drawings online | Lamma Post"), KNOWN, "Registry puts slope drawings online"
    )


def test_shares_wants_two_words_or_one_where_it_is_likely():
    assert shares("slope drawings", KNOWN)
    assert not shares("slope", KNOWN)
    assert shares("slope", KNOWN, likely=True)


@pytest.mark.parametrize(
    ("text", "words"), [("The slopes of Hong Kong in 2025", {"slopes", "2025"}), ("北角信託", {"北角", "角信", "信託"})]
)
def test_content_words_leave_out_common_ones(text, words):
    assert content_words(text) == words


@pytest.mark.parametrize(
    ("line", "parts"),
    [("Slopes open | Lamma Post", ("Slopes open", "Lamma Post")), ("Slopes open", ("Slopes open", None))],
)
def test_split_site_takes_off_the_name_of_the_site(line, parts):
    assert split_site(line) == parts


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Slopes open (2025-03-10)", ("Slopes open", date(2025, 3, 10))),
        ("Slopes open (in part)", ("Slopes open (in part)", None)),
    ],
)
def test_split_date_takes_off_a_date_in_brackets(line, parts):
    assert split_date(line) == parts
