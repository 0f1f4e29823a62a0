"""What `kg doctor` looks at: what is installed, where the data lies, what state it is in."""

from __future__ import annotations

import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import httpx

from kg import __version__, resources
from kg.errors import KgError, StoreBusyError, StoreError
from kg.query import articles, counts
from kg.store import Reader, open_reader
from kg.store.folder import Folder
from kg.store.lock import hold_lock
from kg.ui.server import bind
from kg.ui.settings import Settings

LIBRARIES = ("spacy", "rdflib", "pyoxigraph", "pyshacl", "streamlit", "starlette", "uvicorn", "trafilatura")
LEAST_FREE_BYTES = 200 * 1024**2
FRONT_END = ("graph.js", "sparql.js", "links.js")


@dataclass(frozen=True)
class Check:
    """One thing that was looked at; `ok` is False where it keeps the program from working."""

    name: str
    ok: bool
    found: str


def examine(settings: Settings) -> tuple[Check, ...]:
    """Look at everything; a look that fails is itself a finding."""
    looks: tuple[tuple[str, Callable[[Settings], Iterator[Check]]], ...] = (
        ("program", _program),
        ("shipped data", _shipped),
        ("front end", _front_end),
        ("data folder", _data_folder),
        ("graph", _graph),
        ("writer", _writer),
        ("port", _port),
    )
    return tuple(check for name, look in looks for check in _safely(name, look, settings))


def _safely(name: str, look: Callable[[Settings], Iterator[Check]], settings: Settings) -> Iterator[Check]:
    try:
        yield from look(settings)
    except (KgError, OSError) as error:
        yield Check(name, ok=False, found=str(error))


def _program(_settings: Settings) -> Iterator[Check]:
    yield Check("program", ok=True, found=f"kg {__version__} in {resources.ROOT}")
    yield Check("Python", ok=True, found=f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    for library in LIBRARIES:
        try:
            yield Check(library, ok=True, found=version(library))
        except PackageNotFoundError:
            yield Check(library, ok=False, found="is not installed; install this package again")


def _shipped(_settings: Settings) -> Iterator[Check]:
    for name, folder, pattern in (
        ("relations", resources.ONTOLOGY / "relations", "*.ttl"),
        ("known names", resources.GAZETTEER, "*.csv"),
        ("shipped articles", resources.ARTICLES, "*"),
    ):
        number = len(list(folder.glob(pattern)))
        yield Check(name, ok=number > 0, found=f"{number} files in {folder}")


def _front_end(_settings: Settings) -> Iterator[Check]:
    missing = [name for name in FRONT_END if not (resources.STATIC / name).is_file()]
    told = f"{', '.join(missing)} missing; install the package with pip, which builds it"
    yield Check("front end", ok=not missing, found=told if missing else str(resources.STATIC))


def _data_folder(settings: Settings) -> Iterator[Check]:
    folder = settings.data_dir
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    with tempfile.TemporaryFile(dir=existing):
        pass
    free = shutil.disk_usage(existing).free
    enough = free >= LEAST_FREE_BYTES
    yield Check("data folder", ok=enough, found=f"{folder} can be written, {free / 1024**3:.1f} GB free")


def _graph(settings: Settings) -> Iterator[Check]:
    if not (settings.data_dir / "graph").exists():
        yield Check("graph", ok=True, found="none yet; `kg build` or `kg up` makes it")
        return
    reader = open_reader(settings.data_dir)
    found = counts(reader)
    told = (
        f"version {reader.version}: {found.articles} articles, {found.entities} entities, {found.statements} statements"
    )
    yield Check("graph", ok=found.unsourced == 0, found=f"{told}, {found.unsourced} of them without evidence")
    rows = articles(reader, found.articles, 0)
    lost = [row.id for row in rows if not _has_text(reader, row.id)]
    told = f"missing for {', '.join(lost[:5])}; ingest these articles again" if lost else f"{len(rows)} texts"
    yield Check("article texts", ok=not lost, found=told)


def _has_text(reader: Reader, article_id: str) -> bool:
    try:
        return bool(reader.text(article_id))
    except StoreError:
        return False


def _writer(settings: Settings) -> Iterator[Check]:
    folder = Folder(settings.data_dir)
    if not folder.graph.exists():
        return
    try:
        with hold_lock(folder):
            yield Check("writer", ok=True, found="nobody is writing")
    except StoreBusyError as busy:
        yield Check("writer", ok=True, found=str(busy))


def _port(settings: Settings) -> Iterator[Check]:
    try:
        bind(settings.host, settings.port).close()
    except KgError as error:
        ours = _is_ours(settings)
        yield Check("port", ok=ours, found="`kg` is serving there already" if ours else str(error))
    else:
        yield Check("port", ok=True, found=f"{settings.host}, port {settings.port} is free")


def _is_ours(settings: Settings) -> bool:
    try:
        answer = httpx.get(f"http://{settings.host}:{settings.port}/health", timeout=2.0, trust_env=False)
        return "release" in answer.json()
    except (httpx.HTTPError, ValueError):
        return False
