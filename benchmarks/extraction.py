"""Measures our extraction beside the tools that can be run on the same machine, on the same annotated articles.

From the root of the project, with the packages of `benchmarks/requirements.txt` installed:

    python -m benchmarks.extraction [FOLDER] [--part PART] [--parser PIPELINE]

FOLDER holds annotated articles as `kg eval` reads them. textacy needs a spaCy pipeline with tagger and parser, which is
no part of this project: name its folder with --parser, else textacy is left out. Writes a Markdown table to standard
output and all figures to `benchmarks/results/extraction.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.mapping import Lexicon, Mark, count_usual, mark_names, state
from benchmarks.triples import Triple, TripleFinder, iknow_finder, pairs_of, textacy_finder
from kg import resources
from kg.evaluation import Figures, GoldArticle, count_figures, evaluate, fingerprint, judge, read_gold
from kg.extract.annotations import VALUES, layer
from kg.model import Article, Period, Quantity, Span
from kg.pipeline import Pipeline, load_pipeline
from kg.sources import read_file

TRAINING = resources.ROOT / "data" / "training"
RESULTS = Path(__file__).parent / "results" / "extraction.json"
Reading = Callable[["Prepared"], Iterable[Triple]]


@dataclass(frozen=True)
class Prepared:
    """An annotated article with the names, values and sentences that peers are given."""

    gold: GoldArticle
    article: Article
    marks: list[Mark]
    sentences: list[Span]


def main() -> int:
    """Measure all and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=TRAINING)
    parser.add_argument("--part", help="of the folder's split; by default held-out where there is a split")
    parser.add_argument("--parser", type=Path, help="folder of a spaCy pipeline with tagger and parser, for textacy")
    options = parser.parse_args()
    part = options.part or ("held-out" if (options.folder / "split.csv").is_file() else None)
    articles = read_gold(options.folder, part=part)
    pipeline = load_pipeline()
    systems = {"this project": evaluate(pipeline, articles).figures}
    lexicons = _lexicons(pipeline, {article.id for article in articles})
    prepared = [_prepare(article, pipeline) for article in articles]
    for name, reading in _peers(options.parser):
        systems[name] = _best(reading, prepared, lexicons)
    _write(systems, articles)
    return 0


def _lexicons(pipeline: Pipeline, measured: set[str]) -> list[Lexicon]:
    """Return the mappings to try: one that needs a trigger word, and one that also goes by the types alone."""
    training = [article for article in read_gold(TRAINING) if article.id not in measured]
    usual = count_usual(training, pipeline.ontology)
    return [Lexicon(pipeline.ontology, usual, must_say) for must_say in (True, False)]


def _prepare(gold: GoldArticle, pipeline: Pipeline) -> Prepared:
    article = read_file(gold.path)[0]
    doc = pipeline.extractor.read(article)
    marks = mark_names(gold, article.text)
    for span in layer(doc, VALUES):
        if isinstance(span._.value, Quantity | Period):
            marks.append(Mark(Span(span.start_char, span.end_char), span._.value, (span.label_,)))
    return Prepared(gold, article, marks, [Span(sentence.start_char, sentence.end_char) for sentence in doc.sents])


def _peers(parser: Path | None) -> Iterator[tuple[str, Reading]]:
    finders: list[tuple[str, Callable[[], TripleFinder]]] = [("iknowpy", iknow_finder)]
    if parser is not None:
        finders.append(("textacy", lambda: textacy_finder(parser)))
    for package, load in finders:
        try:
            find = load()
        except ImportError as error:
            sys.stderr.write(f"{package} is left out: {error}\n")
            continue
        yield f"{package} {_version(package)}", lambda prepared, find=find: find(prepared.article.text)
    yield (
        "names in one sentence",
        lambda prepared: pairs_of(prepared.sentences, [mark.span for mark in prepared.marks], prepared.article.text),
    )


def _best(reading: Reading, prepared: list[Prepared], lexicons: list[Lexicon]) -> Figures:
    """Return the figures of the mapping that serves a peer best."""
    triples = [list(reading(each)) for each in prepared]
    runs = [
        count_figures(
            [
                judge(each.gold, [state(each.article, each.gold, each.marks, found, lexicon)])
                for each, found in zip(prepared, triples, strict=True)
            ]
        )
        for lexicon in lexicons
    ]
    return max(runs, key=lambda figures: figures.statements.f1)


def _write(systems: dict[str, Figures], articles: Iterable[GoldArticle]) -> None:
    rows = {name: _row(figures) for name, figures in systems.items()}
    result = {"articles": len(tuple(articles)), "fingerprint": fingerprint(articles), "systems": rows}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    lines = ["| system | precision | recall | F1 | right | wrong | missed |", "|---|---|---|---|---|---|---|"]
    lines += [
        f"| {name} | {row['precision']:.2f} | {row['recall']:.2f} | {row['f1']:.2f} | {row['right']} | {row['wrong']} "
        f"| {row['missed']} |"
        for name, row in rows.items()
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _row(figures: Figures) -> dict[str, Any]:
    counts = figures.statements
    shares = {name: round(getattr(counts, name), 4) for name in ("precision", "recall", "f1")}
    return {**shares, "right": counts.right, "wrong": counts.wrong, "missed": counts.missed}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"


if __name__ == "__main__":
    sys.exit(main())
