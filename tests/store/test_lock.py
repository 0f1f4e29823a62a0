from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StoreBusyError, StoreError
from kg.store import open_writer
from kg.store.folder import Folder
from kg.store.lock import hold_lock

HOLD = """
import pathlib, sys
from kg.store import open_writer
with open_writer(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_lock_names_the_process_that_holds_it(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(StoreBusyError, match=f"process {holder.pid} ") as caught, open_writer(tmp_path):
        pass
    assert str(tmp_path) in str(caught.value)


def test_lock_of_a_killed_process_blocks_nobody(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    assert Folder(tmp_path).holder.exists()
    with open_writer(tmp_path):
        pass
    assert not Folder(tmp_path).holder.exists()


def test_lock_waits_as_long_as_asked(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    timer = threading.Timer(0.3, holder.kill)
    timer.start()
    with open_writer(tmp_path, wait=20):
        pass
    timer.join()


def test_lock_holds_between_threads(tmp_path: Path) -> None:
    problems: list[str] = []

    def intrude() -> None:
        try:
            with hold_lock(Folder(tmp_path)):
                problems.append("got in")
        except StoreBusyError as error:
            problems.append(str(error))

    with hold_lock(Folder(tmp_path)):
        thread = threading.Thread(target=intrude)
        thread.start()
        thread.join()
    assert len(problems) == 1
    assert "try again" in problems[0]


@pytest.mark.parametrize("content", ["", "{}", "[]"])
def test_lock_without_a_readable_holder_still_explains(tmp_path: Path, content: str) -> None:
    folder = Folder(tmp_path)
    with hold_lock(folder):
        folder.holder.write_text(content)
        with pytest.raises(StoreBusyError, match="another process"), hold_lock(folder):
            pass


def test_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="file cannot be written") as caught, hold_lock(Folder(tmp_path / "file")):
        pass
    assert not isinstance(caught.value, StoreBusyError)


def test_lock_file_that_is_none_is_named(tmp_path: Path) -> None:
    Folder(tmp_path).lock.mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot be written"), hold_lock(Folder(tmp_path)):
        pass


def test_holder_says_since_when(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with hold_lock(folder):
        assert set(json.loads(folder.holder.read_text())) == {"pid", "command", "since"}
