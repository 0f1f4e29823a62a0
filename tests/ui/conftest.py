"""The sample graph, read in English or in Chinese."""

import pytest

from kg import resources
from kg.ontology import load_ontology
from kg.store import open_reader
from kg.ui.language import load_words
from kg.ui.visit import Visit
from tests.ui.sample import write_sample


@pytest.fixture(scope="session")
def sample_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    write_sample(folder)
    return folder


@pytest.fixture
def bundles(monkeypatch, tmp_path):
    """Stand-ins for the built files, so that tests of the Python side need no Node."""
    for name in ("graph", "sparql", "links"):
        (tmp_path / f"{name}.js").write_text(f"export default function() {{}} // {name}", encoding="utf-8")
    (tmp_path / "graph.css").write_text(".canvas{width:100%}", encoding="utf-8")
    monkeypatch.setattr(resources, "STATIC", tmp_path)


@pytest.fixture(scope="session")
def ontology():
    return load_ontology()


@pytest.fixture(scope="session")
def sample_visit(sample_dir, ontology):
    """Return a visit in a language; English readers use an English browser."""
    reader = open_reader(sample_dir)
    return lambda language="en": Visit(reader, load_words(language), ontology)


@pytest.fixture
def visit(sample_visit):
    return sample_visit("en")


@pytest.fixture
def chinese_visit(sample_visit):
    return sample_visit("zh-Hant")
