"""The commands that change the graph: `kg build`, `kg ingest`, `kg remove`, `kg rebuild`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.model import Problem
from kg.ui.console import finish, progress, show, show_json, tell, waiting
from kg.ui.settings import load_settings

if TYPE_CHECKING:
    from kg.pipeline import Report

AsJson = Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")]


def build(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Folder of articles; the shipped ones where left out.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Build the graph from a folder of articles.

    Without a folder, the shipped articles are read. Run again, it changes nothing.
    """
    if folder is not None and not folder.is_dir():
        raise typer.BadParameter(f"{folder} is no folder", param_hint="DIR")
    _report(build_with_progress(folder), as_json=as_json)


def build_with_progress(folder: Path | None) -> Report:
    """Build the graph from a folder of articles, by default the shipped ones, and show how far it is."""
    with waiting("Loading the language rules"):
        from kg.pipeline import build_graph, load_pipeline  # noqa: PLC0415 - loads spaCy
        from kg.resources import ARTICLES  # noqa: PLC0415

        pipeline = load_pipeline()
    with progress("Reading articles") as advance:
        return build_graph(pipeline, load_settings().data_dir, folder or ARTICLES, progress=advance)


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Articles or scraped pages, or folders of them.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Add articles to the graph.

    An article that is there already is replaced, or left as it is when nothing changed. A file that cannot be read is
    named on standard error, and the others go in.
    """
    with waiting("Loading the language rules"):
        from kg.pipeline import ingest_paths, load_pipeline  # noqa: PLC0415 - loads spaCy

        pipeline = load_pipeline()
    with progress("Reading articles") as advance:
        report = ingest_paths(pipeline, paths, load_settings().data_dir, progress=advance)
    _report(report, as_json=as_json)


def remove(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", help="Ids of articles, as `kg ingest` gives them.")
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Take articles out of the graph.

    Every statement that rests on them alone goes with them.
    """
    from kg.store import open_writer  # noqa: PLC0415

    missing: list[Problem] = []
    with open_writer(load_settings().data_dir) as writer:
        for article in articles:
            if not writer.remove(article.rsplit("/", 1)[-1]):
                missing.append(Problem("store", article, "there is no such article in the graph"))
    removed = len(articles) - len(missing)
    if as_json:
        show_json({"removed": removed, "failed": len(missing)})
    else:
        show(f"Removed {removed} of {len(articles)} articles.")
    finish(done=removed, failed=missing)


def rebuild(*, as_json: AsJson = False) -> None:
    """Derive anew what people query.

    It is derived from what the articles say; on a sound graph this changes nothing.
    """
    from kg.store import open_writer  # noqa: PLC0415

    with waiting("Deriving the graph anew"), open_writer(load_settings().data_dir) as writer:
        changed = bool(writer.rebuild())
    if as_json:
        show_json({"changed": changed})
    else:
        show("The graph was put right." if changed else "The graph was right already.")


def _report(report: Report, *, as_json: bool) -> None:
    counts = {name: len(getattr(report, name)) for name in ("added", "replaced", "unchanged", "failed")}
    if as_json:
        show_json(counts)
    else:
        show(", ".join(f"{count} {name}" for name, count in counts.items()))
    if not report.articles and not report.failed:
        tell("kg: no article was found there")
        raise typer.Exit(2)
    finish(done=len(report.articles), failed=report.failed)
