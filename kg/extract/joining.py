"""Where a name goes on: over "of", "for" and "and", over commas in lists of portfolios, and over brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.calendar import CALENDAR
from kg.extract.heads import type_by_head, type_by_opener
from kg.extract.wordlists import WordLists
from kg.extract.words import Sentence, Word

_FOREIGN_LINKS = frozenset("de la von van der du den al bin el".split())
_LINKS = frozenset("of for on in as at with to and x the".split()) | _FOREIGN_LINKS
_WHOLE = frozenset("department office bureau board panel committee council authority commission".split())
_SITES = frozenset("centre center lab laboratory academy".split())
_COMPLETE = frozenset(
    """commission bureau department council committee authority university institute corporation limited fund scheme
    centre ordinance""".split()
)
_BRACKETED = frozenset(
    """International Holdings Group Asia China HK H.K Macau Macao Singapore Asia-Pacific Greater Global Holding Overseas
    Investment Enterprise Enterprises Industrial Shenzhen Shanghai Beijing Guangdong Hong""".split()
)
_PLACE_PARTS = frozenset(
    "Hong Kong Macau Macao Shenzhen Shanghai Beijing China Guangdong Guangzhou Singapore Kowloon".split()
)
_SPECIFIC = frozenset({"ResearchInstitute", "Policy", "GovernmentBody", "Programme", "Organization", "Event"})
_BODIES = frozenset({"GovernmentBody", "University", "Company", "Organization"})
_STATES = frozenset("California Wisconsin Texas Illinois Maryland Massachusetts Carolina Nebraska".split())
_LONGEST_BRACKET = 14

Step = tuple[int, str | None]
"""How many words carry a name on, and the type of the name where an opener tells it."""

_ENDS: Step = (0, None)


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
        if gap == ", " and kind == "University" and sentence[stop - 1].text in _STATES and self._is_town(word.text):
            return 1, None
        if gap == ", ":
            return self._over_commas(sentence, at, stop, kind), None
        return (self._over_bracket(sentence, at, stop, kind), None) if gap == " (" else _ENDS

    def _is_town(self, text: str) -> bool:
        return text in self.lists.places or text in self.lists.well_known

    def _over_link(self, sentence: Sentence, at: int, stop: int, kind: str | None) -> Step:
        link, left, step = sentence[stop].text, sentence[at:stop], 1
        if (
            link != "the"
            and stop + 1 < len(sentence)
            and sentence[stop + 1].text == "the"
            and sentence[stop + 1].before == " "
        ):
            step = 2
        right = sentence[stop + step : stop + step + 10]
        if not right or right[0].before != " " or not right[0].capital or right[0].text in CALENDAR:
            return _ENDS
        if link in {"and", "x"} or link in _FOREIGN_LINKS:
            return (step + 1 if self._binds(link, left, right, kind, with_the=step == 2) else 0), None
        opened = type_by_opener([word.text for word in left], link, self.lists)
        if opened and not self._separate(left, link, right):
            return step + 1, opened
        return (step + 1 if self._completes(link, left, right, kind, with_the=step == 2) else 0), None

    def _binds(self, link: str, left: Sentence, right: Sentence, kind: str | None, *, with_the: bool) -> bool:
        if link == "and":
            return self._joins(left, right, kind, with_the=with_the)
        return len(left) <= 3 if link == "x" else not self.lists.is_english(left[-1].text)

    def _separate(self, left: Sentence, link: str, right: Sentence) -> bool:
        """Whether the word before "of" names a body of its own: "X Committee of the Y Council"."""
        lead, last = [word.text for word in left[:-1]], left[-1].text.casefold()
        if link != "of" or not lead:
            return False
        if last in _SITES and not self._is_plain(right[0].text):
            return True
        regional = lead[0] in self.lists.places and right[0].before == " " and self._is_plain(right[0].text)
        if (
            last in _WHOLE
            and not regional
            and any(self.lists.is_english(text) and text not in self.lists.places for text in lead)
        ):
            return True
        return type_by_head(self._first_part(right), self.lists) in {"GovernmentBody", "University"} and last not in {
            "office",
            "bank",
        }

    def _first_part(self, right: Sentence) -> list[str]:
        """Return the capitalised words up to an "and" behind which another name begins."""
        texts = capitals(right)
        for number, text in enumerate(texts[:-1]):
            if text == "and" and not self._is_plain(texts[number + 1]):
                return texts[:number]
        return texts

    def _completes(self, link: str, left: Sentence, right: Sentence, kind: str | None, *, with_the: bool) -> bool:
        """Whether a preposition carries on a name: "… of Digital Assets in Hong Kong", "Prince of Wales Hospital"."""
        if (left[-1].text, right[0].text) == ("Prince", "Wales"):
            return True
        if link in {"at", "in"} and kind is None:
            plain = all(self.lists.is_english(word.text) or word.text in self.lists.never_names for word in left)
            return plain and type_by_head(capitals(right), self.lists) == "Programme" and self._is_plain(right[0].text)
        if link == "the":
            inside = left[-1].text in {"Within", "In", "For", "Of", "And", "Between"}
            return kind == "Policy" and (inside or self._is_plain(right[0].text))
        return (
            kind in _SPECIFIC
            and link in {"of", "for", "in", "on", "as"}
            and self._goes_deeper(link, right, kind, with_the=with_the)
        )

    def _goes_deeper(self, link: str, right: Sentence, kind: str | None, *, with_the: bool) -> bool:
        """Whether a name with an opener takes a further complement."""
        if kind == "Policy" and link != "as":
            return True
        if kind == "Event":
            return link == "of"
        if not self._is_plain(right[0].text):
            return False
        separate = type_by_head(capitals(right), self.lists) in _BODIES
        return link == "as" or not (
            separate or (kind == "GovernmentBody" and (link == "on" or (with_the and link == "in")))
        )

    def _joins(self, left: Sentence, right: Sentence, kind: str | None, *, with_the: bool) -> bool:
        """Whether "and" stands inside a name: both sides are plain words, and what follows ends like a name."""
        before, after, following = left[-1].text.casefold(), right[0].text, capitals(right)
        if not (self._is_plain(left[-1].text) and self._is_plain(after)):
            return self._affairs(left, following)
        body = type_by_head(following, self.lists) or type_by_head(_up_to_of(following), self.lists)
        if kind:
            separate = body in {"GovernmentBody", "University"} and kind != "GovernmentBody" and len(following) > 1
            return before not in _COMPLETE and not separate and not (with_the and body in _BODIES)
        lead = [word.text for word in left]
        coined = len(lead) > 1 and any(self._is_coined(text) for text in lead)
        if " ".join(lead) in self.lists.well_known:
            return False
        if (coined or type_by_head(lead, self.lists)) and before not in self.lists.soft_heads:
            return False
        return self._ends_like_name(following) or f"{before} and {after}".casefold() in self.lists.heads

    def _is_coined(self, text: str) -> bool:
        """Whether a word is no plain one and no place, so that what it stands in is a name already."""
        if text in _PLACE_PARTS or text in self.lists.never_names or text in self.lists.demonyms:
            return False
        return not self.lists.is_english(text) or (text.isupper() and len(text) > 1)

    def _is_plain(self, text: str) -> bool:
        return self.lists.is_english(text) or text in self.lists.never_names

    def _ends_like_name(self, texts: Sequence[str]) -> bool:
        """Whether some words, up to a preposition, end in a head."""
        core = [text for text in texts if text not in {"of", "for"}]
        if len(core) < len(texts):
            core = list(texts[: next(n for n, text in enumerate(texts) if text in {"of", "for"})])
        return type_by_head(["x", *core], self.lists) is not None

    def _affairs(self, left: Sentence, following: Sequence[str]) -> bool:
        """Whether two places share an office: "Hong Kong and Macao Affairs Office"."""
        if " ".join(word.text for word in left) not in self.lists.places or len(following) < 3:
            return False
        return following[0] in self.lists.places and type_by_head(following, self.lists) in {"GovernmentBody", "Place"}

    def _over_commas(self, sentence: Sentence, at: int, stop: int, kind: str | None) -> int:
        """Return how many words "A, B and C Bureau" takes after its first part, or 0."""
        if not self.lists.is_english(sentence[stop - 1].text) or (not kind and stop - at > 1):
            return 0
        place = stop
        while place < len(sentence) and sentence[place].before in {", ", " "} and self._is_listed(sentence[place]):
            place += 1
        if place == stop or place + 1 >= len(sentence) or sentence[place].text != "and":
            return 0
        following = capitals(sentence[place + 1 :])
        if sentence[place].before not in {" ", ", "} or not following or not self.lists.is_english(following[0]):
            return 0
        if kind:
            return place + 2 - stop if kind in _SPECIFIC else 0
        kinds = {"GovernmentBody", "Programme"}
        ends = (n for n in range(2, len(following) + 1) if type_by_head(["x", *following[:n]], self.lists) in kinds)
        end = next(ends, 0)
        return place + 1 + end - stop if end else 0

    def _is_listed(self, word: Word) -> bool:
        return word.capital and self.lists.is_english(word.text)

    def _over_bracket(self, sentence: Sentence, at: int, stop: int, kind: str | None) -> int:
        """Return how many words a bracket inside a name takes: "(Privacy)" in "Personal Data (Privacy) Ordinance"."""
        close = _closing(sentence, stop)
        if close is None or not sentence[stop].capital:
            return 0
        inside, following = sentence[stop:close], sentence[close] if close < len(sentence) else None
        if (
            following is not None
            and following.before in {") ", ".) "}
            and following.capital
            and self._continues(sentence, at, stop, close)
        ):
            return close - stop + 1
        if (following is not None and ")" not in following.before) or _looks_acronym(sentence, at, stop, inside):
            return 0
        formal = kind == "GovernmentBody" and len(inside) > 1 and all(self._is_plain(word.text) for word in inside)
        place = " ".join(word.text for word in inside) in self.lists.places
        numbered = inside[0].text == "No" and len(inside) == 2
        return close - stop if place or formal or numbered or inside[0].text in _BRACKETED else 0

    def _continues(self, sentence: Sentence, at: int, stop: int, close: int) -> bool:
        inside = sentence[stop:close]
        if len(inside) == 2 and inside[0].text == "No":
            return True
        if not self._ends_like_name(capitals(sentence[close:])):
            return False
        headed = type_by_head([word.text for word in sentence[at:stop]], self.lists)
        return not (headed and _looks_acronym(sentence, at, stop, sentence[stop:close]))


def _closing(sentence: Sentence, stop: int) -> int | None:
    """Return the word after a bracket, and after those that follow it at once."""
    for close in range(stop + 1, min(len(sentence), stop + _LONGEST_BRACKET)):
        before = sentence[close].before
        if ")" in before and "(" not in before:
            return close
        if before not in {" ", ". ", "-", ") ("}:
            return None
    return len(sentence) if len(sentence) < stop + _LONGEST_BRACKET else None


def _looks_acronym(sentence: Sentence, at: int, stop: int, inside: Sequence[Word]) -> bool:
    """Whether the word in a bracket shortens the name before it."""
    if inside[0].text in _BRACKETED:
        return False
    initials = "".join(word.text[0] for word in sentence[at:stop] if word.capital).casefold()
    text = "".join(char for char in inside[0].text if char.isupper()).casefold()
    return len(inside) == 1 and len(text) >= 2 and (initials.endswith(text) or inside[0].text.isupper())


def _up_to_of(texts: Sequence[str]) -> Sequence[str]:
    return texts[: texts.index("of")] if "of" in texts else texts


def capitals(words: Sentence) -> list[str]:
    """Return the words that stand side by side with capitals, small words between them included."""
    texts: list[str] = []
    for number, word in enumerate(words[:20]):
        if number and (word.before not in {" ", " & "} or words[number - 1].possessive):
            break
        if not word.capital and word.text not in {"of", "and", "for"}:
            break
        texts.append(word.text)
    while texts and not any(char.isupper() for char in texts[-1]):
        texts.pop()
    return texts
