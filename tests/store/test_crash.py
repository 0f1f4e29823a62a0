"""A writer that is killed leaves a graph that opens and is whole."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.store import open_reader, open_writer
from tests.store.examples import make_graph

PUT_FOR_EVER = """
import itertools, pathlib, sys
from kg.store import open_writer
from tests.store.examples import make_graph
from tests.store.test_crash import lines
with open_writer(pathlib.Path(sys.argv[1])) as writer:
    for turn in itertools.count():
        writer.put(make_graph(f"article-{turn % 3}", *lines(turn)))
        if turn % 5 == 4:
            writer.publish()
        print(turn, flush=True)
"""


def lines(turn: int) -> list[str]:
    return [f"aisc hasBudget {turn + i}000:HKD" for i in range(15)] + ["aisc locatedIn pok-fu-lam"]


@pytest.mark.slow
def test_killed_writer_leaves_a_whole_graph(tmp_path: Path) -> None:
    for attempt in range(5):
        command = [sys.executable, "-c", PUT_FOR_EVER, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            for _ in range(6 + attempt):
                assert process.stdout
                assert process.stdout.readline()
            time.sleep(0.003 * attempt)
            process.kill()
            last = [int(line) for line in process.stdout.read().split()[-1:]]
        done = last[0] if last else 5 + attempt
        with open_writer(tmp_path) as writer:
            assert not writer.rebuild()
            # What was acknowledged is there; the one after it is there as a whole or not at all.
            outcomes = {writer.put(make_graph(f"article-{turn % 3}", *lines(turn))) for turn in (done - 1, done)}
            assert outcomes <= {"unchanged", "replaced"}
        reader = open_reader(tmp_path)
        assert all(reader.text(f"article-{i}") for i in range(3))


def test_text_without_graph_does_no_harm(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        writer.put(make_graph("a", "aisc locatedIn pok-fu-lam"))
        writer._texts.keep("orphan", "a text whose graph was never written")
    with open_writer(tmp_path) as writer:
        assert writer.put(make_graph("a", "aisc locatedIn pok-fu-lam")) == "unchanged"
        writer.put(make_graph("b", "aisc locatedIn pok-fu-lam"))
    assert open_reader(tmp_path).text("b")


def test_text_that_was_lost_comes_back_with_the_next_put(tmp_path: Path) -> None:
    graph = make_graph("a", "aisc locatedIn pok-fu-lam")
    with open_writer(tmp_path) as writer:
        writer.put(graph)
    (tmp_path / "texts.sqlite").unlink()
    with open_writer(tmp_path) as writer:
        assert writer.put(graph) == "unchanged"
    assert open_reader(tmp_path).text("a") == graph.article.text
