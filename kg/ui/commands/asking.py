"""The commands that read the graph: `kg query`, `kg stats`, `kg export`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.errors import QueryError
from kg.ui.console import show, show_json, show_table, tell, waiting
from kg.ui.settings import load_settings


class AnswerFormat(StrEnum):
    """How `kg query` writes."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


def query(
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="The query, in SPARQL.")] = None,
    *,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", help="Read the query from a file; - for standard input.")
    ] = None,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How to write the answer.")] = AnswerFormat.TABLE,
    endpoint: Annotated[
        str | None, typer.Option(metavar="URL", help="Ask this endpoint, not the graph on this machine.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for the answer.")] = 60.0,
) -> None:
    """Ask the graph in SPARQL.

    The prefixes hkt:, hkr:, rdf:, rdfs:, skos:, schema: and xsd: are known.
    """
    from kg.ui.answers import ask_endpoint, ask_graph, write_answer  # noqa: PLC0415 - loads the store

    question = _read_question(text, file)
    ask = ask_endpoint(endpoint, timeout) if endpoint else ask_graph(load_settings().data_dir, timeout)
    write_answer(question, form.value, ask)


def _read_question(text: str | None, file: Path | None) -> str:
    if (text is None) == (file is None):
        raise typer.BadParameter("give the query either as TEXT or with --file", param_hint="TEXT")
    if file is None:
        return str(text)
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file} cannot be read: {error}") from error


def stats(*, as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False) -> None:
    """Count what the graph holds."""
    from kg.query import counts  # noqa: PLC0415
    from kg.store import open_reader  # noqa: PLC0415

    found: dict[str, Any] = asdict(counts(open_reader(load_settings().data_dir)))
    if as_json:
        show_json(found)
        return
    numbers = [(name, value) for name, value in found.items() if not isinstance(value, dict)]
    show_table(("what", "number"), [(name, f"{value:,}") for name, value in numbers])
    for title in ("by_type", "by_relation"):
        show("")
        ordered = sorted(found[title].items(), key=lambda item: (-item[1], item[0]))
        show_table((title.removeprefix("by_"), "number"), [(name, f"{value:,}") for name, value in ordered])


def export(
    *,
    form: Annotated[
        str, typer.Option("--format", help="nquads, turtle, jsonld, csv, graphml, gexf or parquet.")
    ] = "nquads",
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="File to write.")],
) -> None:
    """Write the whole graph to a file.

    N-Quads are canonical: two graphs that say the same give the same file.
    """
    from kg.query import export_graph  # noqa: PLC0415
    from kg.store import open_reader  # noqa: PLC0415

    with waiting(f"Writing {output}"):
        export_graph(open_reader(load_settings().data_dir), form, output)
    tell(f"wrote {output}, {output.stat().st_size:,} bytes")
