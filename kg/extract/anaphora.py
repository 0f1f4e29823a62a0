"""Pronouns and descriptions that stand for something named before: "she", "it", "the centre", "the scheme"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word

_ORG = frozenset({"Company", "GovernmentBody", "University", "ResearchInstitute", "Organization"})
_NOUNS: dict[str, frozenset[str]] = {
    noun: frozenset(types.split())
    for nouns, types in {
        "centre center": "Facility ResearchInstitute Organization", "facility site complex plant factory fab campus building tower": "Facility",
        "park hub": "Facility Company", "estate museum airport warehouse depot station": "Facility", "laboratory lab institute": "ResearchInstitute Facility",
        "scheme programme program fund sandbox initiative grant voucher": "Programme", "company firm group start-up startup insurer lender retailer developer operator "
        "chipmaker manufacturer carmaker supplier provider broker exchange business conglomerate corporation bank unicorn airline": "Company",
        "university": "University", "college school": "University Organization", "bureau department authority commission committee council regulator watchdog "
        "office ministry agency board": "GovernmentBody", "body organisation association foundation federation institution alliance": "Organization GovernmentBody University ResearchInstitute",
        "law ordinance bill act legislation regime regulation policy guideline guidelines blueprint framework code roadmap strategy": "Policy",
        "platform app tool model system chatbot product robot chip software language assistant stablecoin token": "Product",
        "forum summit exhibition conference event fair expo": "Event", "project": "Project Facility", "city territory": "Place",
        "minister secretary professor founder lawmaker scientist researcher commissioner": "Person",
    }.items()
    for noun in nouns.split()
}  # fmt: skip
_SAME = ({"scheme", "programme", "program", "initiative", "sandbox"}, {"law", "ordinance", "act", "legislation", "bill"}, {"centre", "center"}, {"laboratory", "lab"},
         {"app", "platform", "tool", "chatbot", "assistant"}, {"forum", "summit", "conference", "event", "exhibition", "expo", "fair"}, {"plant", "factory", "fab", "facility", "site", "complex"})  # fmt: skip
_HE = frozenset("he him his she her".split())
_IT = frozenset("it its itself".split())
_POINTERS = frozenset("the this that".split())
_EMPTY = frozenset("new same proposed planned current entire whole existing city's city latest government three-year pilot local flagship latter whole said relevant".split())
_PREPOSITIONS = frozenset("in at on by for from under with of to about after before against into near".split())
_VERBAL = frozenset("is was would may might could".split())
_WINDOW = 4  # sentences back; farther off, a pronoun is a guess


@dataclass(frozen=True)
class AnaphoraFinder:
    """Finds what pronouns and descriptions stand for."""

    lists: WordLists

    def find(self, text: str, sentences: Sequence[Sentence], names: Sequence[Candidate]) -> list[Candidate]:
        """Return the names together with the pronouns and descriptions that mean one of them."""
        history: list[tuple[int, bool, Candidate]] = []
        found = list(names)
        waiting = iter(sorted(names, key=lambda name: name.start))
        pending = next(waiting, None)
        for number, sentence in enumerate(sentences):
            own: list[Candidate] = []
            while pending is not None and pending.start < sentence[-1].end:
                own.append(pending)
                pending = next(waiting, None)
            merged = own + self._of_sentence(text, number, sentence, own, history)
            found += [m for m in merged if not m.named]
            history += self._ranked(number, sentence, sorted(merged, key=lambda m: m.start))
            history = [entry for entry in history if number - entry[0] < 12]
        return sorted(found, key=lambda c: c.start)

    def _of_sentence(self, text: str, number: int, sentence: Sentence, own: list[Candidate], history: list[tuple[int, bool, Candidate]]) -> list[Candidate]:
        found: list[Candidate] = []
        covered = {offset for name in own for offset in (name.start, name.end - 1)}
        for at, word in enumerate(sentence):
            if any(name.start <= word.start < name.end for name in own) or word.start in covered:
                continue
            before = sorted([m for m in own + found if m.end <= word.start], key=lambda m: m.start)
            antecedent, first = self._antecedent(text, number, sentence, at, before, history)
            if antecedent is not None:
                found.append(Candidate(first.start, word.end, antecedent.type, "anaphora", 1.0, antecedent.known, chain=antecedent.chain, named=False))
        return found

    def _antecedent(self, text: str, number: int, sentence: Sentence, at: int, before: list[Candidate], history: list[tuple[int, bool, Candidate]]) -> tuple[Candidate | None, Word]:
        word = sentence[at]
        folded = word.text.casefold()
        if folded in _HE:
            return self._person(number, before, history), word
        if folded in _IT:
            return (None if self._empty_it(sentence, at) else self._thing(number, sentence, before, history)), word
        types = _NOUNS.get(folded)
        if types is None:
            return None, word
        first = self._pointer(sentence, at)
        if first is None or self._goes_on(sentence, at):
            return None, word
        told = [w.text.casefold() for w in sentence[first + 1 : at]]
        return self._described(text, folded, told, types, before, history), sentence[first]

    @staticmethod
    def _pointer(sentence: Sentence, at: int) -> int | None:
        """Return the word "the" that a noun belongs to, with at most two words between."""
        for first in range(at - 1, max(-1, at - 4), -1):
            if sentence[first + 1].before != " " or sentence[first].possessive:
                return None
            if sentence[first].text.casefold() in _POINTERS:
                return first
        return None

    def _goes_on(self, sentence: Sentence, at: int) -> bool:
        """Whether the noun is only the first part of a longer one: "the park operator"."""
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        if following is None or following.before != " " or sentence[at].possessive:
            return False
        folded = following.text.casefold()
        return folded in self.lists.heads or folded in self.lists.described or folded in _NOUNS or following.capital or folded in {"of", "secretary", "staff", "student", "students", "chief", "that"}

    @staticmethod
    def _empty_it(sentence: Sentence, at: int) -> bool:
        words = [word.text.casefold() for word in sentence[at + 1 : at + 4]]
        return sentence[at].text == "It" and len(words) > 2 and words[0] in _VERBAL and (words[1] in {"not", "clear", "unclear", "possible", "important", "hoped", "expected", "understood", "estimated", "only", "too"} or words[2] in {"that", "to", "who"})

    @staticmethod
    def _person(number: int, before: list[Candidate], history: list[tuple[int, bool, Candidate]]) -> Candidate | None:
        here = [m for m in before if m.type == "Person"]
        if here:
            return here[0] if len({m.chain for m in here}) == 1 else here[-1]
        for back in range(1, _WINDOW):
            there = [(leads, m) for n, leads, m in history if n == number - back and m.type == "Person"]
            if there:
                return next((m for leads, m in there if leads), there[0][1])
        return None

    @staticmethod
    def _thing(number: int, sentence: Sentence, before: list[Candidate], history: list[tuple[int, bool, Candidate]]) -> Candidate | None:
        kinds = {"Person", "Post", "Place"}
        here = [m for m in before if m.type not in kinds]
        if here:
            return here[0]
        for back in (1, 2):
            there = [(leads, m) for n, leads, m in history if n == number - back and m.type not in kinds]
            if there:
                return next((m for leads, m in there if leads), there[0][1])
        return None

    def _described(self, text: str, noun: str, told: list[str], types: frozenset[str], before: list[Candidate], history: list[tuple[int, bool, Candidate]]) -> Candidate | None:
        """Return the thing last named that fits a noun; one whose name holds the noun is preferred."""
        same = next((group for group in _SAME if noun in group), {noun})
        earlier = [m for _, _, m in history] + before
        recent = len(earlier) - len(before) - (sum(n >= history[-1][0] for n, _, _ in history) if history else 0)
        best: tuple[int, int] | None = None
        chosen: Candidate | None = None
        telling = [word for word in told if word not in _EMPTY]
        for order, mention in enumerate(earlier):
            if mention.type not in types or not mention.named and mention.finder != "anaphora":
                continue
            if noun in {"city", "territory"} and text[mention.start : mention.end] != "Hong Kong":
                continue
            words = {w.casefold() for w in text[mention.start : mention.end].replace("-", " ").split()}
            matches = sum(word in words for word in telling)
            if telling and not matches:
                continue
            fresh = mention.finder not in {"described", "anaphora"} or order >= recent
            rank = (2 * matches + bool(words & same) + fresh, order)
            if best is None or rank > best:
                best, chosen = rank, mention
        return chosen

    @staticmethod
    def _ranked(number: int, sentence: Sentence, mentions: list[Candidate]) -> Iterator[tuple[int, bool, Candidate]]:
        """Yield the mentions of a sentence, the one that leads it marked."""
        starts = {word.start: index for index, word in enumerate(sentence)}
        led = False
        for mention in mentions:
            index = starts.get(mention.start, 0)
            previous = sentence[index - 1].text.casefold() if index else ""
            if previous == "the" and index > 1:
                previous = sentence[index - 2].text.casefold()
            leads = not led and mention.type not in {"Place", "Post"} and previous not in _PREPOSITIONS
            led = led or leads
            yield number, leads, mention
