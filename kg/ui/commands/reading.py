"""`kg extract`: what articles say, without storing anything."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.model import ArticleGraph, Literal, Period, Phrase, Problem, Statement
from kg.ui.console import finish, progress, show, show_json, waiting
from kg.ui.explanations import explanation_lines
from kg.ui.records import graph_record, plain_number

if TYPE_CHECKING:
    from kg.pipeline import Explained


class ExtractFormat(StrEnum):
    """How `kg extract` writes."""

    JSONL = "jsonl"
    TEXT = "text"


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Articles or scraped pages, or folders of them.")],
    *,
    form: Annotated[
        ExtractFormat, typer.Option("--format", help="One JSON object per article, or lines for people.")
    ] = ExtractFormat.JSONL,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show instead how each sentence was read, step by step."),
    ] = False,
) -> None:
    """Print what articles say; nothing is stored.

    Plain text, HTML and pages that hold several articles are read. A file that cannot be read is named on standard
    error and the others go on.
    """
    with waiting("Loading the language rules"):
        from kg.pipeline import explain_paths, extract_paths, find_files, load_pipeline  # noqa: PLC0415 - loads spaCy

        pipeline = load_pipeline()
    inputs, done, failed = find_files(files), 0, list[Problem]()
    # Results that fill the terminal show the progress themselves.
    with progress("Reading", shown=not sys.stdout.isatty()) as advance:
        for number, path in enumerate(inputs, start=1):
            for item in explain_paths(pipeline, [path]) if explain else extract_paths(pipeline, [path]):
                if isinstance(item, Problem):
                    failed.append(item)
                else:
                    done += 1
                    _write(item, form)
            advance(number, len(inputs), path.name)
    finish(done=done, failed=failed)


def _write(found: ArticleGraph | Explained, form: ExtractFormat) -> None:
    if not isinstance(found, ArticleGraph):
        show("\n".join((*explanation_lines(found), "")))
    elif form is ExtractFormat.JSONL:
        show_json(graph_record(found))
    else:
        show("\n".join((*readable_lines(found), "")))


def readable_lines(graph: ArticleGraph) -> Iterable[str]:
    """Yield what an article says as people read it: a title, then each statement with its sentence."""
    labels = {entity.id: entity.label for entity in graph.entities}
    article = graph.article
    yield f"{article.title or article.id}  ({article.published or 'no date'})"
    for statement in graph.statements:
        yield f"  {_sentence(statement, labels)}"
        yield f"      “{' '.join(statement.provenance.quote.split())}”"
    if not graph.statements:
        yield "  no statement found"


def _sentence(statement: Statement, labels: dict[str, str]) -> str:
    target = statement.object
    shown = labels.get(target, target) if isinstance(target, str) else _value(target)
    modality = "" if statement.modality == "actual" else f"  [{statement.modality}]"
    return f"{labels.get(statement.subject, statement.subject)} -- {statement.relation} --> {shown}{modality}"


def _value(literal: Literal) -> str:
    match literal:
        case Period(iso):
            return iso
        case Phrase(text):
            return text
        case _:
            return f"{plain_number(literal.amount):,} {literal.unit}"
