"""Why a claim was proposed or dropped, sentence by sentence, and where a telling word led to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.inflection import forms_of
from kg.extract.lines import Line, draw_lines
from kg.extract.proposals import Proposal, best_of
from kg.extract.relations import RelationFinder
from kg.ontology import RelationType


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence as the patterns see it, with what they made of it."""

    sentence: str
    line: str
    standing: tuple[Proposal, ...]
    dropped: tuple[Proposal, ...]
    gaps: tuple[str, ...]  # relations whose trigger words stand there without a claim


def explain(finder: RelationFinder, doc: Doc) -> tuple[Explanation, ...]:
    """Return an explanation for each sentence of a text whose mentions and values are marked."""
    proposals = finder.proposals(doc)
    return tuple(_explain_line(line, proposals, finder) for line in draw_lines(doc))


def _explain_line(line: Line, proposals: list[Proposal], finder: RelationFinder) -> Explanation:
    here = [proposal for proposal in proposals if proposal.sentence.start == line.sentence.start]
    standing = best_of(proposal for proposal in here if not proposal.reason)
    dropped = best_of(proposal for proposal in here if proposal.reason)
    stated = {proposal.relation for proposal in standing}
    gaps = [r.name for r in finder.ontology.relations.values() if r.name not in stated and _has_trigger(line, r)]
    return Explanation(line.sentence.text.strip(), line.text.strip(), tuple(standing), tuple(dropped), tuple(gaps))


def _has_trigger(line: Line, relation: RelationType) -> bool:
    return any(f" {form} " in line.text for trigger in relation.triggers for form in _forms(trigger))


def _forms(trigger: str) -> Iterator[str]:
    yield trigger.lower()
    yield from forms_of(trigger.lower()).all
