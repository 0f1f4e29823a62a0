"""The language of patterns: readable templates such as "SUBJECT {operate|run} OBJECT".

| written | means |
|---|---|
| `SUBJECT`, `OBJECT` | the two ends; their types come from the domain and range of the relation |
| `SUBJECT:Person`, `OBJECT:Org/Facility` | an end of narrower type |
| `AMOUNT`, `SHARE`, `SINCE`, `UNTIL`, `SCHEME` | a sum, a percentage, dates or a programme that become qualifiers |
| `PERSON`, `ORG`, `PLACE`, `POST`, `DATE`, `COUNT` ... | something of that kind that must stand there |
| `<open|set up>` | any form of these verbs; `<open:ed>` past and participle, `<open:ing>` the gerund |
| `SUBJECT {run|operate} OBJECT` | the verb in either voice, and as a relative clause ("the park that HKSTP runs") |
| `(a|b c)` | alternatives; `?` after a word or group: may be missing; `*`: up to four times |
| `TOPIC`, `TOPIC:Programme` | the SUBJECT or OBJECT that the template lacks is what the text speaks of |
| `..` | up to four words, no name among them; `...` up to eight cells of any kind, but no semicolon or colon |
| `~` | nothing: the parts stand side by side; elsewhere describing words may stand before a slot |
| `[` and `]` | the brackets of the text |
| `^` | the beginning of the sentence |
| other words | themselves, whatever their case |
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import OntologyError
from kg.model import Modality

_HEAD = re.compile(
    r"""(?:(?P<confidence>0?\.\d+|1(?:\.0)?)?\s*(?P<modality>actual|planned|reported|denied)?\s*\|)?
        \s*(?P<template>.*?)\s*
        (?:=>\s*(?P<constant>\w+))?""",
    re.VERBOSE,
)
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<gap>\.{2,3}|~)(?=[\s)]|$)
      | (?P<verb><[^>]+>)
      | (?P<voices>\{[^}]+\})
      | (?P<slot>[A-Z]{3,}(?::[A-Z][\w/]+)?)(?=[\s()|?*]|$)
      | (?P<start>\^)
      | (?P<mark>[()|?*])
      | (?P<word>[^\s()|?*<>{}]+))""",
    re.VERBOSE,
)
_BRACKETS = {"[": "(", "]": ")"}

Sequence = tuple["Piece", ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One element of a template."""

    kind: str  # word, verb, voices, slot, gap or group
    text: str = ""
    options: tuple[Sequence, ...] = ()
    repeat: str = ""

    @property
    def is_silent(self) -> bool:
        """Tell a piece that stands for nothing in the line."""
        return self.text in {"~", "^"} or self.text.startswith("TOPIC")

    @property
    def is_attached(self) -> bool:
        """Tell a piece that hangs on the word before it: "'s", "-based"."""
        return self.text.startswith(("'", "-"))


@dataclass(frozen=True, slots=True)
class Template:
    """A pattern as written, taken apart."""

    source: str
    pieces: Sequence
    confidence: float
    modality: Modality | None
    constant: str | None


def read_template(source: str, *, confidence: float = 0.8) -> Template:
    """Take a pattern apart; raise OntologyError where it is malformed."""
    match = _HEAD.fullmatch(source.strip())
    if match is None or not match["template"]:
        raise OntologyError(
            f"the pattern {source!r} has no template; write for instance '0.9 | SUBJECT {{operate}} OBJECT'"
        )
    tokens = list(_tokens(match["template"], source))
    pieces, rest = _sequence(tokens, source)
    if rest:
        raise OntologyError(f"the pattern {source!r} closes a bracket that it never opened")
    modality: Modality | None = match["modality"]  # type: ignore[assignment]  # the expression allows these four only
    return Template(source, pieces, float(match["confidence"] or confidence), modality, match["constant"])


def _tokens(template: str, source: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    position = 0
    while position < len(template):
        match = _TOKEN.match(template, position)
        if match is None or match.lastgroup is None:
            raise OntologyError(f"the pattern {source!r} cannot be read from {template[position:]!r} on")
        tokens.append((match.lastgroup, match[match.lastgroup]))
        position = match.end()
    return tokens


def _sequence(tokens: list[tuple[str, str]], source: str, depth: int = 0) -> tuple[Sequence, list[tuple[str, str]]]:
    pieces: list[Piece] = []
    while tokens:
        kind, text = tokens[0]
        if kind == "mark" and text in {"|", ")"}:
            if depth == 0:
                break
            return tuple(pieces), tokens
        tokens = tokens[1:]
        if kind == "mark" and text == "(":
            piece, tokens = _group(tokens, source, depth + 1)
            pieces.append(piece)
        elif kind == "mark":
            pieces.append(_repeated(pieces, text, source))
        else:
            pieces.append(Piece(kind, _BRACKETS.get(text, text.strip("<>{}"))))
    if depth:
        raise OntologyError(f"the pattern {source!r} opens a bracket that it never closes")
    return tuple(pieces), tokens


def _group(tokens: list[tuple[str, str]], source: str, depth: int) -> tuple[Piece, list[tuple[str, str]]]:
    options: list[Sequence] = []
    while True:
        option, tokens = _sequence(tokens, source, depth)
        options.append(option)
        mark, tokens = tokens[0][1], tokens[1:]
        if mark == ")":
            return Piece("group", options=tuple(options)), tokens


def _repeated(pieces: list[Piece], mark: str, source: str) -> Piece:
    if not pieces:
        raise OntologyError(f"the pattern {source!r} repeats nothing: {mark!r} must follow a word or a bracket")
    last = pieces.pop()
    return Piece(last.kind, last.text, last.options, mark)
