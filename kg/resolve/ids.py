"""Identifiers: made from content alone, so that the same thing gets the same one in every article."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from decimal import Decimal

from kg.gazetteer import normalise
from kg.model import Literal, Modality, Period, Phrase, Quantity

_LONGEST = 60


def slug(name: str) -> str:
    """Return a name as part of an address: small letters without accents, Chinese characters kept."""
    decomposed = unicodedata.normalize("NFKD", normalise(name).replace("+", " plus "))
    folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    text = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", folded)).strip("-")
    if 0 < len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rstrip('-')}-{_digest(name, 8)}".lstrip("-")


def type_slug(entity_type: str) -> str:
    """Write the name of a type with hyphens: GovernmentBody becomes government-body."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", entity_type).casefold()


def entity_id(entity_type: str, name: str, *, anchor: str | None = None) -> str:
    """Return the id of an entity known from articles only; an anchor ("of-cyberport") tells namesakes apart."""
    return "-".join(part for part in (type_slug(entity_type), slug(name), anchor) if part)


def write_object(target: str | Literal) -> str:
    """Return the object of a statement as one string that is the same whenever the object is the same."""
    match target:
        case Quantity(amount, unit):
            return f"{write_decimal(amount)} {unit}"
        case Period(iso):
            return f"{iso} date"
        case Phrase(text, unit):
            return f"{text} {unit}"
        case _:
            return f"hkr:{target}"


def write_decimal(amount: Decimal) -> str:
    """Write a number without exponent and trailing zeros."""
    text = format(amount, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def statement_id(
    subject: str,
    relation: str,
    target: str | Literal,
    modality: Modality = "actual",
    valid_from: Period | None = None,
    valid_to: Period | None = None,
) -> str:
    """Return 16 hex digits that depend on what is stated and not on the article that states it."""
    validity = [period.iso if period else "" for period in (valid_from, valid_to)]
    return _digest("\n".join([subject, relation, write_object(target), modality, *validity]), 16)


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]
