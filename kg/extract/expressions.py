"""Turns the pieces of a template into one regular expression over marked lines.

Between a slot and a verb the words of a verb group and dates may stand ("HKSTP has since 2019 also run the park"),
before a slot its article and up to six describing words ("its new, larger research centre MARS").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.inflection import forms_of
from kg.extract.slots import ENDS, QUALIFYING, labels_of
from kg.extract.templates import Piece, Sequence
from kg.extract.wordmarks import NOUN_CELL, VERB_CELL, mark
from kg.ontology import RelationType

_OWNED = r"‹\d+:[A-Z]\w*› (?:'s|-[a-z-]+) "
_NOUN_PART = rf"(?:{NOUN_CELL}|{_OWNED}|‹\d+:(?:money|count|percent|quantity|date)› (?:'s )?)"
_NOUN_START = rf"(?:{_NOUN_PART}){{0,6}}?"
_APPOSED = (
    rf"(?:,¦ (?:(?:the|a|an|its|called|named) (?:{_NOUN_PART}){{0,4}}?)?(?=‹\d+:[A-Z]))?"  # "an aid, the MapleBot"
)
_DATE = r"(?:(?:on¦|in¦|since~|last|this|early|late|from¦|by¦) )?‹\d+:(?:date|period)› "
_VERB_GROUP = rf"(?:,¦ )?(?:(?:which|that|who)¦ )?(?:{VERB_CELL}|said¦ to~ |{_DATE}){{0,7}}?"
_FIXED = {
    "~": "",
    "^": r"(?<=\A )",
    "..": r"(?:(?:[^ ‹;:.]+|‹\d+:[a-z]+›|‹\d+:[A-Z]\w*› 's) ){0,4}?",
    "...": r"(?:(?![;:]|(?:which|who|whose|while|but)¦)[^ ]+ ){0,8}?",
    "passive gap": r"(?:(?![;:]|by¦|and¦)[^ ]+ ){0,8}?",
    "no noun": r"(?!(?:the|a|an|its|their|it¦|him) |‹\d+:[A-Z])",
}
_UNOWNED = r"(?!'s |-[a-z])"  # not "Cyberport's", not "Cyberport-based"
OWNERS = frozenset("its his her their".split())
"""Words that stand as slots where it is known whom they mean."""


@dataclass(frozen=True, slots=True)
class ExpressionWriter:
    """Writes the expressions for the templates of one relation."""

    relation: RelationType

    def write(self, pieces: Sequence) -> str:
        """Return the expression of a whole wording; the group `action` holds its first verb with auxiliaries."""
        first, found, others = self._sequence(pieces).partition("(?P<action>")
        return "(?<= )" + first + found + others.replace("(?P<action>", "(?:")

    def _sequence(self, pieces: Sequence, before: str = "") -> str:
        parts: list[str] = []
        for piece, following in zip(pieces, (*pieces[1:], None), strict=True):
            parts.append(self._repeated(piece, before))
            if piece.kind == "slot" and not piece.is_silent and not (following and following.is_attached):
                parts.append(self._list_tail(piece.text) if before and following else "")
                parts.append(_UNOWNED)
            before = "" if piece.is_silent else piece.kind
        return "".join(parts)

    def _repeated(self, piece: Piece, before: str) -> str:
        text = self._piece(piece, before)
        return {"": text, "?": f"(?:{text})?", "*": f"(?:{text}){{0,4}}?"}[piece.repeat]

    def _piece(self, piece: Piece, before: str) -> str:
        if piece.kind == "word":
            return words_of(piece.text)
        if piece.kind == "verb":
            return _verb(piece.text)
        if piece.kind == "slot":
            return "" if piece.is_silent else _opening(before) + self._slot(piece.text)
        if piece.kind == "group":
            return "(?:" + "|".join(self._sequence(option, before) for option in piece.options) + ")"
        return _FIXED[piece.text or piece.kind]

    def _slot(self, text: str) -> str:
        name = text.partition(":")[0]
        number = f"(?P<{name}>\\d+)" if name in ENDS or name in QUALIFYING else r"\d+"
        return rf"‹{number}:(?:{labels_of(text, self.relation)})› "

    def _list_tail(self, text: str) -> str:
        """Return the further items of a list that may follow an end: "appointed A, B and C to the board"."""
        labels = labels_of(text, self.relation) if text.partition(":")[0] in ENDS else ""
        if not labels[:1].isupper():
            return ""
        return rf"(?:(?:,¦ and¦ |,¦ |and¦ |or¦ )(?:{NOUN_CELL}){{0,3}}?‹\d+:(?:{labels})› ){{0,20}}?"


def words_of(text: str) -> str:
    """Return the expression of one or more words as they are marked in a line."""
    return "".join(_word(word) for word in text.lower().split())


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return the forms that a verb of a template stands for: all, or those of `open:ed` and `open:ing`."""
    base, _, wanted = verb.partition(":")
    forms = forms_of(base.strip())
    if wanted == "ed":
        return forms.past, forms.participle
    return (forms.ing,) if wanted == "ing" else forms.all


def _word(word: str) -> str:
    return rf"(?:{word} |‹\d+:[A-Z]\w*› 's )" if word in OWNERS else re.escape(mark(word)) + " "


def _verb(text: str) -> str:
    forms = sorted({form for verb in text.split("|") for form in verb_forms(verb)}, key=len, reverse=True)
    return rf"(?P<action>{_VERB_GROUP}(?:{'|'.join(map(words_of, forms))}))"


def _opening(before: str) -> str:
    """Return what may stand before a name that follows a piece of the kind `before`."""
    return {"": "", "verb": _NOUN_START + _APPOSED}.get(before, _NOUN_START)
