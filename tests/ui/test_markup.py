"""Markup: whatever a text says, it is shown and never obeyed."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ui.markup import Html, el, join, outside_link, page_href, spaced, web_href

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</p></div><style>*{display:none}</style>",
    "<!-- --><![CDATA[ <b>",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "javascript:alert(1)",
    "[a](javascript:alert(1)) **b** :red[c]",
    "\u202etxt\u0000\ufeff",
]


class Read(HTMLParser):
    """Reads markup as a browser would: its tags, attributes and text."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text = [], {}, ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.update(attrs)

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_el_shows_hostile_text_and_nothing_else(text):
    read = Read(el("p", text, title=text))
    assert read.tags == ["p"]
    assert read.text == text
    assert read.attributes == {"title": text}


@given(st.text())
def test_el_gives_back_any_text(text):
    read = Read(el("span", text, title=text))
    assert (read.tags, read.text, read.attributes) == (["span"], text, {"title": text})


def test_el_keeps_elements_and_leaves_out_nothing():
    inner = el("b", "x & y")
    assert el("p", "a < b ", inner, None, [el("i"), "!"]) == "<p>a &lt; b <b>x &amp; y</b><i></i>!</p>"


def test_el_leaves_out_attributes_without_value():
    assert el("details", open="", title=None) == '<details open=""></details>'


@pytest.mark.parametrize("tag", ["script", "style", "iframe", "img", "svg", "form", "p onclick=x"])
def test_el_refuses_tags_that_our_pages_do_not_use(tag):
    with pytest.raises(ValueError, match="tag"):
        el(tag)


def test_el_refuses_attributes_that_run_code():
    with pytest.raises(ValueError, match="onclick"):
        el("p", onclick="alert(1)")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example/x", "data:text/html,x", "x.html"])
def test_el_refuses_links_to_anything_but_pages_and_the_web(address):
    with pytest.raises(ValueError, match="address"):
        el("a", "x", href=address)


def test_plain_string_made_from_markup_is_escaped_again():
    assert el("p", el("b", "x") + "<i>") == "<p>&lt;b&gt;x&lt;/b&gt;&lt;i&gt;</p>"


def test_join_puts_children_one_after_the_other():
    joined = join(["a<", el("b", "c")])
    assert joined == "a&lt;<b>c</b>"
    assert isinstance(joined, Html)


def test_spaced_leaves_no_gap_for_what_is_missing():
    assert spaced(["a", None, el("b", "c"), ""]) == "a <b>c</b>"


@pytest.mark.parametrize(
    ("page", "language", "parameters", "address"),
    [
        ("", None, {}, "/"),
        ("entity", None, {"id": "aisc"}, "/entity?id=aisc"),
        ("entity", "zh-Hant", {"id": "a&b=c d/é"}, "/entity?id=a%26b%3Dc%20d%2F%C3%A9&lang=zh-Hant"),
        ("article", None, {"id": "1", "at": None}, "/article?id=1"),
    ],
)
def test_page_href_names_page_and_parameters(page, language, parameters, address):
    assert page_href(page, language, **parameters) == address


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "http://example.org"])
def test_web_href_accepts_web_addresses(address):
    assert web_href(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None, "", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
        "ftp://example.org", "https://", "https://[broken", 'https://e.org/"onclick="x', "https://e.org/<b>", "/local",
    ],
)  # fmt: skip
def test_web_href_refuses_everything_else(address):
    assert web_href(address) is None


def test_outside_link_opens_apart_and_tells_nothing():
    read = Read(outside_link("Example", "https://example.org"))
    assert read.attributes["target"] == "_blank"
    assert "noopener" in read.attributes["rel"]
    assert read.text == "Example"


def test_outside_link_is_only_text_without_a_web_address():
    assert outside_link("x", "javascript:alert(1)") == "<span>x</span>"
