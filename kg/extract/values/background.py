"""Curated dates, which tell the year of a date that the text leaves open: "in December", said of a known centre."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc, Span

from kg.errors import GazetteerError
from kg.extract.annotations import MENTIONS, VALUES
from kg.model import Claim, Period

_BORROWED = 0.8  # of the confidence that a date in the text itself would have
COLUMNS = ("entity_id", "relation", "date", "source_url")


@dataclass(frozen=True)
class KnownDates:
    """The dates of known entities, by entity and relation; a component that completes open dates with them."""

    dates: Mapping[tuple[str, str], Period]

    def complete_open_date(self, entity_id: str, relation: str, month: int) -> Period | None:
        """Return year and month of a known date, where its month is the one that the text names."""
        known = self.dates.get((entity_id, relation))
        if known is None or known.precision == "year" or int(known.iso[5:7]) != month:
            return None
        return Period(known.iso[:7])

    def __call__(self, doc: Doc) -> Doc:
        """Complete the open dates of a text; `background` names the entity whose known date gave the year."""
        mentions = [span for span in doc.spans.get(MENTIONS, ()) if span._.known]
        for value in doc.spans.get(VALUES, ()):
            if value._.open_month and mentions:
                _complete(value, [m for m in mentions if m.sent.start == value.sent.start], self)
        return doc

    @staticmethod
    def mark_claims(doc: Doc) -> Doc:
        """Say in the rule of a claim, and in its confidence, that its year comes from a known date.

        A claim about another entity than the one whose date is known is dropped.
        """
        borrowed = [span for span in doc.spans.get(VALUES, ()) if span._.background]
        if borrowed and doc._.claims:
            marked = (_marked(claim, _lender(claim, borrowed), doc) for claim in doc._.claims)
            doc._.claims = [claim for claim in marked if claim is not None]
        return doc


def _lender(claim: Claim, borrowed: list[Span]) -> str | None:
    """Return the known entity that told the year of a claim's date."""
    inside = (s for s in borrowed if claim.evidence.start <= s.start_char and s.end_char <= claim.evidence.end)
    return next((str(span._.background) for span in inside if span._.value == claim.object), None)


def _marked(claim: Claim, lender: str | None, doc: Doc) -> Claim | None:
    if lender is None:
        return claim
    chains = {span._.chain for span in doc.spans[MENTIONS] if span._.known == lender}
    if claim.subject.chain not in chains:
        return None
    return replace(claim, rule=f"{claim.rule}+background year", confidence=round(claim.confidence * _BORROWED, 3))


def _complete(value: Span, mentions: list[Span], known: KnownDates) -> None:
    for mention in sorted(mentions, key=lambda span: abs(span.start - value.start)):
        for relation in ("startDate", "endDate"):
            period = known.complete_open_date(mention._.known, relation, value._.open_month)
            if period is not None:
                value._.value, value._.background = period, mention._.known
                return


def load_known_dates(path: Path) -> KnownDates:
    """Read the table of curated dates; a missing table means that nothing is known."""
    if not path.exists():
        return KnownDates({})
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise GazetteerError(f"{path.name}: the columns must be {', '.join(COLUMNS)}; found {rows.fieldnames}")
        return KnownDates(
            {
                (row["entity_id"], row["relation"]): _period(path, number, row["date"])
                for number, row in enumerate(rows, start=2)
            }
        )


def _period(path: Path, number: int, text: str) -> Period:
    try:
        return Period(text)
    except ValueError as error:
        raise GazetteerError(f"{path.name}, line {number}: {error}; write it as 2024-12-09, 2024-12 or 2024") from error
