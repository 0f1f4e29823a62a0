"""Passages of documents that a script writes, between two marks that stay when it writes them anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path


def write_passages(path: Path, passages: Mapping[str, str]) -> None:
    """Put each passage between its marks in a document."""
    text = path.read_text(encoding="utf-8")
    for name, passage in passages.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        before, found, rest = text.partition(begin)
        _, closed, after = rest.partition(end)
        if not (found and closed):
            raise SystemExit(f"{path} lacks the marks {begin} and {end}: put them where the passage goes")
        text = f"{before}{begin}\n\n{passage}\n\n{end}{after}"
    path.write_text(text, encoding="utf-8")


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; all columns but the first are numbers."""
    lines = [heads, ["---", *("---:" for _ in heads[1:])], *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)
