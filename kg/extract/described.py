"""Things that a text describes without naming them: "a new supercomputing centre", "two pilot lines"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.calendar import CALENDAR
from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists

from kg.extract.words import Sentence, Word

_DETERMINERS = frozenset("a an its their his her our another two three four five six several one both each the this that".split())
_INTRODUCED = frozenset("a an its their his her our another two three four five six several one".split())
_BREAKS = frozenset(
    """of in at on for to with by from and or as than that which who is are was were be been being has have had will would can could may might
    must shall should do does did not no it they he she we you i the a an this these those its their his her our your my into onto over under about
    after before since until when while where if also only just more most less very already still now then there here said says told such any some
    all every each other own same many few several between within during through per via including like against among what how why because so but""".split()
)
_TOO_WIDE = frozenset({"Hong Kong", "China", "AI", "US", "UK", "Greater Bay Area", "Asia", "Shenzhen", "Singapore", "Mainland", "Europe", "Asia-Pacific", "Government"})
_SHORT_HEADS = frozenset({"centre", "center", "park", "lab"})
_EMPTY = frozenset("new first second third fourth fifth sixth tenth last next existing current other own major large big small main whole entire such same only proposed planned future present former latest local ambitious city's modern".split())
_PRAISE = frozenset("flagship biggest largest first main only leading city's own state-owned".split())
_OTHER = frozenset("new second third fourth fifth sixth another planned proposed future two three similar".split())
_ATTACHMENTS = frozenset({"", "-style", "-like", "-type", "-based", "-powered", "-compatible", "-focused", "-level"})
_MAKING = re.compile(
    r"\b(?:buil[dt]s?|building|construct\w*|set(?:s|ting)? up|open(?:s|ed|ing)?|launch\w*|develop(?:s|ed|ing)|develop|plan(?:s|ned|ning)?(?: for)?|"
    r"announc\w+|unveil\w*|establish\w*|creat(?:e|es|ed|ing)|operat(?:e|es|ed|ing)|runs?|running|inaugurat\w+|introduc\w+|releas\w+|deliver\w*|"
    r"erect\w*|rais(?:e|es|ed|ing)|hous(?:e|es|ing)|present\w*|mak(?:e|es|ing)|made|offer(?:s|ed|ing)?|us(?:e|es|ed|ing)|test(?:s|ed|ing)?|trial\w*|"
    r"enact\w*|pass(?:es|ed)?|propos\w+|draft\w*|convert\w*|expand\w*|acquir\w+|invest\w*|fund(?:s|ed|ing)|financ\w+|subsidis\w+|work(?:s|ing)? on|"
    r"get|have|has|had|plans? are under ?way for|contracts? for|tenders? for|licen[cs]e for|site for|called for|join(?:s|ed)?|under|through|via|from)\b[^.;:!?]{0,30}$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"^[^.;:!?]{0,60}?\b(?:will|is|are|was|were|has|have|had|to|would|should|can|could) (?:also |now |not |soon |to )?(?:be |been |being )?(?:built|opened|open|launched|completed|set up|"
    r"established|developed|planned|finished|ready|operational|under construction|constructed|inaugurated|commissioned|announced|enacted|passed|drawn|received|"
    r"located|house|start|started|begin|begun|go into|come into|came into|run|used|provide|stand|occupy|cost|offer|attracted|approved|supported)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DescriptionFinder:
    """Finds described things in a sentence."""

    lists: WordLists

    def find(self, text: str, sentence: Sentence, *, lead: bool = False) -> Iterator[Candidate]:
        """Yield the things described; in the lead of a text the description alone is enough."""
        yield from self._with_names(sentence)
        before_last = -1
        for first, last, kind in self._phrases(sentence):
            words = sentence[first : last + 1]
            determiner = sentence[first - 1] if first else None
            introduced = determiner is not None and words[0].before == " " and (determiner.text.casefold() in _INTRODUCED or determiner.possessive)
            made = self._made(text, sentence, words)
            joined = before_last >= 0 and determiner is not None and text[before_last : determiner.start].strip() in {"and", ",", ", and", "as well as"}
            telling = any(word.text.casefold() not in _EMPTY for word in words[: -self._head_length(words)])
            if (introduced and (made or joined)) or (telling and lead and introduced) or (telling and words[-1].text == "sandbox"):
                before_last = words[-1].end
                likened = any(word.attached and word.capital for word in words)
                yield Candidate(words[0].start, words[-1].end, kind, "described", 3.9 if likened else 1.5)

            elif determiner is not None and determiner.text.casefold() == "the" and telling and kind in {"Programme", "Policy"} and words[0].before == " ":
                yield Candidate(words[0].start, words[-1].end, kind, "definite", 1.4)

    def _with_names(self, sentence: Sentence) -> Iterator[Candidate]:
        """Yield names that end in a plain noun: "Foo Bay data centre", "Easy Start pilot scheme"."""
        for start, last, kind in [*self._heads(sentence), *self._short_heads(sentence)]:
            first = start
            while first > 0 and sentence[first].before in {" ", " & "} and (self._names(sentence[first - 1]) or sentence[first - 1].text == "x"):
                first -= 1
            lead = sentence[first:start]
            if not lead or (lead[0].first and self.lists.is_english(lead[0].text)) or all(word.text in self.lists.never_names for word in lead):
                continue
            if " ".join(word.text for word in lead) not in _TOO_WIDE and lead[0].text not in self.lists.demonyms:
                yield Candidate(lead[0].start, sentence[last].end, kind, "described-name", 3.8)

    @staticmethod
    def _short_heads(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
        for at, word in enumerate(sentence):
            following = sentence[at + 1] if at + 1 < len(sentence) else None
            if word.text in _SHORT_HEADS and not (following is not None and following.before == " " and following.text in {"of", "for"}):
                yield at, at, "Facility"

    def _names(self, word: Word) -> bool:
        return word.capital and word.text.casefold() not in self.lists.function_words and not word.possessive and not word.attached and word.text not in CALENDAR and "$" not in word.text and not word.text[0].isdigit()

    def _phrases(self, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
        """Yield the first and last word of every described noun phrase, with the type of its head."""
        for start, last, kind in self._heads(sentence):
            first = self._modifiers(sentence, start)
            if first < start or last > start:
                yield first, last, kind

    def _heads(self, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
        """Yield the first and last word of every noun that may head a description, the longest that fits."""
        for last, word in enumerate(sentence):
            if word.capital and not word.text.isupper():
                continue
            for length in (4, 3, 2, 1):
                start = last - length + 1
                if start < 0 or any(other.before not in {" ", "-"} for other in sentence[start + 1 : last + 1]):
                    continue
                kind = self.lists.described.get(" ".join(other.text for other in sentence[start : last + 1]))
                if kind is None:
                    continue
                following = sentence[last + 1] if last + 1 < len(sentence) else None
                if following is None or following.before != " " or not self._noun_follows(following):
                    yield start, last, kind
                break

    def _noun_follows(self, word: Word) -> bool:
        """Whether the head is itself only the modifier of another noun."""
        folded = word.text.casefold()
        return folded in self.lists.described or folded in {"operator", "operators", "provider", "providers", "market", "industry", "capacity", "services", "business", "sector", "manager", "company", "committee", "building", "development", "space", "equipment", "construction", "operations"}

    def _modifiers(self, sentence: Sentence, start: int) -> int:
        """Return where the words that set a head apart begin."""
        first = start
        while first > 0 and start - first < 5 and sentence[first].before.endswith(" ") and sentence[first].before[:-1] in _ATTACHMENTS:
            word = sentence[first - 1]
            folded = word.text.casefold()
            if folded in _BREAKS or word.possessive or folded in _DETERMINERS or folded == "first" or not self._modifies(word):
                break
            first -= 1
        return first

    def _modifies(self, word: Word) -> bool:
        folded = word.text.casefold()
        if word.capital:
            return word.attached or word.shouted or word.text in {"GaN", "SiC"} or (word.first and self.lists.is_english(folded)) or "-" in word.text
        return not folded.endswith(("ly", "ised")) and folded not in {"opened", "built", "said", "build", "builds", "launch", "launched", "plans", "use", "run", "set", "up", "out", "open", "using", "building", "opening", "launching", "developing", "planned", "called", "named", "own", "based", "make", "made"}

    def _head_length(self, words: Sentence) -> int:
        texts = [word.text for word in words]
        return next((n for n in (4, 3, 2, 1) if " ".join(texts[-n:]) in self.lists.described and n <= len(texts)), 1)

    @staticmethod
    def _made(text: str, sentence: Sentence, words: Sentence) -> bool:
        before, after = text[sentence[0].start : words[0].start], text[words[-1].end : sentence[-1].end + 1]
        return bool(_MAKING.search(before)) or bool(_MADE.match(after))


def settle_definites(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Drop "the … scheme" where a named scheme shares a word with it, since it then means that one."""
    named: dict[str, set[str]] = {}
    for candidate in candidates:
        if candidate.finder != "definite":
            named.setdefault(candidate.type, set()).update(_words(text, candidate))
    return [c for c in candidates if c.finder != "definite" or not (_words(text, c)[:-1] and set(_words(text, c)[:-1]) & named.get(c.type, set()))]


def same_thing(description: str, name: str) -> bool:
    """Whether a description leaves out nothing but praise of what a name says: "flagship computing centre"."""
    words = re.findall(r"[\w-]+", description.casefold())
    if _OTHER & set(words):
        return False
    told = [word for word in words if word not in _PRAISE]
    full = re.findall(r"[\w-]+", name.casefold())
    return len(told) > 1 and told[-1] == full[-1] and set(told) <= set(full)


def _words(text: str, candidate: Candidate) -> list[str]:
    return re.findall(r"[\w-]+", text[candidate.start : candidate.end].casefold())
