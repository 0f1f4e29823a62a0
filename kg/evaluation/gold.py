"""Annotated articles: the text, and beside it what a careful reader takes from it.

A folder holds NAME.txt and NAME.gold.json for each article, itself or in its folder `articles`; a `split.csv` with the
columns article, story and part may divide them.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.errors import EvaluationError
from kg.model import Literal, Period, Phrase, Quantity

ENDING = ".gold.json"
SPLIT = "split.csv"


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity that stands in the text, by any of its names; one that is not required may be left out."""

    key: str
    type: str
    names: tuple[str, ...]
    types_ok: frozenset[str] = frozenset()  # other types that are just as right
    required: bool = True

    def accepts(self, entity_type: str) -> bool:
        """Whether an entity of this type may be meant."""
        return entity_type == self.type or entity_type in self.types_ok


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A relation that the text states; one that is not required is neither asked for nor held against anyone."""

    subject: str
    relation: str
    object: str | Literal
    modality: str = "actual"
    required: bool = True
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its annotation."""

    id: str
    path: Path
    entities: tuple[GoldEntity, ...]
    statements: tuple[GoldStatement, ...]


def read_gold(folder: Path, *, part: str | None = None) -> tuple[GoldArticle, ...]:
    """Read the annotated articles of a folder, or those of one part of its split."""
    inner = folder / "articles"
    paths = sorted((inner if inner.is_dir() else folder).glob(f"*{ENDING}"))
    if part is not None:
        wanted = _articles_of(folder / SPLIT, part)
        paths = [path for path in paths if path.name.removesuffix(ENDING) in wanted]
    if not paths:
        raise EvaluationError(f"{folder} holds no annotated article: give a folder with NAME.txt and NAME{ENDING}")
    return tuple(_read_article(path) for path in paths)


def fingerprint(articles: Iterable[GoldArticle]) -> str:
    """Return a mark of texts and annotations that changes when any of them does."""
    digest = hashlib.sha256()
    for article in sorted(articles, key=lambda each: each.id):
        digest.update(article.path.read_bytes())
        digest.update(article.path.with_name(article.id + ENDING).read_bytes())
    return digest.hexdigest()[:16]


def _articles_of(split: Path, part: str) -> frozenset[str]:
    if not split.is_file():
        raise EvaluationError(f"{split} is missing, so the articles have no parts: leave out --part, or write it")
    with split.open(encoding="utf-8", newline="") as rows:
        parts = {row["article"]: row["part"] for row in csv.DictReader(rows)}
    if part not in parts.values():
        raise EvaluationError(f"{split} has no part {part!r}: choose among {', '.join(sorted(set(parts.values())))}")
    return frozenset(article for article, of in parts.items() if of == part)


def _read_article(path: Path) -> GoldArticle:
    text = path.with_name(path.name.removesuffix(ENDING) + ".txt")
    if not text.is_file():
        raise EvaluationError(f"{text} is missing: the annotation {path.name} needs its text beside it")
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        entities = tuple(_read_entity(entity) for entity in gold["entities"])
        statements = tuple(_read_statement(statement) for statement in gold["statements"])
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        problem = f"{type(error).__name__}: {error}"
        raise EvaluationError(f"{path}: not an annotation as docs/quality.md describes it ({problem})") from error
    _check_keys(path, entities, statements)
    return GoldArticle(path.name.removesuffix(ENDING), text, entities, statements)


def _read_entity(entity: Mapping[str, Any]) -> GoldEntity:
    return GoldEntity(
        key=entity["key"],
        type=entity["type"],
        names=tuple(entity["names"]),
        types_ok=frozenset(entity.get("types_ok", ())),
        required=entity.get("required", True),
    )


def _read_statement(statement: Mapping[str, Any]) -> GoldStatement:
    target = statement["o"]
    return GoldStatement(
        subject=statement["s"],
        relation=statement["p"],
        object=target if isinstance(target, str) else _read_literal(target),
        modality=statement.get("modality", "actual"),
        required=statement.get("required", True),
        evidence=statement.get("evidence", ""),
    )


def _read_literal(literal: Mapping[str, Any]) -> Literal:
    value, unit = literal["value"], literal["unit"]
    match unit:
        case "date":
            return Period(str(value))
        case "status" | "text":
            return Phrase(str(value), unit)
        case _:
            return Quantity(Decimal(str(value)), str(unit))


def _check_keys(path: Path, entities: Iterable[GoldEntity], statements: Iterable[GoldStatement]) -> None:
    keys = {entity.key for entity in entities}
    for statement in statements:
        for end in (statement.subject, statement.object):
            if isinstance(end, str) and end not in keys:
                raise EvaluationError(
                    f"{path}: a {statement.relation} speaks of {end!r}, which is none of the entities"
                )
