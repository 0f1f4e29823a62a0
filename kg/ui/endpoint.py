"""The graph over HTTP for programs: `/sparql`, `/data/<id>`, `/ontology` and `/health`.

The routes serve alone (`kg serve`) and beside the pages (`kg up`); see `kg.ui.server`.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kg import __version__
from kg.errors import KgError, QueryError, StoreError
from kg.store import open_reader
from kg.ui.descriptions import ONTOLOGY_QUERY, service_query, thing_queries
from kg.ui.plain_page import plain_query_page
from kg.ui.protocol import GRAPH_FORMATS, JSON, RESULT_FORMATS, check_query, choose_format, prefers_html
from kg.ui.settings import Settings
from kg.ui.sparql_request import ProtocolError, read_query
from kg.ui.workers import BusyError, QueryCrashError, QueryPool, QueryTimeoutError

METHODS = ["GET", "HEAD", "OPTIONS"]
_LOGGER = logging.getLogger(__name__)
RETRY_AFTER = {"Retry-After": "5"}
_STATUS: tuple[tuple[type[KgError], int], ...] = (
    (BusyError, 503),
    (QueryTimeoutError, 503),
    (QueryCrashError, 500),
    (QueryError, 400),
    (StoreError, 503),
)

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Endpoint:
    """Answers requests with the help of a pool of query workers.

    `query_page` is the address of the page where people write queries, when the pages are served too.
    """

    pool: QueryPool
    settings: Settings
    query_page: str | None = None

    def routes(self) -> list[Route]:
        """Return what is served, for a Starlette or a Streamlit application."""
        return [
            _open_route("/sparql", self.sparql, [*METHODS, "POST"]),
            _open_route("/data/{local:path}", self.data, METHODS),
            _open_route("/ontology", self.ontology, METHODS),
            _open_route("/health", self.health, METHODS),
        ]

    async def sparql(self, request: Request) -> Response:
        """Answer a query in the format asked for; without one, describe the service."""
        query = await read_query(request, max_length=self.settings.max_query_length)
        if request.method != "POST" and prefers_html(request.headers.get("accept")) and (self.query_page or not query):
            return self._page(query)
        return await self._answer(request, query or service_query(str(request.url.replace(query=""))))

    async def data(self, request: Request) -> Response:
        """Tell all about one thing, by the end of its IRI."""
        local = request.scope["raw_path"].decode("ascii", "replace").split("/data/", 1)[1]
        queries = thing_queries(local)
        if queries is None or b"true" not in await run_in_threadpool(self.pool.answer, queries[0], JSON):
            raise ProtocolError(404, f"nothing is known about {local}")
        return await self._answer(request, queries[1])

    async def ontology(self, request: Request) -> Response:
        """Give the whole ontology."""
        return await self._answer(request, ONTOLOGY_QUERY)

    async def health(self, _request: Request) -> Response:
        """Tell programs that the server runs and which version of the graph it answers from."""
        try:
            version: str | None = await run_in_threadpool(lambda: open_reader(self.settings.data_dir).version)
        except StoreError:
            version = None
        state = "ok" if version else "empty"
        return JSONResponse({"status": state, "graph": version, "release": __version__})

    def _page(self, query: str | None) -> Response:
        if not self.query_page:
            return HTMLResponse(plain_query_page())
        return RedirectResponse(self.query_page + (f"?{urlencode({'query': query})}" if query else ""), status_code=303)

    async def _answer(self, request: Request, query: str) -> Response:
        form = await run_in_threadpool(check_query, query, max_length=self.settings.max_query_length)
        formats = GRAPH_FORMATS if form == "graph" else RESULT_FORMATS
        media_type = choose_format(request.headers.get("accept"), formats)
        if media_type is None:
            raise ProtocolError(406, f"the answer can be had as {', '.join(formats)}")
        answer = await run_in_threadpool(self.pool.answer, query, formats[media_type])
        return Response(answer, media_type=media_type, headers={"Vary": "Accept"})


def _open_route(path: str, handler: Handler, methods: list[str]) -> Route:
    """Return a route that programs in any web page may use, and whose failures are told in one line of text."""

    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": ", ".join(methods)})
        return await _answer_or_tell(handler, request)

    cors = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=methods, allow_headers=["*"])
    return Route(path, answer, methods=methods, middleware=[cors])


async def _answer_or_tell(handler: Handler, request: Request) -> Response:
    try:
        return await handler(request)
    except ProtocolError as error:
        return _tell(error.status, error)
    except KgError as error:
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
        return _tell(status, error, headers=RETRY_AFTER if isinstance(error, BusyError) else None)
    except Exception:
        _LOGGER.exception("%s %s failed", request.method, request.url.path)
        return _tell(500, "the server failed on this request; its log says why")


def _tell(status: int, message: object, *, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{message}\n", status_code=status, headers=headers)
