"""What a sentence is about when it does not say."""

from __future__ import annotations

import pytest

from kg.extract.lines import draw_lines
from kg.extract.topics import Topics
from tests.extract.marked import read

COMPANY, FUND = frozenset({"Company"}), frozenset({"Programme"})


def topic(text: str, index: int, types: frozenset[str] = COMPANY, position: int | None = None) -> str | None:
    """Return the words that a sentence is taken to be about."""
    found = Topics(draw_lines(read(text))).about(index, types, position)
    return found.span.text if found else None


@pytest.mark.parametrize(
    ("text", "index", "position", "expected"),
    [
        ("[Bay|Company] met [Lee|Company]. It grew.", 1, None, "Bay"),  # the head of the sentence before
        ("[Bay|Company] grew. [Lee|Company] told [Ho|Person].", 1, 2, "Lee"),  # nearer, in the same one
        ("[Bay|Company] grew. One. Two. It did.", 3, None, "Bay"),
        (
            "[Lee|Company]. [Bay|Company] met [Bay|Company]. One. Two. Three. It did.",
            5,
            None,
            "Bay",
        ),  # what is named most
        ("It did. [Bay|Company] grew.", 0, None, "Bay"),  # only later
    ],
)
def test_topic_is_found_from_near_to_far(text: str, index: int, position: int | None, expected: str) -> None:
    assert topic(text, index, position=position) == expected


def test_topic_must_have_a_fitting_type() -> None:
    assert topic("[Bay|Company] runs [The Fund|Programme]. It grew.", 1, FUND) == "The Fund"
    assert topic("[Bay|Company] grew. It did.", 1, FUND) is None


def test_later_mentions_count_only_where_wanted() -> None:
    topics = Topics(draw_lines(read("It did. [Bay|Company] grew.")))
    assert topics.about(0, COMPANY, ahead=False) is None
