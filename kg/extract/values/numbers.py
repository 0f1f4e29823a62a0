"""Numbers in figures and in words, with the words that multiply them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_ONES = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    **{"hundred": 100, "dozen": 12},
    **dict.fromkeys(("thousand", "k"), 1_000),
    **dict.fromkeys(("million", "mn", "mln", "m"), 10**6),
    **dict.fromkeys(("billion", "bn", "bln", "b"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}
_PARTS = {
    word: value
    for value, word in enumerate("half third quarter fifth sixth seventh eighth ninth tenth".split(), start=2)
}

GAP = r"[ \u00a0\u2000-\u200a\u202f]"
_SMALL = "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
_UNITS = "|".join(sorted(_ONES, key=len, reverse=True))
_LARGE = r"(?:hundred|thousand|million|billion|trillion|dozen)\b"
_WORD = rf"(?:{_SMALL})\b(?:-(?:{_UNITS})\b)?"
_FIRST = rf"(?:{_WORD}|(?:an?|half{GAP}an?|half-an?|half|an?{GAP}half)(?=[ \u00a0-]{_LARGE}))"
_HALF = rf"(?:(?:{GAP}|-)and(?:{GAP}|-)a(?:{GAP}|-)half\b)"
_PART = rf"(?:{'|'.join(_PARTS)})s?"
# Possessive, so that a long row of digits is not tried again and again.
FIGURES = rf"\d{{1,3}}(?:,\d{{3}})++(?!\d)(?:\.\d++)?|\d{{1,3}}(?:{GAP}\d{{3}})+(?!\d)(?:\.\d++)?|\d++(?:\.\d++)?"
_FIGURES = rf"(?:{FIGURES})[½¼¾]?|[½¼¾]"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|mln|bln|mn|bn|tn|dozen)\b"
_PORTION = rf"(?:an?|one|two|three|four|five|six|seven|eight|nine)[ -]{_PART}(?:{GAP}of{GAP}an?(?={GAP}{_LARGE}))"
_ANY = (
    rf"(?:{_FIGURES})(?:{_HALF}(?={GAP}))?(?:{GAP}?-?{_SCALE})?|"
    rf"\b(?:{_PORTION}|{_FIRST}{_HALF}?)(?:(?:{GAP}|-){_LARGE}(?:{GAP}(?:and{GAP})?{_WORD})?)*"
)
# Read in lower case, since a pattern that ignores case is much slower.
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_NUMBER = re.compile(rf"(?=[\d½¼¾]|\b[zotfsenha])(?<!\d)(?<!\d[.,])(?:{_ANY})")
_BLANKS, _READABLE = re.compile(GAP), re.compile(_FIGURES)
_MIXED = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_LAST_WORD = re.compile(r"[a-z]+\Z")
_FRACTION = re.compile(
    rf"(?:(?P<half>half)|(?P<part>an?|{_SMALL}|\d++)[ -](?P<whole>{_PART}))(?:{GAP}of{GAP}an?)?(?P<rest>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `text[start:end]`; `scale` is what its last word multiplies it by."""

    start: int
    end: int
    amount: Decimal
    scale: int = 1


def find_numbers(text: str) -> Iterator[Number]:
    """Yield every number of a text, in figures or words, whatever it means."""
    for match in _NUMBER.finditer(lower(text)):
        amount = read_number(match.group())
        if amount is not None:
            last = _LAST_WORD.search(match.group())
            yield Number(match.start(), match.end(), amount, _SCALES.get(last.group(), 1) if last else 1)


def lower(text: str) -> str:
    """Return a text in lower case; only ASCII is lowered, so that every place stays where it is."""
    return text.translate(_LOWER)


def scale_of(word: str) -> int:
    """Return what a word such as "million" or "bn" multiplies by."""
    return _SCALES[word.casefold()]


def read_number(text: str) -> Decimal | None:
    """Return the value of a number written in figures or words, or None."""
    folded = _BLANKS.sub(" ", text.casefold().strip())
    figures = _READABLE.match(folded)
    if figures is None:
        return _read_words(folded)
    written = figures.group()
    amount = Decimal(written.rstrip("½¼¾").replace(",", "").replace(" ", "") or 0) + _MIXED.get(written[-1], 0)
    rest = folded[figures.end() :].strip(" -")
    if rest.startswith("and"):
        amount, rest = amount + Decimal("0.5"), re.sub(r"^and[ -]a[ -]half ?", "", rest)
    return amount * _SCALES.get(rest, 1) if not rest or rest in _SCALES else None


def read_share(part: str, whole: str) -> Decimal:
    """Return a fraction such as ("three", "quarters") or ("nine", "ten") in per cent, to two places."""
    folded = whole.casefold()
    parts = _PARTS.get("half" if folded == "halves" else folded.removesuffix("s")) or read_number(whole) or 1
    share = 100 * (Decimal(1) if part.casefold() in {"a", "an", ""} else read_number(part) or Decimal(1)) / parts
    return share.quantize(Decimal("0.01")).normalize() + 0


def _read_words(folded: str) -> Decimal | None:
    fraction = _FRACTION.fullmatch(re.sub(r"^a half", "half", folded))
    if fraction is not None:
        part = Decimal(read_share(fraction["part"] or "", fraction["half"] or fraction["whole"])) / 100
        return _times(part, fraction["rest"])
    whole, half, scale = re.sub(r"[ -]and[ -]a[ -]half\b", "\0", folded).partition("\0")
    number = _sum_words(whole)
    return number if number is None or not half else _times(number + Decimal("0.5"), scale)


def _times(amount: Decimal, words: str) -> Decimal | None:
    """Multiply by words such as "a million"; no words multiply by one."""
    words = re.sub(r"^[ -]?(?:an?[ -])?", "", words)
    return amount * _SCALES[words] if words in _SCALES else None if words else amount


def _sum_words(folded: str) -> Decimal | None:
    total = current = 0
    for word in re.split(r"[\s-]+", folded):
        if word in _ONES or word in _TENS:
            current += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word in {"a", "an"}:
            current += 1
        elif word in {"hundred", "dozen"}:
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0
        elif word != "and":
            return None
    return Decimal(total + current)
