"""Pairs of names with the right answer, read from a table, and how well a comparison does on them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import NamesError

COLUMNS = ("a", "b", "same", "kind", "category", "note")
KINDS = ("person", "organisation")
_ANSWERS = {"1": True, "0": False}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, and whether they are those of one person or organisation."""

    a: str
    b: str
    same: bool
    kind: str
    category: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How many pairs were rightly and wrongly taken for the same, and rightly and wrongly held apart."""

    found: int = 0
    wrong: int = 0
    missed: int = 0
    apart: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.found + other.found, self.wrong + other.wrong, self.missed + other.missed, self.apart + other.apart
        )

    @property
    def pairs(self) -> int:
        """The number of pairs."""
        return self.found + self.wrong + self.missed + self.apart

    @property
    def precision(self) -> float:
        """Of the pairs taken for the same, the part that is; 1 where none was taken."""
        return _share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float:
        """Of the pairs that are the same, the part that was found; 1 where there is none."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.found, 2 * self.found + self.wrong + self.missed)

    @property
    def accuracy(self) -> float:
        """The part of all pairs that was judged rightly: what counts where no pair is the same."""
        return _share(self.found + self.apart, self.pairs)


@dataclass(frozen=True, slots=True)
class Scores:
    """The score in all, by kind and by category."""

    all: Score
    by_kind: Mapping[str, Score]
    by_category: Mapping[str, Score]


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Read a table of pairs; raise NamesError where it is malformed."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NamesError(f"{path.name}: not UTF-8 text; save it as 'CSV UTF-8' in the spreadsheet") from error
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if missing := [column for column in COLUMNS[:4] if column not in (rows.fieldnames or ())]:
        raise NamesError(f"{path.name}: the columns {', '.join(COLUMNS)} are wanted; missing: {', '.join(missing)}")
    return tuple(_read(row, f"{path.name}, line {rows.line_num}") for row in rows)


def score_pairs(pairs: Iterable[Pair], is_same: Callable[[Pair], bool]) -> Scores:
    """Ask for each pair whether both names are the same thing, and count the right answers."""
    total, kinds, categories = Score(), dict[str, Score](), dict[str, Score]()
    for pair in pairs:
        score = _judge(pair, answer=is_same(pair))
        total += score
        kinds[pair.kind] = kinds.get(pair.kind, Score()) + score
        categories[pair.category] = categories.get(pair.category, Score()) + score
    return Scores(total, kinds, categories)


def _judge(pair: Pair, *, answer: bool) -> Score:
    if pair.same:
        return Score(found=1) if answer else Score(missed=1)
    return Score(wrong=1) if answer else Score(apart=1)


def _read(row: dict[str, str | None], where: str) -> Pair:
    a, b, same, kind = ((row[column] or "").strip() for column in COLUMNS[:4])
    if same not in _ANSWERS:
        raise NamesError(f"{where}: `same` must be 1 or 0; found {same!r}")
    if kind not in KINDS:
        raise NamesError(f"{where}: `kind` must be person or organisation; found {kind!r}")
    return Pair(a, b, _ANSWERS[same], kind, (row.get("category") or "").strip(), (row.get("note") or "").strip())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
