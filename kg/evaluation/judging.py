"""What an extraction says of one article, judged against the annotation.

A statement is right when its relation, subject and object are. What the annotation does not require is neither
rewarded nor held against the extraction; nor are quotations that it leaves out. Taking a planned or denied thing for an
actual one, or the reverse, is wrong; `reported` and `actual` are not told apart, and qualifiers are not judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal as OneOf

from kg.evaluation.gold import GoldArticle, GoldEntity, GoldStatement
from kg.evaluation.likeness import plain_name, same_literal
from kg.model import ArticleGraph, Entity, Literal, Statement

Verdict = OneOf["right", "wrong", "modality", "optional", "ignored"]
"""`modality` is a wrong statement that would be right with another modality; `ignored` counts nowhere."""

SYMMETRIC = frozenset({"collaboratesWith", "met"})
DECISIVE = frozenset({"planned", "denied"})
QUOTATION = "said"


@dataclass(frozen=True, slots=True)
class JudgedEntity:
    """An entity of the output with the annotated entities that have one of its names."""

    entity: Entity
    meant: tuple[GoldEntity, ...]

    @property
    def has_right_type(self) -> bool:
        """Whether one of those that may be meant is of this type."""
        return any(gold.accepts(self.entity.type) for gold in self.meant)


@dataclass(frozen=True, slots=True)
class JudgedStatement:
    """A statement of the output with its verdict, and the annotated statement that it matches."""

    statement: Statement
    verdict: Verdict
    gold: GoldStatement | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """All that was said of one article, and what was missed."""

    article: GoldArticle
    entities: tuple[JudgedEntity, ...]
    missed_entities: tuple[GoldEntity, ...]
    statements: tuple[JudgedStatement, ...]
    matched: tuple[GoldStatement, ...]
    missed: tuple[GoldStatement, ...]

    def with_verdict(self, *verdicts: Verdict) -> tuple[JudgedStatement, ...]:
        """Return the statements with one of these verdicts."""
        return tuple(judged for judged in self.statements if judged.verdict in verdicts)


def judge(article: GoldArticle, graphs: Iterable[ArticleGraph], *, at_least: float = 0.0) -> Judged:
    """Judge all that a page says, or the statements that are at least this sure."""
    graphs = tuple(graphs)
    entities = _judge_entities(article, graphs)
    meant = {entity_id: frozenset(gold.key for gold in found.meant) for entity_id, found in entities.items()}
    said = [s for graph in graphs for s in graph.statements if s.provenance.confidence >= at_least]
    statements, matched = _judge_statements(article, said, meant)
    found = frozenset[str]().union(*meant.values())
    required = [n for n, gold in enumerate(article.statements) if gold.required]
    return Judged(
        article=article,
        entities=tuple(entities.values()),
        missed_entities=tuple(gold for gold in article.entities if gold.required and gold.key not in found),
        statements=statements,
        matched=tuple(article.statements[n] for n in required if n in matched),
        missed=tuple(article.statements[n] for n in required if n not in matched),
    )


def _judge_entities(article: GoldArticle, graphs: Iterable[ArticleGraph]) -> dict[str, JudgedEntity]:
    by_name: dict[str, set[int]] = defaultdict(set)
    for number, gold in enumerate(article.entities):
        for name in gold.names:
            by_name[plain_name(name)].add(number)
    judged = {}
    for graph in graphs:
        for entity in graph.entities:
            forms = {plain_name(name) for name in (entity.label, *graph.names.get(entity.id, ()))}
            numbers = sorted(set[int]().union(*(by_name.get(form, set()) for form in forms)))
            judged[entity.id] = JudgedEntity(entity, tuple(article.entities[number] for number in numbers))
    return judged


def _judge_statements(
    article: GoldArticle, statements: Iterable[Statement], meant: Mapping[str, frozenset[str]]
) -> tuple[tuple[JudgedStatement, ...], frozenset[int]]:
    matched: set[int] = set()
    judged = []
    for statement in statements:
        hit = _find_match(article.statements, statement, meant, matched)
        if hit is None:
            verdict: Verdict = "ignored" if statement.relation == QUOTATION else "wrong"
            judged.append(JudgedStatement(statement, verdict))
            continue
        gold = article.statements[hit]
        verdict = _verdict(statement, gold)
        if verdict == "right":
            matched.add(hit)
        judged.append(JudgedStatement(statement, verdict, gold))
    return tuple(judged), frozenset(matched)


def _find_match(
    golds: tuple[GoldStatement, ...],
    statement: Statement,
    meant: Mapping[str, frozenset[str]],
    matched: set[int],
) -> int | None:
    """Return the first annotated statement that says the same, if possible one that nothing has matched before."""
    fitting = [n for n, gold in enumerate(golds) if _says_same(statement, gold, meant)]
    return next((n for n in fitting if n not in matched), fitting[0] if fitting else None)


def _says_same(statement: Statement, gold: GoldStatement, meant: Mapping[str, frozenset[str]]) -> bool:
    if statement.relation != gold.relation:
        return False
    subjects = meant.get(statement.subject, frozenset())
    target = statement.object
    if isinstance(gold.object, str):
        objects = meant.get(target, frozenset()) if isinstance(target, str) else frozenset()
        turned = gold.relation in SYMMETRIC and gold.object in subjects and gold.subject in objects
        return turned or (gold.subject in subjects and gold.object in objects)
    return gold.subject in subjects and _is_same_literal(target, gold.object)


def _is_same_literal(target: str | Literal, wanted: Literal) -> bool:
    return not isinstance(target, str) and same_literal(target, wanted)


def _verdict(statement: Statement, gold: GoldStatement) -> Verdict:
    if not gold.required:
        return "optional"
    differ = statement.modality != gold.modality
    return "modality" if differ and {statement.modality, gold.modality} & DECISIVE else "right"
