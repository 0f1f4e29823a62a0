"""Articles as rows, and one article with its text, its marked mentions and its facts."""

from __future__ import annotations

from kg.query.facts import facts
from kg.query.index import index_of
from kg.query.library import load_part
from kg.query.rows import ArticlePage, ArticleRow, MentionRow
from kg.query.values import entity_id, node_id
from kg.store import Iri, Reader


def articles(reader: Reader, limit: int = 50, offset: int = 0) -> tuple[ArticleRow, ...]:
    """Return some of the articles, the newest first."""
    return tuple(reader.remember(_read_articles).values())[offset : offset + limit]


def article_page(reader: Reader, article_id: str) -> ArticlePage | None:
    """Return an article with all that was found in it, None where the graph does not know it."""
    row = reader.remember(_read_articles).get(article_id)
    if row is None:
        return None
    node = Iri.entity(f"article/{article_id}")
    statements = reader.select(load_part("statements_in"), {"article": node}).records()
    return ArticlePage(
        article=row,
        text=reader.text(article_id),
        mentions=_read_mentions(reader, node),
        facts=facts(reader, [node_id(found["statement"]) for found in statements]),
    )


def _read_articles(reader: Reader) -> dict[str, ArticleRow]:
    statements, mentions = _count(reader, "article_statements"), _count(reader, "article_mentions")
    cites: dict[str, list[str]] = {}
    for row in reader.select(load_part("citations")).records():
        cites.setdefault(row["article"], []).append(row["cited"])
    return {
        node_id(row["article"]): ArticleRow(
            id=node_id(row["article"]),
            title=row["title"],
            publisher=row.get("publisher"),
            published=row.get("published"),
            url=row.get("url"),
            lang=row["language"],
            statements=statements.get(row["article"], 0),
            mentions=mentions.get(row["article"], 0),
            cites=tuple(cites.get(row["article"], ())),
            partial=row.get("partial") == "true",
        )
        for row in reader.select(load_part("articles")).records()
    }


def _count(reader: Reader, part: str) -> dict[str, int]:
    return {row["article"]: int(row["n"]) for row in reader.select(load_part(part)).records() if "article" in row}


def _read_mentions(reader: Reader, article: Iri) -> tuple[MentionRow, ...]:
    index = index_of(reader)
    return tuple(
        MentionRow(
            start=int(row["start"]),
            end=int(row["end"]),
            text=row["text"],
            entity=index.entity(entity_id(row["entity"]) or row["entity"]),
        )
        for row in reader.select(load_part("mentions"), {"article": article}).records()
    )
