"""Names and values that say the same."""

import pytest

from kg.evaluation.likeness import plain_name, same_literal
from tests.evaluation.made import value


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("The Hon. Dr. Amy Ho", "amy ho"),
        ("Prof Sir Sam Lee", "Sam Lee"),
        ("Bay’s Data Center", "bay data centre"),
        ("Programs & Program", "programs and programme"),
        ("Department of  Health,", "department of health"),
        ("ＡＩＳＣ", "aisc"),
        ("InnoHK's", "InnoHK"),
    ],
)
def test_plain_name_ignores_what_does_not_tell_names_apart(name, other):
    assert plain_name(name) == plain_name(other)


@pytest.mark.parametrize(("name", "other"), [("Theatre", "atre"), ("Bay Bank", "Bay Banks"), ("A", "B"), ("Dr", "")])
def test_plain_name_keeps_what_does(name, other):
    assert plain_name(name) != plain_name(other)


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("3000000000_HKD", "3000000000_hkd", True),
        ("3000000000_HKD", "3014000000_HKD", True),
        ("3000000000_HKD", "3020000000_HKD", False),
        ("3000000000_HKD", "3000000000_USD", False),
        ("0_percent", "0_percent", True),
        ("90_percent", "90_count", False),
        ("2024-12_date", "2024-12_date", True),
        ("2024-12_date", "2024_date", False),
        ("2024_date", "2024_count", False),
        ("planned_status", "planned_status", True),
        ("planned_status", "operational_status", False),
        ("planned_status", "2024_date", False),
        ("the+park+will+open+soon_text", "park+will+open_text", True),
        ("the+park+opens_text", "taxes+will+rise+again_text", False),
        ("park_text", "the+park+will+open+in+the+north+soon_text", False),
        ("!_text", "!_text", False),
    ],
)
def test_same_literal_compares_amount_unit_and_words(found, wanted, same):
    assert same_literal(value(found), value(wanted)) is same
