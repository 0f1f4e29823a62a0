"""Queries must not make this machine ask other servers: SERVICE is refused, however it is hidden.

The engine needs no space after the keyword, reads `5SERVICE:x` as three words, and `<` as "less than" or as an IRI, as
fits. So a text is cut up generously here: SERVICE may occur in strings, comments, absolute IRIs and the local part of
names only, and an IRI that might hide a comment sign counts as it. Every alternative of the pattern takes time
linear in the text, also when quotes are left open.
"""

from __future__ import annotations

import re

from kg.errors import QueryError

_TOKEN = re.compile(
    r"""
    (?P<iri> <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*> )
  | (?P<skip> \#[^\n\r]*
      | \"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*+(?:\"\"\"|\\?\Z) | '{3}(?:[^'\\]|\\.|'(?!''))*+(?:'{3}|\\?\Z)
      | "(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+'
      | \\. | [?$]\w+ | @[\w-]+ )
  | (?P<prefix> (?:\w[\w.-]{0,60})? ) : (?: (?:[\w:]|%[0-9A-Fa-f]{2}) (?:\.*(?:[\w:-]|%[0-9A-Fa-f]{2}))* )?
  | (?P<word> \w+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ABSOLUTE = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def refuse_service(query: str) -> None:
    """Raise QueryError for a query that asks another server."""
    # An escaped keyword may count or not, depending on the parser: it is refused either way.
    if _asks_another_server(query) or _asks_another_server(_ESCAPE.sub(_unescape, query)):
        raise QueryError("SERVICE is refused: queries are answered from this graph only")


def _asks_another_server(text: str) -> bool:
    if "SERVICE" not in text.upper():
        return False
    return any(
        "SERVICE" in (found["word"] or found["prefix"] or "").upper() or _is_doubtful(found["iri"] or "")
        for found in _TOKEN.finditer(text)
    )


def _is_doubtful(iri: str) -> bool:
    return "#" in iri and not _ABSOLUTE.match(iri)


def _unescape(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= 0x10FFFF else found[0]
