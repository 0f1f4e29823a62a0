"""Article graphs made from terse lines such as `aisc hasBudget 3000000000:HKD planned bound=gt`."""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.model import (
    Article,
    ArticleGraph,
    Entity,
    Link,
    Literal,
    Mention,
    Period,
    Phrase,
    Provenance,
    Qualifiers,
    Quantity,
    Span,
    Statement,
)
from kg.store import canonical_nquads, open_reader

ENTITIES = {
    entity.id: entity
    for entity in (
        Entity("aisc", "Facility", "AI Supercomputing Centre", label_zh="人工智能超算中心", aliases=("AISC",)),
        Entity("sandy-ridge-centre", "Facility", "Sandy Ridge Data Centre"),
        Entity("harbour-campus", "Facility", "Harbour Campus"),
        Entity("cyberport", "Company", "Cyberport Management", label_zh="數碼港", aliases=("Cyberport",)),
        Entity("hkstp", "Company", "Science Park Corporation"),
        Entity("lantern", "Company", "Lantern Insurance"),
        Entity("hong-kong", "Place", "Hong Kong", label_zh="香港"),
        Entity("pok-fu-lam", "Place", "Pok Fu Lam"),
        Entity("bermuda", "Place", "Bermuda"),
        Entity("subsidy-scheme", "Programme", "Compute Subsidy Scheme"),
        Entity("bureau", "GovernmentBody", "Innovation Bureau"),
        Entity("university", "University", "Harbour University"),
        Entity("chan", "Person", "Chan Tai Man"),
        Entity("lee", "Person", "Lee Siu Ming"),
        Entity("post-chief", "Post", "chief executive"),
    )
}


def read_literal(text: str) -> str | Literal:
    value, colon, unit = text.rpartition(":")
    if not colon:
        return text
    if unit == "date":
        return Period(value)
    if unit in ("status", "text"):
        return Phrase(value, unit)
    return Quantity(Decimal(value), unit)


def read_qualifiers(words: list[str]) -> Qualifiers:
    given: dict[str, Any] = {}
    for word in words:
        name, _, value = word.partition("=")
        given[name] = value if name in ("bound", "programme") else read_literal(value)
    return Qualifiers(**given)


def statement_id(*parts: object) -> str:
    return sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


def make_statement(line: str, article_id: str, start: int, confidence: float = 0.9) -> Statement:
    subject, relation, target, *rest = shlex.split(line)
    words = [word for word in rest if "=" in word]
    modality = next((word for word in rest if "=" not in word), "actual")
    qualifiers = read_qualifiers(words)
    identity = (subject, relation, target, modality, qualifiers.valid_from, qualifiers.valid_to)
    found = Provenance(article_id, Span(start, start + len(line)), line, "patterns-1", confidence)
    return Statement(statement_id(*identity), subject, relation, read_literal(target), found, modality, qualifiers)


def make_graph(article_id: str, *lines: str, confidence: float = 0.9, **article: Any) -> ArticleGraph:
    """Return a graph whose article text is a title and the given lines, one sentence each."""
    title = f"News {article_id}"
    starts = [len(title) + 2 + sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    text = f"{title}\n\n" + "\n".join(lines)
    statements = [make_statement(line, article_id, at, confidence) for line, at in zip(lines, starts, strict=True)]
    named = {
        name
        for s in statements
        for name in (s.subject, s.object, s.qualifiers.programme)
        if isinstance(name, str) and name in ENTITIES
    }
    links = [
        Link(
            Mention(Span(at, at + len(line.split()[0])), line.split()[0], "Facility", 0), line.split()[0], 0.95, "name"
        )
        for line, at in zip(lines, starts, strict=True)
    ]
    details = {
        "publisher": "Daily",
        "published": date(2025, 7, 5),
        "url": f"https://news.example/{article_id}",
    } | article
    return ArticleGraph(
        Article(article_id, title, text, **details),
        tuple(ENTITIES[name] for name in sorted(named)),
        tuple(links),
        tuple(statements),
        names={name: (ENTITIES[name].label,) for name in named},
    )


def with_entity(graph: ArticleGraph, entity: Entity) -> ArticleGraph:
    """Return a graph in which the article describes one entity in its own way."""
    return replace(graph, entities=(*(e for e in graph.entities if e.id != entity.id), entity), names={})


def dump(data_dir: Path) -> str:
    """Return the whole published graph in canonical form."""
    return canonical_nquads(open_reader(data_dir)).decode()
