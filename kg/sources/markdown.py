"""Markdown: the marks of headings, links and emphasis are removed, then it is read as plain text."""

from __future__ import annotations

import re

from kg.model import Article
from kg.sources.decoding import decode
from kg.sources.text import read_clean

_FRONT = re.compile(r"\A---\n(?P<keys>.*?)\n(?:---|\.\.\.)\n", re.S)
_KEYS = {
    "source": "Source",
    "publisher": "Source",
    "site": "Source",
    "date": "Published",
    "published": "Published",
    "url": "URL",
    "link": "URL",
}
_MARKS = (
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"^ *(?:```|~~~).*$", re.M), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)\s]*(?: \"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"^ {0,3}#{1,6} +(.*?)[ #]*$", re.M), r"\n\1\n"),
    (re.compile(r"^ {0,3}> ?", re.M), ""),
    (re.compile(r"^ {0,3}(?:-{3,}|\*{3,}|_{3,}|={3,}) *$", re.M), ""),
    (re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
)


def read_markdown(data: bytes, name: str) -> tuple[Article, ...]:
    """Read the articles of a Markdown file."""
    return read_clean(strip_marks(decode(data, name)), name)


def strip_marks(text: str) -> str:
    """Return the text without the marks of Markdown; keys at its top become a header of our form."""
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    for mark, plain in _MARKS:
        body = mark.sub(plain, body)
    body = re.sub(r"\n{3,}", "\n\n", body).strip("\n")
    return _write_header(front["keys"], body) if front else body


def _write_header(keys: str, body: str) -> str:
    pairs = [line.partition(":") for line in keys.split("\n") if ":" in line]
    values = {key.strip().casefold(): value.strip().strip("\"'") for key, _, value in pairs}
    title = values.get("title") or body.split("\n", 1)[0]
    parts = {_KEYS[key]: value for key, value in values.items() if key in _KEYS and value}
    known = " | ".join(f"{key}: {parts[key]}" for key in ("Source", "Published", "URL") if key in parts)
    rest = body.removeprefix(title).strip("\n")
    return f"{title}\n{known}\n\n{rest}" if known else f"{title}\n\n{rest}"
