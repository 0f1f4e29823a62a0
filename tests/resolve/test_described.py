import pytest

from kg.resolve import resolve_extraction
from tests.resolve.making import KNOWN, read


def facility(text, words, *, claims=(), key="a1b2c3d4e5f6"):
    mentions = [(words, "Facility", 0)] + ([("Sandy Cove", "Place", 1)] if "Sandy Cove" in text else [])
    graph = resolve_extraction(read(text, *mentions, claims=claims, key=key), KNOWN)
    return next(entity for entity in graph.entities if entity.type == "Facility")


def test_described_thing_is_known_by_its_place_in_every_article():
    first = facility("A new data centre at Sandy Cove.", "new data centre", claims=[("locatedIn", 0, 1)], key="a" * 12)
    second = facility(
        "The planned data centre at Sandy Cove.", "planned data centre", claims=[("locatedIn", 0, 1)], key="b" * 12
    )
    assert first.id == second.id == "facility-data-centre-at-place-sandy-cove"
    assert first.label == "new data centre (Sandy Cove)"


@pytest.mark.parametrize("words", ["new data centre", "the Centre"])
def test_described_thing_without_a_place_stays_in_its_article(words):
    first, second = (facility(f"Here is {words} again.", words, key=key) for key in ("a" * 12, "b" * 12))
    assert first.id != second.id
    assert first.id.endswith("-in-" + "a" * 12)


def test_described_thing_in_a_whole_city_stays_in_its_article():
    mentions = (("data centre", "Facility", 0), ("Hong Kong", "Place", 1))
    extraction = read("A data centre in Hong Kong.", *mentions, claims=[("locatedIn", 0, 1)])
    ids = {entity.id for entity in resolve_extraction(extraction, KNOWN).entities}
    assert ids == {"facility-data-centre-in-a1b2c3d4e5f6", "place-hong-kong"}


def test_proper_name_needs_no_place():
    named = facility("Harbour Data Centre at Sandy Cove.", "Harbour Data Centre", claims=[("locatedIn", 0, 1)])
    assert named.id == "facility-harbour-data-centre"


def test_described_thing_that_the_gazetteer_names_is_known():
    graph = resolve_extraction(read("the financial secretary and the loop", ("loop", "Product", 0)), KNOWN)
    assert [entity.id for entity in graph.entities] == ["loop-product"]


def test_description_that_a_named_chain_uses_too_means_that_one():
    extraction = read(
        "The Harbour Sandbox opened. The sandbox grew. A sandbox helps.",
        ("Harbour Sandbox", "Programme", 0), ("sandbox", "Programme", 0), ("sandbox", "Programme", 1),
    )  # fmt: skip
    assert [entity.id for entity in resolve_extraction(extraction, KNOWN).entities] == ["programme-harbour-sandbox"]
