"""Who is taken for the speaker of a sentence."""

import pytest

from kg.extract.extractor import build_extractor
from kg.extract.relations import RelationFinder
from kg.gazetteer import load_gazetteer
from kg.model import Article
from kg.ontology import load_ontology


@pytest.fixture(scope="module")
def extract():
    extractor = build_extractor(load_gazetteer(), [RelationFinder(load_ontology())])
    return lambda text: extractor.extract(Article(id="x", title="", text=text)).claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("At the event, Mary Lam, head of computing at Lingnan University, said access helped her team.", "Mary Lam"),
        ("The city needs more chips, declared the veteran investor Mary Lam, founder of Lotus Group.", "Mary Lam"),
        ("The Lotus Group said its sales had doubled within a year.", "Lotus Group"),
    ],
)
def test_quotes_belong_to_their_speaker(text, speaker, extract):
    assert [claim.subject.text for claim in extract(text) if claim.relation == "said"] == [speaker]
