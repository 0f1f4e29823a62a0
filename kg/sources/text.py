"""Plain text: an article with a header of our form, or whatever was copied from a page."""

from __future__ import annotations

from kg.model import Article
from kg.sources.decoding import decode
from kg.sources.header import has_header, read_headed
from kg.sources.page import cut_page


def read_text(data: bytes, name: str) -> tuple[Article, ...]:
    """Read the articles of a plain text file."""
    return read_clean(decode(data, name), name)


def read_clean(text: str, name: str) -> tuple[Article, ...]:
    """Read the articles of clean text."""
    return read_headed(text, name) if has_header(text) else cut_page(text, name)
