"""The only place that joins the stages: one article, a page or a folder goes from bytes to the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg import resources
from kg.errors import KgError, SourceError
from kg.extract import Extractor, load_extractor
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.model import Article, ArticleGraph, Problem
from kg.ontology import Ontology, load_ontology
from kg.resolve import resolve_extraction
from kg.sources import read_bytes, read_file
from kg.store import Writer, open_writer

Progress = Callable[[int, int, str], None]
"""Called with the number of inputs done, the number in all, and the name of the one just finished."""


@dataclass(frozen=True)
class Pipeline:
    """The stages between bytes and graph, loaded once and used for many articles."""

    ontology: Ontology
    gazetteer: Gazetteer
    extractor: Extractor

    def understand(self, article: Article) -> ArticleGraph:
        """Return the entities and statements of one article."""
        return resolve_extraction(self.extractor.extract(article), self.gazetteer)


@dataclass(frozen=True)
class Report:
    """What a run did to the graph: article ids by outcome, and the inputs that failed."""

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[Problem, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of all articles that are now in the graph."""
        return self.added + self.replaced + self.unchanged


def load_pipeline(*, ontology: Path = resources.ONTOLOGY, gazetteer: Path = resources.GAZETTEER) -> Pipeline:
    """Load the ontology, the known names and the extractor."""
    relations, names = load_ontology(ontology), load_gazetteer(gazetteer)
    return Pipeline(relations, names, load_extractor(relations, names))


def find_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """List the files to read: folders are searched in sorted order, hidden files left out."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")) if path.is_dir() else [path]
        found += inside
    return tuple(found)


def extract_paths(pipeline: Pipeline, paths: Iterable[Path]) -> Iterator[ArticleGraph | Problem]:
    """Yield what each article says, or why an input could not be read; nothing is stored."""
    for path in find_files(paths):
        for item in _attempt_read(path.name, lambda path=path: read_file(path)):  # type: ignore[misc]
            yield item if isinstance(item, Problem) else _attempt_understand(pipeline, item)


def ingest_paths(
    pipeline: Pipeline, paths: Iterable[Path], data_dir: Path, *, progress: Progress | None = None
) -> Report:
    """Read files and folders into the graph; a bad input is reported and the others still go in."""
    files = find_files(paths)
    outcomes: list[tuple[str, str]] = []
    failed: list[Problem] = []
    with open_writer(data_dir) as writer:
        _prepare(pipeline, writer)
        for done, path in enumerate(files, start=1):
            for item in _attempt_read(path.name, lambda path=path: read_file(path)):  # type: ignore[misc]
                _store(pipeline, writer, item, outcomes, failed)
            if progress:
                progress(done, len(files), path.name)
    return _report(outcomes, failed)


def ingest_bytes(pipeline: Pipeline, data: bytes, name: str, data_dir: Path) -> Report:
    """Read one pasted or uploaded page into the graph."""
    outcomes: list[tuple[str, str]] = []
    failed: list[Problem] = []
    with open_writer(data_dir) as writer:
        _prepare(pipeline, writer)
        for item in _attempt_read(name, lambda: read_bytes(data, name=name)):
            _store(pipeline, writer, item, outcomes, failed)
    return _report(outcomes, failed)


def build_graph(
    pipeline: Pipeline, data_dir: Path, folder: Path = resources.ARTICLES, *, progress: Progress | None = None
) -> Report:
    """Build the graph from a folder of articles, by default the shipped ones; run again, it changes nothing."""
    return ingest_paths(pipeline, [folder], data_dir, progress=progress)


def _prepare(pipeline: Pipeline, writer: Writer) -> None:
    writer.load_ontology(pipeline.ontology.folder)
    writer.load_gazetteer(pipeline.gazetteer)


def _attempt_read(name: str, read: Callable[[], tuple[Article, ...]]) -> Iterator[Article | Problem]:
    try:
        yield from read()
    except (SourceError, OSError) as error:
        yield Problem("sources", name, str(error))


def _attempt_understand(pipeline: Pipeline, article: Article) -> ArticleGraph | Problem:
    try:
        return pipeline.understand(article)
    except Exception as error:  # noqa: BLE001 - one bad article must not stop the run
        return Problem("extract", article.source_file or article.id, f"{type(error).__name__}: {error}")


def _store(
    pipeline: Pipeline,
    writer: Writer,
    item: Article | Problem,
    outcomes: list[tuple[str, str]],
    failed: list[Problem],
) -> None:
    graph = item if isinstance(item, Problem) else _attempt_understand(pipeline, item)
    if isinstance(graph, Problem):
        failed.append(graph)
        return
    try:
        outcomes.append((writer.put(graph), graph.article.id))
    except KgError as error:
        failed.append(Problem("store", graph.article.source_file or graph.article.id, str(error)))


def _report(outcomes: list[tuple[str, str]], failed: list[Problem]) -> Report:
    by_outcome = {kind: tuple(i for k, i in outcomes if k == kind) for kind in ("added", "replaced", "unchanged")}
    return Report(**by_outcome, failed=tuple(failed))
