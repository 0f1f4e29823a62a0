"""Sums of money are read with their currency, their bound and the conversion that follows them."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest

from kg.extract.extractor import Extractor, build_extractor
from kg.extract.values.money import find_money
from kg.gazetteer import Gazetteer
from kg.model import Article


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(()))


def sums(extractor: Extractor, text: str) -> list[tuple[Decimal, str, str | None]]:
    """Return amount, currency and bound of every sum in a text."""
    doc = extractor.read(Article(id="a", title="", text=text, published=date(2025, 7, 5)))
    spans = [span for span in doc.spans["values"] if span.label_ == "money"]
    return [(span._.value.amount, span._.value.unit, span._.bound) for span in spans]


@pytest.mark.parametrize(
    ("words", "amount", "currency"),
    [
        ("HK$3 billion", 3 * 10**9, "HKD"),
        ("HK$ 3 billion", 3 * 10**9, "HKD"),
        ("HK$3bn", 3 * 10**9, "HKD"),
        ("HK$4.5m", 4_500_000, "HKD"),
        ("HK$1.2 trillion", 12 * 10**11, "HKD"),
        ("HK$3,250,000", 3_250_000, "HKD"),
        ("HKD 75 million", 75 * 10**6, "HKD"),
        ("6 million Hong Kong dollars", 6 * 10**6, "HKD"),
        ("US$25 million", 25 * 10**6, "USD"),
        ("USD 25 million", 25 * 10**6, "USD"),
        ("5 million US dollars", 5 * 10**6, "USD"),
        ("RMB 40 million", 40 * 10**6, "CNY"),
        ("RMB40 million", 40 * 10**6, "CNY"),
        ("CNY 40 million", 40 * 10**6, "CNY"),
        ("80 million renminbi", 80 * 10**6, "CNY"),
        ("300 million yuan", 300 * 10**6, "CNY"),
        ("€12.5 million", 12_500_000, "EUR"),
        ("500,000 euros", 500_000, "EUR"),
        ("£900,000", 900_000, "GBP"),
        ("S$8 million", 8 * 10**6, "SGD"),
        ("A$6 million", 6 * 10**6, "AUD"),
        ("NT$50 million", 50 * 10**6, "TWD"),
        ("MOP$9 million", 9 * 10**6, "MOP"),
        ("90 million yen", 90 * 10**6, "JPY"),
        ("HK$3\u00a0billion", 3 * 10**9, "HKD"),
        ("HK$3\u202fbillion", 3 * 10**9, "HKD"),
    ],
)
def test_sum_has_amount_and_currency(extractor: Extractor, words: str, amount: int, currency: str) -> None:
    assert sums(extractor, f"The laboratory holds {words} in cash.") == [(amount, currency, None)]


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("two billion yuan", 2 * 10**9),
        ("twenty-five million yuan", 25 * 10**6),
        ("one hundred million yuan", 10**8),
        ("a million yuan", 10**6),
    ],
)
def test_sum_may_be_written_in_words(extractor: Extractor, words: str, amount: int) -> None:
    assert sums(extractor, f"The laboratory lost {words} in cash.") == [(amount, "CNY", None)]


@pytest.mark.parametrize(
    ("words", "amount"), [("a HK$10-billion reserve", 10**10), ("a HK$45.60 ticket", Decimal("45.6"))]
)
def test_sum_may_describe_a_noun(extractor: Extractor, words: str, amount: Decimal) -> None:
    assert sums(extractor, f"It sold {words} early.") == [(amount, "HKD", None)]


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("HK$2 billion", None),
        ("more than HK$2 billion", "gt"),
        ("over HK$2 billion", "gt"),
        ("in excess of HK$2 billion", "gt"),
        ("at least HK$2 billion", "ge"),
        ("not less than HK$2 billion", "ge"),
        ("HK$2 billion or more", "ge"),
        ("about HK$2 billion", "approx"),
        ("nearly HK$2 billion", "approx"),
        ("almost HK$2 billion", "approx"),
        ("an estimated HK$2 billion", "approx"),
        ("some HK$2 billion", "approx"),
        ("less than HK$2 billion", "lt"),
        ("up to HK$2 billion", "le"),
        ("no more than HK$2 billion", "le"),
        ("a maximum of HK$2 billion", "le"),
    ],
)
def test_words_around_a_sum_bound_it(extractor: Extractor, words: str, bound: str | None) -> None:
    assert sums(extractor, f"The bridge costs {words}.") == [(2 * 10**9, "HKD", bound)]


@pytest.mark.parametrize(
    ("words", "currency", "low", "high"),
    [
        ("HK$1 million to HK$5 million", "HKD", 10**6, 5 * 10**6),
        ("HK$1-5 million", "HKD", 10**6, 5 * 10**6),
        ("HK$1–HK$5 million", "HKD", 10**6, 5 * 10**6),
        ("US$2 to 3 billion", "USD", 2 * 10**9, 3 * 10**9),
        ("US$200,000 to US$300,000", "USD", 200_000, 300_000),
    ],
)
def test_range_has_two_ends(extractor: Extractor, words: str, currency: str, low: int, high: int) -> None:
    assert sums(extractor, f"Grants of {words} are given.") == [(low, currency, "ge"), (high, currency, "le")]


@pytest.mark.parametrize(
    ("text", "amount", "note"),
    [
        ("It spent HK$500 million (US$64 million) on chips.", (500 * 10**6, "HKD", None), "US$64 million"),
        ("It spent 20 million yuan (about US$2.8 million).", (20 * 10**6, "CNY", None), "about US$2.8 million"),
        (
            "It spent US$9 million (70 million Hong Kong dollars).",
            (9 * 10**6, "USD", None),
            "70 million Hong Kong dollars",
        ),
        ("It spent nearly US$9 million (HK$70 million).", (9 * 10**6, "USD", "approx"), "HK$70 million"),
    ],
)
def test_conversion_in_brackets_is_no_second_sum(
    extractor: Extractor, text: str, amount: tuple[int, str, str | None], note: str
) -> None:
    assert sums(extractor, text) == [amount]
    doc = extractor.read(Article(id="a", title="", text=text))
    assert [span._.note for span in doc.spans["values"] if span.label_ == "money"] == [note]


def test_brackets_that_say_something_else_stay(extractor: Extractor) -> None:
    doc = extractor.read(Article(id="a", title="", text="It got HK$80 million (7 per cent of turnover)."))
    assert [(span.text, span._.note) for span in doc.spans["values"]] == [
        ("HK$80 million", None),
        ("7 per cent", None),
    ]


def test_sums_of_one_sentence_are_kept_apart(extractor: Extractor) -> None:
    assert sums(extractor, "It spent US$2.8 million (HK$21.8 million) on chips and HK$4 million on staff.") == [
        (2_800_000, "USD", None),
        (4_000_000, "HKD", None),
    ]


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("The city paid $4 million.", ["HKD"]),
        ("The city paid $4 million. The rest, US$2 million, is due.", ["HKD", "USD"]),
    ],
)
def test_bare_dollar_is_of_hong_kong(extractor: Extractor, text: str, currencies: list[str]) -> None:
    assert [currency for _, currency, _ in sums(extractor, text)] == currencies


@pytest.mark.parametrize("text", ["The company won 3 prizes.", "It grew by 5%.", "It met 40 million users.", "HK$", ""])
def test_what_is_no_money(extractor: Extractor, text: str) -> None:
    assert sums(extractor, text) == []


@pytest.mark.parametrize("text", ["\x00\x1b[2J HK$3 billion", "😀😀 HK$3 billion 😀", "港幣 HK$3 billion 三十億。"])
def test_sum_is_found_among_odd_characters(extractor: Extractor, text: str) -> None:
    assert sums(extractor, text) == [(3 * 10**9, "HKD", None)]


@pytest.mark.parametrize("unit", ["HK$3 billion (US$4 million), ", "1,", "HK$", "one hundred "])
def test_long_line_takes_time_in_proportion(unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        list(find_money((unit * length)[:length]))
        return time.process_time() - start

    assert min(seconds(100_000) for _ in range(2)) < 4 * max(min(seconds(50_000) for _ in range(2)), 0.01)
