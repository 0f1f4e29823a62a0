"""The one writer: puts articles and background tables into the graph and keeps what is derived from them in step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal as OneOf

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.errors import StoreError
from kg.gazetteer import Gazetteer
from kg.model import ArticleGraph
from kg.store import fingerprint, terms
from kg.store.backends import Backend, backend_named
from kg.store.changes import View, as_stored, write_update
from kg.store.derive import derive, derived_about, touched_by
from kg.store.folder import Folder, read_backend, write_backend
from kg.store.lock import hold_lock
from kg.store.ontology_graph import ontology_quads
from kg.store.rdf import article_quads, entity_quads, text_hash
from kg.store.snapshots import newest_snapshot, publish_version
from kg.store.terms import GraphName, Object, Subject, text_of
from kg.store.texts import Texts

Outcome = OneOf["added", "replaced", "unchanged"]

_DEFAULT = DefaultGraph()
_FINGERPRINT = terms.ontology_term("fingerprint")


@contextmanager
def open_writer(data_dir: Path, *, backend: str = "oxigraph", wait: float = 0) -> Iterator[Writer]:
    """Open the graph for writing and publish it when the block ends well.

    Raises StoreBusyError, naming the holder, while another process or thread writes
    for longer than `wait` seconds.
    """
    folder, engine = Folder(data_dir), backend_named(backend)
    with hold_lock(folder, wait=wait):
        _check_backend(folder, backend)
        with closing(Texts(folder.texts)) as texts:
            writer = Writer(_open_primary(folder, engine), texts, folder, engine)
            try:
                yield writer
                writer.publish()
            finally:
                writer.close()


class Writer:
    """Changes the graph; every change is whole or absent, whatever happens to the process."""

    def __init__(self, store: Store, texts: Texts, folder: Folder, backend: Backend) -> None:
        self._opened: Store | None = store
        self._texts = texts
        self._folder = folder
        self._backend = backend

    def close(self) -> None:
        """Let go of the store; this writer cannot be used any more."""
        # The engine frees its files with the last reference to the store, so nothing else may keep one.
        self._opened = None

    def put(self, graph: ArticleGraph) -> Outcome:
        """Store what an article says in place of what it said before."""
        article = graph.article
        try:
            new = as_stored(article_quads(graph))
        except ValueError as error:
            raise StoreError(f"article {article.id} ({article.title[:60]!r}) cannot be stored: {error}") from error
        name = terms.article_graph(article.id)
        old = set(self._store.quads_for_pattern(None, None, None, name))
        self._texts.keep(text_hash(article.text), article.text)
        if _without_fetch_time(old) == _without_fetch_time(new):
            return "unchanged"
        self._replace(name, old, new)
        return "replaced" if old else "added"

    def remove(self, article_id: str) -> bool:
        """Take an article, its text and all that rests on it alone out of the graph; False where there is none."""
        name = terms.article_graph(article_id)
        old = set(self._store.quads_for_pattern(None, None, None, name))
        if not old:
            return False
        self._replace(name, old, set())
        for quad in old:
            if quad.predicate == terms.TEXT_HASH and not _holds(self._store, terms.TEXT_HASH, quad.object):
                self._texts.forget(text_of(quad.object))
        return True

    def load_gazetteer(self, gazetteer: Gazetteer) -> bool:
        """Store the known names in place of those stored before; False when nothing changed."""
        new = as_stored(entity_quads(gazetteer, terms.GAZETTEER))
        old = set(self._store.quads_for_pattern(None, None, None, terms.GAZETTEER))
        self._replace(terms.GAZETTEER, old, new)
        return old != new

    def load_ontology(self, folder: Path) -> bool:
        """Store the ontology in place of the one stored before; False when nothing changed."""
        new = as_stored(ontology_quads(folder))
        old = set(self._store.quads_for_pattern(None, None, None, terms.ONTOLOGY))
        self._commit(old - new, new - old)
        return old != new

    def rebuild(self) -> bool:
        """Derive the default graph anew from all other graphs; False when it was right already."""
        view = View(self._look_up)
        held = set(self._store.quads_for_pattern(None, None, None, _DEFAULT))
        everything = touched_by(set(), set(view.match(None, None, None)), _nothing)
        right = derive(everything, view.match, _nothing)
        self._commit(held - right, right - held)
        counted = fingerprint.add_up(q for q in self._store if q.graph_name != terms.DATASET)
        self._write(_fingerprint_quads(self._fingerprint(), counted))
        return held != right

    def publish(self) -> bool:
        """Let readers see what was written; False when they see it already."""
        version = fingerprint.write(self._fingerprint())
        published = publish_version(self._folder, version, lambda path: self._backend.write_snapshot(self._store, path))
        if published:
            hashes = self._store.quads_for_pattern(None, terms.TEXT_HASH, None, None)
            self._texts.retire(text_of(quad.object) for quad in hashes)
        return published

    @property
    def _store(self) -> Store:
        if self._opened is None:
            raise StoreError("this writer is closed; open another one with open_writer")
        return self._opened

    def _look_up(
        self, subject: Subject | None, predicate: NamedNode | None, value: Object | None, graph: GraphName | None
    ) -> Iterable[Quad]:
        quads: Iterable[Quad] = self._store.quads_for_pattern(subject, predicate, value, graph)
        return quads

    def _replace(self, name: NamedNode, old: Set[Quad], new: Set[Quad]) -> None:
        def default(subject: Subject | None, predicate: NamedNode | None, value: Object | None) -> Iterable[Quad]:
            return self._look_up(subject, predicate, value, _DEFAULT)

        touched = touched_by(old, new, default)
        held = derived_about(touched, default)
        right = derive(touched, View(self._look_up, instead_of=name, stands=new).match, default)
        self._commit((old - new) | (held - right), (new - old) | (right - held))

    def _commit(self, gone: Set[Quad], come: Set[Quad]) -> None:
        if gone or come:
            before = self._fingerprint()
            removed, added = _fingerprint_quads(before, fingerprint.change(before, gone, come))
            self._write((gone | removed, come | added))

    def _fingerprint(self) -> int:
        for quad in self._store.quads_for_pattern(terms.DATASET, _FINGERPRINT, None, terms.DATASET):
            return fingerprint.read(text_of(quad.object))
        return 0

    def _write(self, change: tuple[Set[Quad], Set[Quad]]) -> None:
        # One update is one transaction: the article and all that is derived from it change together or not at all.
        gone, come = change
        if gone != come:
            self._store.update(write_update(gone, come))


def _nothing(*_pattern: object) -> Iterable[Quad]:
    return ()


def _fingerprint_quads(before: int, after: int) -> tuple[set[Quad], set[Quad]]:
    removed, added = (
        {Quad(terms.DATASET, _FINGERPRINT, Literal(fingerprint.write(number)), terms.DATASET)} if number else set()
        for number in (before, after)
    )
    return removed, added


def _without_fetch_time(quads: Set[Quad]) -> set[Quad]:
    return {quad for quad in quads if quad.predicate != terms.FETCHED_AT}


def _holds(store: Store, predicate: NamedNode, value: Object) -> bool:
    return any(True for _ in store.quads_for_pattern(None, predicate, value, None))


def _check_backend(folder: Folder, backend: str) -> None:
    written = read_backend(folder)
    if written is None:
        write_backend(folder, backend)
    elif written != backend:
        raise StoreError(
            f"the graph in {folder.graph} was written with the back end {written!r}, not {backend!r}; "
            "open it with that one or choose another data folder"
        )


def _open_primary(folder: Folder, engine: Backend) -> Store:
    try:
        return engine.open_primary(folder.primary, newest_snapshot(folder))
    except OSError as error:
        raise StoreError(f"the graph in {folder.graph} cannot be opened for writing: {error}") from error
