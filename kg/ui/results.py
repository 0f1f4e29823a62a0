"""Answers of the query workers read back as rows and triples, with addresses shortened as people write them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kg.store import HKR, PREFIXES

_TRIPLE = re.compile(r"(?P<s><[^>]*>|_:\S+) <(?P<p>[^>]*)> (?P<o><[^>]*>|_:\S+|\"(?:[^\"\\]|\\.)*\"\S*) \.")
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Rows:
    """The answer to a SELECT query: texts as they are shown; `entities` marks the columns that hold only entities."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    entities: frozenset[str] = frozenset()


def read_rows(payload: bytes) -> Rows | bool:
    """Read an answer in SPARQL's JSON format: rows, or yes and no for ASK."""
    answer = json.loads(payload)
    if "boolean" in answer:
        return bool(answer["boolean"])
    columns = tuple(answer["head"]["vars"])
    bindings = answer["results"]["bindings"]
    rows = tuple(tuple(_text(binding.get(column)) for column in columns) for binding in bindings)
    return Rows(columns, rows, frozenset(column for column in columns if _all_entities(bindings, column)))


def read_triples(payload: bytes) -> tuple[tuple[str, str, str], ...]:
    """Read an answer in N-Triples as shortened triples."""
    found = (_TRIPLE.fullmatch(line.strip()) for line in payload.decode("utf-8").splitlines())
    return tuple((_term(match["s"]), shorten(match["p"]), _term(match["o"])) for match in found if match)


def shorten(address: str) -> str:
    """Write an address with its prefix, where it has a known one."""
    for prefix, start in PREFIXES.items():
        if address.startswith(start):
            return f"{prefix}:{address[len(start) :]}"
    return address


def entity_id(shortened: str) -> str | None:
    """Return the id of an entity from its shortened address."""
    name = shortened.removeprefix("hkr:")
    return name if shortened.startswith("hkr:") and "/" not in name else None


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Write rows as CSV that spreadsheets read as UTF-8 and never as formulas."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8")


def _text(term: dict[str, Any] | None) -> str:
    if term is None:
        return ""
    return shorten(term["value"]) if term["type"] == "uri" else str(term["value"])


def _all_entities(bindings: list[dict[str, Any]], column: str) -> bool:
    bound = [binding[column] for binding in bindings if column in binding]
    return bool(bound) and all(
        term["type"] == "uri" and term["value"].startswith(HKR) and "/" not in term["value"][len(HKR) :]
        for term in bound
    )


def _term(text: str) -> str:
    if text.startswith("<"):
        return shorten(text[1:-1])
    literal = _LITERAL.match(text)
    return json.loads(f'"{literal[1]}"', strict=False) if literal else text


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in {"=", "+", "@", "\t", "\r"} else cell
