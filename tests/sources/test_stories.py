import pytest

from kg.sources.comments import drop_comments
from kg.sources.lines import read_lines
from kg.sources.stories import split_stories

LEAD = "The Slope Registry has put all of its drawings online and spent HK$30 million on scanning them, it said."
NEXT = "Tidal Cooling rents a former cannery in Aberdeen, where it cools its servers with water from the sea, it said."


def bodies(*lines):
    return [[line.text for line in story.body] for story in split_stories(read_lines(list(lines)))]


@pytest.mark.parametrize(
    "between",
    [
        ["Related Articles", "Cooling start-up moves"],
        ["2 hours ago", "Cooling start-up moves into cannery"],
        ["Related Articles", "Lamma Post", "2 hours ago", "- Lamma Post", "Cooling start-up moves into cannery"],
    ],
)
def test_teaser_starts_a_story(between):
    second = [LEAD] if between[0].startswith("2") else []
    assert bodies("Slope drawings online", LEAD, *second, *between, NEXT)[-1] == [NEXT]


@pytest.mark.parametrize(
    "between", [[], [""], ["Advertisement"], ["Share", ""], ["Comments (2)"], ["What comes next for the slopes"]]
)
def test_text_after_furniture_belongs_to_the_story(between):
    (body,) = bodies("Slope drawings online", LEAD, *between, NEXT)
    assert [body[0], body[-1]] == [LEAD, NEXT]


def test_headings_above_the_first_text_are_a_menu():
    assert bodies("Latest news", "Comments", "Slope drawings online", LEAD) == [[LEAD]]


def test_slogan_above_the_headline_is_no_story():
    first, *others = split_stories(read_lines(["News for the islands.", "Slope drawings are now online", LEAD]))
    assert [line.text for line in first.body] == [LEAD]
    assert others == []


def test_only_the_first_story_is_the_main_one():
    stories = split_stories(
        read_lines(["Slope drawings online", LEAD, "Related Articles", "Cooling start-up moves", NEXT])
    )
    assert [story.main for story in stories] == [True, False]


def test_list_at_the_end_of_a_story_is_kept_before_other_stories():
    assert bodies("Slope drawings online", LEAD, "- Piers", "Related Articles", "Cooling moves", NEXT)[0] == [
        LEAD,
        "Piers",
    ]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["One.", "Comments (2)", "fan: nice.", "Reply", "More stories", "A."], ["One.", "More stories", "A."]),
        (["One.", "Comments", "Two is a sentence here."], ["One.", "Two is a sentence here."]),
        (["One.", "Comments", "No comments yet"], ["One."]),
        (["One.", "留言", "暫無留言", "相關文章"], ["One.", "相關文章"]),
    ],
)  # fmt: skip
def test_drop_comments_drops_what_readers_wrote(lines, kept):
    assert [line.text for line in drop_comments(read_lines(lines))] == kept


def test_drop_comments_stops_at_the_next_story_with_its_outlet():
    story = "word " * 45 + "end."
    lines = ["Comments", "Be the first to comment", "Lamma Post", "2 hours ago", "Cooling start-up moves house", story]
    assert [line.text for line in drop_comments(read_lines(lines))] == lines[2:]
