from dataclasses import replace

from kg.model import Entity
from kg.resolve.anchors import anchor_posts, find_place
from kg.resolve.chains import collect_chains
from kg.resolve.claims import index_claims
from kg.resolve.known import Match
from kg.resolve.table import Table
from tests.resolve.making import claim, read


def table(**names):
    return Table({int(n[1:]): Match(Entity(key, "Organization", key), 1.0, "given") for n, key in names.items()})


def anchors(extraction, known):
    chain = next(c for c in collect_chains(extraction).values() if c.type == "Post")
    return [
        (a.kind, a.entity.id) if a else None
        for a in anchor_posts(chain, known, index_claims(extraction.claims)).values()
    ]


def test_organisation_comes_before_the_holder():
    extraction = read(
        "Wu, dean of Tidal", ("Wu", "Person", 0), ("dean", "Post", 1), ("Tidal", "Company", 2),
        claims=[("holdsPost", 0, 1), ("postIn", 1, 2)],
    )  # fmt: skip
    assert anchors(extraction, table(c0="wu", c2="tidal")) == [("of", "tidal")]
    assert anchors(extraction, table(c0="wu")) == [("held-by", "wu")]
    assert anchors(extraction, table()) == [None]


def test_mention_without_an_anchor_takes_that_of_another():
    extraction = read(
        "The dean, dean of Tidal, is dean.",
        ("dean", "Post", 1), ("dean", "Post", 1), ("Tidal", "Company", 2), ("dean", "Post", 1),
        claims=[("postIn", 1, 2)],
    )  # fmt: skip
    assert anchors(extraction, table(c2="tidal")) == [("of", "tidal")] * 3


def test_employer_of_another_sentence_does_not_count():
    text = "Wu joined Tidal. Wu is dean."
    mentions = (("Wu", "Person", 0), ("Tidal", "Company", 2), ("Wu", "Person", 0), ("dean", "Post", 1))
    extraction = read(text, *mentions)
    made = [
        claim(text, extraction.mentions, "affiliatedWith", 0, 1, evidence="Wu joined Tidal."),
        claim(text, extraction.mentions, "holdsPost", 2, 3, evidence="Wu is dean."),
    ]
    assert anchors(replace(extraction, claims=tuple(made)), table(c0="wu", c2="tidal")) == [("held-by", "wu")]


def test_place_of_a_thing_is_where_the_article_puts_it():
    extraction = read("a hall at Cove", ("hall", "Facility", 0), ("Cove", "Place", 1), claims=[("locatedIn", 0, 1)])
    chain = collect_chains(extraction)[0]
    assert find_place(chain, table(c1="cove"), index_claims(extraction.claims)).id == "cove"
    assert find_place(chain, table(), index_claims(extraction.claims)) is None
