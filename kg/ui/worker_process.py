"""The process that answers queries for `kg.ui.workers`: a question comes in, an answer goes out, one at a time.

It is started with `python -m kg.ui.worker_process DATA_DIR SECONDS`. Each part of a message is preceded by its length.
"""

from __future__ import annotations

import math
import os
import re
import signal
import struct
import sys
from pathlib import Path
from typing import IO

from kg.errors import QueryError, StoreError
from kg.store import Reader, open_reader

if sys.platform != "win32":
    import resource

MEMORY_LIMIT = 3 * 1024**3
"""Bytes of address space: a product of everything with everything ends this process, not the machine."""

LARGEST_ANSWER = 256 * 1024**2
GRACE_SECONDS = 5

ANSWER, BAD_QUERY, NO_GRAPH, READY = b"answer", b"bad query", b"no graph", b"ready"
_LENGTH = struct.Struct(">Q")


def send(pipe: IO[bytes], *parts: bytes) -> None:
    """Write the parts of a message."""
    for part in parts:
        pipe.write(_LENGTH.pack(len(part)) + part)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """Read one part of a message; raise EOFError when the other side is gone."""
    (length,) = _LENGTH.unpack(_read(pipe, _LENGTH.size))
    return _read(pipe, length)


def _read(pipe: IO[bytes], length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data


class Answerer:
    """Answers queries over the newest published graph."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self._reader: Reader | None = None

    def answer(self, query: str, media_type: str) -> tuple[bytes, bytes]:
        """Return what kind of answer it is, and the answer or the reason why there is none."""
        try:
            self._reader = self._reader.fresh() if self._reader else open_reader(self.data_dir)
            payload = self._reader.serialise(query, media_type)
        except QueryError as error:
            return BAD_QUERY, readable(str(error)).encode()
        except StoreError as error:
            return NO_GRAPH, str(error).encode()
        if len(payload) > LARGEST_ANSWER:
            return BAD_QUERY, b"the answer is larger than 256 MB; ask for less, or add a LIMIT"
        return ANSWER, payload


def readable(message: str) -> str:
    """Leave the classes of letters out of what a parser says it expected, and put it on one line."""
    told, expected, choices = " ".join(message.split()).partition("expected one of")
    return told + expected + re.sub(r"(, )?\[[^\[\]]*\]", "", choices)


def serve(data_dir: Path, seconds: float, source: IO[bytes], sink: IO[bytes]) -> None:
    """Answer questions until the other side closes the pipe."""
    answerer = Answerer(data_dir)
    send(sink, READY)
    while True:
        try:
            media_type, query = receive(source).decode(), receive(source).decode("utf-8")
        except EOFError:
            return
        _set_alarm(math.ceil(seconds) + GRACE_SECONDS)
        send(sink, *answerer.answer(query, media_type))
        _set_alarm(0)


def main(arguments: list[str]) -> None:
    """Serve the folder named on the command line over standard input and output."""
    data_dir, seconds = arguments
    # Whatever a library prints goes to standard error: it must not mix with the answers.
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then closes the pipe
    _limit_memory()
    serve(Path(data_dir), float(seconds), sys.stdin.buffer, sink)


def _set_alarm(seconds: int) -> None:
    # The server kills a process that is late; this one is for a server that is no longer there to do it.
    if sys.platform != "win32":
        signal.alarm(seconds)


def _limit_memory() -> None:
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


if __name__ == "__main__":
    main(sys.argv[1:])
