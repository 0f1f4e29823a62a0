"""The patterns of the ontology, compiled when they are first needed, and the places where they fit a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.errors import OntologyError
from kg.extract.expressions import OWNERS, ExpressionWriter, verb_forms
from kg.extract.lines import Line
from kg.extract.modality import Clause
from kg.extract.slots import labels_of
from kg.extract.templates import Piece, Sequence, Template, read_template
from kg.extract.wordmarks import unmark
from kg.ontology import RelationType

_IN_PHRASE = re.compile(
    r" (?:of|in|at|for|by|from|to|on|under|near|within)[¦~] (?:(?:the|its|his|their|a|an) )?(?:[a-z-]+ ){0,2}$"
)
_GROUP = re.compile(r"\(\?P<(\w+)>")
_ADDED = re.compile(
    r",¦? (?:(?P<verb>[a-z]+~ )|(?P<which>(?:which|who|that)¦ )"
    r"|(?P<founded>(?:founded|set|established|incorporated|based)[~^¦]? )|)"
)
_BY_WHOM = re.compile(r" by¦ (?:(?:the|its|a|an) )?(?:[a-z-]+ ){0,2}$")
_COMMON = frozenset(
    """a an the of to in on at by for from with and or , it is was be as that which who into up out 's : . has have are
    were""".split()
)
_WHICH = Piece("group", options=((Piece("word", "which"),), (Piece("word", "that"),)))
_MAYBE_COMMA = Piece("word", ",", repeat="?")


@dataclass(frozen=True)
class Wording:
    """One wording of a template as an expression; in a guarded one the first slot must not hang on a preposition."""

    source: str
    guarded: bool

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The compiled expression; compiling all at the start would take longer than everything else there."""
        return re.compile(self.source)


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
    """Prepare all patterns of a relation; raise OntologyError where one is malformed."""
    return tuple(_compile(relation, read_template(source)) for source in relation.patterns)


def find_matches(pattern: Pattern, line: Line) -> Iterator[Match]:
    """Yield every place where a pattern fits a line."""
    for wording in pattern.wordings:
        for found in wording.expression.finditer(line.marked):
            groups = found.groupdict()
            if wording.guarded and _hangs(found, line):
                continue
            slots = {name: int(number) for name, number in groups.items() if number is not None and name.isupper()}
            before, after = line.marked[: found.start()], line.marked[found.end() :]
            parts = (before, groups.get("action") or "", found.group(), after)
            yield Match(pattern, line, slots, Clause(*map(unmark, parts)))


def _hangs(found: re.Match[str], line: Line) -> bool:
    """Tell whether the first slot hangs on a preposition; what a comma adds to a name belongs to it all the same.

    A verb after the comma belongs to what was named before: "the centre, run by Cyberport, started in 2024".
    """
    before = line.marked[: found.start()]
    return not _is_added(found, line, before) and bool(_IN_PHRASE.search(before))


def _is_added(found: re.Match[str], line: Line, before: str) -> bool:
    """Tell whether a comma and what follows it describe the first slot: "in the park, opened in 2018"."""
    added = _ADDED.match(found.group().partition(" ")[2])
    if added is None or added["verb"]:
        return False
    target = found.groupdict().get("OBJECT")
    if target and line.slots[int(target)].is_mention and not added["which"]:
        return False  # the verb has an object: "the head of the laboratory, Chan Siu-fan, started the firm"
    return bool(added["founded"]) or not _BY_WHOM.search(before)


def _compile(relation: RelationType, template: Template) -> Pattern:
    writer = ExpressionWriter(relation)
    wordings = tuple(Wording(writer.write(pieces), _is_clause(pieces, relation)) for pieces in _wordings(template))
    for wording in wordings:
        names = _GROUP.findall(wording.source)
        if len(names) > len(set(names)):
            raise OntologyError(f"{relation.name}: the pattern {template.source!r} cannot be used; name each end once")
    return Pattern(relation.name, template, wordings, _anchors(template.pieces), _topic(template, relation))


def _topic(template: Template, relation: RelationType) -> frozenset[str]:
    narrowed = [piece.text for piece in template.pieces if piece.text.startswith("TOPIC:")]
    return frozenset(label for text in narrowed for label in labels_of(text, relation).split("|"))


def _is_clause(pieces: Sequence, relation: RelationType) -> bool:
    """Tell whether a wording begins with the subject of a verb."""
    if len(pieces) < 2 or pieces[0].kind != "slot":
        return False
    second = pieces[1].kind == "verb" and not pieces[1].text.endswith(":ed")
    return second or (relation.kind in {"date", "status"} and pieces[1].kind in {"verb", "group", "gap", "word"})


def _wordings(template: Template) -> Iterator[Sequence]:
    """Yield what "SUBJECT {run} OBJECT" stands for: active, passive, relative clause; other templates as they are."""
    place = next((n for n, piece in enumerate(template.pieces) if piece.kind == "voices"), None)
    if place is None:
        yield template.pieces
        return
    before, after = template.pieces[:place], template.pieces[place + 1 :]
    if len(before) != 1 or not after or before[0].kind != "slot" or after[-1].kind != "slot":
        raise OntologyError(
            f"the pattern {template.source!r} must read 'SUBJECT {{verb}} OBJECT', a preposition before OBJECT at most"
        )
    verbs, subject, target, preposition = template.pieces[place].text, before[0], after[-1], after[:-1]
    verb = Piece("verb", verbs)
    yield (subject, verb, *preposition, target)
    if preposition:
        yield (target, _MAYBE_COMMA, *preposition, Piece("word", "which"), subject, verb)
    else:
        passive = Piece("verb", "|".join(f"{each}:ed" for each in verbs.split("|")))
        yield (target, passive, Piece("passive gap"), Piece("word", "by"), subject)
    yield (target, _MAYBE_COMMA, _WHICH, subject, verb, *preposition, Piece("no noun"))


def _anchors(pieces: Sequence) -> frozenset[str]:
    """Return words of which one must stand in any line that fits: those of the most telling piece."""
    choices = [words for piece in pieces if not piece.repeat and (words := _first_words(piece))]
    return max(choices, key=lambda words: (not words & _COMMON, -len(words)), default=frozenset())


def _first_words(piece: Piece) -> frozenset[str]:
    if piece.kind == "word":
        return frozenset({piece.text.lower()}) - OWNERS
    if piece.kind in {"verb", "voices"}:
        return frozenset(form.split()[0] for verb in piece.text.split("|") for form in verb_forms(verb))
    if piece.kind == "group":
        options = [_anchors(option) for option in piece.options]
        return frozenset[str]().union(*options) if all(options) else frozenset()
    return frozenset()
