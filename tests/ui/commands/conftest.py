"""Runs commands in this process, with the stages loaded once, over a data folder of each test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import kg.pipeline
from kg.pipeline import Pipeline, load_pipeline
from kg.ui.cli import app
from tests.ui.sample import opening, write_sample

Kg = Callable[..., Result]

LANTERN = """Lantern Compute opens data centre in Tsuen Wan
Source: Example Wire | Published: 2025-03-04

Lantern Compute Limited opened a data centre in Tsuen Wan on Tuesday, the company said. The Lantern Data Centre has a
capacity of 12 MW.
"""
GRANT = """Grant for robot maker
Source: Example Wire | Published: 2025-03-05

Harbour Robotics Limited received HK$5 million from the Lantern Fund.
"""


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Return the stages, loaded once for all tests."""
    return load_pipeline()


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data folder of the test, empty as yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("KG_DATA_DIR", str(folder))
    return folder


@pytest.fixture
def sampled(data_dir: Path) -> Path:
    """Return the data folder with one invented article in it."""
    write_sample(data_dir, opening())
    return data_dir


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return a folder with two articles and a file that is none."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a-lantern.txt").write_text(LANTERN, encoding="utf-8")
    (folder / "b-grant.txt").write_text(GRANT, encoding="utf-8")
    (folder / "c-noise.pdf").write_bytes(bytes(range(256)) * 8)
    return folder


@pytest.fixture
def run(data_dir: Path, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> Kg:
    """Return what runs a command."""
    monkeypatch.setattr(kg.pipeline, "load_pipeline", lambda: pipeline)

    def run_command(*arguments: object, input: str | None = None) -> Result:  # noqa: A002 - as the runner calls it
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=input)

    return run_command
