"""Turns the templates of the ontology into regular expressions over lines, once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.errors import OntologyError
from kg.extract.inflection import forms_of
from kg.extract.lines import Line
from kg.extract.modality import Clause
from kg.extract.templates import Piece, Sequence, Template, read_template
from kg.extract.wordmarks import NOUN_CELL, VERB_CELL, mark, unmark
from kg.ontology import RelationType

ORGANISATIONS = frozenset("GovernmentBody Company University ResearchInstitute Organization".split())
_GROUPS = {"Org": ORGANISATIONS, "Thing": frozenset("Facility Programme Policy Product Project Event".split()), "Site": frozenset("Company University Organization ResearchInstitute".split())}
_KINDS = {
    "money": "money", "date": "date|period", "percent": "percent", "count": "count", "quantity": "quantity", "status": "", "text": "",
}  # fmt: skip
_NAMED_SLOTS = {
    "AMOUNT": "money", "SHARE": "percent", "SINCE": "date|period", "UNTIL": "date|period", "SCHEME": "Programme",
}  # fmt: skip
_LOOSE_SLOTS = {
    "MONEY": "money", "PERCENT": "percent", "DATE": "date|period", "COUNT": "count", "QUANTITY": "quantity",
    "PERSON": "Person", "POST": "Post", "PLACE": "Place", "FACILITY": "Facility", "PROGRAMME": "Programme", "PROJECT": "Project",
    "POLICY": "Policy", "PRODUCT": "Product", "EVENT": "Event", "COMPANY": "Company", "BODY": "GovernmentBody",
    "ORG": "|".join(sorted(ORGANISATIONS)), "ANY": r"[A-Z]\w*", "VALUE": r"[a-z]\w*",
}  # fmt: skip

_NOUN_PART = rf"(?:{NOUN_CELL}|‹\d+:[A-Z]\w*› (?:'s|-[a-z-]+) |‹\d+:(?:money|count|percent|quantity|date)› (?:'s )?)"
NOUN_START = rf"(?:{_NOUN_PART}){{0,6}}?"
_APPOSED = rf"(?:,¦ (?:(?:the|a|an|its|called|named) (?:{_NOUN_PART}){{0,4}}?)?(?=‹\d+:[A-Z]))?"  # "a new assistant, the MapleBot"
VERB_GROUP = rf"(?:,¦ )?(?:(?:which|that|who)¦ )?(?:{VERB_CELL}|(?:(?:on¦|in¦|since~|last|this|early|late|from¦|by¦) )?‹\d+:(?:date|period)› ){{0,7}}?"
_SMALL_GAP = r"(?:[^ ‹;:.]+ ){0,4}?"
_GAP = r"(?:(?![;:]|(?:which|who|whose|while|but)¦)[^ ]+ ){0,8}?"
_OWNERS = frozenset("its his her their".split())
_IN_PHRASE = re.compile(r" (?:of|in|at|for|by|from|to|on|under|near|within)[¦~] (?:(?:the|its|his|their|a|an) )?(?:[a-z-]+ ){0,2}$")
_UNOWNED = r"(?!'s |-[a-z])"  # not "Cyberport's", not "Cyberport-based"
_PARTICLE_WORDS = frozenset("a an the of to in on at by for from with and or , its it is was be as that which who into up out 's : . has have are were".split())


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a template as an expression; in a guarded one the first slot must not hang on a preposition."""

    expression: re.Pattern[str]
    guarded: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One template of one relation, ready to be matched."""

    relation: str
    template: Template
    wordings: tuple[Wording, ...]
    anchors: frozenset[str]  # one of these words must stand in the line; empty: any line
    topic: frozenset[str]  # the types that a missing end may have; empty: those of the relation


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern fits a line, and which slot fills what."""

    pattern: Pattern
    line: Line
    slots: Mapping[str, int]
    clause: Clause


def compile_patterns(relation: RelationType) -> tuple[Pattern, ...]:
    """Compile all patterns of a relation; raise OntologyError where one is malformed."""
    return tuple(_compile(relation, read_template(source)) for source in relation.patterns)


