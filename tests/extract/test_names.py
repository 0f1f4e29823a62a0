"""Names of organisations, places, programmes and the like, typed by the words they end or open with."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.extractor import Extractor, build_extractor
from kg.extract.heads import type_by_head, type_by_opener
from kg.extract.wordlists import WordLists, load_word_lists
from kg.gazetteer import Gazetteer
from kg.model import Article


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(()))


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return load_word_lists()


def found(extractor: Extractor, text: str) -> list[tuple[str, str]]:
    """Return the names of a text with their types."""
    doc = extractor.read(Article(id="a", title="", text=text, published=date(2025, 7, 5)))
    return [(span.text, span.label_) for span in doc.spans["mentions"] if span._.named]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Lantern Compute Limited", "Company"),
        ("Lantern Compute Ltd", "Company"),
        ("Lantern Compute Inc.", "Company"),
        ("Lantern Compute Holdings", "Company"),
        ("Lantern & Pearl Limited", "Company"),
        ("Lantern Compute (Hong Kong) Limited", "Company"),
        ("Lantern Compute (HK) Co., Ltd.", "Company"),
        ("Lantern Bank", "Company"),
        ("J.S. Lantern Group", "Company"),
        ("K Lantern Holdings", "Company"),
        ("W.L. Robotics (H.K.) Limited", "Company"),
        ("Kwun Tong Magistrates' Courts", "GovernmentBody"),
        ("Guangdong Provincial Department of Science and Technology", "GovernmentBody"),
        ("US Department of the Treasury", "GovernmentBody"),
        ("University of California, Berkeley", "University"),
        ("Kite Drones (Amendment) (No. 2) Bill", "Policy"),
        ("Areas of Lamplight (AoL) Scheme", "Programme"),
        ("Lantern2.5-Max", "Product"),
        ("Pearl Bay University", "University"),
        ("University of Pearl Bay", "University"),
        ("Pearl Bay Polytechnic", "University"),
        ("Harbour Data Bureau", "GovernmentBody"),
        ("Bureau of Harbour Affairs", "GovernmentBody"),
        ("Department of Kite Safety", "GovernmentBody"),
        ("Harbour Data Commission", "GovernmentBody"),
        ("Kite Advisory Committee", "GovernmentBody"),
        ("Office of the Kite Commissioner", "GovernmentBody"),
        ("Kite Drones Ordinance", "Policy"),
        ("Kite Drones (Amendment) Ordinance", "Policy"),
        ("Kite Drones Bill", "Policy"),
        ("Lantern Action Plan", "Policy"),
        ("Lantern Growth Fund", "Programme"),
        ("Harbour Data Scheme", "Programme"),
        ("Pearl Bay Robotics Centre", "Facility"),
        ("Pearl Bay Data Centre", "Facility"),
        ("Pearl Bay Science Park", "Facility"),
        ("Pearl Bay Institute of Robotics", "ResearchInstitute"),
        ("Pearl Bay Laboratory", "ResearchInstitute"),
        ("Pearl Bay Innovation Summit", "Event"),
        ("Lantern Association", "Organization"),
        ("Lantern Chamber of Commerce", "Organization"),
    ],
)
def test_name_has_the_type_of_its_head(extractor: Extractor, name: str, kind: str) -> None:
    assert found(extractor, f"Reporters visited the {name} last week.") == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lantern Compute Limited’s office opened.", ["Lantern Compute Limited"]),
        ("“Lantern Compute Limited” opened.", ["Lantern Compute Limited"]),
        ("The Harbour Data Bureau met.", ["Harbour Data Bureau"]),
        (
            "Lantern Compute Limited and Pearl Bay University signed.",
            ["Lantern Compute Limited", "Pearl Bay University"],
        ),
        (
            "Lantern Compute, Kite Robotics and Pearl Bay University signed.",
            ["Lantern Compute", "Kite Robotics", "Pearl Bay University"],
        ),
        ("Lantern Compute Limited\nPearl Bay University", ["Lantern Compute Limited", "Pearl Bay University"]),
        ("On Friday, Lantern Compute opened an office in August.", ["Lantern Compute"]),
        ("Lantern Compute hired staff on Tuesday.", ["Lantern Compute"]),
        ("Lantern Compute met American investors and Japanese bankers.", ["Lantern Compute"]),
    ],
)
def test_name_ends_where_another_word_begins(extractor: Extractor, text: str, names: list[str]) -> None:
    assert [name for name, _ in found(extractor, text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "On Monday in July, Chinese and British officials met.",
        "Sunday was warm. January sales fell.",
        "However, prices rose. Meanwhile, sales fell. Growth was strong.",
        "Yesterday sales fell. Officials said prices rose. Many agreed.",
        "Investors bought shares. Hundreds applied.",
        "A spokesman agreed. “Nobody complained,” they said.",
        "Cookie Policy. Privacy Notice. Share. Subscribe. Read more. Advertisement",
        "All rights reserved. Terms and Conditions. About Us. Home. Menu. Search. Login.",
        "Back to Top. Related Articles. Most Read. Print. Email.",
        "Share this article. Download the app. Sign up for the newsletter.",
        "Contact Us",
        "Key Facts\nNext Steps",
        "Sign Up for our letters. Read More about it.",
        "Photo: Getty Images",
        "Picture: Kite Agency/Getty Images",
        "BOARD OF DIRECTORS: nobody came.",
        "A Chinese-language paper closed.",
        "HK$3 billion was spent. AI grew. 5G grew. R&D grew.",
    ],
)
def test_plain_words_are_no_names(extractor: Extractor, text: str) -> None:
    assert found(extractor, text) == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Lantern Bureau", "GovernmentBody"),
        ("LANTERN BUREAU", "GovernmentBody"),
        ("Lantern Scheme 2025", "Programme"),
        ("Lantern Summit II", "Event"),
        ("Lantern Bureau Hong Kong", "GovernmentBody"),
        ("University Somewhere", "University"),
        ("LanternPark", "Facility"),
        ("Bureau", None),
        ("Lantern Compute", None),
    ],
)
def test_head_gives_the_type(lists: WordLists, words: str, kind: str | None) -> None:
    assert type_by_head(words.split(), lists) == kind


@pytest.mark.parametrize(
    ("words", "link", "kind"),
    [
        ("University", "of", "University"),
        ("Lantern Institute", "of", "ResearchInstitute"),
        ("Department", "of", "GovernmentBody"),
        ("Lantern", "of", None),
        ("Department", "x", None),
    ],
)
def test_opener_gives_the_type(lists: WordLists, words: str, link: str, kind: str | None) -> None:
    assert type_by_opener(words.split(), link, lists) == kind


def test_thing_described_is_a_mention(extractor: Extractor) -> None:
    text = "A new supercomputing centre will be built in Pearl Bay."
    assert ("new supercomputing centre", "Facility") in found(extractor, text)


@pytest.mark.parametrize("text", ["The centre opened today.", "The company grew.", "Many centres are full."])
def test_thing_that_nothing_sets_apart_is_no_mention(extractor: Extractor, text: str) -> None:
    assert found(extractor, text) == []
