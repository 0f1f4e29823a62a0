"""What stays open between two runs of a page: the published graph, the vocabulary, the pipeline and running jobs."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from kg.errors import StoreError
from kg.ontology import Ontology, load_ontology
from kg.store import Reader, open_reader
from kg.ui.jobs import Jobs
from kg.ui.settings import Settings, load_settings

if TYPE_CHECKING:
    from kg.pipeline import Pipeline


class OpenGraph:
    """The newest published graph of a data folder, opened again when a newer one is there."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self._reader: Reader | None = None
        self._lock = threading.Lock()

    def newest(self) -> Reader | None:
        """Return the newest graph, or None as long as nothing was built."""
        with self._lock:
            try:
                self._reader = self._reader.fresh() if self._reader else open_reader(self.data_dir)
            except StoreError:
                self._reader = None
            return self._reader


def settings() -> Settings:
    """Return the settings of this process."""
    return load_settings()


def newest_graph() -> Reader | None:
    """Return the newest published graph, or None as long as nothing was built."""
    return _open_graph(settings().data_dir).newest()


@st.cache_resource(show_spinner=False)
def vocabulary() -> Ontology:
    """Return the types and relations of the graph."""
    return load_ontology()


@st.cache_resource(show_spinner=False)
def jobs() -> Jobs:
    """Return the ingestions that run in the background of this process."""
    return Jobs()


@st.cache_resource(show_spinner=False)
def pipeline() -> Pipeline:
    """Return the stages from bytes to graph; the first call takes seconds."""
    from kg.pipeline import load_pipeline  # noqa: PLC0415 - brings spaCy, which pages that only read need not wait for

    return load_pipeline()


@st.cache_resource(show_spinner=False)
def _open_graph(data_dir: Path) -> OpenGraph:
    return OpenGraph(data_dir)
