"""Texts as nobody would write them are read without a crash, with offsets that hold, and in time that grows evenly."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import resources
from kg.model import Article, ArticleGraph, Mention
from kg.pipeline import Pipeline, load_pipeline
from tests.extract.odd_texts import CONTROLS, EMOJI, MARKS, PHRASES, SHAPES, odd_texts

SIZE = 6_000  # characters; large enough for what grows with the square to show
TIMES_FOUR = 7.0  # even growth gives 4, growth with the square 16
ATTEMPTS = 3  # another process may disturb a measurement


@cache
def pipeline() -> Pipeline:
    return load_pipeline()


@cache
def shipped_articles() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(Path(resources.ARTICLES).rglob("*.txt")))


def understand(text: str) -> ArticleGraph:
    return pipeline().understand(Article("0" * 12, "", text, published=date(2025, 7, 5)))


def check(text: str) -> None:
    """Read a text and see that all that is said of it stands in it."""
    graph = understand(text)
    for mention in (link.mention for link in graph.links):
        check_mention(mention, text)
    for statement in graph.statements:
        found = statement.provenance
        assert 0 <= found.evidence.start < found.evidence.end <= len(text)
        assert found.quote == text[found.evidence.start : found.evidence.end]
        assert 0 < found.confidence <= 1


def check_mention(mention: Mention, text: str) -> None:
    assert 0 <= mention.span.start < mention.span.end <= len(text)
    assert mention.text == text[mention.span.start : mention.span.end]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_odd_shape_is_read(shape: Callable[[int], str]) -> None:
    check(shape(1500))


PIECES = st.one_of(
    st.sampled_from([*PHRASES, "Harbour Robotics Limited", "Peter Chan Siu-fan", "HK$3 billion", "45%", "9 May 2025"]),
    st.sampled_from([*MARKS, *EMOJI, *CONTROLS]),
    st.text(max_size=8),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_words_are_read(text: str) -> None:
    check(text)


def test_mutated_articles_are_read() -> None:
    for text in odd_texts(120, 1, shipped_articles()):
        check(text)


@pytest.mark.parametrize("text", ["Cyberport \ud83d opened.", "\udfff", "HKSTP\ud800 met Cyberport in Sha Tin."])
def test_half_a_character_is_read(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", ["A", "A 1.", "§ 7B", "AI+ Ⅳ", "ß", "İ. ŉ", "CHAN ﬁ MR"])
def test_few_capitals_are_read(text: str) -> None:
    check(text)


def test_same_text_is_read_the_same_way_twice() -> None:
    texts = list(odd_texts(20, 2, shipped_articles()))
    first = [understand(text) for text in texts]
    assert [understand(text) for text in reversed(texts)] == first[::-1]


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_time_grows_with_the_length_only(shape: Callable[[int], str]) -> None:
    understand(shape(500))
    growths = []
    for _ in range(ATTEMPTS):
        growths.append(seconds(shape(4 * SIZE)) / seconds(shape(SIZE)))
        if growths[-1] < TIMES_FOUR:
            return
    pytest.fail(f"four times the text takes {min(growths):.1f} times as long")


def seconds(text: str) -> float:
    begun = time.process_time()
    understand(text)
    return time.process_time() - begun
