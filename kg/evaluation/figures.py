"""Figures over many judged articles: precision, recall and F1, in all and for each relation and type."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.judging import Judged

SAMPLES = 500  # drawn from the articles to see how much F1 depends on which articles they happen to be
MIDDLE = 0.95


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def wanted(self) -> int:
        """How many there were to find."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what there was that was found."""
        return share(self.right, self.wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return share(2 * self.right, 2 * self.right + self.wrong + self.missed)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run over annotated articles comes to."""

    articles: int
    statements: Counts
    relations: Mapping[str, Counts]
    entities: Counts
    types: Mapping[str, Counts]
    typed: int  # entities that are some annotated one
    typed_right: int
    emitted: int  # statements of any verdict
    optional: int
    modalities: Mapping[tuple[str, str], int]  # of statements with right ends: (as annotated, as found)
    modality_errors: int
    f1_between: tuple[float, float]  # 95 % of samples of the articles have an F1 in here

    @property
    def type_accuracy(self) -> float:
        """The share of the entities found that have a right type."""
        return share(self.typed_right, self.typed)

    @property
    def modality_share(self) -> float:
        """The share of all statements of the output that would be right with another modality."""
        return share(self.modality_errors, self.emitted)

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the relations that the annotation requires anywhere."""
        asked = [counts.f1 for counts in self.relations.values() if counts.wanted]
        return share(sum(asked), len(asked))


def count_figures(judged: Sequence[Judged]) -> Figures:
    """Add up what was judged of each article."""
    statements = [statement for article in judged for statement in article.statements]
    entities = [entity for article in judged for entity in article.entities if entity.meant]
    return Figures(
        articles=len(judged),
        statements=sum(map(statement_counts, judged), Counts()),
        relations=_by_relation(judged),
        entities=sum(map(entity_counts, judged), Counts()),
        types=_by_type(judged),
        typed=len(entities),
        typed_right=sum(entity.has_right_type for entity in entities),
        emitted=len(statements),
        optional=sum(statement.verdict == "optional" for statement in statements),
        modalities=Counter(
            (each.gold.modality, each.statement.modality)
            for each in statements
            if each.gold and each.verdict in {"right", "modality"}
        ),
        modality_errors=sum(statement.verdict == "modality" for statement in statements),
        f1_between=_f1_between([statement_counts(article) for article in judged]),
    )


def statement_counts(judged: Judged) -> Counts:
    """Count the statements of one article; several that say the same count once."""
    return Counts(len(judged.matched), len(judged.with_verdict("wrong", "modality")), len(judged.missed))


def entity_counts(judged: Judged) -> Counts:
    """Count the entities of one article; the wrong ones have a name that the annotation does not know."""
    required = sum(entity.required for entity in judged.article.entities)
    missed = len(judged.missed_entities)
    return Counts(required - missed, sum(not entity.meant for entity in judged.entities), missed)


def share(part: float, whole: float) -> float:
    """Return a part of a whole; nothing of nothing is nothing."""
    return part / whole if whole else 0.0


def _by_relation(judged: Sequence[Judged]) -> dict[str, Counts]:
    table: dict[str, Counts] = defaultdict(Counts)
    for article in judged:
        for gold in article.matched:
            table[gold.relation] += Counts(right=1)
        for gold in article.missed:
            table[gold.relation] += Counts(missed=1)
        for each in article.with_verdict("wrong", "modality"):
            table[each.statement.relation] += Counts(wrong=1)
    return _most_wanted_first(table)


def _by_type(judged: Sequence[Judged]) -> dict[str, Counts]:
    table: dict[str, Counts] = defaultdict(Counts)
    for article in judged:
        missed = {entity.key for entity in article.missed_entities}
        for entity in article.article.entities:
            if entity.required:
                table[entity.type] += Counts(missed=1) if entity.key in missed else Counts(right=1)
        for found in article.entities:
            if not found.meant:
                table[found.entity.type] += Counts(wrong=1)
    return _most_wanted_first(table)


def _most_wanted_first(table: Mapping[str, Counts]) -> dict[str, Counts]:
    return dict(sorted(table.items(), key=lambda row: (-row[1].wanted, row[0])))


def _f1_between(counts: Sequence[Counts]) -> tuple[float, float]:
    if not counts:
        return 0.0, 0.0
    draw: Callable[[Sequence[Counts]], Counts] = random.Random(0).choice  # noqa: S311 - a fixed sample, no secret
    samples = sorted(sum((draw(counts) for _ in counts), Counts()).f1 for _ in range(SAMPLES))
    tail = (1 - MIDDLE) / 2
    return samples[int(tail * SAMPLES)], samples[int((1 - tail) * SAMPLES) - 1]
