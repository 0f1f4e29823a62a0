"""Count the annotated articles and write the tables of data/training/README.md.

Usage: python -m training.describe
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kg.evaluation import GoldArticle, read_gold
from training.passages import markdown_table, write_passages
from training.split import CALIBRATION, FOLDER, HELD_OUT, TRAIN, read_stories

PARTS = (TRAIN, CALIBRATION, HELD_OUT)


def describe(folder: Path = FOLDER) -> dict[str, str]:
    """Return the tables of parts, relations, modalities and types."""
    parts = {part: read_gold(folder, part=part) for part in PARTS}
    every = [article for articles in parts.values() for article in articles]
    return {
        "parts": _parts_table(parts, read_stories(folder / "split.csv")),
        "relations": _relations_table(every),
        "modalities": markdown_table(
            ("modality", "statements"),
            Counter(statement.modality for article in every for statement in article.statements).most_common(),
        ),
        "types": _types_table(every),
    }


def _parts_table(parts: dict[str, tuple[GoldArticle, ...]], stories: dict[str, str]) -> str:
    heads = ("part", "articles", "stories", "words", "entities", "required statements", "optional statements")
    return markdown_table(heads, [(part, *_sizes(articles, stories)) for part, articles in parts.items()])


def _sizes(articles: Iterable[GoldArticle], stories: dict[str, str]) -> tuple[str, ...]:
    articles = tuple(articles)
    required = [statement.required for article in articles for statement in article.statements]
    sizes = (
        len(articles),
        len({stories[article.id] for article in articles}),
        sum(len(article.path.read_text(encoding="utf-8").split()) for article in articles),
        sum(len(article.entities) for article in articles),
        sum(required),
        len(required) - sum(required),
    )
    return tuple(f"{size:,}" for size in sizes)


def _relations_table(articles: Iterable[GoldArticle]) -> str:
    counts = Counter((fact.relation, fact.required) for article in articles for fact in article.statements)
    relations = sorted({relation for relation, _ in counts}, key=lambda name: (-counts[name, True], name))
    rows = [(f"`{name}`", counts[name, True], counts[name, False]) for name in relations]
    return markdown_table(("relation", "required", "optional"), rows)


def _types_table(articles: Iterable[GoldArticle]) -> str:
    counts = Counter((entity.type, entity.required) for article in articles for entity in article.entities)
    types = sorted({kind for kind, _ in counts}, key=lambda name: (-counts[name, True], name))
    return markdown_table(("type", "required", "optional"), [(t, counts[t, True], counts[t, False]) for t in types])


if __name__ == "__main__":
    write_passages(FOLDER / "README.md", describe())
