from decimal import Decimal

import pytest

from kg.model import Period, Phrase, Quantity
from kg.resolve import resolve_extraction
from kg.resolve.ids import statement_id
from tests.resolve.making import KNOWN, claim, read

TEXT = "Tidal Cooling met Lena Wu. It works with Lena Wu."
MENTIONS = (
    ("Tidal Cooling", "Company", 0),
    ("Lena Wu", "Person", 1),
    ("It", "Company", 0, False),
    ("Lena Wu", "Person", 1),
)


def claims(*given):
    """Turn (relation, subject, object, options) into claims of an extraction."""
    extraction = read(TEXT, *MENTIONS)
    made = tuple(claim(TEXT, list(extraction.mentions), *parts[:3], **parts[3]) for parts in given)
    return resolve_extraction(type(extraction)(extraction.article, extraction.mentions, made), KNOWN).statements


def test_statement_joins_entities_and_keeps_what_the_claim_says():
    (made,) = claims(("affiliatedWith", 1, 0, {}))
    assert (made.subject, made.relation, made.object) == ("person-lena-wu", "affiliatedWith", "company-tidal-cooling")
    assert made.modality == "actual"
    assert (made.provenance.rule, made.provenance.confidence) == ("rule", 0.9)
    assert made.id == statement_id("person-lena-wu", "affiliatedWith", "company-tidal-cooling")


def test_statement_quotes_its_evidence_from_the_text():
    (made,) = claims(("uses", 0, 1, {"evidence": "It works with Lena Wu."}))
    span = made.provenance.evidence
    assert made.provenance.quote == TEXT[span.start : span.end] == "It works with Lena Wu."
    assert made.provenance.article_id == "a1b2c3d4e5f6"


def test_statement_of_one_sentence_is_made_once_with_the_best_confidence():
    (made,) = claims(
        ("uses", 0, 1, {"confidence": 0.6}), ("uses", 2, 3, {"confidence": 0.8}), ("uses", 0, 3, {"confidence": 0.7})
    )
    assert made.provenance.confidence == 0.8


def test_statement_of_two_sentences_is_kept_with_both():
    made = claims(
        ("uses", 0, 1, {"evidence": "Tidal Cooling met Lena Wu."}),
        ("uses", 2, 3, {"evidence": "It works with Lena Wu."}),
    )
    assert len(made) == 2
    assert len({statement.id for statement in made}) == 1


def test_statement_about_itself_is_left_out():
    assert claims(("partOf", 0, 2, {})) == ()


@pytest.mark.parametrize("relation", ["met", "collaboratesWith"])
def test_symmetric_statement_is_the_same_in_both_directions(relation):
    one, other = claims((relation, 0, 1, {})), claims((relation, 1, 0, {}))
    assert [(s.id, s.subject, s.object) for s in one] == [(s.id, s.subject, s.object) for s in other]
    assert one[0].subject < one[0].object


def test_directed_statement_keeps_its_direction():
    (made,) = claims(("invests", 1, 0, {}))
    assert made.subject == "person-lena-wu"


@pytest.mark.parametrize("target", [Quantity(Decimal(90), "percent"), Period("2024-12"), Phrase("planned", "status")])
def test_literal_objects_stay_as_they_are(target):
    (made,) = claims(("hasStatus", 0, target, {"modality": "planned"}))
    assert made.object == target
    assert made.id == statement_id("company-tidal-cooling", "hasStatus", target, "planned")


def test_qualifiers_name_the_entity_of_their_programme():
    amount = Quantity(Decimal(5), "HKD")
    (made,) = claims(("receivedAmount", 1, amount, {"programme": 0, "bound": "gt", "valid_from": Period("2024")}))
    assert made.qualifiers.programme == "company-tidal-cooling"
    assert (made.qualifiers.bound, made.qualifiers.valid_from) == ("gt", Period("2024"))
    assert made.id == statement_id("person-lena-wu", "receivedAmount", amount, "actual", Period("2024"))


def test_claim_about_something_without_a_name_is_left_out_and_reported():
    extraction = read(
        "The lab grew.", ("The lab", "Company", 0, False), claims=[("hasStatus", 0, Phrase("operational", "status"))]
    )
    graph = resolve_extraction(extraction, KNOWN)
    assert graph.statements == ()
    assert "'The lab' could not be linked" in graph.problems[0].message
    assert graph.problems[0].stage == "resolve"
