from __future__ import annotations

from pathlib import Path

from kg.query import counts
from kg.store import Reader, open_reader, open_writer
from tests.store.examples import make_graph


def test_counts_of_the_example(reader: Reader) -> None:
    found = counts(reader)
    assert (found.articles, found.entities, found.statements, found.evidence) == (4, 16, 27, 28)
    assert found.unsourced == 0
    assert found.by_type["Company"] == 3
    assert found.by_type["Programme"] == 2
    assert found.by_relation["locatedIn"] == 2
    assert sum(found.by_relation.values()) == found.statements
    assert sum(found.by_type.values()) == found.entities


def test_counts_of_an_empty_graph_are_zero(empty: Reader) -> None:
    found = counts(empty)
    assert (found.articles, found.entities, found.statements, found.evidence, found.unsourced) == (0, 0, 0, 0, 0)
    assert (found.by_type, found.by_relation) == ({}, {})


def test_fact_of_two_articles_counts_once(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        for name in "ab":
            writer.put(make_graph(name, "aisc locatedIn pok-fu-lam"))
    found = counts(open_reader(tmp_path))
    assert (found.articles, found.entities, found.statements, found.evidence) == (2, 2, 1, 2)
    assert found.by_relation == {"locatedIn": 1}
