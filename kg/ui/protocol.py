"""The SPARQL protocol without a server: what a query is, whether it is allowed, and in which format to answer it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kg.errors import QueryError

Form = Literal["rows", "boolean", "graph"]

JSON = "application/sparql-results+json"
TURTLE = "text/turtle"

RESULT_FORMATS: dict[str, str] = {
    JSON: JSON,
    "application/json": JSON,
    "application/sparql-results+xml": "application/sparql-results+xml",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "text/csv": "text/csv",
    "text/tab-separated-values": "text/tab-separated-values",
}
"""What can be asked for as the answer to SELECT and ASK, best first, and the format that it stands for."""

GRAPH_FORMATS: dict[str, str] = {
    TURTLE: TURTLE,
    "application/n-triples": "application/n-triples",
    "application/ld+json": "application/ld+json",
    "application/rdf+xml": "application/rdf+xml",
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
    "text/xml": "application/rdf+xml",
}
"""What can be asked for as the answer to CONSTRUCT and DESCRIBE."""

_FORMS: dict[str, Form] = {"SELECT": "rows", "ASK": "boolean", "CONSTRUCT": "graph", "DESCRIBE": "graph"}
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_TOKEN = re.compile(
    r"""
    (?P<skip> \#[^\n\r]*
      | <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>
      | \"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*\"\"\" | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
      | \\. | [?$]\w+ | @[\w-]+ )
  | (?P<prefix> (?:\w[\w.-]{0,60})? ) : (?: (?:[\w:]|%[0-9A-Fa-f]{2}) (?:\.*(?:[\w:-]|%[0-9A-Fa-f]{2}))* )?
  | (?P<word> \w+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True)
class Preference:
    """One entry of an Accept header."""

    media_type: str
    quality: float


def check_query(text: str, *, max_length: int) -> Form:
    """Return the form of a query; raise QueryError when it is too long, changes the graph or asks another server."""
    if len(text) > max_length:
        raise QueryError(f"the query has {len(text):,} characters; {max_length:,} are allowed")
    # An escaped keyword may count or not, depending on the parser: it is refused either way.
    if _asks_another_server(text) or _asks_another_server(_ESCAPE.sub(_unescape, text)):
        raise QueryError("SERVICE is not allowed here: this endpoint asks no other server")
    return query_form(text)


def query_form(text: str) -> Form:
    """Tell from its first keyword what a query answers with; raise QueryError where it is no query."""
    for word in _keywords(text):
        if word in _FORMS:
            return _FORMS[word]
        if word in _UPDATES:
            raise QueryError(f"{word} would change the graph; this endpoint is for reading only")
        if word not in {"PREFIX", "BASE", "VERSION"}:
            break
    raise QueryError("this is no SPARQL query: it has to say SELECT, ASK, CONSTRUCT or DESCRIBE after its prefixes")


def choose_format(accept: str | None, offered: Iterable[str]) -> str | None:
    """Return the offered media type that an Accept header likes best, or None when it takes none of them.

    Where several are liked equally, the one offered first wins, so `*/*` gives the first.
    """
    offered = tuple(offered)
    preferences = read_accept(accept or "*/*")
    rated = [(_quality(preferences, media_type), media_type) for media_type in offered]
    best = max((quality for quality, _ in rated), default=0.0)
    return next((media_type for quality, media_type in rated if quality == best), None) if best > 0 else None


def prefers_html(accept: str | None) -> bool:
    """Tell whether a browser is asking: it names HTML, and nothing that we offer, before anything else."""
    rated = sorted(read_accept(accept or ""), key=lambda preference: -preference.quality)
    return bool(rated) and rated[0].media_type in {"text/html", "application/xhtml+xml"}


def read_accept(header: str) -> tuple[Preference, ...]:
    """Read an Accept header; entries that make no sense are left out."""
    return tuple(_preferences(header))


def _preferences(header: str) -> Iterator[Preference]:
    for entry in header.split(","):
        media_type, *parameters = (part.strip().lower() for part in entry.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        if "/" in media_type and re.fullmatch(r"[01](\.\d{0,3})?", quality):
            yield Preference(media_type, min(float(quality), 1.0))


def _quality(preferences: Iterable[Preference], media_type: str) -> float:
    kind = media_type.split("/", maxsplit=1)[0]
    by_type = {p.media_type: p.quality for p in preferences}
    for name in (media_type, f"{kind}/*", "*/*"):  # the more exact entry counts
        if name in by_type:
            return by_type[name]
    return 0.0


def _keywords(text: str) -> Iterator[str]:
    return (found["word"].upper() for found in _TOKEN.finditer(text) if found["word"])


def _asks_another_server(text: str) -> bool:
    if "SERVICE" not in text.upper():
        return False
    # The parser reads `5SERVICE:x` as three tokens, so a number or a prefix can hide the keyword.
    return any("SERVICE" in (found["word"] or found["prefix"] or "").upper() for found in _TOKEN.finditer(text))


def _unescape(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= 0x10FFFF else found[0]
