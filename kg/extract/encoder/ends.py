"""From mentions, values and proposals to the ends and outputs that the encoder knows."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from kg.extract.encoder.labels import OUTPUTS, kind_of
from kg.extract.encoder.pairs import End
from kg.extract.encoder.pieces import Pieces
from kg.extract.lines import Slot
from kg.extract.proposals import Proposal, chain_of
from kg.model import Phrase

_OUTPUT = {name: number for number, name in enumerate(OUTPUTS)}


def sentence_ranges(doc: Doc) -> list[tuple[int, int]]:
    """Return the offsets of all sentences."""
    return [(sentence.start_char, sentence.end_char) for sentence in doc.sents]


def ends_of(slots: Mapping[int, Slot], pieces: Pieces) -> list[End]:
    """Return an end for each slot, in the order of their numbers; one without words stands in sentence -1."""
    return [_end(slots[number], pieces) for number in range(len(slots))]


def _end(slot: Slot, pieces: Pieces) -> End:
    first, last = pieces.words(slot.span.start_char, slot.span.end_char)
    sentence = int(pieces.sentence[first]) if first < last else -1
    chain = chain_of(slot) if slot.is_mention else -1 - slot.number
    return End(kind_of(slot.label), chain, bool(slot.span._.named), sentence, first, last)


def output_of(proposal: Proposal) -> int | None:
    """Return the number of the output that stands for a proposal's relation, or its status."""
    target = proposal.object
    status = f":{target.text}" if isinstance(target, Phrase) and proposal.relation == "hasStatus" else ""
    return _OUTPUT.get(proposal.relation + status)
