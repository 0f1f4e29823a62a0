"""`kg eval`: how good the extraction is on annotated articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.ui.console import finish, progress, show, show_json, show_table, tell, waiting

if TYPE_CHECKING:
    from kg.evaluation import Evaluation

AsJson = Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")]


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder with NAME.txt and NAME.gold.json.")],
    *,
    part: Annotated[
        str | None, typer.Option(metavar="PART", help="Only this part of the folder's split.csv, such as held-out.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what is wrong and missed, with its sentence.")] = False,
    as_json: AsJson = False,
    min_f1: Annotated[float, typer.Option(help="Fail where the F1 of statements is lower.")] = 0.0,
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Fail where a measure misses its floor in this TOML file.")
    ] = None,
) -> None:
    """Measure the extraction on annotated articles.

    Prints precision, recall and F1 for each relation and type of entity, how far confidences can be trusted, and a
    summary. The exit code is 1 where a floor is missed.
    """
    evaluation = _evaluate(folder, part)
    _show(evaluation, as_json=as_json, errors=errors)
    missed = _missed_floors(evaluation, min_f1, floors)
    for line in missed:
        tell(f"kg: {line}")
    finish(done=len(evaluation.cases) - len(evaluation.failed), failed=evaluation.failed)
    if missed:
        raise typer.Exit(1)


def _evaluate(folder: Path, part: str | None) -> Evaluation:
    from kg.evaluation import read_gold  # noqa: PLC0415

    articles = read_gold(folder, part=part)
    with waiting("Loading the language rules"):
        from kg.evaluation import evaluate  # noqa: PLC0415
        from kg.pipeline import load_pipeline  # noqa: PLC0415 - loads spaCy

        pipeline = load_pipeline()
    with progress("Reading articles") as advance:
        return evaluate(pipeline, articles, progress=advance)


def _show(evaluation: Evaluation, *, as_json: bool, errors: bool) -> None:
    from kg.ui.quality import error_lines, quality_record, quality_tables, summary_line  # noqa: PLC0415

    if as_json:
        show_json(quality_record(evaluation))
        return
    if errors:
        for judged in evaluation.judged:
            show("\n".join((*error_lines(judged), "")))
    for title, (heads, rows) in quality_tables(evaluation).items():
        show(f"{title}\n")
        show_table(heads, rows)
        show("")
    show(summary_line(evaluation.figures))


def _missed_floors(evaluation: Evaluation, min_f1: float, floors: Path | None) -> list[str]:
    from kg.evaluation import Floors, fingerprint, read_floors, shortfalls  # noqa: PLC0415

    missed = list(shortfalls(evaluation.figures, Floors({"f1": min_f1})))
    if floors is None:
        return missed
    wanted = read_floors(floors)
    if wanted.articles not in {None, fingerprint(case.article for case in evaluation.cases)}:
        missed.append(f"{floors} was set on other articles: measure anew, and change its fingerprint with its floors")
    return [*missed, *shortfalls(evaluation.figures, wanted)]
