"""Writes values of the graph as people read them: `HK$3 billion`, `90 %`, `December 2024`, `under construction`."""

from __future__ import annotations

import re
from decimal import Decimal
from urllib.parse import unquote

from kg.query.rows import ValueRow
from kg.store import HKR, HKT, Term

_SYMBOLS = {"HKD": "HK$", "USD": "US$", "CNY": "RMB ", "EUR": "€", "GBP": "£", "JPY": "¥", "MOP": "MOP$"}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PERIODS = ("date", "gYearMonth", "gYear")
_NUMBERS = ("integer", "decimal")
BOUNDS = {"gt": "more than", "ge": "at least", "approx": "about", "lt": "less than", "le": "at most"}


def entity_id(iri: str) -> str | None:
    """Return the id of an entity, or None when an IRI stands for something else."""
    local = iri.removeprefix(HKR)
    return unquote(local) if iri.startswith(HKR) and "/" not in local else None


def node_id(iri: str) -> str:
    """Return the id of a statement, evidence, mention or article."""
    return iri.rpartition("/")[2]


def term_name(iri: str) -> str:
    """Return the name of a type, relation, status or modality."""
    return iri.removeprefix(HKT)


def value_row(term: Term) -> ValueRow:
    """Return a literal, value node or status as a row."""
    if term.kind == "iri" and term.value.startswith(f"{HKR}value/"):
        unit, amount = map(unquote, term.value.removeprefix(f"{HKR}value/").split("/", 1))
        return _quantity_row(Decimal(amount), unit)
    if term.kind == "iri":
        name = term_name(term.value)
        return ValueRow(_split_words(name), name, "status")
    datatype = (term.datatype or "").rpartition("#")[2]
    if datatype in _PERIODS:
        return ValueRow(_spell_period(term.value), term.value, "date")
    if datatype in _NUMBERS:
        return _quantity_row(Decimal(term.value), "count")
    return ValueRow(term.value, term.value, "text")


def _quantity_row(amount: Decimal, unit: str) -> ValueRow:
    plain = f"{amount:f}"
    if unit == "percent":
        return ValueRow(f"{plain} %", plain, unit)
    if unit == "count":
        return ValueRow(f"{amount:,f}", plain, unit)
    if len(unit) == 3 and unit.isalpha() and unit.isupper():
        symbol = _SYMBOLS.get(unit, f"{unit} ")
        return ValueRow(f"{symbol}{amount:,f}", plain, unit, short=f"{symbol}{_shorten(amount)}")
    return ValueRow(f"{amount:,f} {unit}", plain, unit)


def _shorten(amount: Decimal) -> str:
    """Write a sum in millions or more when that loses nothing that a newspaper would print."""
    for scale, word in _SCALES:
        scaled = amount / scale
        if scaled >= 1 and scaled == round(scaled, 3):
            return f"{scaled.normalize():f} {word}"
    return f"{amount:,f}"


def _spell_period(iso: str) -> str:
    year, *rest = iso.split("-")
    month = _MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)


def _split_words(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
