"""Where the graph lies inside the data folder, and which layout and back end it was written with."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError

LAYOUT = 1
"""Raised when what is written changes so that older programs would misread it."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The paths of one graph: `data_dir/graph/…` and the texts beside it."""

    data_dir: Path

    @property
    def graph(self) -> Path:
        """The folder of everything but the texts."""
        return self.data_dir / "graph"

    @property
    def primary(self) -> Path:
        """The store that the one writer works on."""
        return self.graph / "store"

    @property
    def snapshots(self) -> Path:
        """The published copies that readers open."""
        return self.graph / "snapshots"

    @property
    def pointer(self) -> Path:
        """The file that lists the published versions, the newest first."""
        return self.graph / "published"

    @property
    def layout(self) -> Path:
        """The file that says with which layout and back end the graph was written."""
        return self.graph / "layout.json"

    @property
    def lock(self) -> Path:
        """The file that the writer keeps locked."""
        return self.graph / "lock.sqlite"

    @property
    def holder(self) -> Path:
        """The file that says who the writer is."""
        return self.graph / "writer.json"

    @property
    def texts(self) -> Path:
        """The texts of the articles."""
        return self.data_dir / "texts.sqlite"


def read_backend(folder: Folder) -> str | None:
    """Return the back end a graph was written with, None where there is no graph; refuse a newer layout."""
    try:
        written = json.loads(folder.layout.read_text(encoding="utf-8"))
        layout, backend = int(written["layout"]), str(written["backend"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{folder.layout} is damaged ({error}); delete {folder.graph} and build the graph again"
        ) from error
    if layout > LAYOUT:
        raise StoreError(
            f"the graph in {folder.graph} was written by a newer version of this program (layout {layout}, "
            f"known here: {LAYOUT}); update the program or choose another data folder"
        )
    return backend


def write_backend(folder: Folder, backend: str) -> None:
    """Write down the layout and back end of a new graph."""
    replace_file(folder.layout, json.dumps({"layout": LAYOUT, "backend": backend}).encode())


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that others see either the old or the new content, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
