"""The commands that serve: `kg up` (pages and endpoint) and `kg serve` (endpoint alone)."""

from __future__ import annotations

import os
import sys
import webbrowser
from typing import Annotated

import typer

from kg.errors import StoreError
from kg.ui.commands.changing import build_with_progress
from kg.ui.console import finish, show, tell, waiting
from kg.ui.settings import Settings, load_settings

Host = Annotated[str | None, typer.Option(metavar="ADDRESS", help="Address to listen on; 127.0.0.1 where left out.")]
Port = Annotated[
    int | None, typer.Option(min=0, max=65535, help="Port to listen on; 8501 where left out, 0 for any free one.")
]


def up(
    *,
    host: Host = None,
    port: Port = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open the browser.")] = False,
) -> None:
    """Serve the pages and the SPARQL endpoint.

    Where there is no graph yet, it is built first from the shipped articles.
    Both addresses are printed when they answer. Ctrl-C stops the server.
    """
    with waiting("Starting"):
        from kg.ui.server import address_of, bind, build_app, run_server  # noqa: PLC0415 - loads Streamlit

    settings = _with(load_settings(), host, port)
    with bind(settings.host, settings.port) as listener:  # first of all: a taken port is better known before building
        if not _holds_articles(settings):
            _build_first()
        address = address_of(listener)

        def announce() -> None:
            show(f"Pages:  {address}\nSPARQL: {address}/sparql")
            tell("Ctrl-C stops the server.")
            if not no_browser and _can_open_browser():
                webbrowser.open(address)

        run_server(build_app(settings), listener, announce=announce)


def serve(*, host: Host = None, port: Port = None) -> None:
    """Serve the SPARQL endpoint alone.

    The addresses are /sparql, /data/<id>, /ontology and /health.
    One line with its address is printed when it answers. Ctrl-C stops the server.
    """
    from kg.store import open_reader  # noqa: PLC0415
    from kg.ui.server import address_of, bind, build_endpoint, run_server  # noqa: PLC0415

    settings = _with(load_settings(), host, port)
    open_reader(settings.data_dir)  # says so when nothing was built yet
    with bind(settings.host, settings.port) as listener:
        address = f"{address_of(listener)}/sparql"
        run_server(build_endpoint(settings), listener, announce=lambda: show(address))


def _with(settings: Settings, host: str | None, port: int | None) -> Settings:
    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    return settings.model_copy(update=given)


def _holds_articles(settings: Settings) -> bool:
    from kg.query import counts  # noqa: PLC0415
    from kg.store import open_reader  # noqa: PLC0415

    try:
        return counts(open_reader(settings.data_dir)).articles > 0
    except StoreError:
        return False


def _build_first() -> None:
    tell("There is no graph yet; building it from the shipped articles.")
    report = build_with_progress(None)
    try:
        finish(done=len(report.articles), failed=report.failed)
    except typer.Exit as outcome:
        if outcome.exit_code != 1:  # with some articles left out, there is still something to serve
            raise
    tell(f"Built from {len(report.articles)} articles.")


def _can_open_browser() -> bool:
    has_screen = sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(has_screen) and _in_terminal()


def _in_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
