"""One article, a page or a folder goes from bytes to the graph, and a bad one does not stop the others."""

import dataclasses

import pytest

from kg.model import Article, ArticleGraph, Problem
from kg.pipeline import build_graph, extract_paths, find_files, ingest_bytes, ingest_paths, load_pipeline
from kg.store import open_reader

OPENING = """Lantern Compute opens data centre in Tsuen Wan
Source: Example Wire | Published: 2025-03-04

Lantern Compute Limited opened a data centre in Tsuen Wan on Tuesday, the company said. The Lantern Data Centre has a
capacity of 12 MW.
"""
GRANT = """Grant for robot maker
Source: Example Wire | Published: 2025-03-05

Harbour Robotics Limited received HK$5 million from the Lantern Fund.
"""
COUNT_ALL = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


@pytest.fixture(scope="module")
def pipeline():
    return load_pipeline()


@pytest.fixture
def folder(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "b-opening.txt").write_text(OPENING, encoding="utf-8")
    (inbox / "a-grant.txt").write_text(GRANT, encoding="utf-8")
    return inbox


def triples(data_dir):
    return open_reader(data_dir).select(COUNT_ALL).rows


def test_find_files_walks_folders_in_order_and_skips_hidden(folder):
    (folder / ".hidden.txt").write_text("x", encoding="utf-8")
    assert [path.name for path in find_files([folder])] == ["a-grant.txt", "b-opening.txt"]


def test_extract_yields_a_graph_or_a_problem_per_input(pipeline, folder):
    (folder / "c-empty.txt").write_bytes(b"")
    kinds = [type(item) for item in extract_paths(pipeline, [folder])]
    assert kinds == [ArticleGraph, ArticleGraph, Problem]


def test_ingest_reports_a_bad_file_and_keeps_the_others(pipeline, folder, tmp_path):
    (folder / "noise.pdf").write_bytes(bytes(range(256)) * 8)
    report = ingest_paths(pipeline, [folder], tmp_path / "data")
    assert len(report.added) == 2
    assert [(problem.stage, problem.article) for problem in report.failed] == [("sources", "noise.pdf")]
    assert report.failed[0].message


def test_ingest_reports_a_missing_file(pipeline, tmp_path):
    report = ingest_paths(pipeline, [tmp_path / "nowhere.txt"], tmp_path / "data")
    assert [problem.article for problem in report.failed] == ["nowhere.txt"]


def test_ingesting_twice_changes_nothing(pipeline, folder, tmp_path):
    data = tmp_path / "data"
    first = ingest_paths(pipeline, [folder], data)
    before = triples(data)
    second = ingest_paths(pipeline, [folder], data)
    assert second.unchanged == first.added
    assert triples(data) == before


def test_a_changed_article_with_an_address_replaces_its_old_version(pipeline, tmp_path):
    data, header = tmp_path / "data", "Published: 2025-03-05"
    old = GRANT.replace(header, header + " | URL: https://example.org/grant")
    first = ingest_bytes(pipeline, old.encode(), "grant.txt", data)
    second = ingest_bytes(pipeline, old.replace("HK$5 million", "HK$6 million").encode(), "grant.txt", data)
    assert second.replaced == first.added


class BrokenExtractor:
    def __init__(self, inner):
        self.inner = inner

    def extract(self, article: Article):
        if "Grant" in article.title:
            raise ZeroDivisionError("boom")
        return self.inner.extract(article)


def test_an_article_that_breaks_extraction_does_not_stop_the_run(pipeline, folder, tmp_path):
    broken = dataclasses.replace(pipeline, extractor=BrokenExtractor(pipeline.extractor))
    report = ingest_paths(broken, [folder], tmp_path / "data")
    assert len(report.added) == 1
    assert report.failed == (Problem("extract", "a-grant.txt", "ZeroDivisionError: boom"),)


def test_progress_counts_every_input(pipeline, folder, tmp_path):
    seen = []
    ingest_paths(pipeline, [folder], tmp_path / "data", progress=lambda *step: seen.append(step))
    assert seen == [(1, 2, "a-grant.txt"), (2, 2, "b-opening.txt")]


def test_build_graph_reads_a_folder(pipeline, folder, tmp_path):
    assert len(build_graph(pipeline, tmp_path / "data", folder).added) == 2
