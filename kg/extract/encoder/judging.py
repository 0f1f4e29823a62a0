"""The second judge of relations: weighs what the patterns propose, and proposes what they do not see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from spacy.tokens import Doc, Span

from kg.extract.assessing import check, date_modality
from kg.extract.encoder.ends import ends_of, output_of
from kg.extract.encoder.labels import MODALITIES, OUTPUTS, Array, allowed_outputs
from kg.extract.encoder.pairs import End, Pair, find_pairs
from kg.extract.encoder.reader import Encoder, Reading
from kg.extract.lines import Slot
from kg.extract.proposals import Proposal
from kg.extract.qualifiers import plain_qualifiers
from kg.model import Modality, Phrase
from kg.ontology import Ontology

_SEEN = 0.05  # what is less likely than that is not even proposed


@dataclass(frozen=True)
class Judge:
    """Gives each proposal the probability that it is right, and adds proposals of its own."""

    encoder: Encoder
    ontology: Ontology

    @cached_property
    def allowed(self) -> Array:
        """Which outputs two kinds may have."""
        return allowed_outputs(self.ontology)

    def judge(
        self, doc: Doc, reading: Reading, slots: Mapping[int, Slot], proposals: Sequence[Proposal]
    ) -> list[Proposal]:
        """Return all proposals with calibrated confidence, and what the encoder sees beyond them.

        What a pattern joins from further apart than the encoder looks stands on the pattern alone.
        """
        sentences = list(doc.sents)
        numbers = {sentence.start: number for number, sentence in enumerate(sentences)}
        told = [_place(proposal, numbers) for proposal in proposals]
        pairs = find_pairs(ends := ends_of(slots, reading.pieces), np.asarray(self.allowed.any(-1)))
        if not pairs:
            return list(proposals)
        scores, modality = self.encoder.score(reading, ends, pairs)
        scores[~self._joined(ends, pairs)] = -np.inf
        rows = {pair: row for row, pair in enumerate(pairs)}
        judged = [
            self._weighed(proposal, float(scores[rows[place[0]], place[1]])) if place and place[0] in rows else proposal
            for proposal, place in zip(proposals, told, strict=True)
        ]
        taken = {place for place in told if place}
        fresh = [
            self._proposal(slots, sentences[pair.sentence], pair, output, (likely, modality[row]))
            for row, output, likely in self._likely(scores)
            if ((pair := pairs[row]), output) not in taken
        ]
        return [*judged, *fresh]

    def _joined(self, ends: Sequence[End], pairs: Sequence[Pair]) -> Array:
        status = self.allowed.shape[0] - 1
        subjects = [ends[p.subject].kind for p in pairs]
        objects = [status if p.object is None else ends[p.object].kind for p in pairs]
        return self.allowed[subjects, objects]

    def _likely(self, scores: Array) -> Iterator[tuple[int, int, float]]:
        """Yield row, output and probability of what the encoder thinks possible without a pattern."""
        alone = self.encoder.settings["calibration"]["alone"]
        likely = _probability(alone["offset"] + alone["score"] * scores)
        for row, output in zip(*np.nonzero(likely >= _SEEN), strict=True):
            yield int(row), int(output), float(likely[row, output])

    def _weighed(self, proposal: Proposal, score: float) -> Proposal:
        """Return a proposal of the patterns with the probability that it is right.

        Denials are too rare to learn: there the pattern stands alone.
        """
        if proposal.modality == "denied":
            return proposal
        told = self.encoder.settings["calibration"]["told"]
        # A score of minus infinity means types that the encoder never saw joined: the pattern stands alone.
        weighed = told["score"] * score if np.isfinite(score) else 0.0
        return self._doubted(replace(proposal, confidence=float(_probability(told["offset"] + weighed))))

    def _proposal(
        self, slots: Mapping[int, Slot], sentence: Span, pair: Pair, output: int, found: tuple[float, Array]
    ) -> Proposal:
        """Return what the encoder alone proposes."""
        relation, _, status = OUTPUTS[output].partition(":")
        target = Phrase(status, "status") if pair.object is None else slots[pair.object]
        confidence, told = found
        modality: Modality = MODALITIES[int(told.argmax())]
        proposal = Proposal(
            relation,
            slots[pair.subject],
            target,
            sentence,
            rule=self.encoder.version,
            confidence=confidence,
            modality=modality,
            qualifiers=plain_qualifiers(relation, target, slots, sentence),
        )
        return self._doubted(check(date_modality(proposal), self.ontology.relations[relation]))

    def _doubted(self, proposal: Proposal) -> Proposal:
        """Note that a proposal is too unlikely to stand."""
        if proposal.reason or proposal.confidence >= self.encoder.settings["threshold"]:
            return proposal
        return replace(proposal, reason=f"unlikely to be right ({proposal.confidence:.2f})")


def _place(proposal: Proposal, sentences: Mapping[int, int]) -> tuple[Pair, int] | None:
    """Return the pair and output that a standing proposal is about; None where the encoder knows no such thing."""
    output, target = output_of(proposal), proposal.object
    sentence = sentences.get(proposal.sentence.start)
    if proposal.reason or output is None or sentence is None:
        return None
    if isinstance(target, Slot):
        return Pair(proposal.subject.number, target.number, sentence), output
    return (Pair(proposal.subject.number, None, sentence), output) if isinstance(target, Phrase) else None


def _probability(score: Array | float) -> Array:
    return np.asarray(1 / (1 + np.exp(-np.clip(score, -30, 30))))
