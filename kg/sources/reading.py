"""Where inputs come in: the media type is found, and the reader for it gives the articles.

A new format is a module with one function from bytes and a name to articles, and its line in `READERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from kg.errors import SourceError
from kg.model import Article
from kg.sources.html import read_html
from kg.sources.markdown import read_markdown
from kg.sources.text import read_text

Reader = Callable[[bytes, str], tuple[Article, ...]]

READERS: dict[str, Reader] = {
    "text/plain": read_text,
    "text/markdown": read_markdown,
    "text/html": read_html,
}

EXTENSIONS = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}
MAX_BYTES = 20_000_000  # far above any article; larger inputs are archives or films

_HTML_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.I | re.S,
)
_SUPPORTED = "give plain text (.txt), Markdown (.md) or a web page (.html)"


def read_file(path: Path) -> tuple[Article, ...]:
    """Read the articles of one file; raise SourceError where it holds none that can be read."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}; check that the file is there and may be read") from error
    _check_size(size, path.name)
    return read_bytes(data, name=path.name)


def read_bytes(data: bytes, *, name: str, media_type: str | None = None) -> tuple[Article, ...]:
    """Read the articles of one input; `name` is its file name and stands in messages and in the articles."""
    _check_size(len(data), name)
    if not data.strip():
        raise SourceError(f"{name} is empty; {_SUPPORTED}")
    chosen = _plain_type(media_type) if media_type else _find_type(data, name)
    reader = READERS.get(chosen)
    if reader is None:
        raise SourceError(f"{name}: cannot read {chosen}; {_SUPPORTED}")
    return reader(data, name)


def _plain_type(media_type: str) -> str:
    """Return a media type without its parameters (`text/html; charset=big5`)."""
    return media_type.partition(";")[0].strip().casefold()


def _find_type(data: bytes, name: str) -> str:
    """Choose by content first, because web pages are often saved under other names, then by extension."""
    if _HTML_START.match(data[:4096]):
        return "text/html"
    extension = Path(name).suffix.casefold()
    if extension in EXTENSIONS:
        return EXTENSIONS[extension]
    if extension and re.fullmatch(r"\.[a-z][a-z0-9]{1,5}", extension):
        return f"{extension} files"
    return "text/plain"


def _check_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise SourceError(f"{name} has {size:,} bytes, more than the {MAX_BYTES:,} that are read; split it first")
