"""Sums of money are read with their currency, their bound and the conversion that follows them."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest

from kg.extract.extractor import Extractor, build_extractor
from kg.extract.values.reading import find_amounts
from kg.gazetteer import Gazetteer
from kg.model import Article, Quantity


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
        ("HK$3\u2009billion", 3 * 10**9, "HKD"),
        ("HK$400,000,", 400_000, "HKD"),
        ("US $5 million", 5 * 10**6, "USD"),
        ("CHF 3m", 3 * 10**6, "CHF"),
        ("300m yuan", 300 * 10**6, "CNY"),
        ("3.5bn yuan", 3_500_000_000, "CNY"),
        ("40,000 won", 40_000, "KRW"),
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
        ("half a billion yuan", 5 * 10**8),
        ("half a million yuan", 500_000),
        ("a quarter of a billion yuan", 250 * 10**6),
        ("one and a half million yuan", 1_500_000),
        ("two and a half billion yuan", 2_500_000_000),
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
        ("capped at HK$2 billion", "le"),
        ("HK$2 billion or so", "approx"),
        ("HK$2-billion-plus", "ge"),
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
        ("between HK$2 bn and HK$3 bn", "HKD", 2 * 10**9, 3 * 10**9),
        ("30 to 50 million yuan", "CNY", 30 * 10**6, 50 * 10**6),
        ("30-50 million yuan", "CNY", 30 * 10**6, 50 * 10**6),
        ("HK$2-3m", "HKD", 2 * 10**6, 3 * 10**6),
        ("$5 to $10 million", "HKD", 5 * 10**6, 10 * 10**6),
        ("HK$800,000 to HK$1.2 million", "HKD", 800_000, 1_200_000),
        ("HK$500 to HK$1,000", "HKD", 500, 1000),
    ],
)
def test_range_has_two_ends(extractor: Extractor, words: str, currency: str, low: int, high: int) -> None:
    assert sums(extractor, f"Grants of {words} are given.") == [(low, currency, "ge"), (high, currency, "le")]


def test_range_may_change_its_currency(extractor: Extractor) -> None:
    assert sums(extractor, "It needs HK$2 billion to US$3 billion.") == [
        (2 * 10**9, "HKD", "ge"),
        (3 * 10**9, "USD", "le"),
    ]


def test_range_in_one_token_keeps_its_low_end(extractor: Extractor) -> None:
    assert sums(extractor, "Grants of HK$300,000–500,000 are given.")[0] == (300_000, "HKD", "ge")
    assert [item.value for item in find_amounts("Grants of HK$300,000–500,000.")] == [
        Quantity(Decimal(300_000), "HKD"),
        Quantity(Decimal(500_000), "HKD"),
    ]


@pytest.mark.parametrize("words", ["rose from HK$2 billion to HK$3 billion", "was cut by HK$2 billion to HK$3 billion"])
def test_before_and_after_are_no_range(extractor: Extractor, words: str) -> None:
    assert sums(extractor, f"Its turnover {words}.") == [(2 * 10**9, "HKD", None), (3 * 10**9, "HKD", None)]


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
        ("It spent about HK$78 million, or US$10 million, on it.", (78 * 10**6, "HKD", "approx"), "US$10 million"),
        ("It spent HK$78 million, equivalent to 71 million yuan.", (78 * 10**6, "HKD", None), "71 million yuan"),
        ("It spent HK$78 million ($10 million).", (78 * 10**6, "HKD", None), "$10 million"),
        (
            "It spent RMB5 billion (about HK$5.4 billion; US$700 million).",
            (5 * 10**9, "CNY", None),
            "about HK$5.4 billion; US$700 million",
        ),
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


def test_conversion_leaves_no_count(extractor: Extractor) -> None:
    doc = extractor.read(Article(id="a", title="", text="It got HK$2-3 billion (US$256-385 million), or so it says."))
    assert [(span._.value.amount, span._.note) for span in doc.spans["values"]] == [
        (2 * 10**9, None),
        (3 * 10**9, "US$256-385 million"),
    ]


def test_choice_of_sums_is_no_conversion(extractor: Extractor) -> None:
    assert [amount for amount, _, _ in sums(extractor, "It pays HK$20 million, or HK$8 million, a head.")] == [
        20 * 10**6,
        8 * 10**6,
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
        ("HK$10 billion fund\n\nIt holds $10 billion. It spent $2 billion on $1 tokens.", ["HKD"] * 4),
        ("It paid $4 million, not HK$4 million, in cash.", ["USD", "HKD"]),
        ("A firm of Silicon Valley got $4 million.", ["USD"]),
        ("The Legislative Council voted HK$4 million and $2 million.", ["HKD", "HKD"]),
        ("The Legislative Council heard of $4 million (HK$31 million).", ["USD"]),
        ("A firm of Silicon Valley got $4 million in Hong Kong.", ["HKD"]),
        ("It sold for ¥4 million in Shenzhen.", ["CNY"]),
        ("It sold for ¥4 million in Tokyo.", ["JPY"]),
    ],
)
def test_bare_sign_means_what_its_text_makes_likely(extractor: Extractor, text: str, currencies: list[str]) -> None:
    assert [currency for _, currency, _ in sums(extractor, text)] == currencies


@pytest.mark.parametrize(
    "text",
    ["Of the teams, three won.", "The company won 3 prizes.", "It grew by 5%.", "It met 40 million users.", "HK$", ""],
)
def test_what_is_no_money(extractor: Extractor, text: str) -> None:
    assert sums(extractor, text) == []


@pytest.mark.parametrize("text", ["\x00\x1b[2J HK$3 billion", "😀😀 HK$3 billion 😀", "港幣 HK$3 billion 三十億。"])
def test_sum_is_found_among_odd_characters(extractor: Extractor, text: str) -> None:
    assert sums(extractor, text) == [(3 * 10**9, "HKD", None)]


@pytest.mark.parametrize("unit", ["HK$3 billion (US$4 million), ", "1,", "HK$", "one hundred "])
def test_long_line_takes_time_in_proportion(unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        list(find_amounts((unit * length)[:length]))
        return time.process_time() - start

    assert min(seconds(100_000) for _ in range(2)) < 4 * max(min(seconds(50_000) for _ in range(2)), 0.01)
