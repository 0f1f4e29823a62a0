"""Asks an application without a server, and runs `kg` as people do, in a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from starlette.types import ASGIApp

import kg

ROOT = Path(kg.__file__).parents[1]


class Client:
    """Sends requests to an application in this process and follows no redirects."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Send one request."""

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
                return await client.request(method, path, **more)

        return asyncio.run(send())

    def get(self, path: str, **more: Any) -> httpx.Response:
        """Send a GET request."""
        return self.request("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        """Send a POST request."""
        return self.request("POST", path, **more)


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    """Return this environment with the data folder of the test; proxies must not come between us and ourselves."""
    kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return {**kept, "PYTHONPATH": str(ROOT), "KG_DATA_DIR": str(data_dir), "PYTHONIOENCODING": "utf-8", **more}


def run_kg(data_dir: Path, *arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command of `kg` to its end."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        env=environment(data_dir),
        cwd=cwd or data_dir,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@dataclass
class Served:
    """A server process: what it announced on standard output, and all it said on standard error."""

    process: subprocess.Popen[str]
    announced: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Keep reading standard error: a full pipe would stop the server."""
        self.said.extend(self.process.stderr or ())

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and return how the process ended."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


@contextmanager
def serving(data_dir: Path, *arguments: str, lines: int = 1) -> Iterator[Served]:
    """Start `kg` with these arguments, wait for its announcement, and end it with the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", *arguments],
        env=environment(data_dir),
        cwd=data_dir,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    served, overdue = Served(process), threading.Timer(180, process.kill)
    listener = threading.Thread(target=served.listen)
    overdue.start()
    listener.start()
    try:
        served.announced += [process.stdout.readline().strip() for _ in range(lines)]
        overdue.cancel()
        assert all(served.announced), f"kg {' '.join(arguments)} did not start: {''.join(served.said)}"
        yield served
    finally:
        overdue.cancel()
        process.terminate()
        process.wait(timeout=30)
        listener.join()
        process.stdout.close()
        process.stderr.close()
