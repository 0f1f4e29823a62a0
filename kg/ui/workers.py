"""Questions answered in processes of their own, so that a heavy or hostile query can be stopped.

The store has no way to cancel a query, and one that is nested deeply enough ends the whole process. A worker opens
the published graph read-only and answers one question at a time over its standard input and output
(see `kg.ui.worker_process`); it is killed and replaced when it takes too long.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from kg.errors import KgError, QueryError, StoreError
from kg.ui.worker_process import ANSWER, BAD_QUERY, receive, send

_IMPORT_ROOT = Path(__file__).parents[2]


class QueryTimeoutError(QueryError):
    """A query took longer than allowed and was stopped."""


class QueryCrashError(QueryError):
    """A query ended the process that evaluated it."""


class BusyError(KgError):
    """All workers are taken."""


class QueryPool:
    """A few worker processes that answer queries over one data folder; safe to use from many threads."""

    def __init__(self, data_dir: Path, *, size: int = 2, timeout: float = 10.0) -> None:
        self.size, self.timeout = size, timeout
        self._workers = [Worker(data_dir, timeout) for _ in range(size)]
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def start(self) -> None:
        """Start all workers now, so that the first question does not wait for one."""
        for worker in self._workers:
            worker.start()

    def answer(self, query: str, media_type: str) -> bytes:
        """Return the answer to a query in a format; a QueryError, StoreError or BusyError says why there is none."""
        try:
            worker = self._idle.get(timeout=self.timeout)
        except queue.Empty:
            raise BusyError(f"all {self.size} query workers are busy; try again in a few seconds") from None
        try:
            return worker.answer(query, media_type)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End all workers, whatever they are doing."""
        for worker in self._workers:
            worker.stop()

    def __enter__(self) -> QueryPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Worker:
    """One process that answers queries, replaced by a new one when it dies or has to be killed."""

    def __init__(self, data_dir: Path, timeout: float) -> None:
        self.data_dir, self.timeout = data_dir, timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False

    def start(self) -> subprocess.Popen[bytes]:
        """Return the running process, a new one where there is none."""
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._process, self._ready = _spawn(self.data_dir, self.timeout), False
        return self._process

    def stop(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in _pipes(process):
            with suppress(OSError):  # what was still to be written has no reader any more
                pipe.close()

    def answer(self, query: str, media_type: str) -> bytes:
        """Ask the process and wait for its answer, at most for the time allowed."""
        process = self._started()
        timer = threading.Timer(self.timeout, process.kill)
        begun = time.monotonic()
        timer.start()
        try:
            kind, payload = _ask(process, query, media_type)
        except (OSError, EOFError):
            self.stop()
            raise _death(time.monotonic() - begun, self.timeout) from None
        finally:
            timer.cancel()
            if time.monotonic() - begun >= self.timeout:
                self.stop()  # the timer may have struck just after the answer was complete
        return _unpack(kind, payload)

    def _started(self) -> subprocess.Popen[bytes]:
        process = self.start()
        if not self._ready:
            try:
                receive(_pipes(process)[1])
            except EOFError:
                self.stop()
                raise StoreError("the process that answers queries did not start; its reason stands above") from None
            self._ready = True
        return process


def _unpack(kind: bytes, payload: bytes) -> bytes:
    if kind == ANSWER:
        return payload
    message = payload.decode("utf-8")
    raise QueryError(message) if kind == BAD_QUERY else StoreError(message)


def _death(seconds: float, timeout: float) -> QueryError:
    if seconds >= timeout:
        return QueryTimeoutError(f"the query was stopped after {timeout:g} seconds; ask for less, or add a LIMIT")
    return QueryCrashError("the query could not be evaluated: it is nested too deeply or needs too much memory")


def _spawn(data_dir: Path, timeout: float) -> subprocess.Popen[bytes]:
    # -P keeps the folder it is started in off the import path: a file there must not stand in for a library.
    command = [sys.executable, "-P", "-m", "kg.ui.worker_process", str(data_dir), str(timeout)]
    environment = {**os.environ, "PYTHONPATH": str(_IMPORT_ROOT)}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise OSError("the process has no pipes")
    return process.stdin, process.stdout


def _ask(process: subprocess.Popen[bytes], query: str, media_type: str) -> tuple[bytes, bytes]:
    question, answer = _pipes(process)
    send(question, media_type.encode(), query.encode("utf-8"))
    return receive(answer), receive(answer)
