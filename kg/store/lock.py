"""Lets one writer at a time work on a graph, across threads and processes, and tells the others who it is."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from kg.errors import StoreBusyError, StoreError
from kg.store.folder import Folder, replace_file


@contextmanager
def hold_lock(folder: Folder, *, wait: float = 0) -> Iterator[None]:
    """Hold the right to write; raise StoreBusyError when somebody else has it for longer than `wait` seconds.

    The lock is an exclusive SQLite transaction: the operating system drops it with the process, so a killed writer
    blocks nobody.
    """
    with closing(_acquire(folder, wait)):
        replace_file(folder.holder, json.dumps(_describe_self()).encode())
        try:
            yield
        finally:
            folder.holder.unlink(missing_ok=True)


def _acquire(folder: Folder, wait: float) -> sqlite3.Connection:
    try:
        folder.graph.mkdir(parents=True, exist_ok=True)
        # A web server may finish a request in another thread than it began in.
        connection = sqlite3.connect(folder.lock, timeout=wait, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.OperationalError) as error:
        raise _unwritable(folder, error) from error
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        is_busy = error.sqlite_errorname.startswith("SQLITE_BUSY")
        raise StoreBusyError(_explain(folder)) if is_busy else _unwritable(folder, error) from error
    return connection


def _unwritable(folder: Folder, error: Exception) -> StoreError:
    return StoreError(
        f"the data folder {folder.data_dir} cannot be written ({error}); choose another one or change its rights"
    )


def _describe_self() -> dict[str, str | int]:
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])[:200]
    return {"pid": os.getpid(), "command": command, "since": datetime.now().astimezone().isoformat(timespec="seconds")}


def _explain(folder: Folder) -> str:
    try:
        holder = json.loads(folder.holder.read_text(encoding="utf-8"))
        who = f"process {holder['pid']} ({holder['command']}), since {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        who = "another process"
    return f"the graph in {folder.data_dir} is being written by {who}; wait until it is done, or stop it, and try again"
