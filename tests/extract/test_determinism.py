"""What is read does not depend on the order of the articles, on what was read before, or on the process that reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import resources
from kg.pipeline import Pipeline, extract_paths, load_pipeline

WRITE = """
import sys
from pathlib import Path
from kg.pipeline import extract_paths, load_pipeline
for graph in extract_paths(load_pipeline(), map(Path, sys.argv[1:])):
    print(ascii(graph))
"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.fixture(scope="module")
def articles() -> list[Path]:
    return sorted(Path(resources.ARTICLES).rglob("*.txt"))[:12]


def test_order_of_the_articles_makes_no_difference(pipeline: Pipeline, articles: list[Path]) -> None:
    forwards = list(extract_paths(pipeline, articles))
    backwards = list(extract_paths(pipeline, articles[::-1]))
    alone = [graph for path in articles for graph in extract_paths(pipeline, [path])]
    assert forwards == backwards[::-1] == alone
    assert sum(len(graph.statements) for graph in forwards) > len(articles)


def test_pipeline_loaded_again_reads_the_same(pipeline: Pipeline, articles: list[Path]) -> None:
    assert list(extract_paths(load_pipeline(), articles[:4])) == list(extract_paths(pipeline, articles[:4]))


@pytest.mark.slow
def test_process_makes_no_difference(pipeline: Pipeline, articles: list[Path]) -> None:
    here = [ascii(graph) for graph in extract_paths(pipeline, articles)]
    for seed in ("1", "2"):
        assert written_elsewhere(seed, articles) == here


def written_elsewhere(seed: str, articles: list[Path]) -> list[str]:
    """Read the articles in a process of its own, in which sets and hashes have another order."""
    environment = os.environ | {"PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", WRITE, *map(str, articles)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
