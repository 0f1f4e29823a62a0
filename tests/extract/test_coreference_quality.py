"""Floors under how well mentions of one entity are joined; only raised, and what is measured is itself tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.coreference import FOLDER, Annotated, Tally, kind_of, links, measure, read_annotated, read_group, table
from kg.extract.extractor import build_extractor
from kg.gazetteer import load_gazetteer

HEAD = "Register: test\nPublished: 2026-01-01\nSources: https://example.org\n\n"


@pytest.fixture
def annotated(tmp_path: Path) -> Annotated:
    path = tmp_path / "text.txt"
    path.write_text(f"{HEAD}[Kite Ltd|kite] grew. [It|kite] hired [Mary Lau|lau].\n", encoding="utf-8")
    return read_annotated(path)


@pytest.mark.parametrize(
    ("group", "precision", "recall", "b_cubed"),
    [("tune", 0.92, 0.85, (0.92, 0.81)), ("held", 0.81, 0.73, (0.80, 0.73))],
)
def test_links_do_not_get_worse(group: str, precision: float, recall: float, b_cubed: tuple[float, float]) -> None:
    tallies, found = measure(build_extractor(load_gazetteer()), read_group(group))
    right = sum(tally.right for tally in tallies.values())
    assert right / sum(tally.made for tally in tallies.values()) >= precision
    assert right / sum(tally.annotated for tally in tallies.values()) >= recall
    assert found[0] >= b_cubed[0]
    assert found[1] >= b_cubed[1]


def test_annotated_texts_are_complete() -> None:
    texts = [*read_group("tune"), *read_group("held")]
    assert len(texts) == 20
    assert all("[" not in text.article.text and "|" not in text.article.text for text in texts)
    assert all("Sources: http" in path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt"))


def test_text_is_read_without_its_marks(annotated: Annotated) -> None:
    assert annotated.article.text == "Kite Ltd grew. It hired Mary Lau."
    assert [annotated.article.text[r.start : r.end] for r in annotated.references] == ["Kite Ltd", "It", "Mary Lau"]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([(0, 8, 0, True), (15, 17, 0, False), (24, 32, 1, True)], [("pronoun", True, True, True, "It")]),
        ([(0, 8, 0, True), (24, 32, 1, True)], [("pronoun", True, False, False, "It")]),
        (
            [(0, 8, 0, True), (15, 17, 0, False), (24, 32, 0, True)],
            [("pronoun", True, True, True, "It"), ("name", False, True, False, "Mary Lau")],
        ),
    ],
)
def test_link_is_right_in_the_chain_of_its_entity(
    annotated: Annotated, found: list[tuple[int, int, int, bool]], expected: list[tuple[str, bool, bool, bool, str]]
) -> None:
    assert list(links(annotated, found)) == expected


@pytest.mark.parametrize(
    ("words", "names", "kind"),
    [
        ("its", (), "pronoun"),
        ("the HKMA", (), "acronym"),
        ("the centre", (), "description"),
        ("the University", (), "description"),
        ("Mr Lau", ("Mary Lau", "Mr Lau"), "surname"),
        ("Kite Ltd", ("Kite Ltd",), "name"),
    ],
)
def test_kind_of_mention(words: str, names: tuple[str, ...], kind: str) -> None:
    assert kind_of(words, names) == kind


def test_table_sums_up() -> None:
    text = table({"name": Tally(4, 2, 1), "pronoun": Tally(4, 2, 2)}, (0.5, 0.25))
    assert "| **all links** | 8 | 0.75 | 0.38 |" in text
    assert "| 0.50 | 0.25 |" in text
