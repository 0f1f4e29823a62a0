"""Names of persons: Hong Kong, mainland and Western forms, after titles, and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.calendar import CALENDAR
from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word

TITLED, SHAPED, IN_CONTEXT = 3.5, 3.0, 2.0  # weights by what tells that it is a person
_LONGEST = 5
_HYPHENED = re.compile(r"[A-Z][a-z]{0,5}-[A-Za-z][a-z]{0,5}")
_ONSET = r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)"
_RHYME = (
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ui|un|uo|ue|a|e|i|o|u)"
)
_PINYIN = re.compile(rf"(?:a|ai|an|ang|ao|e|en|er|ou|{_ONSET}{_RHYME})(?:{_ONSET}{_RHYME}){{0,2}}")
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){0,2}")


@dataclass(frozen=True)
class PersonFinder:
    """Finds persons in a sentence."""

    lists: WordLists

    def find(
        self, sentence: Sentence, blocked: frozenset[int] = frozenset(), *, headline: bool = False
    ) -> Iterator[Candidate]:
        """Yield the persons named in a sentence; words whose start is blocked belong to something else.

        In a headline with capitals throughout, a plain word after a name does not belong to it.
        """
        at = 0
        while at < len(sentence):
            titles = self._titles(sentence, at)
            run = self._run(sentence, at + titles, blocked)
            length, weight = self._length(sentence, at + titles, run, titles=titles, headline=headline)
            if length:
                name = run[:length]
                yield Candidate(
                    name[0].start, name[-1].end, "Person", "persons", weight, family_name=self.family_name(name)
                )
            at += titles + length or 1

    def family_name(self, name: Sentence) -> str:
        """Return the part of a person's name that a text goes on with."""
        texts = [word.text for word in name]
        if len(texts) == 1:
            return texts[0]
        first, second = texts[0], texts[1]
        chinese = _HYPHENED.fullmatch(second) or (len(texts) == 2 and _PINYIN.fullmatch(second.casefold()))
        if chinese and first not in self.lists.given_names and first in self.lists.surnames:
            return first
        return next((text for text in texts[1:] if self._is_surname(text)), texts[-1])

    def _titles(self, sentence: Sentence, at: int) -> int:
        """Return how many titles stand here side by side."""
        count = 0
        for word in sentence[at : at + 4]:
            if word.text not in self.lists.sets["titles"] or (count and word.before not in {" ", ". "}):
                break
            count += 1
        return count

    def _run(self, sentence: Sentence, at: int, blocked: frozenset[int]) -> Sentence:
        """Return up to five capitalised words that stand side by side."""
        run: list[Word] = []
        for word in sentence[at : at + _LONGEST]:
            if (
                run
                and word.before not in {" ", "\u00a0"}
                and not (word.before == ". " and _INITIALS.fullmatch(run[-1].text))
            ):
                break
            honour = bool(run) and word.text in self.lists.sets["honours"]
            if not word.text[0].isupper() or word.start in blocked or honour or word.text in CALENDAR:
                break
            run.append(word)
            if word.possessive or word.attached:
                break
        return run

    def _length(self, sentence: Sentence, at: int, run: Sentence, *, titles: int, headline: bool) -> tuple[int, float]:
        """Return how many words of a run are a person's name, and the weight of what tells so."""
        length = self._by_shape(run)
        if titles:
            joined = bool(run) and run[0].before in {" ", "\u00a0", ". "}
            return (length or self._after_title(run), TITLED) if joined else (0, 0.0)
        if length:
            return (0, 0.0) if self._continues(sentence, at + length, headline=headline) else (length, SHAPED)
        return (len(run), IN_CONTEXT) if self._in_context(sentence, at, run) else (0, 0.0)

    def _by_shape(self, run: Sentence) -> int:
        """Return how many words of a run make a person's name by their shape, or 0."""
        texts = [word.text.title() if self._is_surname(word.text) else word.text for word in run]
        return next((n for n in range(len(texts), 1, -1) if self._is_name(texts[:n])), 0)

    def _is_name(self, texts: Sequence[str]) -> bool:
        first, rest = texts[0], list(texts[1:])
        if any(text.isupper() and len(text) > 2 and not _INITIALS.fullmatch(text) for text in texts):
            return False
        if " ".join(texts) in self.lists.places:
            return False
        if self._is_chinese(first, rest) or self._is_reversed(first, rest):
            return True
        while len(rest) > 1 and self._is_middle(rest[0]):
            rest = rest[1:]
        return self._has_surname(first, rest) or self._is_western(first, rest)

    def _is_chinese(self, first: str, rest: Sequence[str]) -> bool:
        """Whether a surname, or two, stand before a Chinese given name: "Lo Chung-mau", "Yang Hongxia"."""
        if first not in self.lists.surnames or len(rest) > 2:
            return False
        last = rest[-1]
        given = (_HYPHENED.fullmatch(last) and not self._is_compound(last)) or self._is_pinyin(last)
        return bool(given) and all(text in self.lists.surnames for text in rest[:-1])

    def _is_reversed(self, first: str, rest: Sequence[str]) -> bool:
        """Whether a Chinese given name stands before its surname: "Wai-yee Chan", "Honglin Chen"."""
        if len(rest) != 1:
            return False
        if _HYPHENED.fullmatch(first):
            return not self._is_compound(first) and rest[0] in self.lists.surnames
        return len(first) > 4 and rest[0] in self.lists.pinyin_surnames and self._is_pinyin(first)

    def _is_middle(self, text: str) -> bool:
        given = text in self.lists.given_names and text not in self.lists.surnames
        return given or _INITIALS.fullmatch(text) is not None

    def _has_surname(self, first: str, rest: Sequence[str]) -> bool:
        """Whether a Chinese surname, perhaps a second one and a Chinese name follow a Western given name."""
        if rest[0] not in self.lists.surnames or not (self._is_given(first) or self._is_unknown(first)):
            return False
        tail = rest[2:] if len(rest) > 2 and rest[1] in self.lists.surnames else rest[1:]
        known = self._is_given(first)
        if not tail:
            return known or (self._is_foreign(first) and not self._is_word(rest[0]))
        return len(tail) == 1 and (bool(_HYPHENED.fullmatch(tail[0])) or (known and self._is_pinyin(tail[0])))

    def _is_western(self, first: str, rest: Sequence[str]) -> bool:
        if not self._is_given(first):
            return False
        names = [text for text in rest if text not in self.lists.sets["particles"]]
        if len(names) == 2 and _HYPHENED.fullmatch(names[1]):
            names = names[:1]
        if len(names) != 1 or names[0].isupper() or names[0] in self.lists.demonyms:
            return False
        plain = self.lists.is_english(names[0]) and self.lists.is_english(first)
        return not plain and names[0].casefold() not in self.lists.heads

    def _is_given(self, text: str) -> bool:
        first, _, second = text.partition("-")
        known = first in self.lists.given_names and (not second or second[0].isupper())
        return known or (_INITIALS.fullmatch(text) is not None and text not in self.lists.never_names)

    def _is_surname(self, text: str) -> bool:
        return text in self.lists.surnames or (text.isupper() and text.title() in self.lists.surnames)

    def _is_pinyin(self, text: str) -> bool:
        syllables = len(text) > 1 and _PINYIN.fullmatch(text.casefold()) is not None
        return syllables and not self.lists.is_english(text) and text not in self.lists.places

    def _is_compound(self, text: str) -> bool:
        return all(part.casefold() in self.lists.english for part in text.split("-"))

    def _is_foreign(self, text: str) -> bool:
        """Whether an unknown word looks like no part of a Chinese name."""
        return len(text) > 4 and text not in self.lists.surnames and _PINYIN.fullmatch(text.casefold()) is None

    def _is_word(self, text: str) -> bool:
        return self.lists.is_english(text) or text.casefold() in self.lists.heads

    def _is_unknown(self, text: str) -> bool:
        known = text in self.lists.places or text in self.lists.demonyms or self._is_word(text)
        return text.isalpha() and text.istitle() and not known

    def _after_title(self, run: Sentence) -> int:
        """Return how many words after a title are the name, whatever its shape."""
        length = 0
        for word in run[:4]:
            acronym = word.shouted and len(word.text) > 2 and not self._is_surname(word.text)
            if acronym or word.text.casefold() in self.lists.sets["roles"]:
                break
            length += 1
        return length

    def _continues(self, sentence: Sentence, at: int, *, headline: bool) -> bool:
        """Whether the capitalised words go on after the name, so that it is part of a longer one."""
        if at >= len(sentence):
            return False
        following = sentence[at]
        folded = following.text.casefold()
        if following.before == " & ":
            return True
        if following.before != " " or sentence[at - 1].possessive or not following.text[0].isupper():
            return False
        if headline and self.lists.is_english(folded) and folded not in self.lists.heads:
            return False
        sets = self.lists.sets
        return not (following.text in sets["honours"] or folded in sets["roles"] or following.text in CALENDAR)

    def _in_context(self, sentence: Sentence, at: int, run: Sentence) -> bool:
        """Whether something around a run of two or three words makes it a person."""
        if not 2 <= len(run) <= 3 or not self._may_be_person(run):
            return False
        end = at + len(run)
        before, after = sentence[at - 1] if at else None, sentence[end] if end < len(sentence) else None
        if before is not None and run[0].before == " " and before.text.casefold() in self.lists.sets["roles"]:
            return True
        if after is None:
            return False
        speaks = after.before in {" ", ", "} and after.text in self.lists.sets["speech"]
        return speaks or (after.before in {", ", " ("} and self._role_follows(sentence, end))

    def _may_be_person(self, run: Sentence) -> bool:
        first, last = run[0].text, run[-1].text
        if all(self._is_unknown(word.text) for word in run):
            return True
        folded = last.casefold()
        if not last.istitle() or folded in self.lists.heads or folded in self.lists.bare_nouns:
            return False
        if folded in self.lists.sets["roles"] or first.casefold() in self.lists.sets["roles"]:
            return False
        rainy = len(run) == 2 and not run[0].first and last in self.lists.surnames and not self._is_word(last)
        return self._is_given(first) or (len(run) == 2 and self._is_unknown(first)) or rainy

    def _role_follows(self, sentence: Sentence, at: int) -> bool:
        """Whether a role stands within the next words of an apposition."""
        for step, word in enumerate(sentence[at : at + 6]):
            if step and not word.before.isspace():
                return False
            if word.text.casefold() in self.lists.sets["roles"]:
                return True
        return False
