"""The words of photo credits."""

from __future__ import annotations

import pytest

from kg.extract.credits import find_credits
from kg.extract.words import split_words


def credited(text: str) -> list[str]:
    """Return the words that belong to a credit."""
    sentence = list(split_words(text))
    starts = find_credits(sentence)
    return [word.text for word in sentence if word.start in starts]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Photo: Jane Doe", ["Photo", "Jane", "Doe"]),
        ("Photo: Jane Doe/Some Agency", ["Photo", "Jane", "Doe/Some", "Agency"]),
        ("The park opened. (Photo by Jane Doe/Getty Images)", ["Photo", "by", "Jane", "Doe/Getty", "Images"]),
        ("Getty Images", ["Getty", "Images"]),
        ("Illustration: Jane Doe", ["Illustration", "Jane", "Doe"]),
        ("Photo: visitors at Pearl Park", []),
        ("Photo: Jane Doe opens the park", []),
        ("The photo by Jane Doe won.", []),
        ("Video games and Image Robotics grew.", []),
        ("", []),
    ],
)
def test_credit_is_told_by_its_lead_or_its_agency(text: str, words: list[str]) -> None:
    assert credited(text) == words
