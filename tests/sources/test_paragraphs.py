import pytest

from kg.sources.paragraphs import ends_sentence, join_soft_breaks, restore_stops, shorten, split_bullet

LONG = "Plans are under way for a new hall of the registry of slopes in the hills above the old harbour in the"


def test_long_line_that_stops_short_goes_on():
    lines = ["A headline of some words", LONG, "Northern Cove, which is a new town.", "Next paragraph."]
    assert join_soft_breaks(lines) == [lines[0], f"{LONG} Northern Cove, which is a new town.", "Next paragraph."]


def test_headline_is_not_joined_with_a_first_sentence_that_lost_its_beginning():
    lines = [
        "More than half of the hall of the registry in use, the registry says",
        "hall in the harbour is bearing fruit, it said, " + LONG,
    ]
    assert join_soft_breaks(lines) == lines


def test_text_of_fixed_width_is_joined():
    lines = [
        "The council of the island voted on Tuesday for a trial of taxis",
        "without drivers on four routes, which one company will run for one",
        "year. It will pay for chargers.",
        "",
        "Passengers pay nothing.",
    ]
    assert join_soft_breaks(lines) == [" ".join(lines[:3]), "", "Passengers pay nothing."]


@pytest.mark.parametrize(
    "lines",
    [
        ["Opened: 2024", "Owner: Tidal Cooling", "Size: 4,000 square metres"],
        ["The list:", "- piers and", "- boats"],
        ["A heading", "A paragraph that ends here.", "another that starts low."],
        ["one", "", "two"],
        [],
    ],
)
def test_lines_that_are_whole_stay_apart(lines):
    assert join_soft_breaks(lines) == lines


def test_chinese_text_of_fixed_width_is_joined_without_a_blank():
    lines = [
        "北角信託",
        "北角數據信託周一正式啟用首批有五間診所參與共享",
        "經匿名處理的醫學影像並把伺服器放在粉嶺由研究所負",
        "責營運。",
    ]
    assert join_soft_breaks(lines) == [lines[0], "".join(lines[1:])]


def test_chinese_headlines_of_various_lengths_stay_apart():
    lines = ["診所軟件老舊調查指逾半未更新學者建議資助", "粉嶺研究所聘請海外工程師", "舊戲院換新屋頂明年重開"]
    assert join_soft_breaks(lines) == lines


def test_word_broken_at_its_hyphen_is_joined_without_a_blank():
    lines = [
        "The council of the island voted on Tuesday for a trial of low-",
        "altitude flights by a company of the island in the",
        "spring.",
    ]
    assert "low-altitude flights" in join_soft_breaks(lines)[0]


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("firms move to Hong Kong The main point is the law", "firms move to Hong Kong\nThe main point is the law"),
        ("more than 40% It was the first", "more than 40%\nIt was the first"),
        ("She joined The Harbour Post in May.", "She joined The Harbour Post in May."),
        ("It grew. The hall is full.", "It grew. The hall is full."),
    ],
)
def test_restore_stops_breaks_where_a_full_stop_was_lost(text, restored):
    assert restore_stops(text) == restored


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The piers are old. They were built in 1925.", "The piers are old."),
        ("碼頭已舊。需要維修。", "碼頭已舊。"),
        ("word " * 40, ("word " * 20).strip() + "…"),
        ("No stop\nNext line", "No stop"),
    ],
)
def test_shorten_makes_a_title_of_the_first_sentence(text, title):
    assert shorten(text) == title


@pytest.mark.parametrize(
    ("line", "ends"), [("Yes.", True), ('He left."', True), ("in the", False), ("完。", True), ("a:", True)]
)
def test_ends_sentence_looks_behind_quotation_marks(line, ends):
    assert ends_sentence(line) is ends


@pytest.mark.parametrize(
    ("line", "split"), [("- one", (True, "one")), ("• a  b", (True, "a b")), ("-5 degrees", (False, "-5 degrees"))]
)
def test_split_bullet_takes_it_off(line, split):
    assert split_bullet(line) == split
