import pytest

from kg.sources.lines import classify, is_page, is_prose, read_lines, write_line


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("", "blank"),
        ("   ", "blank"),
        ("Advertisement", "noise"),
        ("Related Articles", "section"),
        ("Comments (2)", "comments"),
        ("2 hours ago", "stamp"),
        ("Cargo drones cleared for take-off", "short"),
        ("The registry has opened.", "prose"),
        ("- Cargo drones cleared", "short"),
    ],
)
def test_classify_tells_what_a_line_is(raw, kind):
    assert classify(raw).kind == kind


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The piers are old.", True),
        ('"The piers are old," she said.', True),
        ("It did.", False),
        ("Is the island ready for robot taxis?", False),
        ("The piers of the island are old and will be mended before the next...", True),
        ("More soon...", False),
        ("word " * 25, True),
        ("北角數據信託周一正式啟用，首批有五間診所參與。", True),
        ("北角數據信託啟用", False),
    ],
)
def test_is_prose_tells_running_text_from_headlines(text, prose):
    assert is_prose(text.strip()) is prose


@pytest.mark.parametrize(
    ("text", "headline"),
    [("Cargo drones cleared for take-off", True), ("Law and Crime", False), ("北角信託啟用", True)],
)
def test_headlines_have_some_words(text, headline):
    assert classify(text).is_headline is headline


def test_items_of_an_announced_list_are_kept():
    lines = read_lines(["The bill names these platforms:", "- Facebook", "- Twitter", "", "Facebook"])
    assert [line.kind for line in lines] == ["prose", "short", "short", "blank", "noise"]


def test_summary_under_a_bullet_is_running_text():
    lines = read_lines(["- Cable car closes", "  It opens in May", "Old cabins sold"])
    assert [line.kind for line in lines] == ["short", "prose", "short"]


def test_write_line_keeps_bullets():
    assert [write_line(classify(raw)) for raw in ("* Piers of old", "Piers of old")] == [
        "- Piers of old",
        "Piers of old",
    ]


@pytest.mark.parametrize(
    ("lines", "page"),
    [
        (["Slopes", "Advertisement", "Share"], True),
        (["Slopes", "Related Articles", "2 hours ago"], True),
        (["Slopes", "Advertisement", "Advertisement"], False),
        (["Slopes", "The registry has opened."], False),
    ],
)
def test_is_page_wants_furniture(lines, page):
    assert is_page(read_lines(lines)) is page
