"""Names by their shape: runs of capitalised words, cut where one name ends and the next begins, typed by their head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.calendar import CALENDAR
from kg.extract.candidates import Candidate
from kg.extract.credits import find_credits
from kg.extract.heads import type_by_head, type_by_opener
from kg.extract.joining import NameJoiner, capitals
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word, is_shouted

_LEADS = frozenset("AI AI+ I&T R&D IT 3D 2D ICT 5G 6G New Web3 EV I GenAI".split())
_ABBREVIATED = frozenset("Co St Mt No Inc Corp Ltd Dr Jr A.S H.K Pte".split())
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–]\d{2,4})?")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_MEASURE = re.compile(r"[\d.,]+[A-Za-z]{1,3}|.*\$.*|LCQ\d+|[A-Z]\d?|\d+[\d.,]*(?:bn|mn|m|k|MHz|GHz)")
_DOTTED = re.compile(r"[A-Z](?:\.[A-Z]){1,2}")
_BESIDE_LANGUAGE = re.compile(r"-[a-z]+$")
_WEB = re.compile(r"(?:www\.|https?|.*@.*\.)", re.IGNORECASE)


@dataclass(frozen=True)
class NameFinder:
    """Finds names of organisations, places, programmes, products and the like in a sentence."""

    lists: WordLists
    joiner: NameJoiner

    def find(self, sentence: Sentence, blocked: frozenset[int] = frozenset()) -> Iterator[Candidate]:
        """Yield the names in a sentence; words whose start is blocked belong to a person, a post or a value."""
        at = 0
        blocked |= find_credits(sentence)
        shouted = is_shouted(sentence)
        while at < len(sentence):
            if sentence[at].start in blocked or not self._opens(sentence, at, blocked):
                at += 1
                continue
            stop, kind = self._extend(sentence, at, blocked)
            for name in self._typed(sentence[at:stop], kind):
                if name.finder != "shape" or not (shouted or self._is_furniture(sentence, sentence[at:stop])):
                    yield name
            at = stop

    def _is_furniture(self, sentence: Sentence, words: Sentence) -> bool:
        """Whether plain words with capitals are a heading, a button or a link of the page: "Contact Us"."""
        if not all(self._is_plain(word.text) for word in words):
            return False
        if words[-1].text.casefold() in self.lists.sets["ranks"]:
            return True  # "Principal Magistrate" before a name
        if not words[0].first:
            return False
        heading = len(words) > 1 and all(word.shouted for word in words)
        return heading or len(words) == len(sentence) or words[0].text.casefold() in self.lists.sets["imperatives"]

    def _is_plain(self, text: str) -> bool:
        return self.lists.is_english(text) or text.casefold() in self.lists.function_words

    def long_form(self, sentence: Sentence, start: int, end: int) -> Candidate:
        """Return the name that a short form in brackets stands for."""
        words = [word for word in sentence if start <= word.start and word.end <= end]
        texts = [word.text for word in words]
        kind = next((k for n in range(1, len(texts)) if (k := type_by_opener(texts[:n], texts[n], self.lists))), None)
        headed = kind or type_by_head(texts, self.lists)
        if self._goes_on_after(sentence, end):
            headed = None
        return Candidate(
            start, words[-1].end, headed or "Company", "acronym" if headed else "shape", 4.3 if headed else 2.5
        )

    def _goes_on_after(self, sentence: Sentence, end: int) -> bool:
        """Whether the head of the name follows the bracket: "Areas of Excellence (AoE) Scheme"."""
        following = next((word for word in sentence if word.start > end and word.before.endswith(") ")), None)
        return following is not None and following.capital and following.text.casefold() in self.lists.heads

    def _opens(self, sentence: Sentence, at: int, blocked: frozenset[int]) -> bool:
        """Whether a name may start with this word."""
        word = sentence[at]
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        leads = following is not None and following.start not in blocked and self._leads(sentence, at)
        if _YEAR.fullmatch(word.text) or _ORDINAL.fullmatch(word.text):
            return leads and self._heads_policy(sentence, at + 1)
        initials = self._is_initialled(sentence, at)
        if initials or not self._is_name_word(word):
            lead = word.text in _LEADS and leads and not (word.text == "I" and word.first)
            return lead or (initials and sentence[at + 1].start not in blocked)
        if word.text in self.lists.demonyms:
            return leads
        folded, opens = word.text.casefold(), word.first or word.before.endswith(("“", '"', "‘", ": "))
        if folded in self.lists.function_words and (opens or not leads):
            return False
        if opens and not leads and self.lists.is_english(folded):
            return (word.shouted and len(word.text) < 4) or self._opener_follows(sentence, at)
        return leads or folded not in self.lists.bare_nouns or self._opener_follows(sentence, at)

    def _is_initialled(self, sentence: Sentence, at: int) -> bool:
        """Whether initials open a name here: "K Wah International", "W.L. Lantern Limited"."""
        word, following = sentence[at], sentence[at + 1] if at + 1 < len(sentence) else None
        if not (len(word.text) == 1 or "." in word.text) or following is None or not word.text.isupper():
            return False
        if not self._is_name_word(following) or word.text in {"A", "I"} or word.text in self.lists.places:
            return False
        if len(word.text) == 1:
            return following.before == " " and not self._is_plain(following.text)
        return _DOTTED.fullmatch(word.text) is not None and following.before == ". "

    def _leads(self, sentence: Sentence, at: int) -> bool:
        """Whether a word is followed by another part of the same name."""
        following = sentence[at + 1]
        if following.before == " " and self._is_name_word(following):
            return True
        linked = following.text in {"and", "of"} or following.before == " ("
        return linked and sentence[at].capital and self.joiner.step(sentence, at, at + 1, None)[0] > 0

    def _opener_follows(self, sentence: Sentence, at: int) -> bool:
        words = sentence[at + 1 : at + 4]
        if (
            len(words) < 2
            or words[0].before != " "
            or type_by_opener([sentence[at].text], words[0].text, self.lists) is None
        ):
            return False
        return words[1].capital or (words[1].text == "the" and len(words) > 2 and words[2].capital)

    def _heads_policy(self, sentence: Sentence, at: int) -> bool:
        """Whether what follows a year or an ordinal is the name of something yearly."""
        texts: list[str] = []
        for word in sentence[at : at + 7]:
            if not word.capital or (texts and word.before != " "):
                break
            texts.append(word.text)
        kinds = {type_by_head(["x", *texts[:n]], self.lists) for n in range(1, len(texts) + 1)}
        return bool(kinds & {"Policy", "Event"})

    def _is_name_word(self, word: Word) -> bool:
        text = word.text
        return (
            word.capital
            and text not in self.lists.never_names
            and text not in CALENDAR
            and not _MEASURE.fullmatch(text)
            and not _WEB.match(text)
            and not (_BESIDE_LANGUAGE.search(text) and text.partition("-")[0] in self.lists.demonyms)
        )

    def _extend(self, sentence: Sentence, at: int, blocked: frozenset[int]) -> tuple[int, str | None]:
        """Return where the name that opens here stops, and the type its opener gives."""
        stop, kind = at + 1, None
        while stop < len(sentence) and sentence[stop].start not in blocked:
            previous = sentence[stop - 1]
            if (previous.possessive and not self._owns(previous, sentence[stop])) or previous.attached:
                break
            step, opened = (1, None) if self._goes_on(sentence, stop) else self.joiner.step(sentence, at, stop, kind)
            if not step or any(word.start in blocked for word in sentence[stop : stop + step]):
                break
            stop, kind = stop + step, opened or kind
        return stop, kind

    def _owns(self, owner: Word, word: Word) -> bool:
        return owner.text in self.lists.sets["owners"] and word.before.endswith(" ") and word.capital

    def _goes_on(self, sentence: Sentence, stop: int) -> bool:
        """Whether the next word stands side by side with the name and looks like a part of it."""
        previous, word = sentence[stop - 1], sentence[stop]
        gap = word.before.removeprefix("'s").removeprefix("’s") if previous.possessive else word.before
        if gap == " & ":
            return word.capital
        if gap in {"' ", "’ "} and previous.text.endswith("s") and word.capital:
            owned = capitals(sentence[stop:])
            owned = owned[: owned.index("of")] if "of" in owned else owned
            return type_by_head(["x", *owned], self.lists) in {"Organization", "GovernmentBody"}
        if gap == ". ":
            dotted = _DOTTED.fullmatch(previous.text) and previous.text not in self.lists.places
            return (previous.text in _ABBREVIATED or bool(dotted)) and word.capital
        if (
            gap not in {" ", "\u00a0"}
            or word.text in CALENDAR
            or word.text in {"Mr", "Ms", "Mrs", "Dr", "Professor", "Prof", "Sir"}
        ):
            return False
        if word.text in self.lists.sets["sentence_words"]:
            return False
        return word.capital or bool(_YEAR.fullmatch(word.text)) or self._numbered(sentence, stop)

    @staticmethod
    def _numbered(sentence: Sentence, stop: int) -> bool:
        """Whether a small number belongs to the name before it: "Tower 2", "Policy Statement 2.0"."""
        previous, word = sentence[stop - 1], sentence[stop]
        following = sentence[stop + 1] if stop + 1 < len(sentence) else None
        if not re.fullmatch(r"\d{1,2}|\d\.\d|\d{3}", word.text) or previous.text.casefold().endswith("s"):
            return False
        counts = (
            following is not None
            and following.before in {" ", "-"}
            and not following.capital
            and following.text.endswith("s")
            and len(following.text) > 2
        )
        return not counts and not (
            following is not None
            and following.before in {" ", ".", ","}
            and following.text in {"per", "million", "billion", "percent", "m", "bn"}
        )

    def _typed(self, words: Sentence, kind: str | None) -> Iterator[Candidate]:
        words = self._trimmed(words)
        if not words or (len(words) == 1 and words[0].text in self.lists.sets["honours"]):
            return
        end = _end(words)
        texts = [word.text for word in words]
        text = " ".join(f"{word.text}'s" if word.possessive and word is not words[-1] else word.text for word in words)
        plain = len(texts) == 1 and words[0].first and self.lists.is_english(text)
        if self._is_place(texts, text):
            yield Candidate(words[0].start, end, "Place", "places", 3.2)
        elif text in self.lists.well_known and not plain:
            yield Candidate(words[0].start, end, self.lists.well_known[text], "known", 3.3)
        elif headed := kind or type_by_head(_outside_brackets(words), self.lists):
            yield Candidate(words[0].start, end, headed, "opener" if kind else "head", 4.1 if kind else 3.5)
        elif not (len(texts) == 1 and (texts[0].casefold() in self.lists.bare_nouns or len(texts[0]) == 1)):
            yield Candidate(words[0].start, end, "Company", "shape", 2.0)

    def _is_place(self, texts: Sequence[str], text: str) -> bool:
        if text in self.lists.places or (text.isupper() and text.title() in self.lists.places):
            return True
        rest = (
            texts[1:]
            if texts[0] in self.lists.sets["compass"]
            else texts[:-1]
            if texts[-1] in self.lists.sets["compass"]
            else []
        )
        return bool(rest) and " ".join(rest) in self.lists.places

    def _trimmed(self, words: Sentence) -> Sentence:
        """Drop a plain word that only the start of the sentence made look like part of the name."""
        while len(words) > 1 and words[0].first:
            first, rest = words[0].text.casefold(), [word.text for word in words[1:]]
            if first not in self.lists.function_words and not (
                self.lists.is_english(first) and self._is_complete(rest)
            ):
                break
            words = words[1:]
        return words

    def _is_complete(self, texts: Sequence[str]) -> bool:
        text = " ".join(texts)
        return (
            text in self.lists.places
            or text in self.lists.well_known
            or (not self.lists.is_english(texts[0]) and type_by_head(texts, self.lists) is None)
        )


def _end(words: Sentence) -> int:
    """Return the offset at which a name ends, with the bracket that closes it."""
    opened = sum("(" in word.before for word in words[1:])
    closed = sum(")" in word.before for word in words[1:])
    return words[-1].end + (1 if opened > closed else 0)


def _outside_brackets(words: Sentence) -> list[str]:
    texts: list[str] = []
    inside = False
    for number, word in enumerate(words):
        if number and "(" in word.before:
            inside = True
        elif ")" in word.before:
            inside = False
        if not inside:
            texts.append(word.text)
    return texts
