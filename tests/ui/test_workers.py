"""Query workers answer, are stopped when late, and are replaced when they die."""

import json
import os
import signal
import threading

import pytest

from kg.errors import QueryError, StoreError
from kg.ui.protocol import JSON
from kg.ui.workers import BusyError, QueryCrashError, QueryPool, QueryTimeoutError
from tests.ui.sample import opening, second, write_sample

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_sample(folder)
    return folder


@pytest.fixture
def pool(folder):
    with QueryPool(folder, size=1, timeout=20) as pool:
        yield pool


def number(payload):
    return int(json.loads(payload)["results"]["bindings"][0]["n"]["value"])


def process_of(pool):
    return pool._workers[0]._process


def test_pool_answers_in_the_format_asked_for(pool):
    assert number(pool.answer(COUNT, JSON)) > 100
    assert pool.answer(COUNT, "text/csv").startswith(b"n\r\n")
    assert pool.answer("ASK {}", JSON) == b'{"head":{},"boolean":true}'


def test_pool_answers_many_questions_with_one_process(pool):
    pool.answer("ASK {}", JSON)
    first = process_of(pool).pid
    assert all(pool.answer("ASK {}", JSON) for _ in range(5))
    assert process_of(pool).pid == first


def test_pool_tells_what_is_wrong_with_a_query_and_goes_on(pool):
    with pytest.raises(QueryError, match=r"1:17.*expected one of") as caught:
        pool.answer("SELECT * { ?s ?p", JSON)
    assert "\n" not in str(caught.value)
    assert "'A' ..=" not in str(caught.value)
    assert number(pool.answer(COUNT, JSON)) > 100


def test_pool_passes_questions_of_any_size_and_script(pool):
    words = "科技" * 20_000
    answer = json.loads(pool.answer(f'SELECT ("{words}" AS ?words) {{}}', JSON))
    assert answer["results"]["bindings"][0]["words"]["value"] == words


def test_pool_stops_a_query_that_takes_too_long_and_answers_the_next(folder):
    with QueryPool(folder, size=1, timeout=0.5) as pool:
        pool.answer("ASK {}", JSON)
        late = process_of(pool)
        with pytest.raises(QueryTimeoutError, match=r"stopped after 0.5 seconds"):
            pool.answer(RUNAWAY, JSON)
        assert late.poll() is not None
        assert number(pool.answer(COUNT, JSON)) > 100


def test_pool_replaces_a_worker_that_died_between_questions(pool):
    pool.answer("ASK {}", JSON)
    os.kill(process_of(pool).pid, signal.SIGKILL)
    process_of(pool).wait()
    assert number(pool.answer(COUNT, JSON)) > 100


def test_pool_tells_when_a_query_kills_its_worker(pool):
    pool.answer("ASK {}", JSON)
    victim = process_of(pool).pid
    killer = threading.Timer(0.3, os.kill, (victim, signal.SIGKILL))
    killer.start()
    with pytest.raises(QueryCrashError, match="too deeply or needs too much memory"):
        pool.answer(RUNAWAY, JSON)
    killer.join()
    assert number(pool.answer(COUNT, JSON)) > 100


def test_pool_is_busy_when_all_workers_are_taken(folder):
    with QueryPool(folder, size=1, timeout=1.5) as pool:
        pool.answer("ASK {}", JSON)
        pool.timeout = 0.1
        outcomes = []
        other = threading.Thread(target=lambda: outcomes.append(_failure(pool, RUNAWAY)))
        other.start()
        while not pool._idle.empty():
            pass
        with pytest.raises(BusyError, match="all 1 query workers are busy"):
            pool.answer("ASK {}", JSON)
        other.join()
        assert outcomes == [QueryTimeoutError]


def _failure(pool, query):
    try:
        pool.answer(query, JSON)
    except QueryError as error:
        return type(error)
    return None


def test_pool_answers_from_the_newest_graph(tmp_path):
    write_sample(tmp_path, opening())
    with QueryPool(tmp_path, size=1, timeout=20) as pool:
        before = number(pool.answer(COUNT, JSON))
        write_sample(tmp_path, second())
        assert number(pool.answer(COUNT, JSON)) > before


def test_pool_says_when_there_is_no_graph_and_finds_it_once_built(tmp_path):
    with QueryPool(tmp_path, size=1, timeout=20) as pool:
        with pytest.raises(StoreError, match="kg build"):
            pool.answer(COUNT, JSON)
        write_sample(tmp_path, opening())
        assert number(pool.answer(COUNT, JSON)) > 0


def test_pool_ends_its_processes_when_it_closes(folder):
    with QueryPool(folder, size=2, timeout=20) as pool:
        pool.start()
        processes = [worker._process for worker in pool._workers]
    assert all(process.poll() is not None for process in processes)


def test_worker_ignores_files_of_the_folder_it_is_started_in(folder, tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('a stranger was imported')")
    monkeypatch.chdir(tmp_path)
    with QueryPool(folder, size=1, timeout=20) as pool:
        assert pool.answer("ASK {}", JSON)


def test_worker_leaves_when_nobody_is_there_any_more(pool):
    pool.answer("ASK {}", JSON)
    process = process_of(pool)
    process.stdin.close()
    assert process.wait(timeout=5) == 0
