from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.store.backends import BACKENDS, backend_named, remove_folder

NODE = NamedNode("http://x.example/")


@pytest.mark.parametrize("name", BACKENDS)
def test_snapshot_holds_what_was_written_and_no_more(tmp_path: Path, name: str) -> None:
    backend = backend_named(name)
    store = backend.open_primary(tmp_path / "new" / "store", None)
    store.add(Quad(NODE, NODE, NODE))
    backend.write_snapshot(store, tmp_path / "copy")
    store.add(Quad(NODE, NODE, NODE, NODE))
    assert set(backend.open_snapshot(tmp_path / "copy")) == {Quad(NODE, NODE, NODE)}


def test_memory_goes_on_from_the_newest_snapshot(tmp_path: Path) -> None:
    backend = backend_named("memory")
    store = backend.open_primary(tmp_path / "store", None)
    store.add(Quad(NODE, NODE, NODE))
    backend.write_snapshot(store, tmp_path / "copy")
    assert set(backend.open_primary(tmp_path / "store", tmp_path / "copy")) == set(store)


def test_unknown_back_end_names_the_known_ones() -> None:
    with pytest.raises(StoreError, match="choose one of oxigraph, memory"):
        backend_named("sesame")


def test_remove_folder_minds_nothing(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("x")
    remove_folder(tmp_path / "full")
    remove_folder(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []
