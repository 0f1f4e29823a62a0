"""Comparing names without saying what they name."""

from __future__ import annotations

import re

from kg.resolve.names.acronyms import is_short_form
from kg.resolve.names.comparison import Comparison
from kg.resolve.names.han import fold, han_part
from kg.resolve.names.known import KnownNames
from kg.resolve.names.organisation import fold_words, word_lists
from kg.resolve.names.organisations import compare_organisations
from kg.resolve.names.persons import compare_persons

COMPARE = {"person": compare_persons, "organisation": compare_organisations}
_HAN_ENDINGS = re.compile("(?:[局署处厅会院府校社港大园]|公司|大学|集团|中心|银行|办公室|基金)[)）]?$")  # folded


def compare_names(a: str, b: str, kind: str, *, known: KnownNames | None = None) -> Comparison:
    """Compare two names of persons or of organisations."""
    return COMPARE[kind](a, b, known=known)


def guess_kind(a: str, b: str, *, known: KnownNames | None = None) -> str:
    """Tell whether two names look like those of organisations, else they are taken for persons."""
    return "organisation" if any(_is_organisation(name, known) for name in (a, b)) else "person"


def _is_organisation(name: str, known: KnownNames | None) -> bool:
    if known and known.organisations_named(name):
        return True
    if han_part(name) and _HAN_ENDINGS.search(fold(name)) and len(han_part(name)) > 1:
        return True
    lists = word_lists()
    words = set(fold_words(name))
    return is_short_form(name) or bool(words & (lists["legal"] | lists["public"] | lists["arms"] | lists["soft"]))
