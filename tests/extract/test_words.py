"""Words with their place, grouped into sentences, and headlines whose capitals tell nothing."""

from __future__ import annotations

import pytest

from kg.extract.wordlists import WordLists, load_word_lists
from kg.extract.words import Word, is_headline_case, split_sentences, split_words


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return load_word_lists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lantern Compute grew.", ["Lantern", "Compute", "grew"]),
        ("Lau Oi-ling met e-Kite staff", ["Lau", "Oi-ling", "met", "e-Kite", "staff"]),
        ("A&B, R&D and Kite.com", ["A&B", "R&D", "and", "Kite.com"]),
        ("Kite+ and Lantern++ grew", ["Kite+", "and", "Lantern++", "grew"]),
        ("(Kite) “Lantern” 'Pearl'", ["Kite", "Lantern", "Pearl"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_words_leave_punctuation_out(text: str, words: list[str]) -> None:
    assert [word.text for word in split_words(text)] == words


@pytest.mark.parametrize("text", ["Kite's plan", "Lantern-based firm (Pearl’s)", "😀 Kite\u00a0Bay"])
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in split_words(text))


@pytest.mark.parametrize(
    ("text", "possessive", "attached"),
    [("Kite's", True, False), ("Kite’s", True, False), ("Kite-based", False, True), ("Kite", False, False)],
)
def test_word_knows_what_was_cut_off(text: str, possessive: bool, attached: bool) -> None:
    (word,) = split_words(text)
    assert (word.text, word.possessive, word.attached) == ("Kite", possessive, attached)


def test_word_knows_what_stands_before_it() -> None:
    assert [word.before for word in split_words("Kite (Lantern), Pearl")] == ["\n", " (", "), "]


def test_monstrous_word_is_left_out() -> None:
    assert [word.text for word in split_words("Kite " + "x" * 500 + " grew")] == ["Kite", "grew"]


@pytest.mark.parametrize(
    ("text", "capital", "shouted"),
    [("Kite", True, False), ("KITE", True, True), ("eKite", True, False), ("kite", False, False), ("K", True, False)],
)
def test_word_shape(text: str, capital: bool, shouted: bool) -> None:
    word = Word(text, 0, len(text), " ")
    assert (word.capital, word.shouted) == (capital, shouted)


def test_sentences_mark_their_first_word_only() -> None:
    sentences = list(split_sentences("Kites flew. Lanterns shone.\nPearls lay there"))
    assert [[word.first for word in sentence].count(True) for sentence in sentences] == [1, 1, 1]
    assert [sentence[0].text for sentence in sentences] == ["Kites", "Lanterns", "Pearls"]


def test_long_sentence_comes_in_parts() -> None:
    assert [len(part) for part in split_sentences("kite " * 900)] == [400, 400, 100]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kite Bureau Launches New Scheme for Lanterns", True),
        ("Lantern Compute to Open Office in Pearl Bay", False),
        ("Kite Bureau Is to Meet Lantern Makers", True),
        ("Kite Bureau launches scheme for lanterns", False),
        ("Lantern Compute Limited, Kite Robotics, Pearl Bay", False),
        ("Kite Launches", False),
    ],
)
def test_headline_case_is_told_by_its_verbs(lists: WordLists, text: str, expected: bool) -> None:
    (sentence,) = split_sentences(text)
    assert is_headline_case(sentence, lists) is expected
