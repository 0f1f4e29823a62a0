"""The syllables of Chinese given names."""

from __future__ import annotations

import pytest

from kg.extract.syllables import is_hong_kong_syllable, is_pinyin


@pytest.mark.parametrize("word", ["Hongxia", "Xiaoou", "An", "Zhigang"])
def test_pinyin_is_told_by_its_sounds(word: str) -> None:
    assert is_pinyin(word)


@pytest.mark.parametrize("word", ["", "A", "Kwok", "Thornbury", "Sing-k"])
def test_other_words_are_no_pinyin(word: str) -> None:
    assert not is_pinyin(word)


@pytest.mark.parametrize("word", ["Siu", "Tsz", "Wing", "Cheong", "Yuen", "On", "Fan", "Kwok", "Ngai"])
def test_syllable_of_hong_kong_is_told_by_its_sounds(word: str) -> None:
    assert is_hong_kong_syllable(word)


@pytest.mark.parametrize("word", ["", "Bank", "wing", "WING", "Hongxia", "Limited", "The"])
def test_other_words_are_no_syllable_of_hong_kong(word: str) -> None:
    assert not is_hong_kong_syllable(word)
