"""Ingestion in the background: it goes on whatever its reader clicks, and its outcome waits to be looked at."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.pipeline import Report

KEPT = 50
"""Finished jobs that are remembered."""


@dataclass(frozen=True)
class Job:
    """One page on its way into the graph; `problem` says why it did not get there."""

    id: str
    name: str
    state: Literal["waiting", "running", "done", "failed"] = "waiting"
    report: Report | None = None
    problem: str | None = None

    @property
    def finished(self) -> bool:
        """Tell whether there is an outcome."""
        return self.state in {"done", "failed"}


class Jobs:
    """Runs one job after the other, because one process at a time may write to the graph."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kg-ingest")

    def submit(self, name: str, work: Callable[[], Report]) -> str:
        """Start a job as soon as those before it are done; return its id."""
        job = Job(uuid.uuid4().hex[:12], name)
        self._keep(job)
        self._worker.submit(self._run, job, work)
        return job.id

    def get(self, job_id: str | None) -> Job | None:
        """Return a job as it stands now."""
        with self._lock:
            return self._jobs.get(job_id or "")

    def recent(self) -> tuple[Job, ...]:
        """Return all jobs that are remembered, the newest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def close(self) -> None:
        """Wait for the running job and start no other."""
        self._worker.shutdown(cancel_futures=True)

    def _run(self, job: Job, work: Callable[[], Report]) -> None:
        self._keep(replace(job, state="running"))
        try:
            report = work()
        except KgError as error:
            self._keep(replace(job, state="failed", problem=str(error)))
        except Exception as error:  # noqa: BLE001 - one bad page must not end the thread that all others wait for
            self._keep(replace(job, state="failed", problem=f"{type(error).__name__}: {error}"))
        else:
            self._keep(_outcome(job, report))

    def _keep(self, job: Job) -> None:
        with self._lock:
            self._jobs[job.id] = job
            finished = [known.id for known in self._jobs.values() if known.finished]
            for old in finished[: max(0, len(finished) - KEPT)]:
                del self._jobs[old]


def _outcome(job: Job, report: Report) -> Job:
    problem = "; ".join(failure.message for failure in report.failed) or None
    return replace(job, state="done" if report.articles else "failed", report=report, problem=problem)
