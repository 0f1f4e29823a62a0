"""The server process: pages and endpoint together, or the endpoint alone, announced once it answers."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from kg.errors import KgError
from kg.ui.endpoint import Endpoint
from kg.ui.settings import Settings, load_settings
from kg.ui.theme import THEME
from kg.ui.workers import QueryPool

PAGES_SCRIPT = Path(__file__).parent / "script" / "main.py"
QUERY_PAGE = "/query"
"""Address of the page where people write queries; `/sparql` is for programs."""

SAFETY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' blob: data:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""A page loads nothing from another host, and no other site can put it in a frame."""


class ServerError(KgError):
    """The server could not start."""


def build_app(settings: Settings | None = None) -> st.App:
    """Return the pages and the endpoint as one application."""
    configure_streamlit(settings)
    return st.App(PAGES_SCRIPT, **app_parts(settings))


def build_endpoint(settings: Settings) -> Starlette:
    """Return the endpoint alone."""
    pool = shared_pool(settings)
    return Starlette(
        routes=Endpoint(pool, settings).routes(),
        lifespan=_running(pool),
        middleware=[Middleware(SafetyHeaders)],
    )


def app_parts(settings: Settings | None = None) -> dict[str, Any]:
    """Return what the application has beside the pages, as arguments of `st.App`."""
    settings = settings or load_settings()
    pool = shared_pool(settings)
    routes = Endpoint(pool, settings, query_page=QUERY_PAGE).routes()
    return {"routes": routes, "lifespan": _running(pool), "middleware": [Middleware(SafetyHeaders)]}


def shared_pool(settings: Settings | None = None) -> QueryPool:
    """Return the query workers of this process, the same for the endpoint and for the pages."""
    settings = settings or load_settings()
    return _pool(settings.data_dir, settings.query_workers, settings.query_timeout)


@cache
def _pool(data_dir: Path, size: int, timeout: float) -> QueryPool:
    return QueryPool(data_dir, size=size, timeout=timeout)


def streamlit_options(settings: Settings | None = None) -> dict[str, Any]:
    """Return how Streamlit has to behave: nothing leaves the machine, no paths in errors, our colours."""
    settings = settings or load_settings()
    return {
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.toolbarMode": "minimal",
        "server.address": settings.host,
        "server.port": settings.port,
        "server.headless": True,
        "server.maxUploadSize": settings.max_upload_mb,
        "server.fileWatcherType": "none",
        "server.runOnSave": False,
        "logger.hideWelcomeMessage": True,
        **THEME,
    }


def configure_streamlit(settings: Settings | None = None) -> None:
    """Set the options in this process, whichever way the application is started."""
    for name, value in streamlit_options(settings).items():
        config.set_option(name, value)


def bind(host: str, port: int) -> socket.socket:
    """Take a port, any free one for 0; raise ServerError where it is taken or not allowed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(2048)
    except OSError as error:
        listener.close()
        reason = error.strerror or str(error)
        raise ServerError(f"cannot listen on {host}, port {port}: {reason}; choose another with --port") from error
    return listener


def address_of(listener: socket.socket) -> str:
    """Return the address that people type for a socket that listens."""
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}"


def run_server(app: ASGIApp, listener: socket.socket, *, announce: Callable[[], None]) -> None:
    """Serve until stopped; `announce` is called once requests are answered."""
    options = uvicorn.Config(app, log_level="warning", access_log=False, ws_max_size=200 * 1024**2)
    server = _AnnouncingServer(options, announce)
    server.run(sockets=[listener])
    if not server.started:
        raise ServerError("the server did not start; the reason stands above")


class _AnnouncingServer(uvicorn.Server):
    def __init__(self, options: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(options)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            await asyncio.to_thread(self._announce)


class SafetyHeaders:
    """Adds the headers to every answer that keep foreign hosts out of the pages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFETY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def _running(pool: QueryPool) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        await run_in_threadpool(pool.start)
        try:
            yield
        finally:
            pool.close()

    return lifespan
