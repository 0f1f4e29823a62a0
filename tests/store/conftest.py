from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from kg.store import Writer, open_writer
from kg.store.backends import BACKENDS

Open = Callable[[], AbstractContextManager[Writer]]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture(params=sorted(BACKENDS))
def write(request: pytest.FixtureRequest, data_dir: Path) -> Open:
    """Opens a writer on one data folder; the tests that use it run on every back end."""
    return partial(open_writer, data_dir, backend=request.param)
