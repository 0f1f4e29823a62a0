"""Pronouns and descriptions that stand for something named before: "she", "it", "the centre", "the scheme"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.candidates import Candidate
from kg.extract.pronouns import GENDERS, IT, find_person, find_thing, is_empty, mentioned_in_clause
from kg.extract.salience import MOST_SALIENT, Past, Referent
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word

_SAME = tuple(
    frozenset(nouns.split())
    for nouns in (
        "scheme programme program initiative sandbox",
        "law ordinance act legislation bill",
        "centre center",
        "laboratory lab",
        "app platform tool chatbot bot assistant",
        "forum summit conference event exhibition expo fair",
        "plant factory fab facility site complex",
    )
)
_POINTERS = frozenset("the this that".split())
_OF_TWO = frozenset({"latter", "former"})
_AFTER_ONE = frozenset("is was will has had can may of in by from runs lies would".split())
_BEING = frozenset("is was are were be been become becomes became remains remained as".split())
_USED_BEFORE = 0.5
_MEMORY = 12  # sentences that a description reaches back
_DESCRIBED = frozenset({"described", "anaphora"})

Found = tuple[Word | None, Referent | None]
"""Where an expression that points back begins, and what it means."""


@dataclass(frozen=True, slots=True)
class _Description:
    """A noun with the words that tell more of it: "railway" in "the railway company"."""

    noun: str
    same: frozenset[str]
    telling: Sequence[str]
    types: frozenset[str]

    def fits(self, referent: Referent) -> bool:
        """Whether a referent may be described so."""
        place = referent.type == "Place" and not {"hong", "kong"} <= referent.words
        return (referent.type in self.types or referent.is_called(self.noun)) and not place

    def matches(self, referent: Referent) -> int:
        """Count the telling words that were said of a referent."""
        return sum(referent.is_told(word) for word in self.telling)


@dataclass(frozen=True)
class AnaphoraFinder:
    """Finds what pronouns and descriptions stand for."""

    lists: WordLists

    def find(self, text: str, sentences: Sequence[Sentence], names: Sequence[Candidate]) -> list[Candidate]:
        """Return the names together with the pronouns and descriptions that mean one of them."""
        past = Past(text, self.lists)
        found: list[Candidate] = []
        at = 0
        for sentence in sentences:
            first = at
            while at < len(names) and names[at].start < sentence[-1].end:
                at += 1
            past.begin(sentence)
            found += self._read(sentence, names[first:at], past)
        return found + list(names[at:])

    def _read(self, sentence: Sentence, names: Sequence[Candidate], past: Past) -> Iterator[Candidate]:
        """Yield the mentions of one sentence in order, with those that point back."""
        waiting = list(names)
        for at, word in enumerate(sentence):
            while waiting and waiting[0].start <= word.start:
                past.tell(waiting[0])
                yield waiting.pop(0)
            if past.here and past.here[-1].end > word.start:
                continue
            first, antecedent = self._antecedent(sentence, at, past)
            if antecedent is not None and first is not None:
                mention = _pointing(first, word, antecedent)
                past.tell(mention, noun=word.text.casefold())
                yield mention
        yield from waiting

    def _antecedent(self, sentence: Sentence, at: int, past: Past) -> Found:
        """Return where an expression that points back begins, and what it means."""
        folded = sentence[at].text.casefold()
        if folded in GENDERS:
            return sentence[at], find_person(sentence, at, past)
        if folded in IT:
            return sentence[at], None if is_empty(sentence, at) else find_thing(sentence, at, past)
        if folded in _OF_TWO:
            return _of_two(sentence, at, past)
        if folded in self.lists.anaphors or folded in past.nouns:
            return self._description(sentence, at, past)
        return None, None

    def _description(self, sentence: Sentence, at: int, past: Past) -> Found:
        """Return where a description that ends in a noun begins, and what it means."""
        noun = sentence[at].text.casefold()
        types = self.lists.anaphors.get(noun, frozenset())
        first = _pointer(sentence, at)
        if first is None or self._goes_on(sentence, at) or _says_what_it_is(sentence, first, at, past):
            return None, None
        if past.here and past.here[-1].end > sentence[first].start:
            return None, None
        same = next((group for group in _SAME if noun in group), frozenset({noun}))
        told = [word.text.casefold() for word in sentence[first + 1 : at]]
        telling = [word for word in told if word not in self.lists.sets["pointer_adjectives"]]
        apart = mentioned_in_clause(sentence, first, past)
        return sentence[first], _described(_Description(noun, same, telling, types), past, apart)

    def _goes_on(self, sentence: Sentence, at: int) -> bool:
        """Whether the noun is only the first part of a longer one: "the park operator"."""
        if at + 1 >= len(sentence) or sentence[at + 1].before != " " or sentence[at].possessive:
            return False
        folded = sentence[at + 1].text.casefold()
        nouns = (self.lists.heads, self.lists.described, self.lists.anaphors, self.lists.sets["after_heads"] - {"of"})
        return sentence[at + 1].capital or any(folded in table for table in nouns)


def _described(description: _Description, past: Past, apart: set[int]) -> Referent | None:
    """Return what a description fits best: by its name, by what it was called, and by how much the text speaks of it.

    Words that were said of nothing are news about the only thing near that fits. What acts in a clause (`apart`) is
    seldom described in it again.
    """
    memory = list(past.recent(_MEMORY))
    if description.telling and not any(description.matches(referent) for referent in memory):
        near = [referent for referent in past.recent(1) if referent.type in description.types]
        return near[0] if len(near) == 1 and near[0].type != "Place" and near[0].chain not in apart else None
    best: float | None = None
    chosen: Referent | None = None
    for referent in memory:
        matches = description.matches(referent)
        if not description.fits(referent) or (description.telling and not matches):
            continue
        faded = past.number - referent.sentence > 1 and referent.latest.finder in _DESCRIBED
        own = bool(description.same & referent.words) + referent.is_called(description.noun)
        rank = 2 * (matches + own - (referent.chain in apart)) - faded + min(past.salience(referent), MOST_SALIENT)
        rank += _USED_BEFORE if description.noun in referent.meant else 0
        if best is None or rank >= best:
            best, chosen = rank, referent
    return chosen


def _pointing(first: Word, last: Word, to: Referent) -> Candidate:
    return Candidate(first.start, last.end, to.type, "anaphora", 1.0, to.latest.known, chain=to.chain, named=False)


def _says_what_it_is(sentence: Sentence, first: int, at: int, past: Past) -> bool:
    """Whether a description tells of the name before it: "Kite, the airline", "Kite is the airline"."""
    if sentence[at].possessive or not first:
        return False
    apposed = sentence[first].before.strip(" )") == "," and past.here and past.here[-1].end >= sentence[first - 1].end
    return bool(apposed) or sentence[first - 1].text in _BEING


def _pointer(sentence: Sentence, at: int) -> int | None:
    """Return the word "the" that a noun belongs to, with at most two words between."""
    for first in range(at - 1, max(-1, at - 4), -1):
        if sentence[first + 1].before != " " or sentence[first].possessive:
            return None
        if sentence[first].text.casefold() in _POINTERS:
            return first
    return None


def _of_two(sentence: Sentence, at: int, past: Past) -> Found:
    """Return what "the latter" or "the former" means: one of the two last mentioned."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    alone = following is None or following.before != " " or following.text in _AFTER_ONE
    if not at or sentence[at - 1].text.casefold() != "the" or not alone:
        return None, None
    last = [referent for referent in past.recent(1) if referent.type != "Post"][:2]
    if len(last) < 2:
        return None, None
    return sentence[at - 1], last[0] if sentence[at].text == "latter" else last[1]
