"""Words with their place in the text, grouped into sentences: the ground on which names are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.structure import sentence_starts
from kg.extract.wordlists import WordLists

_WORD = re.compile(r"[^\W_]+(?:(?:[.'’&@$*/–-]|\.-)[^\W_]+)*(?:\++(?!\w))?")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_ATTACHED = re.compile(
    r"\.?-(?:based|led|backed|owned|listed|style|like|linked|run|funded|born|made|invested|sponsored|approved|controlled|"
    r"developed|licensed|related|focused|wide|built|headquartered|trained|educated|operated|hosted|compatible|powered|"
    r"affiliated|managed|initiated|registered|incorporated|type|bound|only|specific|supported|commissioned|level|friendly|"
    r"area|certified|designed|grown)$"
)
_WIDE = str.maketrans({"（": "(", "）": ")", "，": ", ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u3000": " "})
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff]")
_LONGEST_WORD = 80  # characters; beyond that it is an address or a code
_LONGEST = 400  # words that are read together; a page without full stops must not cost more than one with them


@dataclass(frozen=True, slots=True)
class Word:
    """A word without the punctuation around it; `before` is what stands between the previous word and this one."""

    text: str
    start: int
    end: int
    before: str
    first: bool = False  # opens a sentence or a line
    possessive: bool = False  # an 's was cut off
    attached: bool = False  # "-based" or the like was cut off

    @property
    def capital(self) -> bool:
        """Whether the word starts with a capital letter or holds one, as in iPhone or e-HKD."""
        return not self.text.islower() and self.text.lower() != self.text

    @property
    def shouted(self) -> bool:
        """Whether the word is written in capitals only, as acronyms are."""
        return len(self.text) > 1 and self.text.isupper()


Sentence = Sequence[Word]


def split_sentences(text: str) -> Iterator[Sentence]:
    """Yield the words of each sentence of a text; a sentence of many hundred words comes in parts."""
    starts = sorted(set(sentence_starts(text)) | {0})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        words = list(split_words(text, start, end))
        for at in range(0, len(words), _LONGEST):
            yield words[at : at + _LONGEST]


def split_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the words of a stretch of text; a possessive 's and endings such as "-based" are cut off."""
    stop = len(text) if end is None else end
    previous: int | None = None
    for match in _WORD.finditer(text, start, stop):
        word, possessive, attached = match.group(), False, False
        if cut := _POSSESSIVE.search(word, max(0, len(word) - 3)):
            word, possessive = word[: cut.start()], True
        if cut := _ATTACHED.search(word, max(0, len(word) - 20)):
            word, attached = word[: cut.start()], True
        if not word or len(word) > _LONGEST_WORD:
            continue
        before = "\n" if previous is None else text[previous : match.start()]
        if not before.isascii() or not before.isprintable():
            before = _plain_gap(before)
        if attached and word.endswith("."):
            word = word[:-1]
        yield Word(word, match.start(), match.start() + len(word), before, previous is None, possessive, attached)
        previous = match.start() + len(word) if attached else match.end()


def _plain_gap(before: str) -> str:
    """Write odd blanks and brackets between two words in the plain way, so that finders know one form of them."""
    plain = _ODD.sub("", before.translate(_WIDE))
    return re.sub(r"(?<=\)) ?\(|^\(", " (", re.sub(r"\)$", ") ", plain)) if plain != before else before


def is_headline_case(sentence: Sentence, lists: WordLists) -> bool:
    """Whether even verbs and small words have capitals, so that capitals tell nothing about names."""
    if len(sentence) < 5 or any(word.text.islower() and len(word.text) > 4 for word in sentence):
        return False
    headline = lists.sets["headline_words"]
    return any(word.text[0].isupper() and word.text.casefold() in headline for word in sentence[1:])


def is_shouted(sentence: Sentence) -> bool:
    """Whether a sentence is written in capitals throughout."""
    return len(sentence) > 3 and all(word.text == word.text.upper() for word in sentence)
