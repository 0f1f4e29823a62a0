from datetime import date, timedelta

import pytest

from kg.sources.dates import Stamp, read_date, read_stamp


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-04-02", date(2024, 4, 2)),
        ("2025-03-10T09:00:00+08:00", date(2025, 3, 10)),
        ("2024/4/2 18:05", date(2024, 4, 2)),
        ("2 April 2024, 18:05", date(2024, 4, 2)),
        ("2nd April, 2024", date(2024, 4, 2)),
        ("Apr 2, 2024", date(2024, 4, 2)),
        ("Sept. 30, 2024", date(2024, 9, 30)),
        ("Friday, June 27, 2025", date(2025, 6, 27)),
        ("28 Nov 2025", date(2025, 11, 28)),
        ("02/04/2024", date(2024, 4, 2)),
        ("2.4.2024", date(2024, 4, 2)),
        ("2024年4月2日", date(2024, 4, 2)),
        ("2024 年 12 月 31 日", date(2024, 12, 31)),
        ("from 1 May 2024 to 3 June 2024", date(2024, 5, 1)),
    ],
)
def test_read_date_knows_the_forms_of_hong_kong_pages(text, day):
    assert read_date(text) == day


@pytest.mark.parametrize("text", ["2024-13-45", "31 February 2024", "April 2024", "2024", "12345-01-021", ""])
def test_read_date_wants_a_complete_and_real_date(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Published: 8:14pm, 23 May 2025", Stamp(day=date(2025, 5, 23))),
        ("2025-03-20 HKT 16:41", Stamp(day=date(2025, 3, 20))),
        ("Wed 5 Jun 2024 07.00 BST", Stamp(day=date(2024, 6, 5))),
        ("Last updated on 2 April 2024 at 18:05", Stamp(day=date(2024, 4, 2), updated=True)),
        ("發佈時間：2025年6月2日 14:30", Stamp(day=date(2025, 6, 2))),
        ("Lamma Post (8 May 2024)", Stamp(day=date(2024, 5, 8), label="Lamma Post")),
        ("By Jo Ng | 2 April 2024", Stamp(day=date(2024, 4, 2), label="Jo Ng")),
        ("an hour ago", Stamp(age=timedelta(0))),
        ("4 hours ago", Stamp(age=timedelta(0))),
        ("30 hours ago", Stamp(age=timedelta(1))),
        ("2 days ago", Stamp(age=timedelta(2))),
        ("3d ago", Stamp(age=timedelta(3))),
        ("Yesterday", Stamp(age=timedelta(1))),
        ("3 weeks ago", Stamp()),
        ("2 months ago", Stamp()),
        ("2小時前", Stamp(age=timedelta(0))),
        ("三天前", Stamp(age=timedelta(3))),
        ("昨日", Stamp(age=timedelta(1))),
        ("5h", Stamp(age=timedelta(0))),
        ("The Lamma Post · 2 hours ago", Stamp(age=timedelta(0), label="The Lamma Post")),
    ],
)
def test_read_stamp_reads_lines_that_are_dates_or_ages(line, stamp):
    assert read_stamp(line) == stamp


@pytest.mark.parametrize(
    "line",
    [
        "It opened on 9 December 2024.",
        "Policy address due on 17 September 2025",
        "Sandbox for drones open until the end of the year (2024-12-24)",
        "The centre opened two years ago and has grown since",
        "What happened on 2 April 2024?",
        "Advertisement",
        "",
    ],
)
def test_read_stamp_leaves_sentences_and_headlines_alone(line):
    assert read_stamp(line) is None


@pytest.mark.parametrize(
    ("stamp", "today", "day"),
    [
        (Stamp(day=date(2024, 4, 2)), date(2025, 1, 1), date(2024, 4, 2)),
        (Stamp(age=timedelta(2)), date(2025, 1, 1), date(2024, 12, 30)),
        (Stamp(age=timedelta(2)), None, None),
        (Stamp(), date(2025, 1, 1), None),
    ],
)
def test_stamp_resolves_ages_by_the_day_of_the_page(stamp, today, day):
    assert stamp.resolve(today) == day
