"""What pronouns and descriptions mean where several things may be meant."""

from __future__ import annotations

import pytest

from kg.extract.extractor import Extractor, build_extractor
from kg.gazetteer import Gazetteer
from tests.extract.test_coref import pointing


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(()))


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        (
            "The Harbour Growth Fund began. The Harbour Data Bureau administers it.",
            "it",
            "Harbour Growth Fund",
        ),
        ("The Harbour Data Scheme began. The Kite Drones Bureau paid for it.", "it", "Harbour Data Scheme"),
        ("Mary Lau spoke. Peter Kwok made him a director.", "him", "Mary Lau"),
        (
            "Lantern Compute Limited grew with the Pearl Bay Robotics Centre. It hired staff.",
            "It",
            "Lantern Compute Limited",
        ),
        (
            "Kite Robotics Limited runs the Pearl Bay Robotics Centre. It opened in May.",
            "It",
            "Pearl Bay Robotics Centre",
        ),
        ("Ms Mary Lau met Mr Peter Kwok. He smiled.", "He", "Peter Kwok"),
        ("Mr Peter Kwok met Ms Mary Lau. She smiled.", "She", "Mary Lau"),
    ],
)
def test_pronoun_means_what_fits(extractor: Extractor, text: str, words: str, meant: str) -> None:
    assert pointing(extractor, text)[words] == meant


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        (
            "Lantern Compute Limited, a maker of drones, met Kite Robotics Limited. The maker paid.",
            "The maker",
            "Lantern Compute Limited",
        ),
        (
            "The insurer Lantern Holdings met Kite Robotics Limited. The insurer paid.",
            "The insurer",
            "Lantern Holdings",
        ),
        (
            "Lantern Compute Limited signed with Kite Robotics Limited. The company paid.",
            "The company",
            "Lantern Compute Limited",
        ),
        (
            "Lantern Transport Limited grew. The railway company hired.",
            "The railway company",
            "Lantern Transport Limited",
        ),
        (
            "The Harbour Data Bureau met the Kite Drones Commission. The latter has agreed.",
            "The latter",
            "Kite Drones Commission",
        ),
        (
            "The Harbour Data Bureau met the Kite Drones Commission. The former has agreed.",
            "The former",
            "Harbour Data Bureau",
        ),
        (
            "It will build a new law library. The bureau announced a subsidy scheme. The scheme began.",
            "The scheme",
            "subsidy scheme",
        ),
    ],
)
def test_description_means_what_fits(extractor: Extractor, text: str, words: str, meant: str) -> None:
    assert pointing(extractor, text)[words] == meant


@pytest.mark.parametrize(
    "text",
    [
        "Lantern Compute Limited, the company of the year, grew.",
        "Lantern Compute Limited is the company of the year.",
        "Kite Robotics Limited met Lantern Compute Limited. The railway company hired.",
        "Peter Kwok spoke. The former chairman left.",
    ],
)
def test_words_that_tell_what_something_is_point_nowhere(extractor: Extractor, text: str) -> None:
    assert pointing(extractor, text) == {}
