"""Names of persons: Hong Kong, mainland and Western forms, after titles, and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.calendar import CALENDAR
from kg.extract.candidates import Candidate
from kg.extract.credits import find_credits
from kg.extract.syllables import is_hong_kong_syllable, is_pinyin
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word, is_shouted

TITLED, SHAPED, IN_CONTEXT = 3.5, 3.0, 2.0  # weights by what tells that it is a person
_LONGEST = 5
_HYPHENED = re.compile(r"[A-Z][a-z]{0,5}-[A-Za-z][a-z]{0,5}")
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){0,2}")
_AT_A_PLACE = frozenset("in at near around towards through across outside into via".split())
_PRONOUNS = frozenset({"He", "She", "Me"})  # also given names, where they stand behind a surname with a capital
_DESCENT = frozenset("bin ibn bint binti".split())


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
        blocked |= find_credits(sentence)
        shouted = is_shouted(sentence)
        while at < len(sentence):
            titles = self._titles(sentence, at)
            run = self._run(sentence, at + titles, blocked)
            if shouted:
                run = [replace(word, text=word.text.title()) for word in run]
            length, weight = self._length(sentence, at + titles, run, titles=titles, headline=headline or shouted)
            if length > 0:
                length += self._given_after(sentence, at + titles + length)
                name = sentence[at + titles : at + titles + length]
                yield Candidate(
                    name[0].start,
                    name[-1].end,
                    "Person",
                    "persons",
                    weight,
                    family_name=self.family_name(run[:length] if shouted else name),
                )
            at += titles + abs(length) or 1

    def family_name(self, name: Sentence) -> str:
        """Return the part of a person's name that a text goes on with."""
        texts = [word.text for word in name]
        if len(texts) == 1:
            return texts[0]
        first, second = texts[0], texts[1]
        chinese = _HYPHENED.fullmatch(second) or (len(texts) == 2 and is_pinyin(second))
        if chinese and first not in self.lists.given_names and self._is_surname(first):
            return first
        if self._is_spaced(first.title(), texts[1:3]):
            return first
        return next((text for text in texts[1:] if self._is_surname(text)), texts[-1])

    def _titles(self, sentence: Sentence, at: int) -> int:
        """Return how many titles stand here side by side."""
        count, titles = 0, self.lists.sets["titles"]
        for word in sentence[at : at + 4]:
            known = word.text in titles or (word.shouted and word.text.title() in titles and len(word.text) > 2)
            if not known or (count and word.before not in {" ", ". "}):
                break
            count += 1
        return count + (self._ranks(sentence, at + count) if at + count < len(sentence) else 0)

    def _ranks(self, sentence: Sentence, at: int) -> int:
        """Return 1 where a rank that may also be a plain noun stands before a surname: "Superintendent Wong"."""
        word, following = sentence[at], sentence[at + 1] if at + 1 < len(sentence) else None
        if following is None or following.before != " " or word.text.casefold() not in self.lists.sets["ranks"]:
            return 0
        return int(word.capital and self._is_surname(following.text) and not self._is_word(following.text))

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
            if word.start in blocked or honour or word.text in CALENDAR:
                break
            if not word.text[0].isupper() and not (run and word.text in _DESCENT):
                break
            run.append(word)
            if word.possessive or word.attached:
                break
        return run

    def _length(self, sentence: Sentence, at: int, run: Sentence, *, titles: int, headline: bool) -> tuple[int, float]:
        """Return how many words of a run are a person's name (below 0: a place's), and the weight of what tells so."""
        length = self._by_shape(run)
        if titles:
            joined = bool(run) and run[0].before in {" ", "\u00a0", ". "}
            return (length or self._after_title(run), TITLED) if joined else (0, 0.0)
        if length:
            goes_on = self._continues(sentence, at + length, headline=headline)
            if not goes_on and self._is_site(sentence, at, run[:length]):
                return -length, 0.0
            return (0, 0.0) if goes_on else (length, SHAPED)
        return (len(run), IN_CONTEXT) if self._in_context(sentence, at, run) else (0, 0.0)

    def _by_shape(self, run: Sentence) -> int:
        """Return how many words of a run make a person's name by their shape, or 0."""
        texts = [word.text.title() if self._is_surname(word.text) else word.text for word in run]
        lengths = range(len(texts), 1, -1)
        if any(" ".join(texts[:n]) in self.lists.well_known for n in lengths):
            return 0
        return next((n for n in lengths if self._is_name(texts[:n])), 0)

    def _is_name(self, texts: Sequence[str]) -> bool:
        first, rest = texts[0], list(texts[1:])
        if any(text.isupper() and len(text) > 2 and not _INITIALS.fullmatch(text) for text in texts):
            return False
        if " ".join(texts) in self.lists.places:
            return False
        if self._is_chinese(first, rest) or self._is_reversed(first, rest):
            return True
        if texts[-1] in _DESCENT:
            return False
        if _DESCENT & set(rest):
            return first.istitle() and not self._is_word(first)
        while len(rest) > 1 and self._is_middle(rest[0]):
            rest = rest[1:]
        return self._has_surname(first, rest) or self._is_western(first, rest)

    def _is_chinese(self, first: str, rest: Sequence[str]) -> bool:
        """Whether a surname, or two, stand before a Chinese given name: "Lo Chung-mau", "Yang Hongxia"."""
        if first not in self.lists.surnames or len(rest) > 3:
            return False
        if self._is_spaced(first, rest) or (len(rest) == 3 and self._is_spaced(rest[0], rest[1:])):
            return True
        last = rest[-1]
        syllables = all(is_hong_kong_syllable(part.title()) for part in last.split("-"))
        hyphened = _HYPHENED.fullmatch(last) and (syllables or not self._is_compound(last))
        pronoun = len(rest) == 1 and last in _PRONOUNS and first in self.lists.pinyin_surnames
        given = hyphened or self._is_pinyin(last) or pronoun
        return bool(given) and all(text in self.lists.surnames for text in rest[:-1])

    def _is_spaced(self, first: str, rest: Sequence[str]) -> bool:
        """Whether two syllables of Hong Kong follow a surname: "Chan Siu Fan", but not "Yau Ma Tei"."""
        if len(rest) != 2 or first not in self.lists.surnames:
            return False
        villages = self.lists.sets["village_syllables"]
        small = self.lists.function_words - {"on"}
        return all(
            is_hong_kong_syllable(text) and text not in villages and text.casefold() not in small for text in rest
        )

    def _is_site(self, sentence: Sentence, at: int, name: Sentence) -> bool:
        """Whether a name without a hyphen stands where a place would: "in Choi Wan"."""
        spaced = len(name) > 1 and all(is_hong_kong_syllable(word.text) for word in name)
        return spaced and at > 0 and name[0].before == " " and sentence[at - 1].text in _AT_A_PLACE

    def _given_after(self, sentence: Sentence, at: int) -> int:
        """Return 1 where a Western given name follows a Chinese name after a comma: "WONG Tung-shun, Peter"."""
        if not 2 <= at < len(sentence) or sentence[at].before != ", " or sentence[at].possessive:
            return 0
        chinese = _HYPHENED.fullmatch(sentence[at - 1].text) or is_hong_kong_syllable(sentence[at - 1].text)
        given = sentence[at].text in self.lists.given_names and sentence[at].text not in CALENDAR
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        alone = following is None or following.before != " " or not following.text[0].isupper()
        shouted = any(self._is_surname(word.text) and word.shouted for word in sentence[max(0, at - 3) : at])
        listed = following is not None and (following.text == "and" or following.before == ", ")
        return int(bool(chinese and given and alone and (shouted or not listed)))

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
        known = self._is_given(first)
        if len(rest) == 3 and known and self._is_spaced(rest[0], rest[1:]):
            return True
        tail = rest[2:] if len(rest) > 2 and rest[1] in self.lists.surnames else rest[1:]
        if not tail:
            return known or (self._is_foreign(first) and not self._is_word(rest[0]))
        return len(tail) == 1 and (bool(_HYPHENED.fullmatch(tail[0])) or (known and self._is_pinyin(tail[0])))

    def _is_western(self, first: str, rest: Sequence[str]) -> bool:
        if not self._is_given(first) or (len(first) > 1 and first.isupper() and "." not in first):
            return False
        names = [text for text in rest if text not in self.lists.sets["particles"]]
        if len(names) == 2 and _HYPHENED.fullmatch(names[1]):
            names = names[:1]
        if len(names) != 1 or names[0].isupper() or names[0].partition("-")[0] in self.lists.demonyms:
            return False
        if "." in first and self._is_word(names[0]):
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
        return is_pinyin(text) and not self.lists.is_english(text) and text not in self.lists.places

    def _is_compound(self, text: str) -> bool:
        return all(part.casefold() in self.lists.english for part in text.split("-"))

    def _is_foreign(self, text: str) -> bool:
        """Whether an unknown word looks like no part of a Chinese name."""
        return len(text) > 4 and text not in self.lists.surnames and not is_pinyin(text)

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
        if before is not None and before.text.casefold() in self.lists.sets["roles"]:
            closed = run[0].before == ", " and after is not None and after.before == ", "
            if run[0].before == " " or closed:
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
        if len(run) == 2 and last in self.lists.sets["surname_heads"] and first in self.lists.given_names:
            return True
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
