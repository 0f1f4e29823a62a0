"""The commands that look for faults: `kg validate`, `kg doctor`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from kg.ui.console import show, show_json, show_table, waiting
from kg.ui.settings import load_settings

AsJson = Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")]


def validate(*, as_json: AsJson = False) -> None:
    """Check the graph against its SHACL shapes.

    The exit code is 0 when it conforms, else 1.
    """
    from kg.resources import ONTOLOGY  # noqa: PLC0415
    from kg.store import open_reader, validate_graph  # noqa: PLC0415

    with waiting("Checking the graph against its shapes"):
        violations = validate_graph(open_reader(load_settings().data_dir), ONTOLOGY)
    if as_json:
        show_json({"conforms": not violations, "violations": [asdict(violation) for violation in violations]})
    else:
        for violation in violations:
            show("\t".join(str(value) for value in asdict(violation).values()))
        show(f"{len(violations)} violations." if violations else "The graph conforms to its shapes.")
    if violations:
        raise typer.Exit(1)


def doctor(*, as_json: AsJson = False) -> None:
    """Tell what is installed and what is wrong.

    It also says where the data lies. The exit code is 1 when something is wrong.
    """
    from kg.ui.doctor import examine  # noqa: PLC0415 - loads what it examines

    checks = examine(load_settings())
    if as_json:
        show_json([asdict(check) for check in checks])
    else:
        show_table(
            ("", "what", "found"), [("ok" if check.ok else "WRONG", check.name, check.found) for check in checks]
        )
    if not all(check.ok for check in checks):
        raise typer.Exit(1)
