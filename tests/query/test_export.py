from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx as nx
import pytest

from kg.errors import QueryError
from kg.query import EXPORTERS, export_graph
from kg.query.export import COLUMNS
from kg.store import Reader, open_reader, open_writer
from tests.store.examples import make_graph


def written(reader: Reader, file_format: str, folder: Path) -> Path:
    path = folder / f"graph.{file_format}"
    export_graph(reader, file_format, path)
    return path


@pytest.mark.parametrize("file_format", EXPORTERS)
def test_export_writes_one_file(reader: Reader, tmp_path: Path, file_format: str) -> None:
    path = written(reader, file_format, tmp_path)
    assert path.stat().st_size > 500
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("file_format", sorted(set(EXPORTERS) - {"gexf"}))
def test_export_of_the_same_graph_is_the_same(reader: Reader, file_format: str) -> None:
    assert EXPORTERS[file_format](reader) == EXPORTERS[file_format](reader)


@pytest.mark.parametrize("file_format", EXPORTERS)
def test_export_of_an_empty_graph_works(empty: Reader, tmp_path: Path, file_format: str) -> None:
    assert written(empty, file_format, tmp_path).exists()


def test_csv_has_a_row_for_each_sentence(reader: Reader, tmp_path: Path) -> None:
    lines = list(csv.DictReader(io.StringIO(written(reader, "csv", tmp_path).read_text(encoding="utf-8-sig"))))
    assert tuple(lines[0]) == COLUMNS
    assert len(lines) == 28
    (budget,) = [line for line in lines if line["value"] == "3000000000" and line["relation"] == "hasBudget"]
    assert (budget["object"], budget["object_type"], budget["qualifiers"]) == (
        "HK$3,000,000,000",
        "HKD",
        "bound: more than",
    )
    assert (budget["subject_id"], budget["article"], budget["modality"]) == ("subsidy-scheme", "opening", "actual")
    assert reader.text("opening")[int(budget["start"]) : int(budget["end"])] == budget["quote"]


def test_csv_cells_are_no_formulas(tmp_path: Path) -> None:
    with open_writer(tmp_path / "data") as writer:
        writer.put(make_graph("a", "lee said '=1+1:text'", "lee said '@home:text'"))
    text = written(open_reader(tmp_path / "data"), "csv", tmp_path).read_text(encoding="utf-8-sig")
    assert {row["object"] for row in csv.DictReader(io.StringIO(text))} == {"'=1+1", "'@home"}


@pytest.mark.parametrize(("file_format", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_network_holds_entities_and_statements(reader: Reader, tmp_path: Path, file_format: str, read: object) -> None:
    network = read(written(reader, file_format, tmp_path))  # type: ignore[operator]
    assert set(network) >= {"aisc", "cyberport", "nowhere-fund"}
    assert network.nodes["aisc"]["type"] == "Facility"
    assert network.nodes["aisc"]["label_zh"] == "人工智能超算中心"
    relations = {data["relation"] for _, _, data in network.edges("cyberport", data=True)}
    assert relations == {"operates", "builds"}


def test_parquet_holds_the_same_table_as_csv(reader: Reader, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(written(reader, "parquet", tmp_path))
    assert tuple(table.column_names) == COLUMNS
    assert table.num_rows == 28


def test_unknown_format_names_the_known_ones(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="choose one of nquads"):
        export_graph(reader, "docx", tmp_path / "graph.docx")


def test_file_that_cannot_be_written_is_named(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="cannot be written"):
        export_graph(reader, "turtle", tmp_path)
    assert list(tmp_path.parent.glob(".*.new")) == []
