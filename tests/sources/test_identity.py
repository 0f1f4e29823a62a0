import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.identity import article_id, canonical_url, count_words, guess_language, has_han


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("HTTPS://example.org:443/a/", "https://example.org/a/"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("https://example.org/a?utm_source=x&id=3&fbclid=9#top", "https://example.org/a?id=3"),
        (" https://example.org/a?b= ", "https://example.org/a?b="),
        ("https://example.org/北角", "https://example.org/北角"),
    ],
)
def test_canonical_url_drops_what_tells_no_pages_apart(address, url):
    assert canonical_url(address) == url


@pytest.mark.parametrize(
    "address", ["", "example.org", "ftp://example.org/a", "javascript:alert(1)", "https://", "https://a b/c"]
)
def test_canonical_url_refuses_what_is_no_web_address(address):
    assert canonical_url(address) is None


@given(st.text())
def test_canonical_url_of_a_canonical_one_is_itself(address):
    url = canonical_url(f"https://example.org/{address}")
    assert url is None or canonical_url(url) == url


def test_article_id_comes_from_the_address_or_the_text():
    assert article_id("https://example.org/a", "one") == article_id("https://example.org/a", "two")
    assert article_id(None, "one") != article_id(None, "two")
    assert len(article_id(None, "one")) == 12


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Cyberport is open.", "en"),
        ("數碼港已啟用。", "zh-Hant"),
        ("Cyberport (數碼港) is open to everybody.", "en"),
        ("數碼港 Cyberport 已啟用多項新服務及設施。", "zh-Hant"),
        ("123", "en"),
    ],
)
def test_guess_language_goes_by_the_share_of_chinese(text, lang):
    assert guess_language(text) == lang


@pytest.mark.parametrize(
    ("text", "number"),
    [("", 0), ("It's 12.5 per cent", 4), ("low-altitude economy", 2), ("數碼港", 2), ("北角 hall", 2)],
)
def test_count_words_counts_two_characters_as_one(text, number):
    assert count_words(text) == number


@pytest.mark.parametrize(("text", "han"), [("abc", False), ("a北", True), ("𠮷", True)])
def test_has_han_finds_chinese(text, han):
    assert has_han(text) is han
