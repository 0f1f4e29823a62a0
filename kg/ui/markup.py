"""The only way our pages make HTML: every text and attribute is escaped here, whatever an article says."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote, urlencode, urlsplit

_TAGS = {
    "a", "article", "aside", "b", "blockquote", "cite", "details", "div", "figure", "h1", "h2", "h3", "header", "i",
    "li", "mark", "ol", "p", "q", "section", "small", "span", "summary", "table",
    "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "cls": "class", "href": "href", "title": "title", "lang": "lang", "style": "style", "target": "target",
    "rel": "rel", "aria_hidden": "aria-hidden", "open": "open",
}  # fmt: skip


class Html(str):
    """Markup that is safe to show: made by `el`, or a constant of ours."""

    __slots__ = ()


Child = str | Iterable["Child"] | None


def el(tag: str, *children: Child, **attributes: str | None) -> Html:
    """Return an element; texts are escaped, elements stay as they are, and None is left out."""
    if tag not in _TAGS:
        raise ValueError(f"the tag {tag!r} is not one of those our pages use")
    opening = "".join(_attribute(name, value) for name, value in attributes.items() if value is not None)
    return Html(f"<{tag}{opening}>{join(children)}</{tag}>")


def join(children: Iterable[Child]) -> Html:
    """Put texts and elements one after the other."""
    return Html("".join(_child(child) for child in children))


def spaced(children: Iterable[Child]) -> Html:
    """Put texts and elements side by side with spaces between them, which keep words apart when copied or read out."""
    return Html(" ".join(_child(child) for child in children if child))


def page_href(page: str, language: str | None = None, **parameters: str | None) -> str:
    """Return the address of one of our own pages; the overview is the empty name."""
    given = {key: value for key, value in parameters.items() if value}
    if language:
        given["lang"] = language
    query = urlencode(given, quote_via=quote)
    return f"/{quote(page)}" + (f"?{query}" if query else "")


def web_href(address: str | None) -> str | None:
    """Return an address outside if it is a web address, otherwise None: `javascript:` and its like become no links."""
    if not address or any(sign in address for sign in "\n\r\t \"'<>`\\"):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.netloc else None


def outside_link(text: str, address: str | None, **attributes: str | None) -> Html:
    """Return a link that leaves our pages, or just the text where the address is none to be trusted."""
    href = web_href(address)
    if href is None:
        return el("span", text, **attributes)
    return el("a", text, href=href, target="_blank", rel="noopener noreferrer nofollow", **attributes)


def _child(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Html):
        return child
    if isinstance(child, str):
        return escape(child, quote=True)
    return join(child)


def _attribute(name: str, value: str) -> str:
    if name not in _ATTRIBUTES:
        raise ValueError(f"the attribute {name!r} is not one of those our pages use")
    if name == "href" and not (value.startswith(("/", "#")) and not value.startswith("//")) and web_href(value) is None:
        raise ValueError(f"not an address that may be linked to: {value!r}")
    return f' {_ATTRIBUTES[name]}="{escape(value, quote=True)}"'
