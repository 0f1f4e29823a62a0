"""The only place that joins the stages: one article, a page or a folder goes from bytes to the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from kg import resources
from kg.errors import KgError
from kg.extract import Explanation, Extractor, explain_article, load_extractor
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.model import Article, ArticleGraph, Problem
from kg.ontology import Ontology, load_ontology
from kg.resolve import resolve_extraction
from kg.sources import read_bytes, read_file
from kg.store import Outcome, Writer, open_writer

Result = TypeVar("Result")

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

    def explain(self, article: Article) -> Explained:
        """Return the same with what each step made of every sentence."""
        return Explained(self.understand(article), explain_article(self.extractor, article))


@dataclass(frozen=True)
class Explained:
    """What an article says, and how it was found."""

    graph: ArticleGraph
    sentences: tuple[Explanation, ...]


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
        found += _files_under(path) if path.is_dir() else [path]
    return tuple(found)


def _files_under(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def extract_paths(pipeline: Pipeline, paths: Iterable[Path]) -> Iterator[ArticleGraph | Problem]:
    """Yield what each article says, or why an input could not be read; nothing is stored."""
    for source in _files(paths):
        yield from _each_article(source, pipeline.understand)


def explain_paths(pipeline: Pipeline, paths: Iterable[Path]) -> Iterator[Explained | Problem]:
    """Yield what each article says and how it was found, or why an input could not be read."""
    for source in _files(paths):
        yield from _each_article(source, pipeline.explain)


def ingest_paths(
    pipeline: Pipeline, paths: Iterable[Path], data_dir: Path, *, progress: Progress | None = None
) -> Report:
    """Read files and folders into the graph; a bad input is reported and the others still go in."""
    return _ingest(pipeline, _files(paths), data_dir, progress)


def ingest_bytes(pipeline: Pipeline, data: bytes, name: str, data_dir: Path) -> Report:
    """Read one pasted or uploaded page into the graph."""
    return _ingest(pipeline, [_Input(name, partial(read_bytes, data, name=name))], data_dir, None)


def build_graph(
    pipeline: Pipeline, data_dir: Path, folder: Path = resources.ARTICLES, *, progress: Progress | None = None
) -> Report:
    """Build the graph from a folder of articles, by default the shipped ones; run again, it changes nothing."""
    return ingest_paths(pipeline, [folder], data_dir, progress=progress)


@dataclass(frozen=True)
class _Input:
    """Something that can be read as articles, and what to call it when that fails."""

    name: str
    read: Callable[[], tuple[Article, ...]]


def _files(paths: Iterable[Path]) -> list[_Input]:
    return [_Input(path.name, partial(read_file, path)) for path in find_files(paths)]


def _ingest(pipeline: Pipeline, inputs: Sequence[_Input], data_dir: Path, progress: Progress | None) -> Report:
    results: list[tuple[Outcome, str] | Problem] = []
    with open_writer(data_dir) as writer:
        writer.load_ontology(pipeline.ontology.folder)
        writer.load_gazetteer(pipeline.gazetteer)
        for done, source in enumerate(inputs, start=1):
            results += [_put(writer, graph) for graph in _each_article(source, pipeline.understand)]
            if progress:
                progress(done, len(inputs), source.name)
    return _report(results)


def _each_article(source: _Input, work: Callable[[Article], Result]) -> Iterator[Result | Problem]:
    articles = _attempt("sources", source.name, source.read)
    if isinstance(articles, Problem):
        yield articles
        return
    for article in articles:
        yield _attempt("extract", _name(article), partial(work, article))


def _attempt(stage: str, name: str, work: Callable[[], Result]) -> Result | Problem:
    try:
        return work()
    except (KgError, OSError) as error:
        return Problem(stage, name, str(error))
    except Exception as error:  # noqa: BLE001 - one bad article must not stop the run
        return Problem(stage, name, f"{type(error).__name__}: {error}")


def _put(writer: Writer, graph: ArticleGraph | Problem) -> tuple[Outcome, str] | Problem:
    if isinstance(graph, Problem):
        return graph
    try:
        return writer.put(graph), graph.article.id
    except KgError as error:
        return Problem("store", _name(graph.article), str(error))


def _name(article: Article) -> str:
    return article.source_file or article.id


def _report(results: Iterable[tuple[Outcome, str] | Problem]) -> Report:
    results = list(results)
    stored = [result for result in results if not isinstance(result, Problem)]

    def with_outcome(outcome: Outcome) -> tuple[str, ...]:
        return tuple(article_id for kind, article_id in stored if kind == outcome)

    return Report(
        added=with_outcome("added"),
        replaced=with_outcome("replaced"),
        unchanged=with_outcome("unchanged"),
        failed=tuple(result for result in results if isinstance(result, Problem)),
    )
