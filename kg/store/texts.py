"""Keeps the texts of the articles beside the graph, found by their hash.

A text is written before the graph that quotes it and deleted after no graph refers to it any more, so whatever
happens in between, each published graph finds the very text its offsets count in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from kg.errors import StoreError

_TABLE = "CREATE TABLE IF NOT EXISTS text (hash TEXT PRIMARY KEY, content TEXT NOT NULL, retired INTEGER DEFAULT 0)"


class Texts:
    """The texts as the writer uses them."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute(_TABLE)

    def keep(self, text_hash: str, content: str) -> None:
        """Store a text, unless it is there already."""
        self._connection.execute(
            "INSERT INTO text (hash, content) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET retired = 0",
            (text_hash, content),
        )

    def forget(self, text_hash: str) -> None:
        """Delete a text at once."""
        self._connection.execute("DELETE FROM text WHERE hash = ?", (text_hash,))

    def retire(self, live: Iterable[str]) -> None:
        """Delete the texts that were out of use at the last call and still are; mark those newly out of use.

        Readers of the snapshot before the newest thus still find their texts.
        """
        run = self._connection.execute
        run("CREATE TEMP TABLE IF NOT EXISTS live (hash TEXT PRIMARY KEY)")
        run("BEGIN")
        run("DELETE FROM live")
        self._connection.executemany("INSERT OR IGNORE INTO live VALUES (?)", ((h,) for h in live))
        run("DELETE FROM text WHERE retired AND hash NOT IN (SELECT hash FROM live)")
        run("UPDATE text SET retired = 1 WHERE hash NOT IN (SELECT hash FROM live)")
        run("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def read_text(path: Path, text_hash: str) -> str:
    """Return the text with this hash; raise StoreError where it is gone."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT content FROM text WHERE hash = ?", (text_hash,)).fetchone()
    except sqlite3.OperationalError as error:
        raise StoreError(f"the texts in {path} cannot be read ({error}); put the articles in again") from error
    if row is None:
        raise StoreError(f"the text {text_hash[:12]} is no longer in {path}: the article was removed or replaced")
    return str(row[0])
