import pytest

from kg.resolve import resolve_extraction
from kg.resolve.posts import canonical_title, is_ambiguous
from tests.resolve.making import KNOWN, ids_by_words, read


def post_ids(text, *mentions, claims=(), key="a1b2c3d4e5f6"):
    graph = resolve_extraction(read(text, *mentions, claims=claims, key=key), KNOWN)
    return [entity.id for entity in graph.entities if entity.type == "Post"]


@pytest.mark.parametrize(
    ("title", "wording"),
    [
        ("CEO", "chief executive"),
        ("Chief Executive Officer", "chief executive"),
        ("chairwoman", "chairman"),
        ("Chair", "chairman"),
        ("Vice-Chairperson", "vice-chairman"),
        ("acting director", "director"),
        ("the Director of the Centre", "director of centre"),
    ],
)
def test_canonical_title_is_one_wording_per_office(title, wording):
    assert canonical_title(title) == wording


@pytest.mark.parametrize(
    ("title", "ambiguous"),
    [
        ("chairman", True),
        ("head of computing", True),
        ("Director-General", True),
        ("Under Secretary", True),
        ("company secretary", True),
        ("Financial Secretary", False),
        ("Secretary for Security", False),
        ("Director-General of Civil Aviation", False),
        ("Transport minister", False),
    ],
)
def test_ambiguous_titles_have_no_portfolio(title, ambiguous):
    assert is_ambiguous(title) is ambiguous


def test_post_takes_its_organisation_into_its_id():
    ids = post_ids(
        "Lena Wu, chairwoman of Tidal Cooling, spoke.",
        ("chairwoman", "Post", 0), ("Tidal Cooling", "Company", 1), claims=[("postIn", 0, 1)],
    )  # fmt: skip
    assert ids == ["post-chairman-of-company-tidal-cooling"]


def test_two_chairmen_are_two_posts_even_in_one_chain():
    ids = post_ids(
        "Wu is chairman of Tidal. Lam is chairman of Slope.",
        ("chairman", "Post", 0), ("Tidal", "Company", 1), ("chairman", "Post", 0), ("Slope", "Company", 2),
        claims=[("postIn", 0, 1), ("postIn", 2, 3)],
    )  # fmt: skip
    assert ids == ["post-chairman-of-company-slope", "post-chairman-of-company-tidal"]


def test_post_without_organisation_takes_its_holder():
    ids = post_ids(
        "Chairman Lena Wu spoke.", ("Chairman", "Post", 0), ("Lena Wu", "Person", 1), claims=[("holdsPost", 1, 0)]
    )
    assert ids == ["post-chairman-held-by-person-lena-wu"]


def test_post_takes_the_only_employer_that_its_sentence_gives_the_holder():
    ids = post_ids(
        "Lena Wu of Tidal is its chairman.",
        ("Lena Wu", "Person", 0), ("Tidal", "Company", 1), ("chairman", "Post", 2),
        claims=[("holdsPost", 0, 2), ("affiliatedWith", 0, 1)],
    )  # fmt: skip
    assert ids == ["post-chairman-of-company-tidal"]


def test_post_takes_no_employer_where_the_holder_has_two_posts():
    ids = post_ids(
        "Wu Lena, chairman, is dean at Tai Lam University.",
        ("Wu Lena", "Person", 0), ("chairman", "Post", 1), ("dean", "Post", 2), ("Tai Lam University", "University", 3),
        claims=[("holdsPost", 0, 1), ("holdsPost", 0, 2), ("postIn", 2, 3), ("affiliatedWith", 0, 3)],
    )  # fmt: skip
    assert ids == ["post-chairman-held-by-person-wu-lena", "post-dean-of-university-tai-lam-university"]


def test_post_without_anything_stays_in_its_article():
    first, second = (post_ids("The chairman left.", ("chairman", "Post", 0), key=key) for key in ("a" * 12, "b" * 12))
    assert first == ["post-chairman-in-" + "a" * 12]
    assert first != second


def test_same_post_has_the_same_id_in_every_article():
    ids = [
        post_ids(f"{title} of Tidal.", (title, "Post", 0), ("Tidal", "Company", 1), claims=[("postIn", 0, 1)], key=key)
        for title, key in [("CEO", "a" * 12), ("chief executive", "b" * 12)]
    ]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("text", "title", "known"),
    [
        ("Financial Secretary Paul Chan spoke.", "Financial Secretary", "fs-post"),
        ("The Privacy Commissioner spoke.", "Privacy Commissioner", "pc-post"),
        ("Meanwhile, Chief Executive John Lee spoke.", "Chief Executive", "ce-post"),
        ("Hong Kong's Chief Executive spoke.", "Chief Executive", "ce-post"),
    ],
)
def test_known_post_is_found_by_its_title(text, title, known):
    assert post_ids(text, (title, "Post", 0)) == [known]


@pytest.mark.parametrize(
    "text",
    [
        "Tidal Chief Executive Lena Wu.",
        "The Chief Executive of Tidal.",
        "the chief executive left",
        "Chief executive Wu",
    ],
)
def test_chief_executive_of_something_else_is_not_that_of_the_city(text):
    title = next(words for words in ("Chief Executive", "Chief executive", "chief executive") if words in text)
    assert post_ids(text, (title, "Post", 0)) != ["ce-post"]


def test_known_post_is_found_by_title_and_organisation():
    ids = post_ids("Cyberport CEO Wu.", ("Cyberport", "Company", 0), ("CEO", "Post", 1), claims=[("postIn", 1, 0)])
    assert ids == ["cyberport-ceo"]


def test_official_with_a_portfolio_needs_no_organisation():
    ids = post_ids(
        "The Secretary for Piers of the Harbour Bureau.",
        ("Secretary for Piers", "Post", 0), ("Harbour Bureau", "GovernmentBody", 1), claims=[("postIn", 0, 1)],
    )  # fmt: skip
    assert ids == ["post-secretary-for-piers"]


def test_label_of_a_post_says_whose_it_is():
    extraction = read("chairman of Tidal", ("chairman", "Post", 0), ("Tidal", "Company", 1), claims=[("postIn", 0, 1)])
    graph = resolve_extraction(extraction, KNOWN)
    assert {e.label for e in graph.entities} == {"Tidal", "Chairman of Tidal"}
    assert ids_by_words(graph)["chairman", 0] == "post-chairman-of-company-tidal"
