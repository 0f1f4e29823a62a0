"""Answers of the query workers read back as rows and triples, with addresses shortened as people write them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from kg.store import HKR, HKT, PREFIXES

_TRIPLE = re.compile(r"(?P<s><[^>]*>|_:\S+) <(?P<p>[^>]*)> (?P<o><[^>]*>|_:\S+|\"(?:[^\"\\]|\\.)*\"\S*) \.")
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
_VALUE = re.compile(r"value/([^/]+)/(-?[\d.]+)")
_PREFIX_USED = re.compile(r"(?<![\w?$<:/#-])([A-Za-z][\w-]*):(?=[\w%\\])")
_PREFIX_DECLARED = re.compile(r"\bprefix\s+([\w-]*)\s*:", re.IGNORECASE)
_NOTE = re.compile(r"^#\s*(?:title|description|parameter|example):.*\n", re.MULTILINE)
_NOT_CODE = re.compile(r'#[^\n]*|<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of an answer; an address is kept whole."""

    value: str = ""
    is_address: bool = False

    @property
    def text(self) -> str:
        """The value as people read it, an address with its prefix."""
        return shorten(self.value) if self.is_address else self.value

    @property
    def entity_id(self) -> str | None:
        """The id of the entity that an address stands for."""
        local = self._local()
        return unquote(local) if local and "/" not in local else None

    @property
    def article_id(self) -> str | None:
        """The id of the article that an address stands for."""
        local = self._local() or ""
        return local.removeprefix("article/") if re.fullmatch(r"article/[\w-]+", local) else None

    @property
    def term(self) -> str | None:
        """The name of the type, relation, state or modality that an address stands for."""
        return self.value.removeprefix(HKT) if self.is_address and self.value.startswith(HKT) else None

    @property
    def quantity(self) -> tuple[str, str] | None:
        """The amount and the unit that the address of a value is made of."""
        found = _VALUE.fullmatch(self._local() or "")
        return (found[2], unquote(found[1])) if found else None

    @property
    def is_statement(self) -> bool:
        """Tell whether an address stands for a statement, which has no page of its own."""
        return (self._local() or "").startswith("statement/")

    def _local(self) -> str | None:
        return self.value.removeprefix(HKR) if self.is_address and self.value.startswith(HKR) else None


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT query."""

    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The values as people read them."""
        return tuple(tuple(cell.text for cell in row) for row in self.cells)


Triple = tuple[Cell, Cell, Cell]


def read_rows(payload: bytes) -> Rows | bool:
    """Read an answer in SPARQL's JSON format: rows, or yes and no for ASK."""
    answer = json.loads(payload)
    if "boolean" in answer:
        return bool(answer["boolean"])
    columns = tuple(answer["head"]["vars"])
    rows = (tuple(_cell(binding.get(column)) for column in columns) for binding in answer["results"]["bindings"])
    return Rows(columns, tuple(rows))


def read_triples(payload: bytes) -> tuple[Triple, ...]:
    """Read an answer in N-Triples."""
    found = (_TRIPLE.fullmatch(line.strip()) for line in payload.decode("utf-8").splitlines())
    return tuple((_term(match["s"]), Cell(match["p"], True), _term(match["o"])) for match in found if match)


def shorten(address: str) -> str:
    """Write an address with its prefix, where it has a known one."""
    for prefix, start in PREFIXES.items():
        if address.startswith(start):
            return f"{prefix}:{address[len(start) :]}"
    return address


def readable_query(text: str) -> str:
    """Return a query as an editor shows it: without the notes of our files, and with every prefix spelt out."""
    body = _NOTE.sub("", text).strip()
    code = _NOT_CODE.sub(" ", body)
    missing = set(_PREFIX_USED.findall(code)) - set(_PREFIX_DECLARED.findall(code))
    lines = [f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in PREFIXES if prefix in missing]
    return "\n".join([*lines, "", body] if lines else [body]) + "\n"


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Write rows as CSV that spreadsheets read as UTF-8 and never as formulas."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8")


def _cell(term: dict[str, Any] | None) -> Cell:
    return Cell(str(term["value"]), term["type"] == "uri") if term else Cell()


def _term(text: str) -> Cell:
    if text.startswith("<"):
        return Cell(text[1:-1], True)
    literal = _LITERAL.match(text)
    return Cell(str(json.loads(f'"{literal[1]}"', strict=False)) if literal else text)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in {"=", "+", "@", "\t", "\r"} else cell
