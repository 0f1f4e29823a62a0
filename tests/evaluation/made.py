"""Small annotations and outputs made by hand, about one invented article.

Entities are written `key: Type: name / other name`, with `?` before what is not required; statements are
`subject relation object`, where the object of a value is `3000000000_HKD`, `2024-12_date` or `planned_status`, and what
follows may be a modality, `?` for not required, or a confidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from kg.evaluation import GoldArticle, GoldEntity, GoldStatement, Judged, judge
from kg.model import Article, ArticleGraph, Entity, Literal, Period, Phrase, Provenance, Quantity, Span, Statement

NAMES = (
    "bay: Company: Bay Limited / Bay",
    "dock: Facility: the Dock",
    "ho: Person: Amy Ho / Ho",
    "? city: Place: City",
)


def gold(*statements: str, entities: Iterable[str] = NAMES) -> GoldArticle:
    """Return an annotated article."""
    return GoldArticle("made", Path("made.txt"), tuple(map(_gold_entity, entities)), tuple(map(_gold, statements)))


def graph(*statements: str, entities: Iterable[str] = NAMES) -> ArticleGraph:
    """Return what was extracted; entities are written as in annotations."""
    made = [_gold_entity(entity) for entity in entities]
    return ArticleGraph(
        Article("a1", "", "", source_file="made.txt"),
        tuple(Entity(entity.key, entity.type, entity.names[0]) for entity in made),
        (),
        tuple(map(_found, statements)),
        names={entity.key: entity.names for entity in made},
    )


def judged(wanted: Iterable[str], found: Iterable[str]) -> Judged:
    """Return the judgement of statements about the same entities."""
    return judge(gold(*wanted), [graph(*found)])


def value(written: str) -> str | Literal:
    """Return an end of a statement as it is written."""
    value, mark, unit = written.partition("_")
    if not mark:
        return written
    match unit:
        case "date":
            return Period(value)
        case "status" | "text":
            return Phrase(value.replace("+", " "), unit)
        case _:
            return Quantity(Decimal(value), unit)


def _gold_entity(written: str) -> GoldEntity:
    key, types, names = (part.strip() for part in written.lstrip("? ").split(":"))
    kind, *others = types.split("/")
    labels = tuple(name.strip() for name in names.split(" / "))
    return GoldEntity(key, kind, labels, frozenset(others), not written.startswith("?"))


def _gold(written: str) -> GoldStatement:
    subject, relation, target, *more = written.split()
    modality = next((word for word in more if word != "?"), "actual")
    return GoldStatement(subject, relation, value(target), modality, "?" not in more, f"{subject} {relation} it.")


def _found(written: str) -> Statement:
    subject, relation, target, *more = written.split()
    modality = next((word for word in more if word.isalpha()), "actual")
    confidence = next((float(word) for word in more if not word.isalpha()), 0.8)
    found = Provenance("a1", Span(0, 1), "Words\nof it.", "rule", confidence)
    return Statement(written, subject, relation, value(target), found, modality)  # type: ignore[arg-type]
