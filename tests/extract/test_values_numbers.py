"""Shares, counts and capacities are read with their unit, their bound and the noun that is counted."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest

from kg.extract.extractor import Extractor, build_extractor
from kg.extract.values.counts import singular
from kg.extract.values.numbers import find_numbers, read_number, read_share
from kg.extract.values.reading import find_amounts
from kg.gazetteer import Gazetteer
from kg.model import Article


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(()))


def read(extractor: Extractor, text: str) -> list[tuple[str, Decimal, str, str | None]]:
    """Return kind, amount, unit (of a count its noun) and bound of every number in a text."""
    doc = extractor.read(Article(id="a", title="", text=text, published=date(2025, 7, 5)))
    spans = [span for span in doc.spans["values"] if span.label_ not in {"date", "period"}]
    return [(s.label_, s._.value.amount, s._.noun if s.label_ == "count" else s._.value.unit, s._.bound) for s in spans]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("7", 7),
        ("1,250", 1250),
        ("10 000", 10_000),
        ("3.25", "3.25"),
        ("5.5 million", 5_500_000),
        ("2bn", 2 * 10**9),
        ("3 trillion", 3 * 10**12),
        ("twelve", 12),
        ("twenty-one", 21),
        ("Ninety", 90),
        ("two hundred", 200),
        ("one hundred and twenty", 120),
        ("three thousand", 3000),
        ("two hundred thousand", 200_000),
        ("a dozen", 12),
        ("a quarter", "0.25"),
        ("three-quarters", "0.75"),
        ("half", "0.5"),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("one and a half", "1.5"),
        ("two-and-a-half", "2.5"),
        ("2½", "2.5"),
        ("one and a half million", 1_500_000),
        ("one hundred and twenty-five thousand", 125_000),
        ("10\u2009000", 10_000),
    ],
)
def test_read_number_takes_figures_and_words(text: str, amount: int | str) -> None:
    assert read_number(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "lab", "three labs", "5 labs"])
def test_read_number_refuses_other_words(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [("a", "quarter", 25), ("two", "thirds", "66.67"), ("nine", "ten", 90), ("", "half", 50)],
)
def test_read_share_is_in_per_cent(part: str, whole: str, share: int | str) -> None:
    assert read_share(part, whole) == Decimal(share)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two and three", ["two", "three"]),
        ("Half a billion and 2bn", ["Half a billion", "2bn"]),
        ("one hundred and twenty of 1,250", ["one hundred and twenty", "1,250"]),
        ("alone, often, tent, a lab", []),
    ],
)
def test_find_numbers_yields_figures_and_words(text: str, expected: list[str]) -> None:
    assert [text[number.start : number.end] for number in find_numbers(text)] == expected


@pytest.mark.parametrize(
    ("words", "amount", "bound"),
    [
        ("90 per cent", 90, None),
        ("12 percent", 12, None),
        ("37.5%", "37.5", None),
        ("3.25 pct", "3.25", None),
        ("twenty per cent", 20, None),
        ("ninety-five per cent", 95, None),
        ("more than 90 per cent", 90, "gt"),
        ("over 90%", 90, "gt"),
        ("at least 25 per cent", 25, "ge"),
        ("about 60%", 60, "approx"),
        ("nearly 60%", 60, "approx"),
        ("fewer than 5 per cent", 5, "lt"),
        ("up to 40 per cent", 40, "le"),
        ("90\u00a0per\u00a0cent", 90, None),
        ("90\u2009per\u2009cent", 90, None),
        ("a quarter", 25, None),
        ("more than two-thirds", "66.67", "gt"),
        ("half", 50, None),
        ("nearly three quarters", 75, "approx"),
        ("nine tenths", 90, None),
        ("nine out of ten", 90, None),
    ],
)
def test_share_is_read(extractor: Extractor, words: str, amount: int | str, bound: str | None) -> None:
    assert read(extractor, f"The lab let {words} of its rooms.") == [("percent", Decimal(amount), "percent", bound)]


@pytest.mark.parametrize("words", ["15% stake", "15-per-cent stake", "15 per cent stake"])
def test_share_may_describe_a_noun(extractor: Extractor, words: str) -> None:
    assert read(extractor, f"It sold a {words} early.") == [("percent", 15, "percent", None)]


@pytest.mark.parametrize("words", ["80 to 90 per cent", "80-90%", "80–90 percent"])
def test_range_of_shares_has_two_ends(extractor: Extractor, words: str) -> None:
    assert read(extractor, f"Use stood at {words}.") == [
        ("percent", 80, "percent", "ge"),
        ("percent", 90, "percent", "le"),
    ]


@pytest.mark.parametrize(
    "text", ["The second half of the game.", "A third party of scouts.", "It fell for half an hour."]
)
def test_fraction_of_nothing_is_no_share(extractor: Extractor, text: str) -> None:
    assert read(extractor, text) == []


def test_change_of_a_share_is_no_range(extractor: Extractor) -> None:
    assert read(extractor, "Use rose by 5 percent to 95 percent.") == [
        ("percent", 5, "percent", None),
        ("percent", 95, "percent", None),
    ]


@pytest.mark.parametrize(
    ("words", "amount", "noun", "bound"),
    [
        ("20 projects", 20, "project", None),
        ("twenty-one projects", 21, "project", None),
        ("1,250 applications", 1250, "application", None),
        ("3,000 people", 3000, "people", None),
        ("500 staff", 500, "staff", None),
        ("a dozen start-ups", 12, "start-up", None),
        ("two hundred students a year", 200, "student", None),
        ("three new large data centres", 3, "centre", None),
        ("2 million visits", 2 * 10**6, "visit", None),
        ("5.5 million visits", 5_500_000, "visit", None),
        ("10 000 visits", 10_000, "visit", None),
        ("12 of its branches", 12, "branch", None),
        ("over 1,300 companies", 1300, "company", "gt"),
        ("at least ten universities", 10, "university", "ge"),
        ("about 200 start-ups", 200, "start-up", "approx"),
        ("nearly 200 start-ups", 200, "start-up", "approx"),
        ("fewer than 50 firms", 50, "firm", "lt"),
        ("up to 50 firms", 50, "firm", "le"),
        ("no more than 50 firms", 50, "firm", "le"),
        ("300-odd firms", 300, "firm", "approx"),
        ("half a dozen firms", 6, "firm", None),
        ("one and a half million visits", 1_500_000, "visit", None),
        ("45,000 graduates", 45_000, "graduate", None),
        ("five more vehicles", 5, "vehicle", None),
        ("2000 awards", 2000, "award", None),
    ],
)
def test_count_has_its_noun(extractor: Extractor, words: str, amount: int, noun: str, bound: str | None) -> None:
    assert read(extractor, f"The scheme drew {words}.") == [("count", amount, noun, bound)]


def test_count_may_leave_out_its_noun(extractor: Extractor) -> None:
    assert read(extractor, "It drew 300 applications, of which 12 were approved.") == [
        ("count", 300, "application", None),
        ("count", 12, "", None),
    ]


@pytest.mark.parametrize("text", ["It placed 30 in both schools.", "Of all, 30 were from the islands."])
def test_noun_of_another_phrase_is_not_taken(extractor: Extractor, text: str) -> None:
    assert read(extractor, text) == [("count", 30, "", None)]


def test_noun_of_another_number_is_not_taken(extractor: Extractor) -> None:
    found = read(extractor, "It hired 45 engineers and 12 doctors, among them 30 per cent of 2,000 students.")
    assert [(amount, noun) for _, amount, noun, _ in found] == [
        (45, "engineer"),
        (12, "doctor"),
        (30, "percent"),
        (2000, "student"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It grew in 2024.",
        "It filed papers for 12 months.",
        "It was one of the best.",
        "It uses GPT-4 and 5G.",
        "The score was 3:1.",
        "See section 3.2 first.",
        "It grew in 2019 and 2022.",
        "It opens at 3 pm and shuts at 10:30 or 5.30 p.m. today.",
        "Call 2231 3000, +852 3123 4567, 9123-4567 or 91234567.",
        "It is in Room 1203, Block 3, Level 5, 18 Harbour Road.",
        "See Cap. 486, Article 23, Sections 3 and 4, Phases 1 to 3.",
        "It has entered phase two and Phase 2.",
        "It fights Covid-19 with Web 2.0.",
        "1. Apply.\n2) Wait.\n(3) Pay. 4. Leave.",
        "The year (1) is over; and (2) it is late.",
        "Cyberport 5 and Tower 2 stand.",
        "Jacobson (2633) fell.",
        "The two have met; all three came.",
        "It has a five-year plan, two-factor checks and 24-hour guards.",
        "Dozens of firms and hundreds of others came.",
        "It was a 50/50 match, 2-1, one-to-one.",
        "It lasts three to five years, or 3-5 weeks.",
        "Call the 1823 hotline.",
        "Sai Kung met Ann Lee, 61, there.",
        "",
    ],
)
def test_what_is_no_count(extractor: Extractor, text: str) -> None:
    assert read(extractor, text) == []


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("projects", "project"),
        ("companies", "company"),
        ("branches", "branch"),
        ("boxes", "box"),
        ("series", "series"),
        ("people", "people"),
        ("business", "business"),
        ("ties", "tie"),
        ("buses", "bus"),
        ("houses", "house"),
        ("headaches", "headache"),
    ],
)
def test_singular_of_a_plural(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize(
    ("words", "amount", "unit"),
    [
        ("1,300 petaflops", 1300, "PFLOPS"),
        ("1,300 PFLOPS", 1300, "PFLOPS"),
        ("3,000 petaFLOPS", 3000, "PFLOPS"),
        ("1.3 exaflops", "1.3", "EFLOPS"),
        ("50 MW", 50, "MW"),
        ("12.5MW of power", "12.5", "MW"),
        ("fifty megawatts", 50, "MW"),
        ("3 MWh", 3, "MWh"),
        ("20 petabytes", 20, "PB"),
        ("400 Gbps", 400, "Gbps"),
        ("30,000 square metres", 30_000, "square metres"),
        ("30,000 square meters", 30_000, "square metres"),
        ("30,000 sq m", 30_000, "square metres"),
        ("30 000 m²", 30_000, "square metres"),
        ("1.2 million square feet", 1_200_000, "square feet"),
        ("10 hectares", 10, "hectares"),
        ("12 kilometres", 12, "kilometres"),
        ("2,000 racks", 2000, "racks"),
        ("8,000 GPUs", 8000, "GPUs"),
        ("700 seats", 700, "seats"),
        ("2000 seats", 2000, "seats"),
        ("240,000 wafers a year", 240_000, "wafers per year"),
        ("240,000 wafers per annum", 240_000, "wafers per year"),
        ("240,000 wafers annually", 240_000, "wafers per year"),
        ("50 tonnes per hour", 50, "tonnes per hour"),
        ("330kg of hydrogen a day", 330, "kg per day"),
        ("30,000 vehicles daily", 30_000, "vehicles per day"),
        ("20 exaflops", 20, "EFLOPS"),
        ("300 GWh", 300, "GWh"),
        ("300 TB", 300, "TB"),
        ("8,000 H100 GPUs", 8000, "GPUs"),
        ("3,000 accelerator cards", 3000, "cards"),
        ("40 m deep", 40, "metres"),
        ("2.7 million sq ft", 2_700_000, "square feet"),
        ("12\u202f000\u00a0square\u00a0metres", 12_000, "square metres"),
        ("eight pairs of fibres", 8, "fibre pairs"),
        ("18 Tbps per pair", 18, "Tbps per fibre pair"),
        ("200 MHz", 200, "MHz"),
        ("25 basis points", 25, "basis points"),
        ("0.25 percentage points", "0.25", "percentage points"),
    ],
)
def test_capacity_has_its_unit(extractor: Extractor, words: str, amount: int | str, unit: str) -> None:
    assert read(extractor, f"The site has {words} in all.") == [("quantity", Decimal(amount), unit, None)]


@pytest.mark.parametrize(
    ("words", "amount", "unit"),
    [("100-megawatt", 100, "MW"), ("5-MW", 5, "MW"), ("30,000-square-metre", 30_000, "square metres")],
)
def test_capacity_may_describe_a_noun(extractor: Extractor, words: str, amount: int, unit: str) -> None:
    assert read(extractor, f"A {words} hall opened.") == [("quantity", amount, unit, None)]


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("more than", "gt"),
        ("at least", "ge"),
        ("about", "approx"),
        ("nearly", "approx"),
        ("less than", "lt"),
        ("up to", "le"),
    ],
)
def test_words_before_a_capacity_bound_it(extractor: Extractor, words: str, bound: str) -> None:
    assert read(extractor, f"The site draws {words} 50 MW.") == [("quantity", 50, "MW", bound)]


@pytest.mark.parametrize(
    ("words", "kind", "low", "high", "unit"),
    [
        ("50 to 80 MW", "quantity", 50, 80, "MW"),
        ("50 MW to 80 MW", "quantity", 50, 80, "MW"),
        ("50-80 MW", "quantity", 50, 80, "MW"),
        ("between 20 and 30 firms", "count", 20, 30, "firm"),
        ("two or three new firms", "count", 2, 3, "firm"),
        ("700 to 1 000 jobs", "count", 700, 1000, "job"),
        ("2.5-3.5%", "percent", "2.5", "3.5", "percent"),
        ("1 to 2 million visits", "count", 10**6, 2 * 10**6, "visit"),
    ],
)
def test_range_shares_what_stands_at_its_end(
    extractor: Extractor, words: str, kind: str, low: int | str, high: int | str, unit: str
) -> None:
    assert read(extractor, f"The site had {words} early.") == [
        (kind, Decimal(low), unit, "ge"),
        (kind, Decimal(high), unit, "le"),
    ]


@pytest.mark.parametrize("words", ["rose from 5 to 9 MW", "grew by 5 MW to 9 MW"])
def test_before_and_after_share_their_unit_only(extractor: Extractor, words: str) -> None:
    assert read(extractor, f"Demand {words}.") == [("quantity", 5, "MW", None), ("quantity", 9, "MW", None)]


@pytest.mark.parametrize("words", ["50 mwanza", "5 hackathons", "3 gwent"])
def test_unit_is_a_whole_word(words: str) -> None:
    assert "quantity" not in {item.kind for item in find_amounts(f"It has {words}.")}


@pytest.mark.parametrize("text", ["\x00\x1b[2J 90% ", "😀90% 😀", "使用率 90% 以上。", "90%。"])
def test_share_is_found_among_odd_characters(extractor: Extractor, text: str) -> None:
    assert [(amount, unit) for _, amount, unit, _ in read(extractor, text)] == [(90, "percent")]


@pytest.mark.parametrize("unit", ["90 per cent of 20 projects, 50 MW, ", "1,", "9", "one hundred ", "2024-", "1 a-"])
def test_long_line_takes_time_in_proportion(unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        list(find_amounts((unit * length)[:length]))
        return time.process_time() - start

    assert min(seconds(100_000) for _ in range(2)) < 4 * max(min(seconds(50_000) for _ in range(2)), 0.01)
