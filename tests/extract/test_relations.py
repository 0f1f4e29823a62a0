"""The second stage as a whole: claims with their evidence, qualifiers, topics, posts and what follows from them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest

from kg import resources
from kg.extract.relations import RelationFinder
from kg.model import Claim, Mention, Period, Phrase, Quantity
from kg.ontology import load_ontology
from tests.extract.marked import read
from tests.extract.relation_types import ORG, ontology, relation

REAL = RelationFinder(load_ontology())
NEW_RELATION = """
@prefix hkt: <https://w3id.org/hk-tech-policy/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
hkt:sponsors a owl:ObjectProperty ;
    rdfs:label "sponsors"@en , "贊助"@zh-Hant ; skos:definition "The subject pays for the event."@en ;
    rdfs:domain hkt:Company ; rdfs:range hkt:Event ; hkt:kind "entity" ;
    hkt:trigger "sponsor"@en ; hkt:pattern "0.7 | SUBJECT {sponsor} OBJECT"@en , "SUBJECT , the patron of OBJECT"@en ;
    skos:example "Bay Bank sponsors the Robot Fair. | Bay Bank -> Robot Fair"@en .
"""


def claims(text: str, name: str | None = None) -> list[Claim]:
    """Return the claims that the real patterns find in a text, or those of one relation."""
    return [claim for claim in REAL(read(text))._.claims if name in {None, claim.relation}]


def facts(text: str, name: str) -> set[tuple[str, object]]:
    """Return the ends of the claims of one relation."""
    return {(c.subject.text, c.object.text if isinstance(c.object, Mention) else c.object) for c in claims(text, name)}


def test_relation_of_one_file_is_extracted(tmp_path: Path) -> None:
    folder = copytree(resources.ONTOLOGY, tmp_path / "ontology")
    (folder / "relations" / "sponsors.ttl").write_text(NEW_RELATION, encoding="utf-8")
    finder = RelationFinder(load_ontology(folder))
    text = (
        "[The Fair|Event] was sponsored by [Bay Bank|Company]. [Lee Bank|Company], the patron of [the Fair|Event], ran."
    )
    found = {(c.subject.text, c.confidence) for c in finder(read(text))._.claims if c.relation == "sponsors"}
    assert found == {("Bay Bank", 0.7), ("Lee Bank", 0.8)}


def test_claim_carries_sentence_rule_and_confidence() -> None:
    doc = read("It rained. [Bay|Company] runs [Dock|Facility]. The end.")
    finder = RelationFinder(ontology(relation("operates", ".9 | SUBJECT <run> OBJECT")))
    (claim,) = finder(doc)._.claims
    assert doc.text[claim.evidence.start : claim.evidence.end].strip() == "Bay runs Dock."
    assert (claim.rule, claim.confidence) == (".9 | SUBJECT <run> OBJECT", 0.9)
    assert doc.text[claim.subject.span.start : claim.subject.span.end] == claim.subject.text == "Bay"


def test_pronoun_lowers_confidence_and_keeps_its_chain() -> None:
    finder = RelationFinder(ontology(relation("operates", ".9 | SUBJECT <run> OBJECT")))
    (claim,) = finder(read("[Bay|Company] grew. [It|Company=0] runs [Dock|Facility]."))._.claims
    assert (claim.subject.chain, claim.subject.named, claim.confidence) == (0, False, 0.81)


def test_surest_pattern_wins_in_a_sentence() -> None:
    finder = RelationFinder(ontology(relation("operates", ".6 | SUBJECT ... OBJECT", ".9 | SUBJECT <run> OBJECT")))
    assert [c.confidence for c in finder(read("[Bay|Company] runs [Dock|Facility]."))._.claims] == [0.9]


def test_vocabulary_decides_what_may_be_joined() -> None:
    paired = relation(
        "partOf", "SUBJECT <belong> to OBJECT", domain=ORG | {"Place"}, range=ORG | {"Place"},
        signatures=((ORG, ORG), (frozenset({"Place"}), frozenset({"Place"}))),
    )  # fmt: skip
    finder = RelationFinder(ontology(paired))
    doc = read("[Dock|Place] belongs to [Bay|Company].")
    assert finder(doc)._.claims == []
    (dropped,) = [proposal for proposal in finder.proposals(doc) if proposal.reason]
    assert dropped.reason == "partOf does not join Place and Company"


def test_entity_is_not_related_to_itself() -> None:
    finder = RelationFinder(ontology(relation("owns", "SUBJECT <own> OBJECT", range=ORG)))
    assert finder(read("[Bay|Company] owns [it|Company=0]."))._.claims == []


INVESTED = "[Bay|Company] invested [HK$40 million|money=40000000 HKD] in [Lee|Company]."
USED = "[The robot|Product] is used by [70 per cent|percent=70 percent] of [departments|GovernmentBody]."
SINCE = "[Ho|Person] has been [chairman|Post] of [Bay|Company] since [2021|date=2021]."
UNTIL = "[Ho|Person] was [chairman|Post] of [Bay|Company] until [May 2024|date=2024-05]."
MOVES = "[Bay|Company] will redomicile to [Hong Kong|Place] in [2027|date=2027]."
GRANT = "[Bay|Company] received [HK$3m|money=3000000 HKD] from [The Bright Fund|Programme]."


@pytest.mark.parametrize(
    ("text", "name", "qualifier", "value"),
    [
        (INVESTED, "invests", "amount", Quantity(Decimal(40000000), "HKD")),
        (USED, "uses", "share", Quantity(Decimal(70), "percent")),
        (SINCE, "holdsPost", "valid_from", Period("2021")),
        (UNTIL, "holdsPost", "valid_to", Period("2024-05")),
        (UNTIL, "affiliatedWith", "valid_to", Period("2024-05")),
        (MOVES, "redomicilesTo", "valid_from", Period("2027")),
    ],
)
def test_claim_has_qualifier(text: str, name: str, qualifier: str, value: object) -> None:
    (claim,) = claims(text, name)
    assert getattr(claim.qualifiers, qualifier) == value


def test_grant_names_its_programme() -> None:
    (claim,) = claims(GRANT, "receivedAmount")
    assert isinstance(claim.qualifiers.programme, Mention)
    assert claim.qualifiers.programme.text == "The Bright Fund"


def test_bound_of_a_number_is_kept() -> None:
    doc = read("[The fund|Programme] has received more than [240|count=240 count:application] applications.")
    doc.spans["values"][0]._.bound = "gt"
    (claim,) = [c for c in REAL(doc)._.claims if c.relation == "applicationsReceived"]
    assert (claim.object, claim.qualifiers.bound) == (Quantity(Decimal(240), "count"), "gt")


TWO = {"Ho": "Bay", "Lau": "Lee"}


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("[Ho|Person], [chairman|Post] of [Bay|Company], and [Lau|Person], [head|Post] of [Lee|Company], met.", TWO),
        ("[Bay|Company]'s [chairman|Post], [Ho|Person], and [Lee|Company] [head|Post] [Lau|Person] met.", TWO),
        ("The [chairman|Post] of [Bay|Company], [Ho|Person], and its rival's, [Lau|Person], met.", {"Ho": "Bay"}),
        ("[Bay|Company], whose [chairman|Post] is [Ho|Person], grew.", {"Ho": "Bay"}),
        ("[Ho|Person] was appointed [chairman|Post] of [Bay|Company].", {"Ho": "Bay"}),
        ("[Bay|Company] grew. [Ho|Person], its founder and [chairman|Post], left.", {"Ho": "Bay"}),
    ],
)
def test_posts_and_bodies_go_with_their_people(text: str, holders: dict[str, str]) -> None:
    assert facts(text, "affiliatedWith") == set(holders.items())
    assert {subject for subject, _ in facts(text, "holdsPost")} == set(holders)


def test_officials_do_not_belong_to_whoever_is_near() -> None:
    assert facts("[Bay|Company] grew, said [Secretary for Health|Post] [Ho|Person].", "affiliatedWith") == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[Bay|Company] opened [Dock|Facility] on [3 May 2025|date=2025-05-03].", "operational"),
        ("[Bay|Company] is building [Dock|Facility].", "underConstruction"),
        ("[Bay|Company] will build [Dock|Facility].", "planned"),
    ],
)
def test_act_gives_its_object_a_status(text: str, status: str) -> None:
    found = claims(text, "hasStatus")
    assert [(c.object, c.modality) for c in found] == [(Phrase(status, "status"), "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "[Bay|Company] launched [MapleBot|Product] on [3 May 2025|date=2025-05-03].",
        "On [3 May 2025|date=2025-05-03], [Bay|Company] and [Lee|Company] launched [MapleBot|Product].",
        "[Bay|Company] on [3 May 2025|date=2025-05-03] launched [MapleBot|Product].",
        "[MapleBot|Product], launched by [Bay|Company] on [3 May 2025|date=2025-05-03], talks.",
    ],
)
def test_launch_starts_what_is_launched(text: str) -> None:
    assert facts(text, "startDate") == {("MapleBot", Period("2025-05-03"))}


RECEIVED = "[The Bright Fund|Programme] helps. So far [20|count=20 count:application] applications were received."
EARMARKED = "They earmarked [HK$3bn|money=3000000000 HKD] in subsidies. [The Bright Fund|Programme] began."
IN_USE = "[Dock|Facility] is large. Some [80 per cent|percent=80 percent] of its capacity is in use."


@pytest.mark.parametrize(
    ("text", "name", "subject"),
    [
        (RECEIVED, "applicationsReceived", "The Bright Fund"),
        (EARMARKED, "hasBudget", "The Bright Fund"),
        (IN_USE, "hasUtilisation", "Dock"),
    ],
)
def test_topic_fills_a_missing_end(text: str, name: str, subject: str) -> None:
    (claim,) = claims(text, name)
    assert claim.subject.text == subject
    assert claim.confidence < 0.7


def test_company_stands_for_its_site_where_a_place_is_wanted() -> None:
    (claim,) = claims("[Dock|Facility] at [Bay|Company] is full.", "locatedIn")
    assert isinstance(claim.object, Mention)
    assert (claim.object.type, claim.object.chain) == ("Facility", 1)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("[Ho|Person] said the park would open on time.", "Ho", "the park would open on time"),
        (
            "“We shall open the park on time,” said [Ho|Person] of [Bay|Company].",
            "Ho",
            "We shall open the park on time",
        ),
        ("The park will open on time, [Ho|Person] said on Friday.", "Ho", "The park will open on time"),
        ("According to [Bay|Company], the park will open on time.", "Bay", "the park will open on time"),
    ],
)
def test_speech_is_kept_with_its_words(text: str, speaker: str, words: str) -> None:
    assert facts(text, "said") == {(speaker, Phrase(words, "text"))}


def test_silence_says_nothing() -> None:
    assert claims("[Ho|Person] declined to comment.", "said") == []


def test_text_without_mentions_has_no_claims() -> None:
    assert claims("Nothing is known of it.") == []


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "[Pearl Hall|Facility], run by [Bay Park|Product], has been open since [2024|date=2024].",
            "startDate",
            {"Pearl Hall"},
        ),
        (
            "[Bay Bank|Company] and [Lee Bank|Company], a unit of [Kite Group|Company], will meet.",
            "subsidiaryOf",
            {"Lee Bank"},
        ),
        (
            "[Kite Group|Company] and [Lee Bank|Company] of [Brunei|Place] signed the deal.",
            "headquarteredIn",
            {"Lee Bank"},
        ),
        ("[Ng Ka|Person], [Consul|Post] of [Bay Bank|Company], spoke.", "postIn", set()),
    ],
)
def test_what_follows_a_name_is_said_of_that_name_alone(text: str, name: str, expected: set[str]) -> None:
    assert {subject for subject, _ in facts(text, name)} == expected


def test_law_that_is_passed_does_not_begin_on_that_day() -> None:
    text = "On [2 May 2025|date=2025-05-02] [the council|GovernmentBody] {} [the Coin Act|Policy]."
    assert not facts(text.format("passed"), "startDate")
    assert facts(text.format("published"), "startDate")


def test_change_that_is_pending_is_planned() -> None:
    found = claims("The redomiciliation of [Bay Bank|Company] to [Brunei|Place] is still pending.", "redomicilesTo")
    assert [claim.modality for claim in found] == ["planned"]
