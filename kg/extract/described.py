"""Things that a text describes without naming them: "a new supercomputing centre", "two pilot lines"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
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
_LASTING = frozenset({"Facility", "Programme", "Policy", "ResearchInstitute"})
_UNNAMED = frozenset({"definite", "mentioned"})
_DESCRIBED = frozenset({"described", "mentioned"})
_TOLD = _UNNAMED | _DESCRIBED
_RETURN = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?P<nouns>[a-z-]{3,40}(?: [a-z-]{3,40})?)(?!\w)")
_AFTER_NAME = re.compile(r"\)?(?:,| is| was| –| —) (?:(?:also|now) )?(?:an?|the|its|their|one of the) (?:\w+ )?")
_BEFORE_NAME = re.compile(r"(?:,| –| —|:)? ?(?:(?:to be )?(?:called|named|dubbed|known as) )?(?:the )?[\"“‘']?")
_BESIDE = 30  # characters
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
            elif self._introduces(determiner) and kind in _LASTING:
                yield Candidate(words[0].start, words[-1].end, kind, "mentioned", 1.3)
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
    """Drop the descriptions that only say more of something named, and those that nothing goes on about.

    "The … scheme" means a named scheme that shares a word with it; "Kite, a language model" and "its sixth centre, K6"
    are one thing each; and what nobody makes is a thing of its own only if the text returns to it: "the scheme".
    """
    if not any(candidate.finder in _TOLD for candidate in candidates):
        return list(candidates)
    named: dict[str, set[str]] = {}
    for candidate in candidates:
        if candidate.finder not in _UNNAMED:
            named.setdefault(candidate.type, set()).update(_words(text, candidate))
    again = _returns(text) if any(candidate.finder == "mentioned" for candidate in candidates) else {}
    return [
        candidate
        for before, candidate, after in _with_neighbours(candidates)
        if candidate.finder not in _TOLD
        or not (_is_told_elsewhere(text, candidate, named, again) or _is_apposed(text, before, candidate, after))
    ]


def _is_told_elsewhere(
    text: str, candidate: Candidate, named: Mapping[str, set[str]], again: Mapping[str, int]
) -> bool:
    """Whether a definite description means something named, or a passing one nothing that matters."""
    words, names = _words(text, candidate), named.get(candidate.type, set())
    if candidate.finder == "definite":
        return bool(set(words[:-1]) & names)
    return candidate.finder == "mentioned" and (words[-1] in names or again.get(words[-1], -1) < candidate.end)


def _with_neighbours(
    candidates: Sequence[Candidate],
) -> Iterator[tuple[Candidate | None, Candidate, Candidate | None]]:
    around = [None, *candidates, None]
    return zip(around[:-2], candidates, around[2:], strict=True)


def _returns(text: str) -> dict[str, int]:
    """Return for each noun where the text last says "the" of it."""
    return {noun: match.start() for match in _RETURN.finditer(text) for noun in match["nouns"].split()}


def _is_apposed(text: str, before: Candidate | None, candidate: Candidate, after: Candidate | None) -> bool:
    """Whether a description stands right beside the name of what it describes."""
    if candidate.finder not in _DESCRIBED:
        return False
    beside = []
    if before is not None and _may_be(before, candidate.type) and candidate.start - before.end < _BESIDE:
        beside.append(_AFTER_NAME.fullmatch(text, before.end, candidate.start))
    if after is not None and _may_be(after, candidate.type) and after.start - candidate.end < _BESIDE:
        beside.append(_BEFORE_NAME.fullmatch(text, candidate.end, after.start))
    return any(beside)


def _may_be(name: Candidate, kind: str) -> bool:
    """Whether a name is of a type, as far as its finder knows."""
    return name.finder not in _DESCRIBED and (name.type == kind or name.finder == "shape")


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
