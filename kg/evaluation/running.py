"""Runs the extraction over annotated articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.evaluation.figures import Figures, count_figures
from kg.evaluation.gold import GoldArticle
from kg.evaluation.judging import Judged, judge
from kg.model import ArticleGraph, Problem
from kg.pipeline import Pipeline, Progress, extract_paths


@dataclass(frozen=True, slots=True)
class Case:
    """An annotated article with what was extracted from it; a page may hold several articles."""

    article: GoldArticle
    graphs: tuple[ArticleGraph, ...]


@dataclass(frozen=True)
class Evaluation:
    """A run over annotated articles; those that could not be read count as if nothing had been found."""

    cases: tuple[Case, ...]
    failed: tuple[Problem, ...] = ()

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """What was said of each article, judged."""
        return tuple(judge(case.article, case.graphs) for case in self.cases)

    @cached_property
    def figures(self) -> Figures:
        """What it all comes to."""
        return count_figures(self.judged)


def evaluate(pipeline: Pipeline, articles: Sequence[GoldArticle], *, progress: Progress | None = None) -> Evaluation:
    """Extract from every article and keep what is needed to judge it."""
    cases: list[Case] = []
    failed: list[Problem] = []
    for done, article in enumerate(articles, start=1):
        found = tuple(extract_paths(pipeline, [article.path]))
        cases.append(Case(article, tuple(graph for graph in found if not isinstance(graph, Problem))))
        failed += [problem for problem in found if isinstance(problem, Problem)]
        if progress:
            progress(done, len(articles), article.id)
    return Evaluation(tuple(cases), tuple(failed))
