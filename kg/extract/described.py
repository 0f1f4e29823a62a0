"""Things that a text describes without naming them: "a new supercomputing centre", "two pilot lines"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.calendar import CALENDAR
from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word

_TOO_WIDE = frozenset(
    "Hong Kong|China|AI|US|UK|Greater Bay Area|Asia|Shenzhen|Singapore|Mainland|Europe|Asia-Pacific|Government".split(
        "|"
    )
)
_SHORT_HEADS = frozenset({"centre", "center", "park", "lab"})
_ATTACHMENTS = frozenset("-style -like -type -based -powered -compatible -focused -level".split()) | {""}
_MAKING = re.compile(
    r"\b(?:buil[dt]s?|building|construct\w*|set(?:s|ting)? up|open(?:s|ed|ing)?|launch\w*|develop(?:s|ed|ing)?|"
    r"plan(?:s|ned|ning)?(?: for)?|announc\w+|unveil\w*|establish\w*|creat(?:e|es|ed|ing)|operat(?:e|es|ed|ing)|runs?|"
    r"running|inaugurat\w+|introduc\w+|releas\w+|deliver\w*|erect\w*|rais(?:e|es|ed|ing)|hous(?:e|es|ing)|present\w*|"
    r"mak(?:e|es|ing)|made|offer(?:s|ed|ing)?|us(?:e|es|ed|ing)|test(?:s|ed|ing)?|trial\w*|enact\w*|pass(?:es|ed)?|"
    r"propos\w+|draft\w*|convert\w*|expand\w*|acquir\w+|invest\w*|fund(?:s|ed|ing)|financ\w+|subsidis\w+|"
    r"work(?:s|ing)? on|get|have|has|had|plans? are under ?way for|contracts? for|tenders? for|licen[cs]e for|site for|"
    r"called for|join(?:s|ed)?|under|through|via|from)\b[^.;:!?]{0,30}$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"^[^.;:!?]{0,60}?\b(?:will|is|are|was|were|has|have|had|to|would|should|can|could) (?:also |now |not |soon |to )?"
    r"(?:be |been |being )?(?:built|opened|open|launched|completed|set up|established|developed|planned|finished|ready|"
    r"operational|under construction|constructed|inaugurated|commissioned|announced|enacted|passed|drawn|"
    r"received|located|"
    r"house|start|started|begin|begun|go into|come into|came into|run|used|provide|stand|occupy|cost|offer|attracted|"
    r"approved|supported)\b",
    re.IGNORECASE,
)
_NEAR = 160  # characters around a noun phrase in which a verb of making tells
_MODIFIERS = 5


@dataclass(frozen=True)
class DescriptionFinder:
    """Finds described things in a sentence."""

    lists: WordLists

    def find(self, text: str, sentence: Sentence, *, lead: bool = False) -> Iterator[Candidate]:
        """Yield the things described; in the lead of a text the description alone is enough."""
        yield from self._with_names(sentence)
        before_end = -1
        for first, last, kind in self._phrases(sentence):
            words, determiner = sentence[first : last + 1], self._determiner(sentence, first)
            telling = any(word.text.casefold() not in self.lists.sets["empty_adjectives"] for word in words[:-1])
            joined = before_end >= 0 and text[before_end : (determiner or words[0]).start].strip() in {
                "and",
                ",",
                ", and",
            }
            if self._introduces(determiner):
                found = joined or (telling and lead) or _is_made(text, sentence, words)
            else:
                found = telling and words[-1].text == "sandbox"
            if found:
                before_end = words[-1].end
                likened = any(word.attached and word.capital for word in words)
                yield Candidate(words[0].start, words[-1].end, kind, "described", 3.9 if likened else 1.5)
            elif (
                telling
                and kind in {"Programme", "Policy"}
                and determiner is not None
                and determiner.text in {"the", "The"}
            ):
                yield Candidate(words[0].start, words[-1].end, kind, "definite", 1.4)

    @staticmethod
    def _determiner(sentence: Sentence, first: int) -> Word | None:
        return sentence[first - 1] if first and sentence[first].before.endswith(" ") else None

    def _introduces(self, determiner: Word | None) -> bool:
        if determiner is None:
            return False
        return determiner.possessive or determiner.text.casefold() in self.lists.sets["introducing"]

    def _with_names(self, sentence: Sentence) -> Iterator[Candidate]:
        """Yield names that end in a plain noun: "Foo Bay data centre", "Easy Start pilot scheme"."""
        for start, last, kind in [*self._heads(sentence), *_short_heads(sentence)]:
            first = start
            while first > 0 and sentence[first].before in {" ", " & "} and self._names(sentence[first - 1]):
                first -= 1
            lead = sentence[first:start]
            if lead and self._is_telling(lead):
                yield Candidate(lead[0].start, sentence[last].end, kind, "described-name", 3.8)

    def _is_telling(self, lead: Sentence) -> bool:
        """Whether the capitalised words before a noun set it apart."""
        if lead[0].first and self.lists.is_english(lead[0].text):
            return False
        if all(word.text in self.lists.never_names for word in lead) or lead[0].text in self.lists.demonyms:
            return False
        return " ".join(word.text for word in lead) not in _TOO_WIDE

    def _names(self, word: Word) -> bool:
        """Whether a word can stand in the name before a plain noun; "x" joins two of them."""
        if word.text == "x":
            return True
        if not word.capital or word.possessive or word.attached or word.text in CALENDAR:
            return False
        return word.text[0].isalpha() and "$" not in word.text and word.text.casefold() not in self.lists.function_words

    def _phrases(self, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
        """Yield the first and last word of every described noun phrase, with the type of its head."""
        for start, last, kind in self._heads(sentence):
            first = self._modified(sentence, start)
            if first < start or last > start:
                yield first, last, kind

    def _heads(self, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
        """Yield the first and last word of every noun that may head a description, the longest that fits."""
        for last, word in enumerate(sentence):
            if word.text not in self.lists.described_ends:
                continue
            for start in range(max(0, last - 3), last + 1):
                kind = self.lists.described.get(" ".join(other.text for other in sentence[start : last + 1]))
                if kind and all(other.before in {" ", "-"} for other in sentence[start + 1 : last + 1]):
                    if not self._noun_follows(sentence, last):
                        yield start, last, kind
                    break

    def _noun_follows(self, sentence: Sentence, last: int) -> bool:
        """Whether the head is itself only the modifier of another noun."""
        if last + 1 >= len(sentence) or sentence[last + 1].before != " ":
            return False
        folded = sentence[last + 1].text.casefold()
        return folded not in {"of", "that"} and (
            folded in self.lists.described or folded in self.lists.sets["after_heads"]
        )

    def _modified(self, sentence: Sentence, start: int) -> int:
        """Return where the words that set a head apart begin."""
        first = start
        while first > 0 and start - first < _MODIFIERS:
            gap, word = sentence[first].before, sentence[first - 1]
            if not gap.endswith(" ") or gap[:-1] not in _ATTACHMENTS or not self._modifies(word):
                break
            first -= 1
        return first

    def _modifies(self, word: Word) -> bool:
        folded = word.text.casefold()
        if (
            word.possessive
            or folded in self.lists.sets["noun_phrase_breaks"]
            or folded in self.lists.sets["determiners"]
        ):
            return False
        if word.capital:
            coined = word.attached or word.shouted or word.text in {"GaN", "SiC"} or "-" in word.text
            return coined or (word.first and self.lists.is_english(folded))
        return not folded.endswith(("ly", "ised"))


def _short_heads(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield the nouns that only a name before them sets apart."""
    for at, word in enumerate(sentence):
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        goes_on = following is not None and following.before == " " and following.text in {"of", "for"}
        if word.text in _SHORT_HEADS and not goes_on:
            yield at, at, "Facility"


