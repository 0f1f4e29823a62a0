"""Where a name goes on: over "of", "for" and "and", over commas in lists of portfolios, and over brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.calendar import CALENDAR
from kg.extract.heads import type_by_head, type_by_opener
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word

_FOREIGN_LINKS = frozenset("de la von van der du den al bin el".split())
_LINKS = frozenset("of for on in as with to and x the".split()) | _FOREIGN_LINKS
_WHOLE = frozenset("department office bureau board panel committee council authority commission".split())
_BRACKETED = frozenset(
    """International Holdings Group Asia China HK Macau Macao Singapore Asia-Pacific Greater Global Holding Overseas Investment
    Enterprise Enterprises Industrial Shenzhen Shanghai Beijing Guangdong Hong""".split()
)
_SPECIFIC = {"ResearchInstitute", "Policy", "GovernmentBody", "Programme", "Organization", "Event"}

Step = tuple[int, str | None]
"""How many words carry a name on, and the type of the name where an opener tells it."""


@dataclass(frozen=True)
class NameJoiner:
    """Decides whether the words after a part of a name belong to it."""

    lists: WordLists

    def step(self, sentence: Sentence, at: int, stop: int, kind: str | None) -> Step:
        """Return how a name that takes `sentence[at:stop]` so far goes on where no capital follows directly."""
        gap, word = sentence[stop].before, sentence[stop]
        if gap == " " and word.text in _LINKS:
            return self._over_link(sentence, at, stop, kind)
        if gap in {", ", "., "} and sentence[stop - 1].text == "Co" and word.text in {"Ltd", "Limited", "Inc"}:
            return 1, None
        if gap == ", ":
            return self._over_commas(sentence, at, stop, kind), None
        if gap == " (":
            return self._over_bracket(sentence, at, stop, kind), None
        return 0, None

    def _over_link(self, sentence: Sentence, at: int, stop: int, kind: str | None) -> Step:
        link, left, step = sentence[stop].text, sentence[at:stop], 1
        if (
            stop + 1 < len(sentence)
            and sentence[stop + 1].text == "the"
            and sentence[stop + 1].before == " "
            and link != "the"
        ):
            step = 2
        right = sentence[stop + step : stop + step + 10]
        if not right or right[0].before != " " or not right[0].capital or right[0].text in CALENDAR:
            return 0, None
        if link == "and":
            return (step + 1 if self._joins(left, right, kind, with_the=step == 2) else 0), None
        if link in _FOREIGN_LINKS:
            return (step + 1 if not self.lists.is_english(left[-1].text) else 0), None
        if link == "x":
            return (step + 1 if len(left) <= 3 else 0), None
        if [word.text for word in left[-1:]] == ["Prince"] and right[0].text == "Wales":
            return step + 1, None
        opened = type_by_opener([word.text for word in left], link, self.lists)
        if opened and not self._separate(left, link, right):
            return step + 1, opened
        return (step + 1 if self._goes_deeper(link, right, kind, step == 2) else 0), None

    def _separate(self, left: Sentence, link: str, right: Sentence) -> bool:
        """Whether the word before "of" names a body of its own: "X Committee of the Y Council"."""
        if link != "of":
            return False
        lead = [word.text for word in left[:-1]]
        body = capitals(right)
        if (
            left[-1].text in {"Centre", "Center", "Lab", "Laboratory", "Academy"}
            and lead
            and not self._is_plain(right[0].text)
        ):
            return True
        if left[-1].text.casefold() in _WHOLE and lead and any(self.lists.is_english(text) for text in lead):
            return True
        return (
            bool(lead)
            and type_by_head(body, self.lists) in {"GovernmentBody", "University"}
            and left[-1].text not in {"Office", "Institute", "Bank"}
        )

    def _goes_deeper(self, link: str, right: Sentence, kind: str | None, with_the: bool) -> bool:
        """Whether a name with an opener takes a further complement: "… of Digital Assets in Hong Kong"."""
        if link == "the":
            return kind == "Policy" and self.lists.is_english(right[0].text)
        if kind not in _SPECIFIC or link in {"with", "to"}:
            return False
        first, body = right[0].text, type_by_head(capitals(right), self.lists)
        if link == "as":
            return self.lists.is_english(first)
        if kind == "GovernmentBody":
            return (
                link in {"of", "for", "in"}
                and self.lists.is_english(first)
                and body not in {"GovernmentBody", "University", "Company", "Organization"}
                and not (with_the and link == "in")
            )
        if kind == "Policy":
            return True
        if kind == "Event":
            return link == "of"
        return (self.lists.is_english(first) or first in self.lists.never_names) and body not in {
            "GovernmentBody",
            "University",
            "Company",
        }

    def _joins(self, left: Sentence, right: Sentence, kind: str | None, *, with_the: bool) -> bool:
        """Whether "and" stands inside a name: both sides are plain words, and what follows ends like a name."""
        before, after = left[-1].text.casefold(), right[0].text
        following = capitals(right)
        if not (self._is_plain(left[-1].text) and self._is_plain(after)):
            return self._affairs(left, following)
        lead = [word.text for word in left]
        if " ".join(lead) in self.lists.well_known or (
            len(lead) > 1 and not kind and any(self._is_coined(text) for text in lead)
        ):
            return False
        if kind and before in _COMPLETE:
            return False
        if not kind and type_by_head(lead, self.lists) and before not in self.lists.soft_heads:
            return False
        if kind and with_the and type_by_head(following, self.lists) in {"GovernmentBody", "Company", "University"}:
            return False
        if kind:
            return not (
                len(following) > 1
                and type_by_head(following, self.lists) in {"GovernmentBody", "University"}
                and kind != "GovernmentBody"
            )
        return self._ends_like_name(following) or f"{before} and {after}".casefold() in self.lists.heads

    def _is_coined(self, text: str) -> bool:
        """Whether a word is no plain one and no place, so that what it stands in is a name already."""
        if text in _PLACE_PARTS or text in self.lists.never_names or text in self.lists.demonyms:
            return False
        return not self.lists.is_english(text) or (text.isupper() and len(text) > 1)

    def _is_plain(self, text: str) -> bool:
        return self.lists.is_english(text) or text in self.lists.never_names or text in {"AI+"}

    def _ends_like_name(self, texts: Sequence[str]) -> bool:
        """Whether some words, up to a preposition, end in a head."""
        core: list[str] = []
        for text in texts:
            if text in {"of", "for"}:
                break
            core.append(text)
        return type_by_head(["x", *core], self.lists) is not None

    def _affairs(self, left: Sentence, following: Sequence[str]) -> bool:
        """Whether two places share an office: "Hong Kong and Macao Affairs Office"."""
        place = " ".join(word.text for word in left) in self.lists.places
        return (
            place
            and len(following) > 2
            and following[0] in self.lists.places
            and type_by_head(following, self.lists) in {"GovernmentBody", "Place"}
        )

    def _over_commas(self, sentence: Sentence, at: int, stop: int, kind: str | None) -> int:
        """Return how many words "A, B and C Bureau" takes after its first part, or 0."""
        if not self.lists.is_english(sentence[stop - 1].text) or (not kind and stop - at > 1):
            return 0
        place = stop
        while (
            place < len(sentence)
            and sentence[place].before in {", ", " "}
            and sentence[place].capital
            and self.lists.is_english(sentence[place].text)
        ):
            place += 1
        if (
            place == stop
            or place + 1 >= len(sentence)
            or sentence[place].text != "and"
            or sentence[place].before not in {" ", ", "}
        ):
            return 0
        following = capitals(sentence[place + 1 :])
        if not following or not self.lists.is_english(following[0]):
            return 0
        if kind:
            return place + 2 - stop if kind in _SPECIFIC else 0
        ends = [
            n
            for n in range(2, len(following) + 1)
            if type_by_head(["x", *following[:n]], self.lists) in {"GovernmentBody", "Programme"}
        ]
        return place + 1 + ends[0] - stop if ends else 0

    def _over_bracket(self, sentence: Sentence, at: int, stop: int, kind: str | None) -> int:
        """Return how many words a bracket inside a name takes: "(Privacy)" in "Personal Data (Privacy) Ordinance"."""
        close = self._closing(sentence, stop)
        if close is None or not sentence[stop].capital:
            return 0
        inside, following = sentence[stop:close], sentence[close] if close < len(sentence) else None
        if (
            following is not None
            and following.before == ") "
            and following.capital
            and self._continues(sentence, at, stop, close)
        ):
            return close - stop + 1
        if following is not None and ")" not in following.before:
            return 0
        words = " ".join(word.text for word in inside)
        if looks_acronym(sentence, at, stop, inside):
            return 0
        formal = kind == "GovernmentBody" and len(inside) > 1 and all(self._is_plain(word.text) for word in inside)
        return close - stop if words in self.lists.places or inside[0].text in _BRACKETED or formal else 0

    @staticmethod
    def _closing(sentence: Sentence, stop: int) -> int | None:
        """Return the word after a bracket, and after those that follow it at once."""
        for close in range(stop + 1, min(len(sentence), stop + 14)):
            before = sentence[close].before
            if ")" in before and "(" not in before:
                return close
            if before not in {" ", ". ", "-", ") ("}:
                return None
        return len(sentence) if len(sentence) < stop + 14 else None

    def _continues(self, sentence: Sentence, at: int, stop: int, close: int) -> bool:
        inside = sentence[stop:close]
        if not self._ends_like_name(capitals(sentence[close:])):
            return False
        headed = type_by_head([word.text for word in sentence[at:stop]], self.lists)
        return not (looks_acronym(sentence, at, stop, inside) and headed)


_COMPLETE = frozenset(
    "commission bureau department council committee authority university institute corporation limited fund scheme centre ordinance".split()
)
_PLACE_PARTS = frozenset(
    "Hong Kong Macau Macao Shenzhen Shanghai Beijing China Guangdong Guangzhou Singapore Hongkong Kowloon".split()
)


def looks_acronym(sentence: Sentence, at: int, stop: int, inside: Sequence[Word]) -> bool:
    """Whether the word in a bracket shortens the name before it."""
    initials = "".join(word.text[0] for word in sentence[at:stop] if word.capital).casefold()
    text = "".join(char for char in inside[0].text if char.isupper()).casefold()
    return len(inside) == 1 and len(text) >= 2 and (initials.endswith(text) or inside[0].text.isupper())


def capitals(words: Sentence) -> list[str]:
    """Return the words that stand side by side with capitals, small words between them included."""
    texts: list[str] = []
    for number, word in enumerate(words):
        if number and (word.before not in {" ", " & "} or words[number - 1].possessive):
            break
        if not word.capital and word.text not in {"of", "and", "for"}:
            break
        texts.append(word.text)
    while texts and not any(char.isupper() for char in texts[-1]):
        texts.pop()
    return texts
