"""Open dates that curated dates of known entities complete."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from spacy.tokens import Doc

from kg import resources
from kg.errors import GazetteerError
from kg.extract.extractor import build_extractor
from kg.extract.values import KnownDates, load_known_dates
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.model import Article, Claim, Entity, Mention, Period, Span

KNOWN = KnownDates({("tower", "startDate"): Period("2021-11-05"), ("tower", "endDate"): Period("2030")})
TOWER = Gazetteer((Entity("tower", "Facility", "Quarrow Lantern Tower"),))


@pytest.mark.parametrize(
    ("entity", "relation", "month", "expected"),
    [
        ("tower", "startDate", 11, Period("2021-11")),
        ("tower", "startDate", 12, None),
        ("tower", "endDate", 11, None),
        ("bridge", "startDate", 11, None),
    ],
)
def test_open_date_takes_the_year_of_a_known_date(
    entity: str, relation: str, month: int, expected: Period | None
) -> None:
    assert KNOWN.complete_open_date(entity, relation, month) == expected


def dates(text: str, published: date | None = None) -> list[tuple[str | None, int | None, str | None]]:
    """Return value, open month and source of the year of each date in a text."""
    doc = build_extractor(TOWER, (KNOWN,)).read(Article(id="a", title="", text=text, published=published))
    marks = [span._ for span in doc.spans["values"] if span.label_ == "date"]
    return [(m.value.iso if m.value else None, m.open_month, m.background) for m in marks]


def test_undated_text_gets_the_year_from_what_is_known() -> None:
    assert dates("Quarrow Lantern Tower opened in November.") == [("2021-11", 11, "tower")]


@pytest.mark.parametrize(
    "text",
    [
        "Quarrow Lantern Tower opened in March.",
        "Quarrow Lantern Tower is high. Rain fell in November.",
        "Rain fell in November.",
    ],
)
def test_year_that_nothing_tells_stays_open(text: str) -> None:
    ((value, month, background),) = dates(text)
    assert (value, background) == (None, None)
    assert month in {3, 11}


def test_dated_text_needs_no_background() -> None:
    assert dates("Quarrow Lantern Tower opened in November.", date(2025, 7, 5)) == [("2024-11", None, None)]


def read_with_claim(text: str, subject: str) -> list[Claim]:
    """Return the claims left of one that says when a named thing began."""

    def claim(doc: Doc) -> Doc:
        named = next(span for span in doc.spans["mentions"] if span.text == subject)
        value = next(span for span in doc.spans["values"] if span.label_ == "date")
        mention = Mention(Span(named.start_char, named.end_char), named.text, named.label_, named._.chain)
        doc._.claims = [Claim("startDate", mention, value._.value, Span(0, len(text)), "opened", 0.9)]
        return doc

    extractor = build_extractor(TOWER, (KNOWN, claim, KNOWN.mark_claims))
    return list(extractor.extract(Article(id="a", title="", text=text)).claims)


def test_claim_says_that_its_year_is_background() -> None:
    (claim,) = read_with_claim("Quarrow Lantern Tower opened in November.", "Quarrow Lantern Tower")
    assert (claim.object, claim.rule, claim.confidence) == (Period("2021-11"), "opened+background year", 0.72)


def test_claim_about_something_else_does_not_borrow_the_year() -> None:
    text = "Quarrow Lantern Tower stands near Pearl Bay University, which opened in November."
    assert read_with_claim(text, "Pearl Bay University") == []


def test_claim_with_a_year_of_its_own_stays() -> None:
    (claim,) = read_with_claim("Quarrow Lantern Tower opened in November 2019.", "Quarrow Lantern Tower")
    assert (claim.object, claim.rule, claim.confidence) == (Period("2019-11"), "opened", 0.9)


def test_table_of_dates_is_read(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("entity_id,relation,date,source_url\ntower,startDate,2021-11,https://example.org\n")
    assert load_known_dates(path).complete_open_date("tower", "startDate", 11) == Period("2021-11")


def test_missing_table_means_that_nothing_is_known(tmp_path: Path) -> None:
    assert load_known_dates(tmp_path / "none.csv").dates == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,date\n", "columns"),
        ("entity_id,relation,date,source_url\ntower,startDate,5 May,x\n", "line 2"),
    ],
)
def test_malformed_table_is_reported(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "dates.csv"
    path.write_text(content)
    with pytest.raises(GazetteerError, match=message):
        load_known_dates(path)


def test_shipped_dates_are_about_known_entities() -> None:
    known, gazetteer = load_known_dates(resources.ROOT / "data" / "background" / "dates.csv"), load_gazetteer()
    assert len(known.dates) > 20
    assert all(gazetteer.get(entity) for entity, _ in known.dates)
