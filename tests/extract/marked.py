"""Texts with their mentions and values written into them, so that patterns are tested without a finder of names.

    read("[Cyberport|Company] ran [the AISC|Facility] and [it|Facility=1] got [HK$3bn|money=3000000000 HKD]")

A mention is `[words|Type]`; the same words are the same entity. `[it|Facility=1]` is a pronoun or description that
stands for the mention with that number, counted from 0. A value is `[words|kind=amount unit]`, `[words|date=2026-03]`
or, for counts, `[20|count=20 count:application]`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import spacy
from spacy.tokens import Doc, Span

from kg.extract.annotations import MENTIONS, VALUES, declare_marks
from kg.extract.structure import mark_sentences
from kg.model import Article, Period, Quantity

_MARK = re.compile(r"\[(?P<words>[^|\]]+)\|(?P<label>\w+)(?:=(?P<value>[^\]]+))?\]")


def read(text: str, *, published: date | None = date(2026, 4, 15)) -> Doc:
    """Return the text without its marks, as the first stage of extraction would leave it."""
    declare_marks()
    plain, places = _unmarked(text)
    doc = spacy.blank("en")(plain)
    doc._.article = Article(id="test", title="", text=plain, published=published)
    mark_sentences(doc)
    mentions: list[Span] = []
    values: list[Span] = []
    chains: dict[str, int] = {}
    for start, end, label, value in places:
        span = doc.char_span(start, end, label=label)
        assert span is not None, f"{plain[start:end]!r} is not made of whole tokens"
        if label[0].isupper():
            mentions.append(_mention(span, value, mentions, chains))
        else:
            values.append(_value(span, value or ""))
    doc.spans[MENTIONS], doc.spans[VALUES] = mentions, values
    return doc


def _unmarked(text: str) -> tuple[str, list[tuple[int, int, str, str | None]]]:
    plain, places, position = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        places.append((len(plain), len(plain) + len(match["words"]), match["label"], match["value"]))
        plain += match["words"]
        position = match.end()
    return plain + text[position:], places


def _mention(span: Span, stands_for: str | None, known: list[Span], chains: dict[str, int]) -> Span:
    chain = known[int(stands_for)]._.chain if stands_for else chains.setdefault(span.text, len(known))
    span._.chain, span._.named = chain, not stands_for
    return span


def _value(span: Span, written: str) -> Span:
    amount, _, unit = written.partition(" ")
    unit, _, noun = unit.partition(":")
    span._.value = Period(amount) if span.label_ == "date" else Quantity(Decimal(amount), unit)
    span._.noun = noun or None
    return span
