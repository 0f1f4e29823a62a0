from kg.model import Period, Span
from kg.resolve.claims import index_claims
from tests.resolve.making import read

TEXT = "Ada Chan of Tidal met Lena Ho. She grew."
MENTIONS = (("Ada Chan", "Person", 0), ("Tidal", "Company", 1), ("Lena Ho", "Person", 2), ("She", "Person", 0, False))
MADE = (
    ("affiliatedWith", 0, 1),
    ("met", 0, 2),
    ("startDate", 3, Period("2025")),
)


def indexed():
    found = [read(TEXT, *MENTIONS, claims=[made]).claims[0] for made in MADE]
    ends = read(TEXT, *MENTIONS).mentions
    return index_claims(found), found, ends


def test_claims_are_found_by_relation_and_subject():
    claims, found, (ada, tidal, *_) = indexed()
    assert claims.of("affiliatedWith", ada) == (found[0],)
    assert claims.of("affiliatedWith", tidal) == claims.of("postIn", ada) == ()


def test_claims_are_found_by_relation_and_object():
    claims, found, (ada, _, lena, _) = indexed()
    assert claims.on("met", lena) == (found[1],)
    assert claims.on("met", ada) == ()


def test_another_mention_of_the_same_entity_has_claims_of_its_own():
    claims, found, (ada, *_, she) = indexed()
    assert claims.of("startDate", she) == (found[2],)
    assert claims.of("startDate", ada) == ()


def test_claims_around_a_place_are_those_whose_evidence_holds_it():
    claims, found, (ada, *_) = indexed()
    assert list(claims.around(ada, Span(5, 6))) == found
    assert list(claims.around(ada, Span(len(TEXT), len(TEXT)))) == []
