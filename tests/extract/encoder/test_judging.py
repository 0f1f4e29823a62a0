from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pytest

from kg.extract.encoder.ends import sentence_ranges
from kg.extract.encoder.judging import Judge
from kg.extract.encoder.labels import MODALITIES, OUTPUTS
from kg.extract.encoder.pieces import cut_pieces, load_tokenizer
from kg.extract.encoder.reader import SHIPPED, Reading
from kg.extract.extractor import build_extractor
from kg.extract.lines import draw_lines
from kg.extract.relations import RelationFinder
from kg.gazetteer import load_gazetteer
from kg.model import Article
from kg.ontology import load_ontology

TEXT = "Orchid Robotics Limited opened the Lotus Data Centre in Sha Tin."


@dataclass
class Parrot:
    """An encoder that gives every pair the same scores."""

    scores: dict[str, float] = field(default_factory=dict)
    modality: str = "actual"
    settings: dict[str, object] = field(default_factory=dict)
    version: str = "parrot"

    def __post_init__(self):
        lines = {"alone": {"score": 1.0, "offset": 0.0}, "told": {"score": 1.0, "offset": 0.0}}
        self.settings = {"calibration": lines, "threshold": 0.5} | self.settings

    def score(self, reading, ends, pairs):
        row = [self.scores.get(name, -9.0) for name in OUTPUTS]
        told = [float(name == self.modality) for name in MODALITIES]
        return np.array([row] * len(pairs)), np.array([told] * len(pairs))


@pytest.fixture(scope="module")
def ontology():
    return load_ontology()


@pytest.fixture(scope="module")
def read(ontology):
    extractor = build_extractor(load_gazetteer())
    finder = RelationFinder(ontology)
    tokenizer = load_tokenizer(SHIPPED / "tokenizer.json")

    def read(text):
        doc = extractor.read(Article(id="x", title="", text=text, published=date(2025, 7, 5)))
        pieces = cut_pieces(text, sentence_ranges(doc), tokenizer)
        reading = Reading(pieces, np.zeros((500, 4)), np.zeros((len(pieces.starts), 29)))
        return doc, reading, draw_lines(doc)[0].slots, finder.proposals(doc)

    return read


def judged(read, ontology, encoder, text=TEXT):
    return Judge(encoder, ontology).judge(*read(text))


def standing(proposals):
    return {(p.relation, p.rule == "parrot") for p in proposals if not p.reason}


def test_judge_confirms_a_pattern(read, ontology):
    found = judged(read, ontology, Parrot({"launched": 4.0}))
    launched = next(p for p in found if p.relation == "launched" and p.rule != "parrot")
    assert launched.confidence > 0.95
    assert not launched.reason


def test_judge_drops_what_it_finds_unlikely_and_says_so(read, ontology):
    found = judged(read, ontology, Parrot())
    launched = next(p for p in found if p.relation == "launched")
    assert "unlikely" in launched.reason


def test_judge_proposes_what_no_pattern_sees(read, ontology):
    found = judged(read, ontology, Parrot({"operates": 3.0}))
    operates = [p for p in found if p.relation == "operates" and not p.reason]
    assert [(p.subject.span.text, p.object.span.text, p.rule) for p in operates] == [
        ("Orchid Robotics Limited", "Lotus Data Centre", "parrot")
    ]


def test_judge_proposes_nothing_that_the_vocabulary_forbids(read, ontology):
    found = judged(read, ontology, Parrot(dict.fromkeys(OUTPUTS, 5.0)))
    for proposal in found:
        kind = getattr(proposal.object, "label", ontology.relations[proposal.relation].kind)
        assert proposal.reason or ontology.relations[proposal.relation].allows(proposal.subject.label, kind)


def test_judge_reads_the_status_of_a_thing(read, ontology):
    found = judged(read, ontology, Parrot({"hasStatus:approved": 3.0}))
    statuses = [p for p in found if p.rule == "parrot"]
    assert [(p.subject.span.text, p.object.text) for p in statuses] == [("Lotus Data Centre", "approved")]


@pytest.mark.parametrize("modality", MODALITIES)
def test_judge_tells_the_modality_of_its_own_proposals(modality, read, ontology):
    found = judged(read, ontology, Parrot({"operates": 3.0}, modality))
    assert {p.modality for p in found if p.rule == "parrot"} == {modality}


def test_judge_leaves_other_relations_as_they_are(read, ontology):
    text = 'Orchid Robotics Limited opened a laboratory. "We shall grow fast in the Greater Bay Area," said Mary Lam.'
    doc, reading, slots, proposals = read(text)
    before = [p for p in proposals if p.relation == "said"]
    after = [p for p in Judge(Parrot(), ontology).judge(doc, reading, slots, proposals) if p.relation == "said"]
    assert after == before
    assert before


def test_judge_takes_a_text_without_names(read, ontology):
    doc, reading, slots, proposals = read("Nothing happened here.")
    assert Judge(Parrot(), ontology).judge(doc, reading, slots, proposals) == proposals
