"""Known names that share a word in the plural: "the Secretaries for Security and for Justice"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.extract.candidates import Candidate
from kg.model import Entity

WEIGHT = 4.4  # above every other reading of the words
_AHEAD = re.compile(
    r"\b(?P<head>Secretaries|Commissioners|Directors|Ministers|[Uu]niversities) (?P<link>for|of) (?:the )?"
    r"(?P<rest>[A-Z][^.;:()\n]{3,160})"
)
_BEHIND = re.compile(
    r"\b(?!The )(?P<rest>(?:[A-Z][\w-]{0,30},? (?:and )?){2,14})"
    r"(?P<head>[Gg]overnments|[Uu]niversities|[Bb]ureaux|[Bb]ureaus|[Dd]epartments|[Cc]ommissions)\b"
)
_SEPARATOR = re.compile(r",? and (?:for |of )?(?:the )?|, (?:for |of )?(?:the )?")
_WORD_END = re.compile(r"(?<=\w)(?!\w)")
_ONE = {
    "secretaries": "Secretary", "commissioners": "Commissioner", "directors": "Director", "ministers": "Minister",
    "universities": "University", "governments": "Government", "bureaux": "Bureau", "bureaus": "Bureau",
    "departments": "Department", "commissions": "Commission",
}  # fmt: skip
_LONGEST = 12  # words of one part

Lookup = Callable[[str], Entity | None]


def find_shared(text: str, known: Lookup) -> Iterator[Candidate]:
    """Yield the known entities whose names share a word in the plural."""
    for match in _AHEAD.finditer(text):
        opening = f"{_ONE[match['head'].casefold()]} {match['link']} "
        parts = _parts(text, *match.span("rest"), _completed(known, before=opening))
        for number, (start, end, entity) in enumerate(parts if len(parts) > 1 else ()):
            yield _candidate(start if number else match.start(), end, entity)
    for match in _BEHIND.finditer(text):
        closing = f" {_ONE[match['head'].casefold()]}"
        parts = _parts(text, *match.span("rest"), _completed(known, after=closing))
        for number, (start, end, entity) in enumerate(parts if len(parts) > 1 else ()):
            yield _candidate(start, end if number < len(parts) - 1 else match.end(), entity)


def _completed(known: Lookup, *, before: str = "", after: str = "") -> Lookup:
    """Return a lookup of names that lack the word they share."""
    return lambda part: known(before + part + after)


def _candidate(start: int, end: int, entity: Entity) -> Candidate:
    return Candidate(start, end, entity.type, "gazetteer", WEIGHT, known=entity.id)


def _parts(text: str, start: int, stop: int, known: Lookup) -> list[tuple[int, int, Entity]]:
    """Return the known parts of a list from its first word on; at each place the longest that is known."""
    found: list[tuple[int, int, Entity]] = []
    while start < stop:
        ends = [match.start() for match in _WORD_END.finditer(text, start, stop)][:_LONGEST]
        part = next(((end, entity) for end in reversed(ends) if (entity := known(text[start:end]))), None)
        if part is None:
            break
        found.append((start, *part))
        separator = _SEPARATOR.match(text, part[0], stop)
        if separator is None:
            break
        start = separator.end()
    return found
