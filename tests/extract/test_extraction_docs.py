"""The reference of the pattern language names all that the language has."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.slots import ENDS, GROUPS, LOOSE, QUALIFYING

DOCS = (Path(__file__).parents[2] / "docs" / "extraction.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*ENDS, *QUALIFYING, *LOOSE, *GROUPS, "TOPIC"])
def test_every_slot_is_documented(name: str) -> None:
    assert f"`{name}" in DOCS


@pytest.mark.parametrize("mark", ["..", "...", "~", "^", "?", "*", "[", "]"])
def test_every_mark_is_documented(mark: str) -> None:
    assert f"`{mark}`" in DOCS


@pytest.mark.parametrize("modality", ["actual", "planned", "reported", "denied"])
def test_every_modality_is_documented(modality: str) -> None:
    assert f"| `{modality}` |" in DOCS
