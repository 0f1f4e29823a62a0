"""Names of persons: Hong Kong, mainland and Western forms, after titles, and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.calendar import CALENDAR
from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word

TITLES = frozenset(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Ir Sr Hon Messrs Datuk Sheikh Madam Sister Father Rev".split()
)
HONOURS = frozenset("SC KC GBM GBS SBS BBS MH JP OBE MBE CBE SC QC PhD MD CFA CPA".split())
_HYPHENED = re.compile(r"[A-Z][a-z]{0,5}-[A-Za-z][a-z]{0,5}")
_FINAL = "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ui|un|uo|ue|a|e|i|o|u"
_PINYIN = re.compile(
    rf"(?:a|ai|an|ang|ao|e|en|er|ou|(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)(?:{_FINAL}))(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)(?:{_FINAL})){{0,2}}"
)
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){0,2}")
_SPEECH = frozenset(
    """said says told added adds noted explained believes believed argued thinks joined joins wrote recalled warned stressed
    suggested hopes hoped expects who whose leads heads chairs founded succeeded succeeds replaced replaces stepped resigned
    retired received holds studied graduated""".split()
)
_ROLES = frozenset(
    """chairman chairwoman chairperson chair president ceo director founder co-founder cofounder minister secretary governor mayor
    lawmaker legislator professor analyst economist engineer researcher scientist entrepreneur executive officer manager partner dean
    commissioner head chief spokesman spokeswoman ambassador premier tycoon businessman investor inventor lawyer expert predecessor
    successor colleague doctor pianist actor designer alumnus student chairmen founders vice-president provost vice-chancellor""".split()
)


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
        position = 0
        while position < len(sentence):
            length, first, weight = self._match(sentence, position, blocked, headline)
            if length:
                name = sentence[position + first : position + length]
                yield Candidate(
                    name[0].start, name[-1].end, "Person", "persons", weight, family_name=self.family_name(name)
                )
            position += max(length, 1)

    def family_name(self, name: Sentence) -> str:
        """Return the part of a person's name that a text goes on with."""
        texts = [word.text for word in name]
        if len(texts) == 1:
            return texts[0]
        given = texts[0] in self.lists.given_names
        if (
            not given
            and texts[0] in self.lists.surnames
            and (_HYPHENED.fullmatch(texts[1]) or (len(texts) == 2 and bool(_PINYIN.fullmatch(texts[1].casefold()))))
        ):
            return texts[0]
        for text in texts[1:]:
            if text in self.lists.surnames or text.title() in self.lists.surnames:
                return text
        return texts[-1]

    def _match(self, sentence: Sentence, at: int, blocked: frozenset[int], headline: bool) -> tuple[int, int, float]:
        """Return how many words a person's name takes here, how many of those are titles, and its weight."""
        titles = 0
        while (
            at + titles < len(sentence)
            and sentence[at + titles].text in TITLES
            and (titles == 0 or self._joined(sentence[at + titles]))
        ):
            titles += 1
        run = self._run(sentence, at + titles, blocked)
        if titles:
            joined = bool(run) and self._joined(run[0], after_title=True)
            length = (self._shape(run) or self._after_title(run)) if joined else 0
            return (titles + length, titles, 3.5) if length else (0, 0, 0.0)
        length = self._shape(run)
        if length:
            return (length, 0, 3.0) if not self._continues(sentence, at + length, headline) else (0, 0, 0.0)
        length = self._by_context(sentence, at, run)
        return (length, 0, 2.0) if length else (0, 0, 0.0)

    @staticmethod
    def _joined(word: Word, *, after_title: bool = False) -> bool:
        return word.before in {" ", "\u00a0", ". "} if after_title else word.before in {" ", ". "}

    def _run(self, sentence: Sentence, at: int, blocked: frozenset[int]) -> Sentence:
        """Return up to five capitalised words that stand side by side."""
        run: list[Word] = []
        for word in sentence[at : at + 5]:
            initial = (
                bool(run)
                and word.before == ". "
                and len(run[-1].text) <= 3
                and run[-1].shouted | (len(run[-1].text) == 1)
            )
            if run and not initial and word.before not in {" ", "\u00a0"}:
                break
            if (
                not word.text[0].isupper()
                or word.start in blocked
                or (run and word.text in HONOURS)
                or word.text in CALENDAR
            ):
                break
            run.append(word)
            if word.possessive or word.attached:
                break
        return run

    def _shape(self, run: Sentence) -> int:
        """Return how many words of a run make a person's name by their shape, or 0."""
        texts = [word.text for word in run]
        for length in range(min(5, len(texts)), 1, -1):
            if self._is_name(texts[:length]):
                return length
        return 0

    def _is_name(self, texts: list[str]) -> bool:
        given, surnames = self.lists.given_names, self.lists.surnames
        texts = [text.title() if text.isupper() and text.title() in surnames else text for text in texts]
        if any(text.isupper() and len(text) > 2 and not _INITIALS.fullmatch(text) for text in texts):
            return False
        if self._is_place(" ".join(texts)):
            return False
        first, rest = texts[0], texts[1:]
        if len(rest) == 1 and len(first) > 4 and rest[0] in self.lists.pinyin_surnames and self._is_given_pinyin(first):
            return True
        if (
            first in surnames
            and len(rest) <= 2
            and self._is_chinese_given(rest[-1])
            and all(text in surnames for text in rest[:-1])
        ):
            return (
                not (first in given and len(rest) == 1 and not _HYPHENED.fullmatch(rest[0]) and rest[0] in surnames)
                or True
            )
        if _HYPHENED.fullmatch(first) and not self._is_compound(first) and len(rest) == 1 and rest[0] in surnames:
            return True
        if not (self._is_given(first) or _INITIALS.fullmatch(first) or self._is_unknown(first)):
            return False
        while len(rest) > 1 and ((rest[0] in given and rest[0] not in surnames) or _INITIALS.fullmatch(rest[0])):
            rest = rest[1:]
        return self._is_chinese_rest(first, rest) or self._is_western(first, rest)

    def _is_chinese_rest(self, first: str, rest: list[str]) -> bool:
        """Whether surname, perhaps a second one, and perhaps a Chinese given name follow a Western given name."""
        if rest[0] not in self.lists.surnames:
            return False
        tail = rest[1:]
        if tail and tail[0] in self.lists.surnames and len(tail) > 1:
            tail = tail[1:]
        known = self._is_given(first) or _INITIALS.fullmatch(first) is not None
        if not tail:
            return known or (
                first not in self.lists.surnames
                and not _PINYIN.fullmatch(first.casefold())
                and len(first) > 4
                and not self._is_english(rest[0])
                and rest[0].casefold() not in self.lists.heads
            )
        return len(tail) == 1 and (bool(_HYPHENED.fullmatch(tail[0])) or (known and self._is_given_pinyin(tail[0])))

    def _is_given(self, text: str) -> bool:
        return text in self.lists.given_names or (
            "-" in text and text.split("-", maxsplit=1)[0] in self.lists.given_names and text.split("-")[1][:1].isupper()
        )

    def _is_western(self, first: str, rest: list[str]) -> bool:
        if not self._is_given(first):
            return False
        if len(rest) == 2 and _HYPHENED.fullmatch(rest[1]):
            rest = rest[:1]
        if len(rest) == 2 and rest[0] in {"De", "Van", "Von", "Al", "Bin", "El", "Della", "Du", "Le", "La", "Mac"}:
            rest = rest[1:]
        if len(rest) != 1:
            return False
        last = rest[0]
        plain = self._is_english(last)
        return (
            last[0].isupper()
            and not last.isupper()
            and last.casefold() not in self.lists.heads
            and not (plain and self._is_english(first))
            and not self._is_place(f"{first} {last}")
            and last not in self.lists.demonyms
        )

    def _is_chinese_given(self, text: str) -> bool:
        return (bool(_HYPHENED.fullmatch(text)) and not self._is_compound(text)) or self._is_given_pinyin(text)

    def _is_given_pinyin(self, text: str) -> bool:
        return (
            bool(_PINYIN.fullmatch(text.casefold()))
            and not self._is_english(text)
            and len(text) > 1
            and text not in self.lists.places
        )

    def _is_compound(self, text: str) -> bool:
        return all(part.casefold() in self.lists.english for part in text.split("-"))

    def _is_english(self, text: str) -> bool:
        return text.casefold() in self.lists.english

    def _is_place(self, text: str) -> bool:
        return text in self.lists.places

    def _is_unknown(self, text: str) -> bool:
        return (
            text.isalpha()
            and text.istitle()
            and not self._is_english(text)
            and not self._is_place(text)
            and text not in self.lists.demonyms
            and text.casefold() not in self.lists.heads
        )

    def _after_title(self, run: Sentence) -> int:
        length = 0
        for word in run[:4]:
            if (
                word.shouted and len(word.text) > 2 and word.text.title() not in self.lists.surnames
            ) or word.text.casefold() in _ROLES:
                break
            length += 1
        return length

    def _continues(self, sentence: Sentence, at: int, headline: bool) -> bool:
        """Whether the capitalised words go on after the name, so that it is part of a longer one."""
        if at >= len(sentence):
            return False
        following = sentence[at]
        if following.before == " & ":
            return True
        if following.before != " " or sentence[at - 1].possessive or not following.text[0].isupper():
            return False
        if headline and self._is_english(following.text) and following.text.casefold() not in self.lists.heads:
            return False
        return (
            following.text not in HONOURS and following.text.casefold() not in _ROLES and following.text not in CALENDAR
        )

    def _by_context(self, sentence: Sentence, at: int, run: Sentence) -> int:
        """Return the length of a run of two or three unknown words that something around it makes a person."""
        if not 2 <= len(run) <= 3 or not (
            all(self._is_unknown(word.text) for word in run)
            or self._is_named_like_word(run)
            or self._begins_like_person(run)
        ):
            return 0
        before = sentence[at - 1] if at else None
        after = sentence[at + len(run)] if at + len(run) < len(sentence) else None
        role_before = before is not None and run[0].before == " " and before.text.casefold() in _ROLES
        speech_after = after is not None and after.before in {" ", ", "} and after.text in _SPEECH
        role_after = after is not None and after.before in {", ", " ("} and self._role_follows(sentence, at + len(run))
        return len(run) if role_before or speech_after or role_after else 0

    def _begins_like_person(self, run: Sentence) -> bool:
        first, last = run[0].text, run[-1].text
        return (
            (self._is_given(first) or (len(run) == 2 and self._is_unknown(first)))
            and last.istitle()
            and last.casefold() not in self.lists.heads
            and last.casefold() not in _ROLES
            and last.casefold() not in self.lists.bare_nouns
        )

    def _is_named_like_word(self, run: Sentence) -> bool:
        """Whether a plain word stands before a surname, as in "Rainy Chan"."""
        return (
            len(run) == 2
            and not run[0].first
            and run[1].text in self.lists.surnames
            and not self._is_english(run[1].text)
            and run[0].text.casefold() not in _ROLES
            and run[0].text.casefold() not in self.lists.heads
        )

    @staticmethod
    def _role_follows(sentence: Sentence, at: int) -> bool:
        for step, word in enumerate(sentence[at : at + 6]):
            if step and not word.before.isspace():
                return False
            if word.text.casefold() in _ROLES:
                return True
        return False
