"""The engines that can hold the graph; each offers a store to write to and read-only snapshots of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.errors import StoreError


@dataclass(frozen=True, slots=True)
class Backend:
    """How an engine opens the store for the writer, copies it into a new folder, and opens such a copy for reading."""

    open_primary: Callable[[Path, Path | None], Store]
    write_snapshot: Callable[[Store, Path], None]
    open_snapshot: Callable[[Path], Store]


def _open_disk(primary: Path, _newest: Path | None) -> Store:
    primary.parent.mkdir(parents=True, exist_ok=True)
    return Store(str(primary))


def _backup_disk(store: Store, target: Path) -> None:
    store.flush()
    store.backup(str(target))


def _open_disk_snapshot(target: Path) -> Store:
    return Store.read_only(str(target))


def _open_memory(_primary: Path, newest: Path | None) -> Store:
    return _open_memory_snapshot(newest) if newest else Store()


def _dump_memory(store: Store, target: Path) -> None:
    target.mkdir(parents=True)
    store.dump(str(target / "graph.nq"), RdfFormat.N_QUADS)


def _open_memory_snapshot(target: Path) -> Store:
    store = Store()
    store.bulk_load(path=str(target / "graph.nq"), format=RdfFormat.N_QUADS)
    return store


BACKENDS: dict[str, Backend] = {
    "oxigraph": Backend(_open_disk, _backup_disk, _open_disk_snapshot),
    # Keeps what is not yet published in memory only: for tests and notebooks.
    "memory": Backend(_open_memory, _dump_memory, _open_memory_snapshot),
}


def backend_named(name: str) -> Backend:
    """Return the back end with this name."""
    if name not in BACKENDS:
        raise StoreError(f"there is no back end {name!r}; choose one of {', '.join(BACKENDS)}")
    return BACKENDS[name]


def remove_folder(path: Path) -> None:
    """Delete a folder that nobody needs; what cannot be deleted now is tried again another time."""
    shutil.rmtree(path, ignore_errors=True)