def find_matches(pattern: Pattern, line: Line) -> Iterator[Match]:
    """Yield every place where a pattern fits a line."""
    for wording in pattern.wordings:
        for found in wording.expression.finditer(line.marked):
            if wording.guarded and _IN_PHRASE.search(line.marked[: found.start() + 1]):
                continue
            groups = found.groupdict()
            slots = {name: int(number) for name, number in groups.items() if number is not None and name.isupper()}
            parts = (line.marked[: found.start()], groups.get("action") or "", found.group(), line.marked[found.end() :])
            yield Match(pattern, line, slots, Clause(*map(unmark, parts)))


def _compile(relation: RelationType, template: Template) -> Pattern:
    compiler = _Compiler(relation)
    wordings = tuple(
        Wording(_expression(compiler, pieces, template), _is_clause(pieces, relation)) for pieces in _voices(template)
    )
    return Pattern(relation.name, template, wordings, _anchors(template.pieces), _topic(template.pieces))


def _topic(pieces: Sequence) -> frozenset[str]:
    narrowed = "|".join(_narrowed(piece.text.partition(":")[2]) for piece in pieces if piece.text.startswith("TOPIC"))
    return frozenset(narrowed.split("|")) - {""}


def _is_clause(pieces: Sequence, relation: RelationType) -> bool:
    """Tell whether a wording begins with the subject of a verb."""
    if len(pieces) < 2 or pieces[0].kind != "slot":
        return False
    second = pieces[1].kind == "verb" and not pieces[1].text.endswith(":ed")
    return second or (relation.kind in {"date", "status"} and pieces[1].kind in {"verb", "group", "gap"})


def _expression(compiler: _Compiler, pieces: Sequence, template: Template) -> re.Pattern[str]:
    try:
        text = compiler.sequence(pieces)
        first, found, others = text.partition("(?P<action>")
        return re.compile("(?<= )" + first + found + others.replace("(?P<action>", "(?:"))
    except re.error as error:
        raise OntologyError(f"the pattern {template.source!r} of {compiler.relation.name} cannot be compiled: {error}") from error


def _voices(template: Template) -> Iterator[Sequence]:
    """Yield the wordings for which "SUBJECT {run} OBJECT" stands: active, passive, relative clause."""
    place = next((n for n, piece in enumerate(template.pieces) if piece.kind == "voices"), None)
    if place is None:
        yield template.pieces
        return
    before, after = template.pieces[:place], template.pieces[place + 1 :]
    if len(before) != 1 or not after or before[0].kind != "slot" or after[-1].kind != "slot":
        raise OntologyError(f"the pattern {template.source!r} must read 'SUBJECT {{verb}} OBJECT', a preposition before OBJECT at most")
    verb, subject, target, preposition = template.pieces[place].text, before[0], after[-1], after[:-1]
    yield (subject, Piece("verb", verb), *preposition, target)
    if preposition:
        yield (target, _words(",", "?"), *preposition, _words("which"), subject, Piece("verb", verb))
    else:
        passive = Piece("verb", "|".join(f"{v}:ed" for v in verb.split("|")))
        yield (target, passive, Piece("passive gap"), _words("by"), subject)
    yield (target, _words(",", "?"), Piece("group", options=((_words("which"),), (_words("that"),))), subject, Piece("verb", verb), *preposition, Piece("no noun"))


def _words(text: str, repeat: str = "") -> Piece:
    return Piece("word", text, repeat=repeat)


