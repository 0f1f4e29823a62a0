"""An article out of its title and paragraphs."""

from __future__ import annotations

from kg.model import Article
from kg.sources.identity import article_id, guess_language
from kg.sources.paragraphs import shorten


def compose(title: str | None, paragraphs: list[str], *, url: str | None = None) -> Article:
    """Make an article of a title and its paragraphs, which are set apart by a blank line.

    A text without a title gets its first sentence as one, which then does not stand in the text a second time.
    """
    body = [paragraph for paragraph in paragraphs if paragraph.strip()]
    text = "\n\n".join([title, *body] if title else body)
    return Article(article_id(url, text), title or shorten(text), text, lang=guess_language(text), url=url)
