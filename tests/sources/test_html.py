from datetime import date

import pytest

from kg.errors import SourceError
from kg.sources.html import read_html, to_lines

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Slope Registry opens - Lamma Post</title>
<link rel="canonical" href="https://www.lammapost.example.com/slopes?utm_source=x">
<meta property="og:site_name" content="Lamma Post">
<meta property="article:published_time" content="2025-03-10T09:00:00+08:00">
<meta property="og:title" content="Slope Registry opens - Lamma Post"><meta name="author" content="Jo Ng"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><div class="cookie">We use cookies. Accept all</div>
<article><h1>Slope Registry opens</h1>
<p>The Slope Registry has put 12,000&nbsp;drawings online and will add those of private slopes next year, it said.</p>
<p>Advertisement</p>
<p>Engineers had asked for the drawings for two decades. The registry spent HK$30 million on scanning them all.</p>
<ul><li>Private slopes in 2026</li><li>Sea walls in 2027</li></ul>
<table><tr><td>Budget</td><td>HK$30 million</td></tr></table>
</article><aside><h3>Related articles</h3><ul><li><a href="/x">Cooling start-up moves</a></li></ul></aside>
<footer>Copyright 2025 Lamma Post</footer></body></html>"""


def test_page_gives_what_it_says_about_itself():
    (article,) = read_html(PAGE.encode(), "slopes.html")
    assert (article.title, article.publisher) == ("Slope Registry opens", "Lamma Post")
    assert article.published == date(2025, 3, 10)
    assert article.url == "https://www.lammapost.example.com/slopes"
    assert article.source_file == "slopes.html"


def test_page_gives_its_main_text_in_paragraphs():
    (article,) = read_html(PAGE.encode(), "slopes.html")
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0] == "Slope Registry opens"
    assert paragraphs[1].startswith("The Slope Registry has put 12,000 drawings online")
    assert "- Sea walls in 2027" in paragraphs
    assert "Budget: HK$30 million" in paragraphs


@pytest.mark.parametrize("word", ["Home", "cookies", "Advertisement", "Related", "Cooling", "Copyright", "Jo Ng"])
def test_page_leaves_its_furniture_out(word):
    (article,) = read_html(PAGE.encode(), "slopes.html")
    assert word not in article.text


def test_page_without_a_date_gets_none():
    bare = PAGE.replace('<meta property="article:published_time" content="2025-03-10T09:00:00+08:00">', "")
    (article,) = read_html(bare.encode(), "slopes.html")
    assert article.published is None


@pytest.mark.parametrize("encoding", ["big5hkscs", "gb18030", "utf-8"])
def test_page_is_read_in_the_encoding_it_declares(encoding):
    declared = {"big5hkscs": "big5", "gb18030": "gb2312"}.get(encoding, encoding)
    body = (
        "<p>北角數據信託周一正式啟用，首批有五間診所參與。</p><p>信託的伺服器設於粉嶺，研究所去年獲撥款三百萬元。</p>"
    )
    head = f'<head><meta http-equiv="Content-Type" content="text/html; charset={declared}"><title>北角</title></head>'
    (article,) = read_html(f"<html>{head}<body>{body}</body></html>".encode(encoding), "a.htm")
    assert "北角數據信託周一正式啟用" in article.text
    assert article.lang == "zh-Hant"


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>var text = 1</script></body></html>"])
def test_page_without_text_is_refused(page):
    with pytest.raises(SourceError, match=r"empty\.html: "):
        read_html(page.encode(), "empty.html")


def test_fragment_of_a_page_is_read_too():
    (article,) = read_html(b"<div>Two words here, and a full sentence follows them.</div>", "a.html")
    assert article.text == "Two words here, and a full sentence follows them."


def test_to_lines_puts_every_block_on_a_line_and_hides_scripts():
    page = "<p>One <b>two</b>\nthree</p><style>p {}</style><ul><li>four</li></ul>five<br>six &amp; seven"
    assert [line for line in to_lines(page).split("\n") if line] == ["One two three", "four", "five", "six & seven"]
