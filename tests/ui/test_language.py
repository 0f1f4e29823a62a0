"""Dates, sums and names as readers of either language expect them."""

import pytest

from kg.ui.language import Words, WordsError, load_words, preferred_language

ENGLISH, CHINESE = load_words("en"), load_words("zh-Hant")


@pytest.mark.parametrize(
    ("iso", "english", "chinese"),
    [
        ("2025-07-05", "5 Jul 2025", "2025年7月5日"),
        ("2024-12", "Dec 2024", "2024年12月"),
        ("2025", "2025", "2025年"),
        (None, "", ""),
        ("soon", "soon", "soon"),
        ("2025-13", "13 2025", "2025年13月"),
    ],
)
def test_date_keeps_the_precision_it_has(iso, english, chinese):
    assert ENGLISH.date(iso) == english
    assert CHINESE.date(iso) == chinese


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        ("3000000000", "HKD", "HK$3 billion", "30億港元"),
        ("418600000", "USD", "US$418.6 million", "4.19億美元"),
        ("1500000000000", "CNY", "RMB 1.5 trillion", "1.5萬億元人民幣"),
        ("50000", "HKD", "HK$50,000", "5萬港元"),
        ("12.5", "EUR", "€12.5", "12.5歐元"),
        ("7", "JPY", "JPY 7", "7JPY"),
        ("-2000000", "HKD", "HK$-2 million", "-200萬港元"),
    ],
)
def test_amount_is_written_as_newsrooms_do(value, unit, english, chinese):
    assert ENGLISH.amount(value, unit) == english
    assert CHINESE.amount(value, unit) == chinese


@pytest.mark.parametrize(("value", "unit"), [("90", "percent"), ("12", "MW"), ("much", "HKD"), ("5", "count")])
def test_amount_is_none_for_what_is_no_money(value, unit):
    assert ENGLISH.amount(value, unit) is None


def test_name_follows_the_language_as_far_as_there_is_one():
    assert ENGLISH.name("Pearl Park", "明珠園") == "Pearl Park"
    assert CHINESE.name("Pearl Park", "明珠園") == "明珠園"
    assert CHINESE.name("Pearl Park", None) == "Pearl Park"


def test_number_has_separators():
    assert ENGLISH.number(12345) == "12,345"


def test_say_fills_in_and_chooses_the_singular():
    say = Words("en", {"a.n": "{n} facts", "a.n_one": "1 fact", "b.n": "{n} rows"})
    assert (say("a.n", n=1), say("a.n", n=2), say("b.n", n=1)) == ("1 fact", "2 facts", "1 rows")


def test_or_else_takes_what_the_data_says_where_there_is_no_word():
    assert (CHINESE.or_else("status.ended", "x"), CHINESE.or_else("status.odd", "odd")) == ("已結束", "odd")


def test_say_names_the_file_that_lacks_an_entry():
    with pytest.raises(WordsError, match=r"zh-Hant\.toml has no entry 'no\.such'"):
        CHINESE("no.such")


@pytest.mark.parametrize(
    ("locale", "language"),
    [("zh-HK", "zh-Hant"), ("zh-Hant-TW", "zh-Hant"), ("yue", "zh-Hant"), ("en-GB", "en"), ("fr", "en"), (None, "en")],
)
def test_preferred_language_is_chinese_for_chinese_browsers(locale, language):
    assert preferred_language(locale) == language
