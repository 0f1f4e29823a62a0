"""Short and Chinese names that brackets introduce."""

from __future__ import annotations

import pytest

from kg.extract.acronyms import expansion, find_definitions, looks_short
from kg.extract.words import split_sentences, split_words

Defined = tuple[str, list[str], list[str]]


def defined(text: str) -> list[Defined]:
    """Return long names with their short and Chinese names."""
    return [
        (text[d.start : d.end], [text[a:b] for a, b in d.shorts], [text[a:b] for a, b in d.chinese])
        for sentence in split_sentences(text)
        for d in find_definitions(text, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Quarrow Kite Bureau (QKB) met.", ("Quarrow Kite Bureau", ["QKB"], [])),
        ("the Institute of Kites and Lanterns (IKL)", ("Institute of Kites and Lanterns", ["IKL"], [])),
        ("the Quarrow Kite Fund (鳶基金, QKF) pays", ("Quarrow Kite Fund", ["QKF"], ["鳶基金"])),
        ("the Kite Fund (KF; 鳶基金) pays", ("Kite Fund", ["KF"], ["鳶基金"])),
        ('Lantern Asset Kites ("LAK") grew', ("Lantern Asset Kites", ["LAK"], [])),
        ("the Kite Advice Board (the KAB)", ("Kite Advice Board", ["KAB"], [])),
        ("E-Kite Hub (EKH)", ("E-Kite Hub", ["EKH"], [])),
    ],
)
def test_bracket_defines_short_names(text: str, expected: Defined) -> None:
    assert defined(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["Kite Bureau (see below)", "Kite Bureau (2024)", "Kite Bureau (Lantern)", "Kite, (KB)", "(KB)", ""],
)
def test_other_brackets_define_nothing(text: str) -> None:
    assert defined(text) == []


def test_letters_that_do_not_fit_are_no_match() -> None:
    text = "the Kite Bureau (XYZ)"
    (definition,) = (d for s in split_sentences(text) for d in find_definitions(text, s))
    assert not definition.matched


@pytest.mark.parametrize(
    ("words", "short", "start"),
    [
        ("Quarrow Kite Bureau", "KB", 1),
        ("Quarrow Kite Bureau", "QKB", 0),
        ("Bureau of Kites", "BK", 0),
        ("lower kite bureau", "KB", None),
        ("Kite Bureau", "B", None),
        ("Kite Bureau", "KBX", None),
    ],
)
def test_expansion_starts_where_the_letters_do(words: str, short: str, start: int | None) -> None:
    assert expansion(list(split_words(words)), short) == start


@pytest.mark.parametrize(("text", "short"), [("QKB", True), ("Q", False), ("K2", True), ("Kite", False), ("QkB", True)])
def test_short_name_has_capitals(text: str, short: bool) -> None:
    assert looks_short(text) is short
