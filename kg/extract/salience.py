"""What a text has spoken of so far, and how much: the ground on which pronouns and descriptions are understood.

Every mention makes its referent more salient, the one that leads a sentence most; with every sentence that goes by
salience halves. A referent also remembers what it was called: "Kite, a maker of drones" may go on as "the maker".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from kg.extract.aliases import gender_of
from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word

NOT_THINGS = frozenset({"Person", "Post", "Place"})
_LISTING = frozenset({"namely", "including"})
_LEADING, _PLAIN, _DEPENDENT, _REPEATED = 1.0, 0.6, 0.4, 0.3
_FRONT = 12  # words in which the subject of a sentence comes, if it is named
_FADING = 0.5
MOST_SALIENT = 1.5  # what is named again and again is not meant every time
_MOST = 60  # referents that are looked at; among more nobody could tell them apart either
_NO_HEADS = frozenset({"Person", "Post", "Place", "Company", "Event"})
_DETERMINERS = frozenset("a an the".split())
_LONGEST = 6  # words of an apposition
_JOINED = re.compile(r"(?<=[a-z])[A-Z][a-z]+")  # the noun in "InnoPark"


@dataclass
class Referent:
    """One thing or person that the text speaks of."""

    chain: int
    type: str
    latest: Candidate
    gender: str = ""
    sentence: int = 0
    weight: float = 0.0
    words: set[str] = field(default_factory=set)  # of its names
    heads: set[str] = field(default_factory=set)  # the nouns that its names end in
    called: set[str] = field(default_factory=set)  # the nouns that were said of it
    meant: set[str] = field(default_factory=set)  # the nouns that have already stood for it
    told: set[str] = field(default_factory=set)  # other words that were said of it

    def is_called(self, noun: str) -> bool:
        """Whether its name ends in a noun, or the noun was said of it."""
        return noun in self.called or noun in self.heads

    def is_told(self, word: str) -> bool:
        """Whether a word stands in a name or in what was said, in singular or plural."""
        known = (self.words, self.called, self.told)
        return any(form in table for table in known for form in (word, f"{word}s", word.removesuffix("s")))


class Past:
    """What the text has told up to the word being read."""

    def __init__(self, text: str, lists: WordLists) -> None:
        self.number = -1
        self.here: list[Candidate] = []  # earlier in the sentence being read
        self.nouns: set[str] = set()  # by which something may be meant again
        self._text, self._lists = text, lists
        self._referents: dict[int, Referent] = {}  # the one mentioned last comes last
        self._sentence: Sentence = ()
        self._starts: list[int] = []
        self._led = False

    def begin(self, sentence: Sentence) -> None:
        """Turn to the next sentence."""
        self.number += 1
        self.here, self._sentence, self._led = [], sentence, False
        self._starts = [word.start for word in sentence]

    def recent(self, sentences: int) -> Iterator[Referent]:
        """Yield what was mentioned at most so many sentences ago, from the last to the first."""
        for referent in islice(reversed(self._referents.values()), _MOST):
            if self.number - referent.sentence > sentences:
                return
            yield referent

    def salience(self, referent: Referent) -> float:
        """Return how much the text speaks of something at this point."""
        return referent.weight * _FADING ** (self.number - referent.sentence)

    def learn_gender(self, referent: Referent, gender: str) -> None:
        """Take note of the pronoun that a person goes by."""
        referent.gender = gender

    def tell(self, mention: Candidate, noun: str = "") -> None:
        """Take note of a mention; `noun` is the word that a description ends in."""
        self.here.append(mention)
        referent = self._referents.pop(mention.chain, None) or Referent(mention.chain, mention.type, mention)
        referent.weight = self.salience(referent) + self._weight(mention)
        referent.sentence, referent.latest = self.number, mention
        self._referents[mention.chain] = referent
        if noun:
            referent.meant.add(noun)
        elif mention.type != "Post":
            self._name(referent, mention)
            self._call(referent, mention)

    def _weight(self, mention: Candidate) -> float:
        if mention.finder == "bracket":  # it hardly says more than the name before it
            return _REPEATED
        at = bisect_left(self._starts, mention.start)
        words = [word.text.casefold() for word in self._sentence[max(0, at - 2) : at]]
        if words and words[-1] == "the":
            words.pop()
        if words and (words[-1] in self._lists.sets["prepositions"] or words[-1] in _LISTING):
            return _DEPENDENT
        apposed = words[-1:] in (["a"], ["an"]) and self._sentence[at - 1].before.strip() == ","
        if apposed or self._led or at > _FRONT or mention.type in {"Place", "Post"}:
            return _DEPENDENT if apposed else _PLAIN
        self._led = True
        return _LEADING

    def _name(self, referent: Referent, mention: Candidate) -> None:
        """Remember the words of a name."""
        name = self._text[mention.start : mention.end]
        words = name.casefold().replace("-", " ").split()
        referent.words.update(words, (part.casefold() for part in _JOINED.findall(name)))
        if mention.type == "Person" and not referent.gender:
            referent.gender = gender_of(self._text, mention.start)
        last = words[-1] if words else ""
        if mention.type not in _NO_HEADS and last.isalpha() and len(words) > 1:
            referent.heads.add(last)
            self.nouns.add(last)

    def _call(self, referent: Referent, mention: Candidate) -> None:
        """Remember what is said of a name right after or before it: "Kite, a maker of drones", "the insurer AXA"."""
        first, after = bisect_left(self._starts, mention.start), bisect_left(self._starts, mention.end)
        for words in (self._apposition(after), self._epithet(first)):
            nouns = {word for word in words if word in self._lists.anaphors} | set(words[-1:])
            referent.called |= nouns
            referent.told.update(words)
            self.nouns |= nouns

    def _apposition(self, at: int) -> list[str]:
        sentence = self._sentence
        if at < len(sentence) and sentence[at].text in {"is", "was"} and sentence[at].before == " ":
            at += 1
        elif at >= len(sentence) or sentence[at].before.strip(") ") != ",":
            return []
        if at >= len(sentence) or sentence[at].text not in _DETERMINERS:
            return []
        words: list[str] = []
        for word in sentence[at + 1 : at + 1 + _LONGEST]:
            if not self._belongs(word):
                break
            words.append(word.text)
        return words

    def _epithet(self, first: int) -> list[str]:
        words: list[str] = []
        if not 0 < first < len(self._sentence):
            return words
        for at in range(first - 1, max(-1, first - 5), -1):
            word = self._sentence[at]
            if self._sentence[at + 1].before != " ":
                return []
            if word.text.casefold() in _DETERMINERS:
                return words[::-1]
            if not self._belongs(word):
                return []
            words.append(word.text)
        return []

    def _belongs(self, word: Word) -> bool:
        """Whether a word goes on a noun phrase."""
        plain = word.text.islower() and word.before == " " and not word.possessive
        return plain and word.text not in self._lists.sets["noun_phrase_breaks"]
