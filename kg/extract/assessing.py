"""From two ends to a proposal: its modality, how sure it is, what narrows it, and whether the vocabulary allows it."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lines import Slot
from kg.extract.modality import judge, starts_later
from kg.extract.pairing import Pair
from kg.extract.patterns import Match
from kg.extract.proposals import Proposal, chain_of, literal_of
from kg.extract.qualifiers import qualify
from kg.model import Article, Modality, Period
from kg.ontology import RelationType

SETTLED = frozenset("hasStatus hasBudget locatedIn partOf postIn subsidiaryOf".split())
"""Relations that are facts even about what is still planned: the planned park is in Sha Tin."""

_ANAPHOR = 0.9
_BEGINNINGS = frozenset("startDate endDate".split())
_TERMS = frozenset("holdsPost affiliatedWith".split())


def assess(match: Match, relation: RelationType, ends: Pair) -> Proposal:
    """Return the proposal that a match makes about two ends, with the reason where it must be dropped."""
    subject, target = ends
    confidence = match.pattern.template.confidence * match.line.weight
    for end in ends:
        if isinstance(end, Slot) and end.is_mention and not end.span._.named:
            confidence *= _ANAPHOR
    proposal = Proposal(
        relation=relation.name,
        subject=subject,
        object=target,
        sentence=match.line.sentence,
        rule=match.pattern.template.source,
        confidence=confidence,
        modality=match.pattern.template.modality or judge(match.clause, plannable=relation.name not in SETTLED),
        qualifiers=qualify(match, relation.name, target),
    )
    return check(date_modality(proposal), relation)


def date_modality(proposal: Proposal) -> Proposal:
    """Let a date decide: what begins after the day of publication is planned, what began before it has happened."""
    article: Article | None = proposal.sentence.doc._.article
    decisive = _decisive_date(proposal)
    if decisive is None or article is None or proposal.modality not in {"actual", "planned"}:
        return proposal
    later = starts_later(decisive, article.published)
    if later is None or (proposal.relation in _TERMS and not later):
        return proposal
    modality: Modality = "planned" if later else "actual"
    return replace(proposal, modality=modality)


def check(proposal: Proposal, relation: RelationType) -> Proposal:
    """Note why a proposal cannot stand, if it cannot."""
    target = proposal.object
    kind = target.label if isinstance(target, Slot) and target.is_mention else relation.kind
    reason = ""
    if literal_of(target) is None and kind == relation.kind:
        reason = "the value could not be read"
    elif isinstance(target, Slot) and target.is_mention and chain_of(target) == chain_of(proposal.subject):
        reason = "both ends are the same entity"
    elif not relation.allows(proposal.subject.label, kind):
        reason = f"{relation.name} does not join {proposal.subject.label} and {kind}"
    return replace(proposal, reason=reason) if reason else proposal


def _decisive_date(proposal: Proposal) -> Period | None:
    if proposal.relation in _BEGINNINGS:
        value = literal_of(proposal.object, last=proposal.relation == "endDate")
        return value if isinstance(value, Period) else None
    return proposal.qualifiers.valid_from if proposal.relation in _TERMS else None
