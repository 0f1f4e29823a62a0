"""Pronouns and descriptions that stand for something named before: "she", "it", "the centre", "the scheme"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word

_SAME = tuple(
    frozenset(nouns.split())
    for nouns in (
        "scheme programme program initiative sandbox", "law ordinance act legislation bill", "centre center",
        "laboratory lab", "app platform tool chatbot assistant", "forum summit conference event exhibition expo fair",
        "plant factory fab facility site complex",
    )
)  # fmt: skip
_HE = frozenset("he him his she her".split())
_IT = frozenset("it its itself".split())
_POINTERS = frozenset("the this that".split())
_EMPTY_IT = frozenset("not clear unclear possible important hoped expected understood estimated only too".split())
_NOT_THINGS = frozenset({"Person", "Post", "Place"})
_MEMORY = 12  # sentences that a description reaches back
_NEAR = 3  # sentences that a pronoun for a person reaches back; farther off it is a guess


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention that went before, with the number of its sentence and whether it led that sentence."""

    sentence: int
    leads: bool
    mention: Candidate


@dataclass
class _Past:
    """What the text has told up to the word being read."""

    text: str
    number: int = 0
    told: list[_Told] = field(default_factory=list)
    here: list[Candidate] = field(default_factory=list)  # earlier in the sentence being read

    def back(self, sentences: int) -> list[_Told]:
        """Return what was mentioned so many sentences ago."""
        return [told for told in self.told if told.sentence == self.number - sentences]


@dataclass(frozen=True)
class AnaphoraFinder:
    """Finds what pronouns and descriptions stand for."""

    lists: WordLists

    def find(self, text: str, sentences: Sequence[Sentence], names: Sequence[Candidate]) -> list[Candidate]:
        """Return the names together with the pronouns and descriptions that mean one of them."""
        past = _Past(text)
        found: list[Candidate] = []
        at = 0
        for number, sentence in enumerate(sentences):
            first = at
            while at < len(names) and names[at].start < sentence[-1].end:
                at += 1
            past.number = number
            merged = list(self._read(sentence, names[first:at], past))
            found += merged
            past.told = [told for told in past.told if number - told.sentence < _MEMORY]
            past.told += self._ranked(number, sentence, merged)
        return found + list(names[at:])

    def _read(self, sentence: Sentence, names: Sequence[Candidate], past: _Past) -> Iterator[Candidate]:
        """Yield the mentions of one sentence in order, with those that point back."""
        past.here, waiting = [], list(names)
        for at, word in enumerate(sentence):
            while waiting and waiting[0].start <= word.start:
                past.here.append(waiting.pop(0))
                yield past.here[-1]
            if past.here and past.here[-1].end > word.start:
                continue
            first, antecedent = self._antecedent(sentence, at, past)
            if antecedent is not None and first is not None:
                past.here.append(_pointing(first, word, antecedent))
                yield past.here[-1]
        yield from waiting

    def _antecedent(self, sentence: Sentence, at: int, past: _Past) -> tuple[Word | None, Candidate | None]:
        """Return where an expression that points back begins, and what it means."""
        folded = sentence[at].text.casefold()
        if folded in _HE:
            return sentence[at], _person(past)
        if folded in _IT:
            return sentence[at], None if _is_empty(sentence, at) else _thing(past)
        types = self.lists.anaphors.get(folded)
        first = _pointer(sentence, at) if types else None
        if types is None or first is None or self._goes_on(sentence, at):
            return None, None
        if past.here and past.here[-1].end > sentence[first].start:
            return None, None
        told = [word.text.casefold() for word in sentence[first + 1 : at]]
        return sentence[first], self._described(folded, told, types, past)

    def _goes_on(self, sentence: Sentence, at: int) -> bool:
        """Whether the noun is only the first part of a longer one: "the park operator"."""
        if at + 1 >= len(sentence) or sentence[at + 1].before != " " or sentence[at].possessive:
            return False
        folded = sentence[at + 1].text.casefold()
        nouns = (self.lists.heads, self.lists.described, self.lists.anaphors, self.lists.sets["after_heads"])
        return sentence[at + 1].capital or any(folded in table for table in nouns)

    def _described(self, noun: str, told: list[str], types: frozenset[str], past: _Past) -> Candidate | None:
        """Return the thing last named that fits a noun; one whose name holds the noun is preferred."""
        same = next((group for group in _SAME if noun in group), frozenset({noun}))
        telling = [word for word in told if word not in self.lists.sets["pointer_adjectives"]]
        best: tuple[int, int] | None = None
        chosen: Candidate | None = None
        earlier = [(told.mention, told.sentence >= past.number - 1) for told in past.told]
        for order, (mention, recent) in enumerate([*earlier, *((m, True) for m in past.here)]):
            words = set(past.text[mention.start : mention.end].casefold().replace("-", " ").split())
            matches = sum(word in words for word in telling)
            if (
                mention.type not in types
                or (telling and not matches)
                or (mention.type == "Place" and words != {"hong", "kong"})
            ):
                continue
            rank = (
                2 * matches + bool(words & same) + (recent or mention.finder not in {"described", "anaphora"}),
                order,
            )
            if best is None or rank > best:
                best, chosen = rank, mention
        return chosen

    def _ranked(self, number: int, sentence: Sentence, mentions: Sequence[Candidate]) -> Iterator[_Told]:
        """Yield the mentions of a sentence, the one that leads it marked."""
        places = {word.start: index for index, word in enumerate(sentence)}
        led = False
        for mention in mentions:
            index = places.get(mention.start, 0)
            words = [word.text.casefold() for word in sentence[max(0, index - 2) : index]]
            if words and words[-1] == "the":
                words.pop()
            after_preposition = bool(words) and words[-1] in self.lists.sets["prepositions"]
            leads = not led and mention.type not in {"Place", "Post"} and not after_preposition
            led = led or leads
            yield _Told(number, leads, mention)


