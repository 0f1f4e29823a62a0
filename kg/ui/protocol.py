"""The SPARQL protocol without a server: what a query is, whether it is allowed, and in which format to answer it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kg.errors import QueryError
from kg.store import sparql

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


@dataclass(frozen=True)
class Preference:
    """One entry of an Accept header."""

    media_type: str
    quality: float


def check_query(text: str, *, max_length: int) -> Form:
    """Return what a query answers with; raise QueryError when it is too long, changes the graph or asks elsewhere."""
    if len(text) > max_length:
        raise QueryError(f"the query has {len(text):,} characters; {max_length:,} are allowed")
    return _FORMS[sparql.check_query(text)]


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
