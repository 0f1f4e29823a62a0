from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query.library import FOLDER, Parameter, canned_queries, canned_query, load_part, read_query, without_defaults
from kg.store import query_form


def test_there_are_canned_queries_for_researchers() -> None:
    assert len(canned_queries()) >= 12
    assert len({query.title for query in canned_queries()}) == len(canned_queries())


@pytest.mark.parametrize("name", [query.name for query in canned_queries()])
def test_canned_query_is_described_and_bounded(name: str) -> None:
    query = canned_query(name)
    assert query.title
    assert query.description.endswith(".")
    assert query_form(query.text) == "SELECT"
    assert "LIMIT" in query.text
    head = query.text.split("WHERE", 1)[0]
    assert all(f"?{parameter.name}" in head for parameter in query.parameters), "only projected variables can be bound"


@pytest.mark.parametrize("path", sorted((FOLDER / "parts").glob("*.rq")), ids=lambda path: path.stem)
def test_part_begins_with_what_it_asks(path: Path) -> None:
    text = load_part(path.stem)
    assert text.startswith("# ")
    assert query_form(text) == "SELECT"


def test_unknown_canned_query_names_the_known_ones() -> None:
    with pytest.raises(QueryError, match=r"choose one of .*post_holders"):
        canned_query("nothing")


def write(path: Path, *head: str) -> Path:
    path.write_text("\n".join(head) + "\nASK {}\n")
    return path


def test_query_file_is_read_with_its_parameters(tmp_path: Path) -> None:
    head = (
        "# title: A title",
        "# description: What it does.",
        "# parameter: who entity = aisc - the one asked about",
        "# parameter: words text - a text",
    )
    query = read_query(write(tmp_path / "asked.rq", *head))
    assert (query.name, query.title, query.description) == ("asked", "A title", "What it does.")
    assert query.parameters == (
        Parameter("who", "entity", "the one asked about", "aisc"),
        Parameter("words", "text", "a text"),
    )


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ((), "title"),
        (("# title: A title",), "description"),
        (("# title: A", "# description: B.", "# parameter: who somebody - x"), "write a parameter as"),
    ],
)
def test_query_file_without_description_is_refused(tmp_path: Path, head: tuple[str, ...], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        read_query(write(tmp_path / "bad.rq", *head))


def test_defaults_are_left_out_line_by_line() -> None:
    assert (
        without_defaults("a\nVALUES ?x { 1 }  # default\nb # default is not last\n") == "a\nb # default is not last\n"
    )
