"""Running the extraction over annotated articles."""

from dataclasses import dataclass, replace
from pathlib import Path

from kg.evaluation import evaluate
from kg.evaluation.gold import GoldArticle
from kg.model import Article, ArticleGraph
from tests.evaluation.made import gold, graph


@dataclass
class Echo:
    """Understands the article `good.txt` only."""

    def understand(self, article: Article) -> ArticleGraph:
        if article.source_file != "good.txt":
            raise ValueError("cannot read this")
        return graph("bay builds dock")


def articles(folder: Path) -> list[GoldArticle]:
    for name in ("good", "bad"):
        (folder / f"{name}.txt").write_text("Title\n\nA sentence that is long enough to be read.\n", encoding="utf-8")
    made = gold("bay builds dock")
    return [replace(made, id=name, path=folder / f"{name}.txt") for name in ("good", "bad")]


def test_evaluate_judges_what_was_extracted_and_reports_what_failed(tmp_path):
    steps = []
    evaluation = evaluate(Echo(), articles(tmp_path), progress=lambda *step: steps.append(step))
    assert [(case.article.id, len(case.graphs)) for case in evaluation.cases] == [("good", 1), ("bad", 0)]
    assert [problem.article for problem in evaluation.failed] == ["bad.txt"]
    assert steps == [(1, 2, "good"), (2, 2, "bad")]
    assert (evaluation.figures.statements.right, evaluation.figures.statements.missed) == (1, 1)
    assert [judged.article.id for judged in evaluation.judged] == ["good", "bad"]
