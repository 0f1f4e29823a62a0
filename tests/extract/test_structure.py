"""Sentences end where a reader would end them, and nowhere else."""

from __future__ import annotations

import time
from datetime import date

import pytest

from kg.extract.extractor import Extractor, build_extractor
from kg.extract.structure import mark_sentences, sentence_starts, sentences
from kg.extract.tokens import tokenise
from kg.gazetteer import Gazetteer
from kg.model import Article

JUMBLE = "\x00\x1b[2J 😀👩‍🔬 \u202e港幣三十億元。第二句！\ufeff é ｡"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(()))


def read(extractor: Extractor, text: str) -> list[str]:
    """Return the sentences of a text."""
    doc = extractor.read(Article(id="a", title="", text=text, published=date(2025, 7, 5)))
    return [sentence.text for sentence in sentences(doc)]


@pytest.mark.parametrize(
    "expected",
    [
        ["It opened.", "It closed."],
        ["Did it grow?", "Yes!", "It did."],
        ["It grew…", "Then it fell."],
        ["It grew 3.5 times.", "It shrank."],
        ["It grew by 5 per cent.", "In 2024, it fell."],
        ["It said so.", "3 firms left."],
        ["Version 2.0 is out.", "It works."],
        ["Visit bay.example.hk today.", "It is free."],
        ["It left (it said so.)", "They stayed."],
        ["It grew.", "However, it fell."],
    ],
)
def test_sentence_ends_at_its_mark(extractor: Extractor, expected: list[str]) -> None:
    assert read(extractor, " ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Poon spoke.", "Dr. Mak left."],
        ["Mr Poon left.", "Mrs Poon stayed."],
        ["J. K. Mak spoke.", "He left."],
        ["Prof. Mak Wing-man of the Univ. of Bay came."],
        ["Ph.D. Students came."],
        ["Bay Ltd. grew.", "Sea Co. Ltd. shrank."],
        ["Bay Inc. won the bid."],
        ["The U.S. Senate met.", "It rose."],
        ["It is No. 5 in town.", "It grew."],
        ["It opened on Dec. 5.", "It grew."],
        ["It met at 9 a.m. on Monday."],
        ["It sold apples, pears, etc. to shops."],
    ],
)
def test_abbreviation_ends_no_sentence(extractor: Extractor, expected: list[str]) -> None:
    assert read(extractor, " ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["It moved to the U.S.", "The rest stayed."],
        ["It met at 9 a.m.", "The mayor left."],
        ["It sold apples, pears, etc.", "The rest was lost."],
        ["It sued Bay Ltd.", "The court agreed."],
    ],
)
def test_abbreviation_may_stand_at_the_end(extractor: Extractor, expected: list[str]) -> None:
    assert read(extractor, " ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["“It grew.”", "She left."],
        ["“Is it ours?” she asked."],
        ['It said "we grew."', "Then it left."],
        ["It said so.", "“They left,” he added."],
    ],
)
def test_quotation_stays_whole(extractor: Extractor, expected: list[str]) -> None:
    assert read(extractor, " ".join(expected)) == expected


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \t\n"])
def test_line_break_ends_a_sentence(extractor: Extractor, gap: str) -> None:
    assert read(extractor, f"A new laboratory{gap}The text began. It ended") == [
        "A new laboratory",
        "The text began.",
        "It ended",
    ]


def test_bullets_are_sentences(extractor: Extractor) -> None:
    assert read(extractor, "- one item\n- another item") == ["- one item", "- another item"]


def test_lost_full_stop_still_ends_a_sentence(extractor: Extractor) -> None:
    assert read(extractor, "It opened in the city The main door stayed shut.") == [
        "It opened in the city",
        "The main door stayed shut.",
    ]


def test_white_space_is_no_part_of_a_sentence(extractor: Extractor) -> None:
    assert read(extractor, "  It opened.\t  It closed. \n ") == ["It opened.", "It closed."]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t\r\n"])
def test_empty_text_has_no_sentence(extractor: Extractor, text: str) -> None:
    assert read(extractor, text) == []
    assert list(sentence_starts(text)) == []


def test_starts_are_offsets_into_the_text() -> None:
    text = " It opened. It closed.\n\nMr. Poon left."
    starts = list(sentence_starts(text))
    assert starts == [text.index("It opened"), text.index("It closed"), text.index("Mr.")]


def test_chinese_full_stops_end_sentences() -> None:
    text = "中心開幕了。它很大！你好？"
    assert list(sentence_starts(text)) == [0, text.index("它"), text.index("你")]


@pytest.mark.parametrize("text", [JUMBLE, JUMBLE * 50, "😀", "\x00", "。。。", "...", ".", "”", "A.\u2028B."])
def test_odd_characters_are_read_without_loss(extractor: Extractor, text: str) -> None:
    doc = extractor.read(Article(id="a", title="", text=text))
    assert doc.text == text
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


@pytest.mark.parametrize("unit", ["It grew. ", "A. ", "(", "“” ", " "])
def test_long_line_takes_time_in_proportion(extractor: Extractor, unit: str) -> None:
    def seconds(length: int) -> float:
        doc = tokenise(extractor.nlp, (unit * length)[:length])
        start = time.process_time()
        mark_sentences(doc)
        return time.process_time() - start

    assert min(seconds(100_000) for _ in range(3)) < 4 * max(min(seconds(50_000) for _ in range(3)), 0.01)
