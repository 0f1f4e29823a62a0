from __future__ import annotations

from pathlib import Path

import pytest

from kg.store.folder import Folder
from kg.store.snapshots import KEPT, newest_snapshot, publish_version, published_versions


def write(folder: Path) -> None:
    folder.mkdir()
    (folder / "content").write_text("whole")


def test_nothing_is_published_at_first(tmp_path: Path) -> None:
    assert published_versions(Folder(tmp_path)) == ()
    assert newest_snapshot(Folder(tmp_path)) is None


def test_newest_version_stands_first_and_old_ones_go(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert all(publish_version(folder, f"v{i}", write) for i in range(5))
    assert published_versions(folder) == ("v4", "v3", "v2")
    assert sorted(path.name for path in folder.snapshots.iterdir()) == ["v2", "v3", "v4"]
    assert len(published_versions(folder)) == KEPT
    assert newest_snapshot(folder) == folder.snapshots / "v4"


def test_same_version_is_not_published_twice(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert publish_version(folder, "v1", write)
    assert not publish_version(folder, "v1", write)


def test_earlier_version_is_published_again_without_writing(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    publish_version(folder, "v1", write)
    publish_version(folder, "v2", write)
    assert publish_version(folder, "v1", lambda path: pytest.fail("written again"))
    assert published_versions(folder) == ("v1", "v2")


def test_copy_that_broke_off_is_not_published_and_cleared_away(tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    def break_off(path: Path) -> None:
        write(path)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        publish_version(folder, "v1", break_off)
    assert published_versions(folder) == ()
    publish_version(folder, "v1", write)
    assert [path.name for path in folder.snapshots.iterdir()] == ["v1"]
