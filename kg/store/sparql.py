"""Looks at the words of a SPARQL query before it runs: its form, its columns, and what must not be asked here."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal as OneOf
from typing import NamedTuple

from kg.errors import QueryError
from kg.store.federation import refuse_service

Form = OneOf["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]

UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})

DEEPEST, LONGEST = 200, 6_000
"""Nesting and number of words above which the engine may end the whole process or plan for minutes."""

# Quotes left open end with the text, and prefixes are bounded, so that no text takes longer than its length.
_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n\r]*)
    | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*+(?:\"{3}|\\?\Z) | '{3}(?:[^'\\]|\\.|'(?!''))*+(?:'{3}|\\?\Z)
                | "(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+')
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*+>)
    | (?P<variable>[?$]\w+)
    | (?P<name>(?:\w[\w.-]{0,60})?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*)
    | (?P<word>@?\w[\w-]*)
    | (?P<sign>\S)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A word of a query, its kind and where it starts."""

    kind: str
    text: str
    start: int


def tokens(query: str) -> tuple[Token, ...]:
    """Split a query into its words, comments included."""
    return tuple(Token(str(m.lastgroup), m.group(), m.start()) for m in _TOKEN.finditer(query))


def query_form(query: str) -> Form:
    """Return which of the four forms a query has; raise QueryError for anything else, updates included."""
    for token in tokens(query):
        word = token.text.upper()
        if token.kind == "word":
            for form in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"):
                if word.startswith(form):
                    return form
            if word in UPDATES:
                raise QueryError(f"{word} would change the graph; queries only read it")
            if word not in ("PREFIX", "BASE", "VERSION"):
                raise QueryError(f"a query starts with SELECT, ASK, CONSTRUCT or DESCRIBE, not with {token.text}")
    raise QueryError("the query is empty: write SELECT, ASK, CONSTRUCT or DESCRIBE")


@lru_cache(maxsize=128)
def check_query(query: str) -> Form:
    """Return the form of a query; raise QueryError for what would reach other servers or bring this one down."""
    words = tokens(query)
    if len(words) > LONGEST:
        raise QueryError(f"the query has {len(words)} words; at most {LONGEST} are answered")
    depth = deepest = 0
    for token in words:
        if token.kind == "sign":
            depth += (token.text in "{([") - (token.text in "})]")
            deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise QueryError(f"the query is nested {deepest} deep; at most {DEEPEST} levels are answered")
    refuse_service(query)
    return query_form(query)


@lru_cache(maxsize=128)
def star_columns(query: str) -> tuple[Token, tuple[str, ...]] | None:
    """Return the star of a `SELECT *` and the variables in the order of their first appearance, else None."""
    words = [token for token in tokens(query) if token.kind != "comment"]
    for place, token in enumerate(words):
        if token.kind == "word" and token.text.upper().startswith("SELECT"):
            rest = words[place + 1 : place + 3]
            star = next((t for t in rest if t.text.upper() not in ("DISTINCT", "REDUCED")), None)
            if star is None or star.text != "*":
                return None
            return star, tuple(dict.fromkeys(t.text[1:] for t in words if t.kind == "variable"))
    return None
