"""Floors that the quality must not fall below, set for one lot of annotated articles and only ever raised."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import EvaluationError
from kg.evaluation.figures import Figures

MEASURES: Mapping[str, Callable[[Figures], float]] = {
    "precision": lambda figures: figures.statements.precision,
    "recall": lambda figures: figures.statements.recall,
    "f1": lambda figures: figures.statements.f1,
    "entity_f1": lambda figures: figures.entities.f1,
    "type_accuracy": lambda figures: figures.type_accuracy,
    "modality_share": lambda figures: figures.modality_share,
}
CEILINGS = frozenset({"modality_share"})  # the lower the better


@dataclass(frozen=True, slots=True)
class Floors:
    """The least that each measure must reach, and the fingerprint of the articles they were measured on."""

    least: Mapping[str, float]
    articles: str | None = None


def read_floors(path: Path) -> Floors:
    """Read floors from a TOML file: a line for each measure, and `articles` with their fingerprint."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise EvaluationError(f"{path} is no TOML: {error}") from error
    articles = values.pop("articles", None)
    for name, value in values.items():
        if name not in MEASURES or not isinstance(value, int | float):
            raise EvaluationError(f"{path}: {name} = {value!r} is no floor; there are {', '.join(MEASURES)}")
    return Floors(values, None if articles is None else str(articles))


def shortfalls(figures: Figures, floors: Floors) -> Iterator[str]:
    """Yield a line for each measure that misses its floor."""
    for name, least in floors.least.items():
        found = MEASURES[name](figures)
        if found > least if name in CEILINGS else found < least:
            yield f"{name} is {found:.4f}, {'above' if name in CEILINGS else 'below'} {least:g}"
