"""A sentence as a line: its words in lower case, with a slot where each mention or value stands.

"Cyberport has operated the AISC since 2024." becomes " ‹0:Company› has operated the ‹1:Facility› since ‹2:date› . ".
Every cell of a line is followed by one blank, so that patterns and rewritings can work on plain strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import MENTIONS, VALUES, layer
from kg.extract.wordmarks import mark_words

MAX_CELLS = 240
SLOT = re.compile(r"‹(?P<number>\d+):(?P<label>\w+)›")
_DASHES = frozenset("- – — -- ― •".split())
_HYPHENS = frozenset("- – ‑".split())
_QUOTES = frozenset("\" “ ” ‘ ’ ' « » 「 」 『 』 `` '' *".split())
_POSSESSIVES = frozenset("its his her their our".split())
_BULLET = re.compile(r"\s*(?:[-–*•·]|\d{1,2}[.)]|\(\w{1,2}\))\s")
_TITLES = re.compile(
    r"\b(?:(?:mr|mrs|ms|miss|dr|professor|prof|sir|dame|hon|ir|rev|mx|madam)(?: \.)?\.? ){1,3}(?=‹\d+:Person›)"
    r"|(?<= )the hon (?=‹\d+:Person›)"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A mention or a value with its number in the line."""

    number: int
    label: str
    span: Span

    @property
    def mark(self) -> str:
        """The cell that stands for it."""
        return f"‹{self.number}:{self.label}›"

    @property
    def is_mention(self) -> bool:
        """Tell a mention of an entity from a value."""
        return self.label[:1].isupper()


@dataclass(frozen=True)
class Line:
    """A sentence, or a rewriting of it, on which patterns are matched. `weight` lowers what rests on a rewriting."""

    text: str
    slots: Mapping[int, Slot]
    sentence: Span
    weight: float = 1.0

    @cached_property
    def marked(self) -> str:
        """The text with marks on its words, on which patterns are matched."""
        return mark_words(self.text)

    @property
    def words(self) -> tuple[str, ...]:
        """The cells, each once and in order, for a quick look whether a pattern can match at all."""
        return tuple(dict.fromkeys(self.text.split()))

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of the slots from left to right."""
        for found in SLOT.finditer(self.text):
            yield int(found["number"])


def draw_lines(doc: Doc) -> list[Line]:
    """Return one line per sentence; slots are numbered through the whole text, and bullets continue their lead-in."""
    slots = _slots(doc)
    starts = {slot.span.start: slot for slot in slots.values()}
    lines = [line for sentence in doc.sents for line in _draw(sentence, starts, slots)]
    return list(_join_bullets(lines))


def _join_bullets(lines: list[Line]) -> Iterator[Line]:
    """Put the line that leads in ("The first licensees are:") before each of its bullets."""
    lead = ""
    for line in lines:
        if not _BULLET.match(line.sentence[:4].text + " "):
            lead = line.text.rstrip() if line.text.rstrip().endswith(" :") else ""
            yield line
        else:
            yield replace(line, text=f"{lead}{line.text}") if lead else line


def _slots(doc: Doc) -> dict[int, Slot]:
    """Number mentions and values; where two overlap, the mention wins, and of two mentions the longer."""
    taken: set[int] = set()
    kept: list[Span] = []
    mentions = sorted(layer(doc, MENTIONS), key=lambda span: (span.start - span.end, span.start))
    values = [span for span in layer(doc, VALUES) if span.text.casefold() != "one"]  # "one of its subsidiaries"
    for span in [*mentions, *values]:
        if span.end > span.start and taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    kept.sort(key=lambda span: span.start)
    return {number: Slot(number, span.label_, span) for number, span in enumerate(kept)}


def _draw(sentence: Span, starts: Mapping[int, Slot], slots: Mapping[int, Slot]) -> Iterator[Line]:
    cells: list[str] = []
    position = sentence.start
    while position < sentence.end:
        slot = starts.get(position)
        if slot is None:
            _add_word(sentence.doc[position], cells)
            position += 1
            continue
        cells.append(slot.mark)
        if slot.span.text.casefold() in _POSSESSIVES:
            cells.append("'s")
        position = slot.span.end
    bullets = next((n for n, cell in enumerate(cells) if cell not in {",", "*", "·"}), len(cells))
    # What goes on without an end is cut, so that work stays bounded.
    for start in range(bullets, len(cells), MAX_CELLS):
        text = f" {' '.join(cells[start : start + MAX_CELLS])} "
        yield Line(_TITLES.sub("", text), slots, sentence)


def _add_word(token: Token, cells: list[str]) -> None:
    word = token.text.strip()
    if not word or word in _QUOTES:
        return
    before = token.nbor(-1) if token.i else None
    glued = before is not None and not before.whitespace_ and not before.is_space
    if word in _HYPHENS and glued and not token.whitespace_ and token.i > token.sent.start:
        cells.append("-")
    elif word in _DASHES:
        cells.append(",")
    elif glued and cells and cells[-1].endswith("-") and len(cells) > 1 and not cells[-1].endswith("›"):
        _join_compound(word.lower(), cells)
    else:
        cells.append(word.lower().replace("’", "'").replace("‹", "<").replace("›", ">"))


def _join_compound(word: str, cells: list[str]) -> None:
    """Join "state", "-", "owned" to one cell; after a slot the hyphen goes to the word ("‹1:Place› -based")."""
    hyphen = cells.pop()
    if SLOT.fullmatch(cells[-1]) or not cells[-1][-1:].isalnum():
        cells.append(hyphen + word)
    else:
        cells[-1] += hyphen + word
