"""What stays open between runs."""

import shutil

from kg.ui.opened import OpenGraph
from tests.ui.sample import opening, second, write_sample


def test_there_is_no_graph_until_one_is_built(tmp_path):
    graph = OpenGraph(tmp_path)
    assert graph.newest() is None
    write_sample(tmp_path, opening())
    assert graph.newest() is not None


def test_newest_is_kept_until_another_is_published(tmp_path):
    write_sample(tmp_path, opening())
    graph = OpenGraph(tmp_path)
    first = graph.newest()
    assert graph.newest() is first
    write_sample(tmp_path, second())
    assert graph.newest().version != first.version


def test_graph_that_was_deleted_is_gone(tmp_path):
    data_dir = tmp_path / "data"
    write_sample(data_dir, opening())
    graph = OpenGraph(data_dir)
    assert graph.newest()
    shutil.rmtree(data_dir)
    assert graph.newest() is None
