"""Words with their place in the text, grouped into sentences: the ground on which names are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.structure import sentence_starts

_WORD = re.compile(r"[^\W_]+(?:(?:[.'’&@$*/–-]|\.-)[^\W_]+)*(?:\++(?!\w))?")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_ATTACHED = re.compile(
    r"-(?:based|led|backed|owned|listed|style|like|linked|run|funded|born|made|invested|sponsored|approved|controlled|developed|"
    r"licensed|related|focused|wide|built|headquartered|trained|educated|operated|hosted|compatible|powered|affiliated|managed|initiated|"
    r"registered|incorporated|type|bound|only|specific|supported|commissioned|level|friendly|area|certified|designed|grown)$"
)
_HEADLINE = frozenset(
    """to is are was be will with from into amid after as how why what when at over its their his her not no more says said signs
    opens launches announces welcomes unveils wins gets joins plans expands appoints names urges seeks sets makes takes holds hosts
    attends visits meets speaks delivers publishes releases approves passes boosts backs eyes wants aims begins starts completes raises
    invests acquires buys sells warns calls hits sees leads moves turns brings gives rolls tops ends cuts keeps faces finds shows tells
    strengthens promotes supports receives introduces establishes celebrates concludes reaches
    opened launched signed announced held completed awarded named appointed""".split()
)


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
        return any(char.isupper() for char in self.text)

    @property
    def shouted(self) -> bool:
        """Whether the word is written in capitals only, as acronyms are."""
        return len(self.text) > 1 and self.text.isupper()


Sentence = Sequence[Word]


def split_sentences(text: str) -> Iterator[Sentence]:
    """Yield the words of each sentence of a text."""
    starts = sorted(set(sentence_starts(text)) | {0})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        words = list(split_words(text, start, end))
        if words:
            yield words


def split_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the words of a stretch of text; a possessive 's and endings such as "-based" are cut off."""
    stop = len(text) if end is None else end
    last, previous_end = None, start
    for match in _WORD.finditer(text, start, stop):
        word, possessive, attached = match.group(), False, False
        if cut := _POSSESSIVE.search(word):
            word, possessive = word[: cut.start()], True
        if cut := _ATTACHED.search(word):
            word, attached = word[: cut.start()], True
        if not word:
            continue
        before = text[previous_end : match.start()] if last else "\n"
        yield Word(word, match.start(), match.start() + len(word), before, last is None, possessive, attached)
        last, previous_end = match, match.end()


def is_headline_case(sentence: Sentence) -> bool:
    """Whether even verbs and small words have capitals, so that capitals tell nothing about names."""
    if len(sentence) < 5 or any(word.text.islower() and len(word.text) > 4 for word in sentence):
        return False
    return any(word.text[0].isupper() and word.text.casefold() in _HEADLINE for word in sentence[1:])
