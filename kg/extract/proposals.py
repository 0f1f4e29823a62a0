"""What a pattern proposes before it is a claim: the two ends, how it was found, and why it was dropped if it was."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from spacy.tokens import Span

from kg.extract.lines import Slot
from kg.model import Claim, Literal, Mention, Modality, Period, Phrase, Qualifiers, Quantity
from kg.model import Span as Offsets


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation that a pattern sees between two ends; `reason` says why it was dropped, empty while it stands."""

    relation: str
    subject: Slot
    object: Slot | Literal
    sentence: Span
    rule: str
    confidence: float
    modality: Modality = "actual"
    qualifiers: Qualifiers = field(default_factory=Qualifiers)
    reason: str = ""

    @property
    def key(self) -> tuple[Hashable, ...]:
        """What two proposals have in common that say the same in the same sentence."""
        target = self.object
        end = chain_of(target) if isinstance(target, Slot) and target.is_mention else literal_of(target)
        return self.relation, chain_of(self.subject), end, self.sentence.start


def chain_of(slot: Slot) -> int:
    """Return the number that all mentions of the same entity share."""
    chain = slot.span._.chain
    return int(chain) if chain is not None and chain >= 0 else -1 - slot.number


def literal_of(target: Slot | Literal, *, last: bool = False) -> Literal | None:
    """Return the value that an object is; of a span of time its first date, or its `last`."""
    if not isinstance(target, Slot):
        return target
    value = target.span._.value
    if isinstance(value, tuple):
        value = value[1 if last else 0]
    return value if isinstance(value, Quantity | Period | Phrase) else None


def mention_of(slot: Slot) -> Mention:
    """Return the mention that stands in a slot."""
    span = slot.span
    return Mention(Offsets(span.start_char, span.end_char), span.text, slot.label, chain_of(slot), bool(span._.named))


def claim_of(proposal: Proposal) -> Claim | None:
    """Turn a proposal into a claim; None where its value could not be read."""
    target = proposal.object
    end = (
        mention_of(target)
        if isinstance(target, Slot) and target.is_mention
        else literal_of(target, last=proposal.relation == "endDate")
    )
    if end is None:
        return None
    return Claim(
        relation=proposal.relation,
        subject=mention_of(proposal.subject),
        object=end,
        evidence=_evidence(proposal.sentence),
        rule=proposal.rule,
        confidence=round(proposal.confidence, 3),
        modality=proposal.modality,
        qualifiers=proposal.qualifiers,
    )


def _evidence(sentence: Span) -> Offsets:
    """Return where a sentence stands, up to its last word."""
    last = next((token for token in reversed(sentence) if not token.is_space), sentence[-1])
    return Offsets(sentence.start_char, last.idx + len(last))


def surest(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return one proposal for each pair of slots, the surest one."""
    return _best(proposals, lambda p: (p.relation, p.subject.number, _end(p.object), bool(p.reason)))


def best_of(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return one proposal for each thing that a sentence says, the surest one."""
    return _best(proposals, lambda p: p.key)


def _best(proposals: Iterable[Proposal], key_of: Callable[[Proposal], tuple[Hashable, ...]]) -> list[Proposal]:
    best: dict[tuple[Hashable, ...], Proposal] = {}
    for proposal in proposals:
        key = key_of(proposal)
        if key not in best or proposal.confidence > best[key].confidence:
            best[key] = proposal
    return list(best.values())


def _end(target: Slot | Literal) -> Hashable:
    return target.number if isinstance(target, Slot) else target