def _pointing(first: Word, last: Word, to: Candidate) -> Candidate:
    return Candidate(first.start, last.end, to.type, "anaphora", 1.0, to.known, chain=to.chain, named=False)


def _pointer(sentence: Sentence, at: int) -> int | None:
    """Return the word "the" that a noun belongs to, with at most two words between."""
    for first in range(at - 1, max(-1, at - 4), -1):
        if sentence[first + 1].before != " " or sentence[first].possessive:
            return None
        if sentence[first].text.casefold() in _POINTERS:
            return first
    return None


def _is_empty(sentence: Sentence, at: int) -> bool:
    """Whether "it" stands for nothing: "It is expected that"."""
    words = [word.text.casefold() for word in sentence[at + 1 : at + 4]]
    if sentence[at].text != "It" or len(words) < 3 or words[0] not in {"is", "was", "would", "may", "might", "could"}:
        return False
    return words[1] in _EMPTY_IT or words[2] in {"that", "to", "who"}


def _person(past: _Past) -> Candidate | None:
    """Return the person that "he" or "she" means."""
    here = [mention for mention in past.here if mention.type == "Person"]
    if here:
        return here[0] if len({mention.chain for mention in here}) == 1 else here[-1]
    for back in range(1, _NEAR + 1):
        there = [told for told in past.back(back) if told.mention.type == "Person"]
        if there:
            return next((told.mention for told in there if told.leads), there[0].mention)
    return None


def _thing(past: _Past) -> Candidate | None:
    """Return the thing or organisation that "it" means."""
    here = [mention for mention in past.here if mention.type not in _NOT_THINGS]
    if here:
        return here[0]
    for back in (1, 2):
        there = [told for told in past.back(back) if told.mention.type not in _NOT_THINGS]
        if there:
            return next((told.mention for told in there if told.leads), there[0].mention)
    return None
