"""Short forms that a text introduces in brackets: "Digital Policy Office (DPO)", "Innovation Fund (創科基金, ITF)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.words import Sentence, Word

_BRACKET = re.compile(r" ?[(（](?P<inside>[^()（）\n]{2,60}(?:\([^()\n]{1,20}\))?)[)）]")
_PART = re.compile(r"[^,;，；/、]+")
_SHORT = re.compile(
    r"(?:the |or |hereinafter )?[\"“”‘’']?"
    r"(?P<short>[A-Za-z][\w&.+@’'-]*(?: \(?[A-Z][\w&+-]*\)?){0,2}|\d[A-Z]\w*)[\"“”‘’']?"
)
_CHINESE = re.compile(r"[「『《]?[\u3400-\u9fff][\u3400-\u9fff·（）()「」]{1,40}[」』》]?")
_ABBREVIATED = frozenset("Ltd Co Inc Corp Limited Pte plc".split())
_PLACES = frozenset("HK H.K H.K. UK U.K. US U.S. PRC SAR HKSAR UAE USA BVI NT GBA".split())  # set a name apart
_SMALL = frozenset("of for and the on in to by at de & x".split())


@dataclass(frozen=True, slots=True)
class Definition:
    """A long name with the short or Chinese names in the bracket after it, all as offsets."""

    start: int
    end: int
    shorts: tuple[tuple[int, int], ...]
    chinese: tuple[tuple[int, int], ...]
    matched: bool  # the letters of a short form stand for the words of the long one


def find_definitions(text: str, sentence: Sentence) -> Iterator[Definition]:
    """Yield what the brackets of a sentence define."""
    if not sentence:
        return
    for match in _BRACKET.finditer(text, sentence[0].start, sentence[-1].end + 2):
        before = [word for word in sentence if word.end <= match.start()][-16:]
        gap = text[before[-1].end : match.start()] if before else None
        if gap is None or (gap.strip("\"”’')") and not (gap == "." and before[-1].text in _ABBREVIATED)):
            continue
        shorts, chinese = _parts(text, match)
        if not (shorts or chinese):
            continue
        windows = [n for start, end in shorts if (n := expansion(before, text[start:end])) is not None]
        first = before[min(windows)] if windows else before[-1]
        end = before[-1].end if gap == "." else match.start()
        yield Definition(first.start, end, tuple(shorts), tuple(chinese), bool(windows))


def _parts(text: str, match: re.Match[str]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    shorts, chinese = [], []
    for part in _PART.finditer(text, match.start("inside"), match.end("inside")):
        start = part.start() + len(part.group()) - len(part.group().lstrip())
        end = part.end() - (len(part.group()) - len(part.group().rstrip()))
        if _CHINESE.fullmatch(text, start, end):
            chinese.append((start, end))
        elif (short := _SHORT.fullmatch(text, start, end)) and looks_short(short["short"]):
            if short["short"] in _PLACES and text[match.start() - 1].isalpha():
                continue
            shorts.append(short.span("short"))
    return shorts, chinese


def looks_short(text: str) -> bool:
    """Whether a text has the shape of an acronym or a coined short name."""
    capitals = sum(char.isupper() for char in text)
    return (capitals >= 2 and len(text) <= 14 and " " not in text) or (
        capitals >= 1 and any(c.isdigit() for c in text) and len(text) <= 8
    )


def expansion(before: list[Word], short: str) -> int | None:
    """Return the index of the word at which the long form of an acronym starts, or None."""
    letters = "".join(char for char in short if char.isupper() or char.isdigit()).casefold()
    if len(letters) < 2:
        return None
    for start in range(len(before) - 1, -1, -1):
        word = before[start]
        if word.text in _SMALL:
            continue
        if not word.capital and not word.text[0].isdigit():
            return None
        capitals = _initials(before[start:])
        if capitals[:1] == letters[:1] and _is_subsequence(letters, capitals) and len(capitals) <= len(letters) + 4:
            return start
        if len(capitals) > len(letters) + 4:
            return None
    return None


def _initials(words: list[Word]) -> str:
    letters = []
    for word in words:
        if word.text not in _SMALL:
            letters += [
                part[0] + "".join(char for char in part[1:] if char.isupper())
                for part in re.split(r"[-/]", word.text)
                if part
            ]
        elif word.text in {"and", "of", "for"}:
            letters.append("")
    return "".join(letters).casefold()


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)
