from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store.folder import LAYOUT, Folder, read_backend, replace_file, write_backend


def test_back_end_is_read_back(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert read_backend(folder) is None
    write_backend(folder, "memory")
    assert read_backend(folder) == "memory"


def test_newer_layout_is_refused(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    write_backend(folder, "oxigraph")
    folder.layout.write_text(folder.layout.read_text().replace(str(LAYOUT), str(LAYOUT + 1)))
    with pytest.raises(StoreError, match=r"newer version of this program.*update"):
        read_backend(folder)


@pytest.mark.parametrize("content", ["", "[]", '{"layout": 1}', '{"layout": "x", "backend": "oxigraph"}'])
def test_damaged_layout_says_what_to_do(tmp_path: Path, content: str) -> None:
    folder = Folder(tmp_path)
    write_backend(folder, "oxigraph")
    folder.layout.write_text(content)
    with pytest.raises(StoreError, match=r"damaged.*build the graph again"):
        read_backend(folder)


def test_replace_file_leaves_only_the_new_content(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    replace_file(path, b"one")
    replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_replace_file_that_fails_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        replace_file(tmp_path / "taken", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
