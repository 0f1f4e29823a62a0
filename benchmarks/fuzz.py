"""Reads thousands of generated and mutated texts and says which of them the extraction could not bear.

From the root of the project: `python -m benchmarks.fuzz --number 10000`. The same seed gives the same texts.
With `--huge`, a megabyte of every shape is read too, which takes about an hour.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from datetime import date

from kg import resources
from kg.model import Article, ArticleGraph
from kg.pipeline import Pipeline, load_pipeline
from tests.extract.odd_texts import SHAPES, odd_texts

TWICE = 10  # every tenth text is read again, to see that it gives the same
HUGE = 1_000_000


def main() -> int:
    """Run the loop; the exit status is 1 where a text made trouble."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--huge", action="store_true")
    options = parser.parse_args()
    pipeline = load_pipeline()
    articles = tuple(path.read_text(encoding="utf-8") for path in sorted(resources.ARTICLES.rglob("*.txt")))
    begun, failed, slowest = time.process_time(), 0, 0.0
    texts = odd_texts(options.number, options.seed, articles)
    for number, (name, text) in enumerate(_named(texts, huge=options.huge)):
        start = time.process_time()
        problem = find_problem(pipeline, text, twice=number % TWICE == 0)
        slowest = max(slowest, time.process_time() - start)
        if problem:
            failed += 1
            sys.stdout.write(f"{name}: {problem}\n    {text[:300]!r}\n")
    seconds = time.process_time() - begun
    sys.stdout.write(
        f"{number + 1} texts, {failed} failed, {seconds:.0f} s of processor time, slowest {slowest:.2f} s\n"
    )
    return 1 if failed else 0


def _named(texts: Iterator[str], *, huge: bool) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(texts):
        yield f"text {number}", text
    if huge:
        yield from ((f"a megabyte of {name}", shape(HUGE)) for name, shape in SHAPES.items())


def find_problem(pipeline: Pipeline, text: str, *, twice: bool) -> str | None:
    """Say what goes wrong when a text is read."""
    article = Article("0" * 12, "", text, published=date(2025, 7, 5))
    try:
        graph = pipeline.understand(article)
        if twice and pipeline.understand(article) != graph:
            return "read twice, it says two things"
    except Exception as error:  # noqa: BLE001 - any error at all is what is looked for
        return f"{type(error).__name__}: {error}"
    return next(_misquotes(graph), None)


def _misquotes(graph: ArticleGraph) -> Iterator[str]:
    text = graph.article.text
    for mention in (link.mention for link in graph.links):
        if not 0 <= mention.span.start < mention.span.end <= len(text):
            yield f"the mention {mention} lies outside the text"
        elif mention.text != text[mention.span.start : mention.span.end]:
            yield f"{mention} is not what stands there"
    for found in (statement.provenance for statement in graph.statements):
        if not found.quote or found.quote != text[found.evidence.start : found.evidence.end]:
            yield f"{found} is not what stands there"


if __name__ == "__main__":
    sys.exit(main())
