from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store.texts import Texts, read_text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "texts.sqlite"


@pytest.fixture
def texts(path: Path) -> Iterator[Texts]:
    texts = Texts(path)
    yield texts
    texts.close()


def test_text_comes_back_as_it_was_kept(texts: Texts, path: Path) -> None:
    texts.keep("h", "一行\r\nzweite Zeile\n")
    texts.keep("h", "一行\r\nzweite Zeile\n")
    assert read_text(path, "h") == "一行\r\nzweite Zeile\n"


def test_text_is_deleted_the_second_time_it_is_out_of_use(texts: Texts, path: Path) -> None:
    texts.keep("old", "old text")
    texts.keep("live", "live text")
    texts.retire(["live"])
    assert read_text(path, "old") == "old text"
    texts.retire(["live", "live"])
    with pytest.raises(StoreError, match="removed or replaced"):
        read_text(path, "old")
    assert read_text(path, "live") == "live text"


def test_text_that_comes_back_into_use_stays(texts: Texts, path: Path) -> None:
    texts.keep("h", "text")
    texts.retire([])
    texts.keep("h", "text")
    texts.retire(["h"])
    texts.retire([])
    assert read_text(path, "h") == "text"


def test_text_that_is_forgotten_is_gone_at_once(texts: Texts, path: Path) -> None:
    texts.keep("h", "text")
    texts.forget("h")
    with pytest.raises(StoreError, match="no longer"):
        read_text(path, "h")


def test_reading_without_texts_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="put the articles in again"):
        read_text(tmp_path / "missing.sqlite", "h")
