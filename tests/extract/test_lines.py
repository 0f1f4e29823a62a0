"""Sentences as lines of words and slots."""

from __future__ import annotations

import pytest

from kg.extract.lines import MAX_CELLS, draw_lines
from kg.extract.wordmarks import mark_words, unmark
from tests.extract.marked import read


def lines(text: str) -> list[str]:
    """Return the lines of a text without the blanks around them."""
    return [line.text.strip() for line in draw_lines(read(text))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[Bay|Company] runs [Dock|Facility].", "‹0:Company› runs ‹1:Facility› ."),
        ("[Bay|Company]’s [Dock|Facility]", "‹0:Company› 's ‹1:Facility›"),
        ("It raised [its|Company=0] stake", "it raised its stake"),
        ("Prof. [Ho|Person] and Mrs [Lau|Person]", "‹0:Person› and ‹1:Person›"),
        ("the state-owned [Bay|Company]", "the state-owned ‹0:Company›"),
        ("[Sha Tin|Place]-based [Bay|Company]", "‹0:Place› -based ‹1:Company›"),
        ("[Bay|Company] – a bank – grew", "‹0:Company› , a bank , grew"),
        ("- [Bay|Company]", "‹0:Company›"),
        ("“[Bay|Company]” grew", "‹0:Company› grew"),
        ("[20|count=20 count] of [Bay|Company]", "‹0:count› of ‹1:Company›"),
        ("[one|count=1 count] of its arms", "one of its arms"),
    ],
)
def test_sentence_becomes_line(text: str, line: str) -> None:
    text = text.replace("[its|Company=0]", "its") if "its|" in text else text
    assert lines(text) == [line]


def test_possessive_pronoun_is_a_slot_that_owns() -> None:
    assert lines("[Bay|Company] and [its|Company=0] [Dock|Facility]") == ["‹0:Company› and ‹1:Company› 's ‹2:Facility›"]


def test_slots_are_numbered_through_the_text() -> None:
    assert lines("[Bay|Company] grew. [Lee|Company] shrank.") == ["‹0:Company› grew .", "‹1:Company› shrank ."]


def test_longest_of_overlapping_names_is_the_slot() -> None:
    doc = read("[Bay Bank|Company] grew.")
    doc.spans["mentions"].append(doc.char_span(0, 3, label="Place"))
    assert [line.text.strip() for line in draw_lines(doc)] == ["‹0:Company› grew ."]


def test_sentence_without_end_is_cut() -> None:
    drawn = draw_lines(read("word " * (3 * MAX_CELLS)))
    assert [len(line.text.split()) for line in drawn] == [MAX_CELLS] * 3


def test_empty_text_has_no_lines() -> None:
    assert lines("\n\n") == []


def test_bullets_follow_their_lead_in() -> None:
    text = "Members of [Bay|Company]:\n- [Ho|Person]\n2. [Lau|Person]\nOthers left."
    lead = "members of ‹0:Company› :"
    assert lines(text)[0] == lead
    assert lines(text)[1] == f"{lead} ‹1:Person›"
    assert lines(text)[-1] == "others left ."


def test_marks_can_be_taken_off_again() -> None:
    text = " ‹0:Company› has also opened the park of shanghai "
    assert mark_words(text) == " ‹0:Company› has~ also^ opened the park of¦ shanghai "
    assert unmark(mark_words(text)) == text
