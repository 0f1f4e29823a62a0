"""Takes the query out of an HTTP request, by the rules of the SPARQL protocol."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.errors import KgError

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
READ_ONLY = "this endpoint is for reading only; use `kg ingest` to change the graph"


class ProtocolError(KgError):
    """A request that cannot be answered; `status` is the HTTP status that says so."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


async def read_query(request: Request, *, max_length: int) -> str | None:
    """Return the query of a GET or POST request, or None where a GET has none; raise ProtocolError otherwise."""
    parameters = _read_parameters(request.scope["query_string"])
    if request.method != "POST":
        return _only_query(parameters) or None
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type == UPDATE:
        raise ProtocolError(400, READ_ONLY)
    if media_type not in (FORM, QUERY):
        raise ProtocolError(415, f"send the query as {QUERY} or {FORM}, not as {media_type or 'nothing in particular'}")
    # A character is at most four bytes, and each of them three characters of a form.
    body = await _read_body(request, limit=max_length * (4 if media_type == QUERY else 12) + 1000)
    query = _only_query(parameters + ([("query", _text(body))] if media_type == QUERY else _read_parameters(body)))
    if not query:
        raise ProtocolError(400, "the request holds no query")
    return query


def _only_query(parameters: list[tuple[str, str]]) -> str | None:
    names = [name for name, _ in parameters]
    if "update" in names:
        raise ProtocolError(400, READ_ONLY)
    if {"default-graph-uri", "named-graph-uri"} & set(names):
        raise ProtocolError(400, "choose graphs inside the query, with FROM or GRAPH; the parameters are not supported")
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) > 1:
        raise ProtocolError(400, f"the request holds {len(queries)} queries; send one")
    return queries[0].strip() if queries else None


async def _read_body(request: Request, *, limit: int) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise ProtocolError(413, f"the request is larger than {limit:,} bytes")
    return body


def _read_parameters(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(_text(encoded), keep_blank_values=True, errors="strict", max_num_fields=20)
    except ValueError as error:
        raise ProtocolError(400, f"the parameters cannot be read: {error}") from error


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, f"the request is not in UTF-8: {error}") from error