@dataclass(frozen=True, slots=True)
class _Compiler:
    relation: RelationType

    def sequence(self, pieces: Sequence, before: str = "") -> str:
        """Join the expressions of the pieces with what may stand between them."""
        parts: list[str] = []
        for piece, following in zip(pieces, (*pieces[1:], None), strict=True):
            parts.append(self.piece(piece, before))
            if piece.kind == "slot" and piece.text[:5] != "TOPIC" and not (following and following.text.startswith(("'", "-"))):
                parts.append(self.list_tail(piece.text) * bool(before and following) + _UNOWNED)
            before = "" if piece.text[:5] in {"~", "^", "TOPIC"} else piece.kind
        return "".join(parts)

    def piece(self, piece: Piece, before: str) -> str:
        """Return the expression of one piece, which follows a piece of the kind `before`."""
        text = {
            "word": lambda: _word(piece.text),
            "verb": lambda: self.verb(piece.text),
            "slot": lambda: self.slot(piece.text, before),
            "start": lambda: r"(?<=\A )",
            "gap": lambda: {"~": "", "..": _SMALL_GAP, "...": _GAP}[piece.text],
            "passive gap": lambda: r"(?:(?![;:]|by¦|and¦)[^ ]+ ){0,8}?",
            "no noun": lambda: r"(?!(?:the|a|an|its|their|it¦|him) |‹\d+:[A-Z])",
            "group": lambda: "(?:" + "|".join(self.sequence(option, before) for option in piece.options) + ")",
        }[piece.kind]()
        return {"": text, "?": f"(?:{text})?", "*": f"(?:{text}){{0,4}}?"}[piece.repeat]

    @staticmethod
    def opening(before: str) -> str:
        """Return what may stand before a name: its article and other words that describe it."""
        return {"": "", "verb": NOUN_START + _APPOSED}.get(before, NOUN_START)

    def verb(self, text: str) -> str:
        forms = sorted({form for verb in text.split("|") for form in _forms(verb)}, key=len, reverse=True)
        return rf"(?P<action>{VERB_GROUP}(?:{'|'.join(map(_word, forms))}))"

    def slot(self, text: str, before: str) -> str:
        name, _, narrowed = text.partition(":")
        if name == "TOPIC":
            return ""
        labels = _narrowed(narrowed) or self.labels(name)
        marked = f"(?P<{name}>\\d+)" if name in {"SUBJECT", "OBJECT"} or name in _NAMED_SLOTS else r"\d+"
        return rf"{self.opening(before)}‹{marked}:(?:{labels})› "

    def list_tail(self, text: str) -> str:
        """Return the further items of a list that may follow an end of the relation: "appointed A, B and C to the board"."""
        name, _, narrowed = text.partition(":")
        labels = "" if name not in {"SUBJECT", "OBJECT"} else _narrowed(narrowed) or self.labels(name)
        listed = labels[:1].isupper()
        return rf"(?:(?:,¦ and¦ |,¦ |and¦ |or¦ )(?:{NOUN_CELL}){{0,3}}?‹\d+:(?:{labels})› ){{0,20}}?" if listed else ""

    def labels(self, name: str) -> str:
        """Return the types or kinds of value that may fill a slot."""
        if name == "SUBJECT":
            return "|".join(sorted(self.relation.domain)) or r"[A-Z]\w*"
        if name == "OBJECT":
            return _KINDS[self.relation.kind] if self.relation.kind != "entity" else "|".join(sorted(self.relation.range))
        if name in _NAMED_SLOTS or name in _LOOSE_SLOTS:
            return _NAMED_SLOTS.get(name) or _LOOSE_SLOTS[name]
        raise OntologyError(f"{self.relation.name}: {name} is no slot; known are SUBJECT, OBJECT, {', '.join([*_NAMED_SLOTS, *_LOOSE_SLOTS])}")


def _narrowed(types: str) -> str:
    return "|".join("|".join(sorted(_GROUPS.get(name, {name}))) for name in types.split("/") if name)


def _word(text: str) -> str:
    """Return the expression of one or more words as they are marked in a line."""
    return "".join(rf"(?:{word} |‹\d+:[A-Z]\w*› 's )" if word in _OWNERS else re.escape(mark(word)) + " " for word in text.lower().split())


def _forms(verb: str) -> tuple[str, ...]:
    base, _, wanted = verb.partition(":")
    forms = forms_of(base.strip())
    if wanted == "ed":
        return forms.past, forms.participle
    return (forms.ing,) if wanted == "ing" else forms.all


def _anchors(pieces: Sequence) -> frozenset[str]:
    """Return words of which one must stand in any line that fits: those of the most telling piece."""
    choices = [words for piece in pieces if not piece.repeat and (words := _first_words(piece))]
    return max(choices, key=lambda words: (not words & _PARTICLE_WORDS, -len(words)), default=frozenset())


def _first_words(piece: Piece) -> frozenset[str]:
    if piece.kind == "word":
        return frozenset({piece.text.lower()}) - _OWNERS  # these may stand as slots
    if piece.kind in {"verb", "voices"}:
        return frozenset(form.split()[0] for verb in piece.text.split("|") for form in _forms(verb))
    if piece.kind == "group":
        options = [_anchors(option) for option in piece.options]
        return frozenset().union(*options) if all(options) else frozenset()
    return frozenset()
