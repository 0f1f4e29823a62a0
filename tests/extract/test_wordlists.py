"""The tables of words: how they are read, and that what the code asks of them is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg.extract
from kg.extract.wordlists import TABLES, WordLists, load_word_lists
from kg.ontology import load_ontology

CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(kg.extract.__file__).parent.glob("*.py"))


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return load_word_lists()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for table in TABLES.glob("*.txt"):
        (tmp_path / table.name).write_text("# a remark with words\n\n", encoding="utf-8")
    return tmp_path


def test_empty_tables_give_empty_lists(folder: Path) -> None:
    lists = load_word_lists(folder)
    assert (lists.english, lists.places, dict(lists.heads), dict(lists.sets)) == (frozenset(), frozenset(), {}, {})


def test_words_are_separated_by_blanks(folder: Path) -> None:
    (folder / "english.txt").write_text("# remark\nlamp kite\n\nboat\n", encoding="utf-8")
    (folder / "policy_words.txt").write_text("harbour\n", encoding="utf-8")
    assert load_word_lists(folder).english == {"lamp", "kite", "boat", "harbour"}


def test_phrases_have_the_type_of_their_section(folder: Path) -> None:
    (folder / "heads.txt").write_text("[Event]\nKite Fair | Regatta\n[Policy]\nBy-law\n", encoding="utf-8")
    assert load_word_lists(folder).heads == {"kite fair": "Event", "regatta": "Event", "by-law": "Policy"}


def test_described_phrases_are_known_by_their_last_word(folder: Path) -> None:
    (folder / "described_heads.txt").write_text("[Facility]\nkite dock|pier\n", encoding="utf-8")
    assert load_word_lists(folder).described_ends == {"dock", "pier"}


def test_noun_that_points_back_may_mean_several_types(folder: Path) -> None:
    (folder / "anaphors.txt").write_text("[Company Organization]\nfirm\n", encoding="utf-8")
    assert load_word_lists(folder).anaphors == {"firm": {"Company", "Organization"}}


def test_section_may_go_on_later(folder: Path) -> None:
    (folder / "word_sets.txt").write_text("[boats]\njunk\n[kites]\ndelta\n[boats]\nferry\n", encoding="utf-8")
    assert load_word_lists(folder).sets == {"boats": {"junk", "ferry"}, "kites": {"delta"}}


def test_pinyin_surnames_are_surnames(folder: Path) -> None:
    (folder / "surnames_hk.txt").write_text("Kwok\n", encoding="utf-8")
    (folder / "surnames_pinyin.txt").write_text("Guo\n", encoding="utf-8")
    lists = load_word_lists(folder)
    assert (lists.surnames, lists.pinyin_surnames) == ({"Kwok", "Guo"}, {"Guo"})


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("growth", True),
        ("Growth", True),
        ("long-term", True),
        ("pre-school", True),
        ("zorvan", False),
        ("Zorvan-like", False),
        ("Siu-fan", False),
        ("", False),
    ],
)
def test_plain_english_is_told_from_names(lists: WordLists, word: str, plain: bool) -> None:
    assert lists.is_english(word) is plain


def test_tables_give_types_of_the_ontology_only(lists: WordLists) -> None:
    types = set(load_ontology().types)
    for table in (lists.heads, lists.openers, lists.well_known, lists.described, lists.cue_nouns):
        assert set(table.values()) <= types
    assert {kind for kinds in lists.anaphors.values() for kind in kinds} <= types


@pytest.mark.parametrize("name", sorted(set(re.findall(r'sets\["(\w+)"\]', CODE))))
def test_set_that_the_code_asks_for_has_words(lists: WordLists, name: str) -> None:
    assert lists.sets[name]


@pytest.mark.parametrize(
    "field",
    [
        "english",
        "surnames",
        "given_names",
        "demonyms",
        "places",
        "never_names",
        "function_words",
        "bare_nouns",
        "openers",
    ],
)
def test_table_has_words(lists: WordLists, field: str) -> None:
    assert getattr(lists, field)


def test_prefix_makes_another_plain_word(folder: Path) -> None:
    (folder / "english.txt").write_text("school\n", encoding="utf-8")
    lists = load_word_lists(folder)
    assert lists.is_english("pre-school")
    assert not lists.is_english("zorvan-school")