def _is_made(text: str, sentence: Sentence, words: Sentence) -> bool:
    """Whether somebody makes, runs or gets the thing in this sentence."""
    start, end = words[0].start, words[-1].end
    before = text[max(sentence[0].start, start - _NEAR) : start]
    after = text[end : min(sentence[-1].end + 1, end + _NEAR)]
    return bool(_MAKING.search(before)) or bool(_MADE.match(after))


def settle_definites(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Drop "the … scheme" where a named scheme shares a word with it, since it then means that one."""
    named: dict[str, set[str]] = {}
    for candidate in candidates:
        if candidate.finder != "definite":
            named.setdefault(candidate.type, set()).update(_words(text, candidate))
    return [c for c in candidates if c.finder != "definite" or not set(_words(text, c)[:-1]) & named.get(c.type, set())]


def same_thing(description: str, name: str, lists: WordLists) -> bool:
    """Whether a description says nothing but praise beyond what a name says: "flagship computing centre"."""
    words = re.findall(r"[\w'-]+", description.casefold())
    if lists.sets["others"] & set(words):
        return False
    told = [word for word in words if word not in lists.sets["praise"]]
    full = re.findall(r"[\w'-]+", name.casefold())
    return len(told) > 1 and told[-1] == full[-1] and set(told) <= set(full)


def _words(text: str, candidate: Candidate) -> list[str]:
    return re.findall(r"[\w-]+", text[candidate.start : candidate.end].casefold())
