"""What the extraction leaves on a text: the layers of spans, and the marks that a span or a text may carry."""

from __future__ import annotations

from spacy.tokens import Doc, Span

MENTIONS = "mentions"
VALUES = "values"
CANDIDATES = "candidates"

_SPAN_MARKS = {
    "chain": -1,  # mentions of one entity share a number
    "named": True,  # False for "it", "the centre": never a label
    "known": None,  # id of the entity in the gazetteer
    "finder": "",  # who found the mention
    "weight": 0.0,  # how sure that finder is
    "value": None,  # Quantity, Period or a pair of Periods
    "bound": None,  # gt, ge, approx, lt or le
    "noun": None,  # what a count counts
    "note": None,  # a conversion that follows in brackets
    "background": None,  # id of the known entity that told the year of an open date
    "open_month": None,  # a month whose year the text leaves open
}


def declare_marks() -> None:
    """Tell spaCy which marks spans and texts carry; saying so again changes nothing."""
    for name, default in _SPAN_MARKS.items():
        Span.set_extension(name, default=default, force=True)
    Doc.set_extension("article", default=None, force=True)
    Doc.set_extension("claims", default=None, force=True)
    Doc.set_extension("candidates", default=(), force=True)  # all that any finder took for a name
    Doc.set_extension("reading", default=None, force=True)  # what the encoder makes of the text


def layer(doc: Doc, name: str) -> list[Span]:
    """Return the spans of one layer in the order of the text."""
    return sorted(doc.spans.get(name, ()), key=lambda span: (span.start_char, -span.end_char))
