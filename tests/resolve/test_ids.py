from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Period, Phrase, Quantity
from kg.resolve.ids import entity_id, slug, statement_id, type_slug, write_decimal, write_object


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Huawei Technologies", "huawei-technologies"),
        ("Café & Söhne", "cafe-and-sohne"),
        ("RAISe+ Scheme", "raise-plus-scheme"),
        ("The Cyberport's Centre", "cyberport-centre"),
        ("數碼港", "數碼港"),
        ("AI+數碼港", "ai-plus-數碼港"),
    ],
)
def test_slug_folds_names(name, expected):
    assert slug(name) == expected


def test_slug_of_spellings_of_one_name_is_the_same():
    assert slug("The Data Center") == slug("data centre")


def test_slug_cuts_long_names_and_keeps_them_apart():
    one, other = slug("Very Long Name " * 8 + "One"), slug("Very Long Name " * 8 + "Two")
    assert one != other
    assert len(one) <= 70


@given(st.text(min_size=1))
def test_slug_is_never_empty_and_safe_in_an_address(name):
    assert slug(name)
    assert not set(slug(name)) & set(' /?#<>"{}|\\^`+&\n')


@pytest.mark.parametrize(("entity_type", "expected"), [("GovernmentBody", "government-body"), ("Post", "post")])
def test_type_slug_writes_hyphens(entity_type, expected):
    assert type_slug(entity_type) == expected


def test_entity_id_joins_type_name_and_anchor():
    assert entity_id("ResearchInstitute", "Tidal Lab") == "research-institute-tidal-lab"
    assert entity_id("Post", "chairman", anchor="of-cyberport") == "post-chairman-of-cyberport"


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("3000000000", "3000000000"),
        ("3E+9", "3000000000"),
        ("12.50", "12.5"),
        ("100", "100"),
        ("0.0", "0"),
        ("-1.20", "-1.2"),
    ],
)
def test_write_decimal_is_plain(amount, written):
    assert write_decimal(Decimal(amount)) == written


@pytest.mark.parametrize(
    ("target", "written"),
    [
        (Quantity(Decimal("3E+9"), "HKD"), "3000000000 HKD"),
        (Period("2024-12"), "2024-12 date"),
        (Phrase("planned", "status"), "planned status"),
        ("cyberport", "hkr:cyberport"),
    ],
)
def test_write_object_is_one_string_per_object(target, written):
    assert write_object(target) == written


def test_statement_id_is_16_hex_digits_that_stay_the_same():
    key = statement_id("aisc", "hasUtilisation", Quantity(Decimal("90.0"), "percent"))
    assert key == statement_id("aisc", "hasUtilisation", Quantity(Decimal(90), "percent"))
    assert len(key) == 16
    assert int(key, 16) >= 0


@pytest.mark.parametrize(
    "other",
    [
        ("hkma", "uses", "cyberport"),
        ("aisc", "operates", "cyberport"),
        ("aisc", "uses", "hkma"),
        ("aisc", "uses", "cyberport", "planned"),
        ("aisc", "uses", "cyberport", "actual", Period("2024")),
        ("aisc", "uses", "cyberport", "actual", None, Period("2024")),
    ],
)
def test_statement_id_depends_on_every_part(other):
    assert statement_id(*other) != statement_id("aisc", "uses", "cyberport")
