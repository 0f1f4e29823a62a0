"""What an act says about its object besides: the day on which it began, and the state it is in.

"HKSTP opened the park on 3 March" also says that the park started on 3 March and is operational; "HKSTP will build the
park" that the park is planned; "HKSTP is building the park" that it is under construction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.lines import Slot
from kg.extract.patterns import Match
from kg.extract.proposals import Proposal
from kg.model import Phrase

STARTING = frozenset("launched founded enacted".split())
_MAKING = frozenset("builds launched".split())
_STATED = frozenset("Facility Programme Policy Project Product".split())
_DATE = r"‹(?P<number>\d+):(?:date|period)›"
_IN_ACTION = re.compile(_DATE)
_AFTER = re.compile(
    rf"^(?:(?![;:]|and |but |which |who |that |while |where )[^ ]+ ){{0,7}}?"
    rf"(?:(?:on|in|since|from|as early as|last|late|early|by) ){{0,2}}(?:late |early |mid- )?{_DATE} "
)
_BEFORE = re.compile(
    rf"^ (?:(?:on|in|since|from|by) )?(?:late |early |mid- )?{_DATE} ,? ?(?:(?![;:]|but |which |who )[^ ]+ ){{0,9}}$"
)
_PROGRESSIVE = re.compile(r"\b(?:building|constructing|erecting|being built|being constructed|under construction)\b")
_PUBLISHING = re.compile(r"\b(?:issu|publish|releas|unveil|launch|introduc|brought out|adopt)")
_BY_WHEN = re.compile(r" (?:before|until|after|by|during) $")


def begun(match: Match, proposal: Proposal) -> Iterator[Proposal]:
    """Yield the start date and the status that an act gives its object."""
    target = proposal.object
    if not isinstance(target, Slot) or not target.is_mention or proposal.reason:
        return
    if _starts(match, proposal) and (day := _day_of(match)) is not None:
        yield _about(proposal, target, "startDate", day)
    status = _status(match, proposal, target)
    if status:
        yield replace(_about(proposal, target, "hasStatus", Phrase(status, "status")), modality="actual")


def _starts(match: Match, proposal: Proposal) -> bool:
    """Tell whether an act lets its object begin: a law that is passed takes effect on another day."""
    passed = proposal.relation == "enacted" and not _PUBLISHING.search(match.clause.words)
    return proposal.relation in STARTING and not passed and " announc" not in match.clause.words


def _about(proposal: Proposal, subject: Slot, relation: str, value: Slot | Phrase) -> Proposal:
    rule = f"{proposal.relation}: {proposal.rule}"
    return replace(
        proposal,
        relation=relation,
        subject=subject,
        object=value,
        rule=rule,
        confidence=round(proposal.confidence * 0.95, 3),
    )


def _day_of(match: Match) -> Slot | None:
    """Return the date that belongs to the verb: inside its verb group, soon after it, or opening the sentence."""
    line, clause = match.line, match.clause
    for pattern, text in ((_IN_ACTION, clause.words), (_AFTER, clause.after), (_BEFORE, clause.before)):
        found = pattern.search(text)
        if found and not _BY_WHEN.search(text[: found.start("number") - 1]):
            return line.slots[int(found["number"])]
    return None


def _status(match: Match, proposal: Proposal, target: Slot) -> str:
    if (
        proposal.relation not in _MAKING
        or target.label not in _STATED
        or proposal.modality not in {"actual", "planned"}
    ):
        return ""
    if proposal.modality == "planned":
        return "planned"
    if proposal.relation == "builds":
        return "underConstruction" if _PROGRESSIVE.search(match.clause.words) else ""
    return "operational" if target.label == "Facility" else ""
