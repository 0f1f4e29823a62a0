"""The tables of words that extraction looks names up in, read from `tables/*.txt`.

A line starting with `#` is a remark, a line in square brackets opens the section of an entity type, and everything
else is words separated by blanks, or phrases separated by `|` in the tables that hold phrases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_PREFIXES = frozenset("re pre non co anti inter intra multi sub semi post ultra self ex bio eco ev ai e trans mid pan de un cross low high".split())
TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True)
class WordLists:
    """Words by what they tell about a name; heads and openers give the type of what a phrase names."""

    english: frozenset[str]
    surnames: frozenset[str]
    pinyin_surnames: frozenset[str]
    given_names: frozenset[str]
    demonyms: frozenset[str]
    places: frozenset[str]
    heads: Mapping[str, str]
    openers: Mapping[str, str]
    well_known: Mapping[str, str]
    described: Mapping[str, str]
    never_names: frozenset[str]
    function_words: frozenset[str]
    bare_nouns: frozenset[str]
    soft_heads: frozenset[str]

    def is_english(self, word: str) -> bool:
        """Whether a word, or every part of a word with hyphens, is a plain English one."""
        folded = word.casefold()
        return folded in self.english or ("-" in folded and all(len(part) < 2 or part in self.english or part in _PREFIXES for part in folded.split("-")))


def load_word_lists(folder: Path = TABLES) -> WordLists:
    """Read all tables."""
    return WordLists(
        english=frozenset(_words(folder / "english.txt")) | frozenset(_words(folder / "policy_words.txt")),
        surnames=frozenset(_words(folder / "surnames_hk.txt")) | frozenset(_words(folder / "surnames_pinyin.txt")),
        pinyin_surnames=frozenset(_words(folder / "surnames_pinyin.txt")),
        given_names=frozenset(_words(folder / "given_names.txt")),
        demonyms=frozenset(_words(folder / "demonyms.txt")),
        places=frozenset(phrase for _, phrase in _phrases(folder / "places.txt")),
        heads={phrase.casefold(): kind for kind, phrase in _phrases(folder / "heads.txt")},
        well_known={phrase: kind for kind, phrase in _phrases(folder / "well_known.txt")},
        described={phrase: kind for kind, phrase in _phrases(folder / "described_heads.txt")},
        never_names=frozenset(_words(folder / "never_names.txt")),
        function_words=frozenset(_words(folder / "function_words.txt")),
        bare_nouns=frozenset(_words(folder / "bare_nouns.txt")),
        soft_heads=frozenset(_words(folder / "soft_heads.txt")),
        openers={phrase.casefold(): kind for kind, phrase in _phrases(folder / "head_openers.txt")},
    )


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _words(path: Path) -> Iterator[str]:
    for line in _lines(path):
        yield from line.split()


def _phrases(path: Path) -> Iterator[tuple[str, str]]:
    section = ""
    for line in _lines(path):
        if line.startswith("["):
            section = line.strip("[]")
            continue
        for phrase in line.split("|"):
            yield section, phrase.strip()
