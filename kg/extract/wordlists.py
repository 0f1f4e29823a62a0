"""The tables of words that extraction looks names up in, read from `tables/*.txt`.

A line starting with `#` is a remark, and a line in square brackets opens a section: an entity type, or the name of a
set of words. Everything else is words separated by blanks or, in the tables of phrases, phrases separated by `|`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

TABLES = Path(__file__).parent / "tables"
_PREFIXES = frozenset(
    """re pre non co anti inter intra multi sub semi post ultra self ex bio eco ev ai e trans mid pan un cross low
    high""".split()
)


@dataclass(frozen=True)
class WordLists:
    """Words by what they tell about a name; heads, openers and the like give the type of what a phrase names."""

    english: frozenset[str]
    surnames: frozenset[str]
    pinyin_surnames: frozenset[str]
    given_names: frozenset[str]
    demonyms: frozenset[str]
    places: frozenset[str]
    never_names: frozenset[str]
    function_words: frozenset[str]
    bare_nouns: frozenset[str]
    soft_heads: frozenset[str]
    heads: Mapping[str, str]
    openers: Mapping[str, str]
    well_known: Mapping[str, str]
    described: Mapping[str, str]
    described_ends: frozenset[str]  # the last words of `described`
    cue_nouns: Mapping[str, str]
    anaphors: Mapping[str, frozenset[str]]
    sets: Mapping[str, frozenset[str]]

    def is_english(self, word: str) -> bool:
        """Whether a word, or every part of a word with hyphens, is a plain English one."""
        folded = word.casefold()
        return folded in self.english or ("-" in folded and all(self._is_part(part) for part in folded.split("-")))

    def _is_part(self, part: str) -> bool:
        return len(part) < 2 or part in self.english or part in _PREFIXES


def load_word_lists(folder: Path = TABLES) -> WordLists:
    """Read all tables."""
    pinyin = _words(folder / "surnames_pinyin.txt")
    described = _phrases(folder / "described_heads.txt")
    return WordLists(
        english=_words(folder / "english.txt") | _words(folder / "policy_words.txt"),
        surnames=_words(folder / "surnames_hk.txt") | pinyin,
        pinyin_surnames=pinyin,
        given_names=_words(folder / "given_names.txt"),
        demonyms=_words(folder / "demonyms.txt"),
        places=frozenset(_phrases(folder / "places.txt")),
        never_names=_words(folder / "never_names.txt"),
        function_words=_words(folder / "function_words.txt"),
        bare_nouns=_words(folder / "bare_nouns.txt"),
        soft_heads=_words(folder / "soft_heads.txt"),
        heads={phrase.casefold(): kind for phrase, kind in _phrases(folder / "heads.txt").items()},
        openers={phrase.casefold(): kind for phrase, kind in _phrases(folder / "head_openers.txt").items()},
        well_known=_phrases(folder / "well_known.txt"),
        described=described,
        described_ends=frozenset(phrase.rpartition(" ")[2] for phrase in described),
        cue_nouns={word: kind for kind, words in _sets(folder / "cue_nouns.txt").items() for word in words},
        anaphors={
            word: frozenset(kinds.split()) for kinds, words in _sets(folder / "anaphors.txt").items() for word in words
        },
        sets=_sets(folder / "word_sets.txt"),
    )


def _sections(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each line that says something, with the section it stands in."""
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line.strip() and not line.startswith("#"):
            yield section, line.strip()


def _words(path: Path) -> frozenset[str]:
    return frozenset(word for _, line in _sections(path) for word in line.split())


def _phrases(path: Path) -> dict[str, str]:
    return {
        phrase.strip(): section for section, line in _sections(path) for phrase in line.split("|") if phrase.strip()
    }


def _sets(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for section, line in _sections(path):
        found[section] |= set(line.split())
    return {section: frozenset(words) for section, words in found.items()}
