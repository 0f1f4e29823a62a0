"""How commands talk to people: results on standard output, progress and messages on standard error."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from kg.model import Problem

Advance = Callable[[int, int, str], None]
"""Called with the number of inputs done, the number in all, and the name of the one just finished."""

SECONDS_BETWEEN_LINES = 5.0
_UNLIMITED = 100_000


def show(text: str) -> None:
    """Write a result."""
    typer.echo(text)


def show_json(value: Any) -> None:
    """Write a result for programs."""
    show(json.dumps(value, ensure_ascii=False))


def show_table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a result in columns, as wide as needed where no terminal sets a limit."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(cell.replace("[", r"\[") for cell in row))
    width = None if sys.stdout.isatty() else _UNLIMITED
    Console(file=sys.stdout, width=width, highlight=False, emoji=False).print(table)


def tell(message: str) -> None:
    """Write a message for people, beside the results."""
    typer.echo(message, err=True)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show that something is going on whose length is not known."""
    console = Console(stderr=True)
    if not console.is_terminal:
        tell(f"{what} ...")
        yield
        return
    with console.status(what):
        yield


@contextmanager
def progress(what: str, *, shown: bool = True) -> Iterator[Advance]:
    """Show how far a run over many inputs is: a bar in a terminal, a line now and then elsewhere."""
    console = Console(stderr=True)
    if not shown:
        yield lambda _done, _total, _name: None
    elif console.is_terminal:
        with _bar(console) as bar:
            task = bar.add_task(what, total=None)
            yield lambda done, total, name: bar.update(task, completed=done, total=total, description=f"{what}: {name}")
    else:
        yield _lines(what)


def _bar(console: Console) -> Progress:
    words = TextColumn("{task.description}", markup=False)
    return Progress(words, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console, transient=True)


def _lines(what: str) -> Advance:
    last = time.monotonic()

    def advance(done: int, total: int, name: str) -> None:
        nonlocal last
        if time.monotonic() - last >= SECONDS_BETWEEN_LINES or done == total:
            last = time.monotonic()
            tell(f"{what}: {done} of {total} ({name})")

    return advance


def finish(*, done: int, failed: Iterable[Problem]) -> None:
    """Name every input that failed and leave with the code for it: 1 when others went well, 2 when none did."""
    problems = tuple(failed)
    for problem in problems:
        tell(f"kg: {problem.article}: {problem.message.removeprefix(f'{problem.article}: ')}")
    if problems:
        raise typer.Exit(1 if done else 2)
