"""Dates are read at the precision of the text, and relative ones from the day of publication."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kg.errors import GazetteerError
from kg.extract.calendar import CALENDAR
from kg.extract.extractor import Extractor, build_extractor
from kg.extract.values import KnownDates, load_known_dates
from kg.extract.values.date_forms import MONTHS, WEEKDAYS, month_number
from kg.extract.values.dates import find_dates
from kg.extract.values.resolving import direction_of, last_day, month_near, months_from, weekday_near, whole_day
from kg.gazetteer import Gazetteer
from kg.model import Article, Period

SATURDAY = date(2025, 7, 5)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer(()))


def dates(extractor: Extractor, text: str, published: date | None = SATURDAY) -> list[object]:
    """Return the dates of a text in ISO 8601, a period as a pair, an open month as its number."""
    doc = extractor.read(Article(id="a", title="", text=text, published=published))
    found: list[object] = []
    for span in doc.spans["values"]:
        if span.label_ == "period":
            found.append(tuple(end.iso for end in span._.value))
        elif span.label_ == "date":
            found.append(span._.value.iso if span._.value else span._.open_month)
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on 9 December 2024", "2024-12-09"),
        ("on December 9, 2024", "2024-12-09"),
        ("on December 9th, 2024", "2024-12-09"),
        ("on the 9th of December 2024", "2024-12-09"),
        ("on 9 Dec 2024", "2024-12-09"),
        ("on Dec. 9, 2024", "2024-12-09"),
        ("on 2024-12-09", "2024-12-09"),
        ("on 2024年12月9日", "2024-12-09"),
        ("on the last day of February 2024", "2024-02-29"),
        ("in December 2024", "2024-12"),
        ("in Dec 2024", "2024-12"),
        ("in early December 2024", "2024-12"),
        ("in the first quarter of 2024", "2024"),
        ("in Q1 2024", "2024"),
        ("in autumn 2024", "2024"),
        ("by the end of 2024", "2024"),
        ("in mid-2024", "2024"),
        ("by end-2024", "2024"),
        ("by the middle of 2024", "2024"),
        ("in the second half of 2024", "2024"),
        ("in 2024 Q3", "2024"),
        ("in 1H2024", "2024"),
        ("in late-2024", "2024"),
        ("on 9/12/2024", "2024-12-09"),
        ("on December 9\u00a02024", "2024-12-09"),
        ("on Monday, 9 December 2024", "2024-12-09"),
        ("on December 9, 2024 (Monday)", "2024-12-09"),
        ("in the year ending 31 March 2024", "2024-03-31"),
        ("in 2024", "2024"),
        ("since 1999", "1999"),
    ],
)
@pytest.mark.parametrize("published", [SATURDAY, None])
def test_date_keeps_its_precision(extractor: Extractor, words: str, expected: str, published: date | None) -> None:
    assert dates(extractor, f"The lab grew {words}.", published) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("opened in June", "2025-06"),
        ("opened in May", "2025-05"),
        ("opened in December", "2024-12"),
        ("will open in December", "2025-12"),
        ("will open in March", "2026-03"),
        ("is due in January", "2026-01"),
        ("opened on 3 July", "2025-07-03"),
        ("opened on July 3", "2025-07-03"),
        ("opened on 28 December", "2024-12-28"),
        ("will close on 12 September", "2025-09-12"),
        ("will close on 12 February", "2026-02-12"),
        ("opened on 1 July this year", "2025-07-01"),
        ("opened in March last year", "2024-03"),
        ("opens in March next year", "2026-03"),
        ("opened last March", "2025-03"),
        ("opened last December", "2024-12"),
        ("opens next February", "2026-02"),
        ("opened on July 3 (Thursday)", "2025-07-03"),
        ("opened on Thursday (July 3)", "2025-07-03"),
        ("opened today (July 5)", "2025-07-05"),
        ("opened on the 3rd", "2025-07-03"),
        ("opened on the 9th", "2025-06-09"),
        ("will open on the 9th", "2025-07-09"),
        ("opens on the 23rd of next month", "2025-08-23"),
        ("must meet a deadline of 30 September", "2025-09-30"),
        ("rests on the plan of March 20 and opens soon", "2025-03-20"),
        ("of Quarry Limited opened on 1 August", "2024-08-01"),
        ("is to proceed on 1 August", "2025-08-01"),
    ],
)
def test_missing_year_comes_from_publication(extractor: Extractor, words: str, expected: str) -> None:
    assert dates(extractor, f"The lab {words}.") == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("opened last year", "2024"),
        ("opened earlier this year", "2025"),
        ("will open later this year", "2025"),
        ("will open by the end of next year", "2026"),
        ("will close next year", "2026"),
        ("will open early next year", "2026"),
        ("will open in the third quarter", "2025"),
        ("will open in the first quarter", "2026"),
        ("opened in the fourth quarter", "2024"),
        ("opened this spring", "2025"),
        ("opened last autumn", "2024"),
        ("will open next spring", "2026"),
        ("will open by year-end", "2025"),
        ("will open in Q4", "2025"),
        ("opened last quarter", "2025"),
        ("opened earlier in the year", "2025"),
        ("opened last month", "2025-06"),
        ("opened this month", "2025-07"),
        ("opens next month", "2025-08"),
        ("opened three years ago", "2022"),
        ("opened a year ago", "2024"),
        ("opened two months ago", "2025-05"),
        ("opened three days ago", "2025-07-02"),
        ("opened three weeks ago", "2025-06"),
    ],
)
def test_relative_date_counts_from_publication(extractor: Extractor, words: str, expected: str) -> None:
    assert dates(extractor, f"The lab {words}.") == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("opened on Thursday", "2025-07-03"),
        ("opened on Saturday", "2025-07-05"),
        ("opened last Friday", "2025-07-04"),
        ("opened last Saturday", "2025-06-28"),
        ("will open on Monday", "2025-07-07"),
        ("will open next Tuesday", "2025-07-08"),
    ],
)
def test_weekday_lies_near_publication(extractor: Extractor, words: str, expected: str) -> None:
    assert dates(extractor, f"The lab {words}.") == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("from 1 March 2025 to 30 June 2026", ("2025-03-01", "2026-06-30")),
        ("from March 2023 to May 2024", ("2023-03", "2024-05")),
        ("from 2023 to 2026", ("2023", "2026")),
        ("between 2023 and 2026", ("2023", "2026")),
        ("on 3-5 June 2025", ("2025-06-03", "2025-06-05")),
        ("on June 3-5, 2025", ("2025-06-03", "2025-06-05")),
        ("from 3 to 5 June", ("2025-06-03", "2025-06-05")),
        ("from 29 November to 1 December 2026", ("2026-11-29", "2026-12-01")),
        ("between June and September 2024", ("2024-06", "2024-09")),
        ("from November to March 2024", ("2023-11", "2024-03")),
        ("in fiscal year 2024/25", ("2024", "2025")),
        ("in 2024-25", ("2024", "2025")),
        ("in FY2024/25", ("2024", "2025")),
        ("from Monday to Wednesday", ("2025-06-30", "2025-07-02")),
    ],
)
def test_two_dates_make_a_period(extractor: Extractor, words: str, expected: tuple[str, str]) -> None:
    assert dates(extractor, f"The fair ran {words}.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened in 2018 and closed in 2022.", ["2018", "2022"]),
        ("Doors open on 2 May and close on 30 May 2025.", ["2025-05-02", "2025-05-30"]),
        ("It opened in April and closed in the same month.", ["2025-04", "2025-04"]),
        ("It opened in April 2023 and ended in December that year.", ["2023-04", "2023-12"]),
        ("It opened in January and will close in March.", ["2025-01", "2026-03"]),
        ("Until June it was shut.", ["2025-06"]),
        ("In 2019 Quarrow opened it.", ["2019"]),
        ("It opened in 2018; two years later it closed.", ["2018", "2020"]),
        ("It opened in May 2018 and closed three months later.", ["2018-05", "2018-08"]),
        ("It opened on 30 May 2018 and closed two days later.", ["2018-05-30", "2018-06-01"]),
        ("It opened in 2018; the following year it closed.", ["2018", "2019"]),
        ("It opened in 2018 and closed the following March.", ["2018", "2018-03"]),
        ("It opened in June 2018 and closed the following March.", ["2018-06", "2019-03"]),
        ("In 2018 it opened; on the same day it closed.", ["2018"]),
        ("It opened in May 2018, and on the 9th it closed.", ["2018-05", "2018-05-09"]),
        ("The 2024-25 Budget was passed in 2024.", ["2024"]),
    ],
)
def test_dates_of_one_sentence_are_kept_apart(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The act may pass.",
        "She will march on.",
        "It cost HK$2025.",
        "It cost 1999 yuan.",
        "It has 2000 seats.",
        "It grew in 2,024 places.",
        "It met on the 3rd floor.",
        "It opened on 31 February.",
        "It counts 2024 visitors.",
        "It grew in the 1990s.",
        "It opened on 31 February 2025.",
        "",
    ],
)
def test_what_is_no_date(extractor: Extractor, text: str) -> None:
    assert dates(extractor, text) == []


@pytest.mark.parametrize(
    "words",
    [
        "opened last year",
        "opened last month",
        "opened on Thursday",
        "opened on 3 July",
        "opened three years ago",
        "opened yesterday",
        "ran on 3-5 June",
        "opens in March next year",
        "opened on the last day of June",
        "closed in the same year",
        "closed two years later",
        "closed in the third quarter",
        "closed last summer",
        "closed on the 9th",
    ],
)
def test_undated_article_gives_no_invented_date(extractor: Extractor, words: str) -> None:
    assert dates(extractor, f"The lab {words}.", None) == []


@pytest.mark.parametrize(("words", "month"), [("in June", 6), ("in December", 12), ("since March", 3)])
def test_month_of_an_undated_article_stays_open(extractor: Extractor, words: str, month: int) -> None:
    assert dates(extractor, f"The lab opened {words}.", None) == [month]


def test_undated_article_may_name_the_year_before(extractor: Extractor) -> None:
    assert dates(extractor, "It opened in May 2023 and closed in the same year.", None) == ["2023-05", "2023"]


@pytest.mark.parametrize(
    "line", ["5 July 2025", "Published: Saturday, 5 July 2025 10:30 HKT", "Updated on July 5, 2025"]
)
def test_line_with_a_date_stands_for_publication(extractor: Extractor, line: str) -> None:
    assert dates(extractor, f"A new lab\n\n{line}\n\nIt opened in June.", None)[-1] == "2025-06"


@pytest.mark.parametrize("line", ["On 5 July 2025 it shut", "5 July 2025 to 6 July 2025", "July 2025"])
def test_date_in_prose_does_not_stand_for_publication(extractor: Extractor, line: str) -> None:
    assert dates(extractor, f"A new lab\n\n{line}\n\nIt opened in June.", None)[-1] == 6


def test_day_of_fetching_stands_for_publication(extractor: Extractor) -> None:
    fetched = datetime(2025, 7, 5, 12, tzinfo=UTC)
    doc = extractor.read(Article(id="a", title="", text="It opened in June.", fetched_at=fetched))
    assert [span._.value for span in doc.spans["values"]] == [Period("2025-06")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will open in May", "future"),
        ("It is expected to open in May", "future"),
        ("It was built in May", "past"),
        ("It has grown since May", "past"),
        ("It said it will open in May", "future"),
        ("The door in May", "open"),
    ],
)
def test_direction_follows_the_tense(text: str, expected: str) -> None:
    assert direction_of(text, text.index("May"), len(text)) == expected


def test_month_without_tense_is_not_ahead() -> None:
    assert month_near(12, SATURDAY, "open") == Period("2024-12")
    assert month_near(7, SATURDAY, "future") == Period("2025-07")


@pytest.mark.parametrize(("months", "expected"), [(-7, "2024-12"), (-6, "2025-01"), (5, "2025-12"), (6, "2026-01")])
def test_months_are_counted_over_years(months: int, expected: str) -> None:
    assert months_from(SATURDAY, months) == Period(expected)


@pytest.mark.parametrize("weekday", range(7))
def test_last_and_next_weekday_are_not_today(weekday: int) -> None:
    last, following = (date.fromisoformat(weekday_near(weekday, SATURDAY, w, "open").iso) for w in ("last", "next"))
    assert last < SATURDAY < following
    assert last.weekday() == following.weekday() == weekday


def test_calendar_days_exist() -> None:
    assert last_day(2023, 2) == Period("2023-02-28")
    assert whole_day(2024, 2, 29) == Period("2024-02-29")
    assert whole_day(2023, 2, 29) is None


@pytest.mark.parametrize(("name", "number"), [("January", 1), ("sept.", 9), ("JUL", 7), ("December", 12)])
def test_month_has_its_number(name: str, number: int) -> None:
    assert month_number(name) == number


def test_calendar_holds_months_and_weekdays() -> None:
    assert {name.capitalize() for name in [*MONTHS, *WEEKDAYS]} <= CALENDAR
    assert "may" not in CALENDAR


def test_known_date_completes_an_open_month() -> None:
    known = KnownDates({("lab", "startDate"): Period("2024-12-09"), ("lab", "endDate"): Period("2026")})
    assert known.complete_open_date("lab", "startDate", 12) == Period("2024-12")
    assert known.complete_open_date("lab", "startDate", 11) is None
    assert known.complete_open_date("lab", "endDate", 12) is None
    assert known.complete_open_date("pier", "startDate", 12) is None


def test_known_dates_are_read_from_a_table(tmp_path: Path) -> None:
    table = tmp_path / "dates.csv"
    table.write_text("entity_id,relation,date,source_url\nlab,startDate,2024-12-09,\n", encoding="utf-8")
    assert load_known_dates(table).dates == {("lab", "startDate"): Period("2024-12-09")}
    assert load_known_dates(tmp_path / "none.csv").dates == {}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("id,date\nlab,2024\n", "columns"),
        ("entity_id,relation,date,source_url\nlab,startDate,December,\n", "line 2"),
    ],
)
def test_faulty_table_of_dates_is_refused(tmp_path: Path, rows: str, message: str) -> None:
    table = tmp_path / "dates.csv"
    table.write_text(rows, encoding="utf-8")
    with pytest.raises(GazetteerError, match=message):
        load_known_dates(table)


@pytest.mark.parametrize("text", ["\x00\x1b[2J in June 2024 ", "😀 in June 2024 😀", "它在 June 2024 開幕。"])
def test_date_is_found_among_odd_characters(extractor: Extractor, text: str) -> None:
    assert dates(extractor, text) == ["2024-06"]


@pytest.mark.parametrize("unit", ["It will open on 3 July, in May and on Monday. ", "2024-", "the end of ", "last "])
def test_long_line_takes_time_in_proportion(unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        list(find_dates((unit * length)[:length], SATURDAY))
        return time.process_time() - start

    assert min(seconds(100_000) for _ in range(2)) < 4 * max(min(seconds(50_000) for _ in range(2)), 0.01)
