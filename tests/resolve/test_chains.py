from kg.model import Mention, Span
from kg.resolve.chains import collect_chains, make_chain
from tests.resolve.making import read


def test_collect_chains_groups_mentions_and_cleans_names():
    extraction = read(
        "The Harbour Lab (HL) opened. It grew. The Harbour Lab's roof leaks.",
        ("The Harbour Lab (HL)", "ResearchInstitute", 3),
        ("It", "ResearchInstitute", 3, False),
        ("The Harbour Lab's", "ResearchInstitute", 3),
    )
    chain = collect_chains(extraction)[3]
    assert chain.names == ("Harbour Lab",)
    assert chain.surfaces == ("The Harbour Lab (HL)", "The Harbour Lab's")
    assert len(chain.mentions) == 3


def test_collect_chains_takes_mentions_that_only_claims_hold():
    extraction = read("Tidal opened.", ("Tidal", "Company", 0), claims=[("founded", 0, 0)])
    bare = type(extraction)(extraction.article, (), extraction.claims)
    assert collect_chains(bare)[0].names == ("Tidal",)


def test_make_chain_takes_the_type_of_most_named_mentions():
    kinds = [("Company", True), ("Facility", True), ("Facility", True), ("Company", False), ("Company", False)]
    mentions = tuple(Mention(Span(i, i + 1), "Tidal", kind, 0, named) for i, (kind, named) in enumerate(kinds))
    assert make_chain(0, mentions).type == "Facility"
    assert make_chain(0, mentions, entity_type="Place").type == "Place"


def test_make_chain_without_names_has_none():
    assert make_chain(0, (Mention(Span(0, 2), "it", "Company", 0, False),)).names == ()
