"""Background ingestion: one after the other, and every outcome can be looked up."""

import threading
import time

import pytest

from kg.errors import StoreBusyError
from kg.model import Problem
from kg.pipeline import Report
from kg.ui import jobs as jobs_module
from kg.ui.jobs import Jobs


@pytest.fixture
def jobs():
    running = Jobs()
    yield running
    running.close()


def wait_for(jobs, job_id):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        job = jobs.get(job_id)
        if job.finished:
            return job
        time.sleep(0.01)
    raise AssertionError(f"job {job_id} did not finish")


def raising(error):
    def work():
        raise error

    return work


def test_job_keeps_its_report(jobs):
    report = Report(added=("a1",))
    job = wait_for(jobs, jobs.submit("page.txt", lambda: report))
    assert (job.name, job.state, job.report, job.problem) == ("page.txt", "done", report, None)


def test_job_without_any_article_failed_and_says_why(jobs):
    report = Report(failed=(Problem("sources", "page.txt", "no text in it"),))
    job = wait_for(jobs, jobs.submit("page.txt", lambda: report))
    assert (job.state, job.problem) == ("failed", "no text in it")


def test_job_with_some_articles_is_done_and_names_the_rest(jobs):
    report = Report(added=("a1",), failed=(Problem("extract", "b", "too odd"),))
    job = wait_for(jobs, jobs.submit("page.txt", lambda: report))
    assert (job.state, job.problem) == ("done", "too odd")


@pytest.mark.parametrize(
    ("error", "problem"),
    [(StoreBusyError("`kg build` is writing"), "`kg build` is writing"), (ValueError("odd"), "ValueError: odd")],
)
def test_job_that_breaks_says_why_and_lets_the_next_one_run(jobs, error, problem):
    broken = jobs.submit("a", raising(error))
    following = jobs.submit("b", lambda: Report(added=("b1",)))
    assert wait_for(jobs, broken).problem == problem
    assert wait_for(jobs, following).state == "done"


def test_jobs_run_one_after_the_other(jobs):
    gate = threading.Event()
    first = jobs.submit("a", lambda: gate.wait(10) and Report(added=("a1",)))
    second = jobs.submit("b", lambda: Report(added=("b1",)))
    assert jobs.get(second).state == "waiting"
    gate.set()
    assert wait_for(jobs, second).finished
    assert jobs.get(first).finished


def test_unknown_job_is_none(jobs):
    assert (jobs.get("no-such-job"), jobs.get(None)) == (None, None)


def test_only_the_latest_outcomes_are_remembered(jobs, monkeypatch):
    monkeypatch.setattr(jobs_module, "KEPT", 2)
    ids = [jobs.submit(str(number), lambda: Report(added=("x",))) for number in range(4)]
    wait_for(jobs, ids[-1])
    assert [jobs.get(job_id) is None for job_id in ids] == [True, True, False, False]
