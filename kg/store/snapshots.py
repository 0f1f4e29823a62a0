"""Publishes read-only copies of the graph and finds the newest one.

Readers never open what the writer works on. A pointer file lists the published versions, the newest first; it is
replaced in one step after the copy stands, so that a reader always finds a whole graph.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from kg.store.backends import remove_folder
from kg.store.folder import Folder, replace_file

KEPT = 3
"""Published versions that stay on disk, so that readers at work are not cut off."""


def published_versions(folder: Folder) -> tuple[str, ...]:
    """Return the versions that readers may open, the newest first."""
    try:
        return tuple(folder.pointer.read_text(encoding="utf-8").split())
    except FileNotFoundError:
        return ()


def newest_snapshot(folder: Folder) -> Path | None:
    """Return the folder of the newest published copy."""
    versions = published_versions(folder)
    return folder.snapshots / versions[0] if versions else None


def publish_version(folder: Folder, version: str, write: Callable[[Path], None]) -> bool:
    """Make a version the newest one, written by `write` unless its copy stands already; False if it was the newest."""
    versions = published_versions(folder)
    if versions and versions[0] == version:
        return False
    target = folder.snapshots / version
    if not target.is_dir():
        draft = folder.snapshots / f".new-{os.getpid()}"
        remove_folder(draft)
        folder.snapshots.mkdir(parents=True, exist_ok=True)
        write(draft)
        draft.rename(target)
    kept = (version, *(v for v in versions if v != version))[:KEPT]
    replace_file(folder.pointer, "\n".join(kept).encode())
    for old in folder.snapshots.iterdir():
        if old.name not in kept:
            remove_folder(old)
    return True
