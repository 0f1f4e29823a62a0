"""Scraped pages of many layouts: what they are cut into, what is dropped, and that no running text is lost."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.sources import read_bytes, read_file
from kg.sources.lines import classify

PAGES = Path(__file__).parent / "pages"
CUTS = {
    "bbc_like": ["City opens register for quantum start-ups"],
    "cards": [
        "Slope Registry opens its drawings to the public",
        "Cooling start-up moves into old cannery",
        "Is the island ready for robot taxis?",
    ],
    "chinese": ["北角數據信託啟用 五間診所共享影像", "診所軟件老舊 調查指逾半未更新"],
    "guardian_like": ["Harbour Loop Laboratory to test cargo drones above Lantau from spring"],
    "hkfp_like": ["Data trust for hospitals starts with five clinics"],
    "inline_box": ["Tidal Cooling signs lease for second hall in Tai Po"],
    "listing": [
        "Cargo drones cleared for Lantau piers",
        "Ferry operators ask for a share of parcel traffic",
        "Island council debates landing sites",
    ],
    "live_blog": ["Budget day: what the labs and data halls get"],
    "newsletter": [
        "Cooling start-up moves into old cannery",
        "Registry puts 12,000 plans online",
        "University lends chips to schools",
    ],
    "standard_like": ["Robot arm trains nurses at Tai Lam University"],
    "wrapped": ["Lamma robot taxis to start with four routes, council decides after long debate"],
}
NOISE = (
    "Advertisement", "Share", "Comments", "Most viewed", "ewsletter", "Photograph:", "Getty", "Read more", "Sign in",
    "Skip to", "Copyright", "HKFP", "Unsubscribe", "WhatsApp", "Reuters", "廣告", "分享", "留言", "標籤", "相片",
)  # fmt: skip


def cut(name):
    return read_file(PAGES / f"{name}.txt")


def test_every_page_has_its_row():
    assert {path.stem for path in PAGES.glob("*.txt")} == CUTS.keys()


@pytest.mark.parametrize("name", CUTS)
def test_page_is_cut_into_its_stories(name):
    assert [article.title for article in cut(name)] == CUTS[name]


@pytest.mark.parametrize("name", CUTS)
def test_page_marks_all_but_the_main_story_as_partial(name):
    assert [article.partial for article in cut(name)] == [False] + [True] * (len(CUTS[name]) - 1)


@pytest.mark.parametrize("name", CUTS)
def test_page_leaves_its_furniture_out(name):
    text = "\n".join(article.text for article in cut(name))
    assert [word for word in NOISE if word in text] == []


@pytest.mark.parametrize("name", CUTS)
def test_page_keeps_every_sentence_of_its_stories(name):
    lines = (PAGES / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    text = "".join(article.text for article in cut(name)).replace(" ", "").replace("\n", "")
    long = [line for line in lines if len(line.split()) >= 16 and classify(line).kind == "prose"]
    lost = [line for line in long if line.replace(" ", "") not in text]
    assert [line for line in lost if " Picture: Reuters " not in line] == []


@pytest.mark.parametrize("name", CUTS)
def test_article_of_a_page_starts_with_its_title_and_names_its_file(name):
    for article in cut(name):
        assert article.text.startswith(article.title + "\n\n")
        assert article.source_file == f"{name}.txt"


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("guardian_like", [date(2025, 3, 5)]),
        ("hkfp_like", [date(2025, 6, 2)]),
        ("standard_like", [date(2025, 6, 3)]),
        ("cards", [date(2025, 3, 10), date(2025, 3, 8), date(2025, 3, 10)]),
        ("chinese", [date(2025, 6, 2), date(2025, 6, 2)]),
        ("listing", [date(2025, 3, 5), date(2025, 3, 3), date(2025, 2, 27)]),
        ("bbc_like", [None]),
    ],
)
def test_page_gives_the_dates_that_stand_on_it(name, days):
    assert [article.published for article in cut(name)] == days


def test_day_of_publication_comes_before_that_of_an_update():
    page = "Taxis without drivers\nUpdated: 3 June 2025\nPublished: 2 June 2025\nShare\nMenu\nTaxis may come soon."
    (article,) = read_bytes(page.encode(), name="p")
    assert article.published == date(2025, 6, 2)


def test_teaser_takes_the_publisher_from_the_line_above_it():
    assert [article.publisher for article in cut("cards")] == [None, "Harbour Science Daily", "Lamma Post"]


def test_teaser_gets_lost_full_stops_and_picture_credits_cut_out():
    _, cannery, taxis = cut("cards")
    assert cannery.text.endswith("A second hall may follow in Tai Po.\n\nThe hall is to open in June.")
    assert "where there are no cars\nThe island council will vote" in taxis.text


def test_soft_line_breaks_are_joined():
    (article,) = cut("wrapped")
    assert "a trial of taxis without drivers on four routes" in article.text
    assert "after talks with the Transport Panel and with residents." in article.text


def test_standfirst_is_kept_and_links_to_other_stories_are_not():
    (article,) = cut("guardian_like")
    assert "Regulator grants a first permit" in article.text
    assert "Ferry operators" not in article.text


def test_text_after_a_box_of_links_belongs_to_the_main_story():
    (article,) = cut("inline_box")
    assert article.text.endswith("wants to hire 25 engineers.")


def test_ages_stay_unresolved_where_the_page_has_no_date():
    page = (
        "Headline of the harbour story\nAdvertisement\nA first sentence about the harbour with plenty of words in it "
    )
    page += (
        "so that it counts as text.\nRelated Articles\nLamma Post\n2 days ago\nTaxis without drivers\nThey may come.\n"
    )
    _, teaser = read_bytes((page + "They need a permit first.").encode(), name="page.txt")
    assert (teaser.publisher, teaser.published) == ("Lamma Post", None)


def test_teaser_with_a_bullet_and_an_indented_summary_is_a_story():
    page = (
        "Advertisement\nA headline about the cable car\n\nThe cable car will get new cabins in 2026, its owner said.\n"
    )
    page += "Related Articles\n- Cable car closes for repairs\n  It opens again in May\n"
    page += "- Old cabins sold\n  A museum paid HK$1\n"
    assert [a.text for a in read_bytes(page.encode(), name="p")][1:] == [
        "Cable car closes for repairs\n\nIt opens again in May",
        "Old cabins sold\n\nA museum paid HK$1",
    ]


def test_comments_of_readers_are_dropped_and_a_comments_button_is_not_the_end():
    story = "The cable car will get new cabins in 2026, its owner said on Monday at a meeting with the council."
    page = f"A headline about the cable car\nComments (2)\nShare\n{story}\nComments\n"
    page += "ferry_fan: I prefer the boat, honestly.\nReply\n"
    (article,) = read_bytes(page.encode(), name="p")
    assert article.text == f"A headline about the cable car\n\n{story}"


def test_list_announced_by_a_sentence_survives_on_a_page():
    page = "Advertisement\nPlatforms named in the bill\nShare this\n"
    page += "The bill names these large platforms as gatekeepers:\n- Facebook\n- WhatsApp\n"
    (article,) = read_bytes(page.encode(), name="p")
    assert "Facebook" in article.text
    assert "WhatsApp" in article.text


def test_page_of_entries_is_read_as_a_fact_sheet():
    page = "Home | News\nShare\nThe test hall in figures\nOwner: Tidal Cooling\nAdvertisement\n- Area: 40 hectares\n"
    (article,) = read_bytes(page.encode(), name="p")
    assert article.text == "The test hall in figures\n\nOwner: Tidal Cooling\n\nArea: 40 hectares"


def test_entries_and_short_names_of_a_story_survive_on_a_page():
    page = (
        "Advertisement\nShare\nTwo funds for the bay\nThe Harbour Fund and the Slope Fund will open in May, it said.\n"
    )
    page += "Slope Fund\nManager: Slope Registry\nIt pays for walls and drains.\nRelated Articles\nOld news\n"
    (article,) = read_bytes(page.encode(), name="p")
    assert article.text.split("\n\n")[2:] == ["Slope Fund", "Manager: Slope Registry", "It pays for walls and drains."]


def test_page_of_menus_only_is_refused():
    with pytest.raises(SourceError, match="only menus and headlines"):
        read_bytes(
            b"Home | News | Sport\nSign in\nAdvertisement\nLatest news from the harbour today\n", name="menu.txt"
        )


def test_plain_text_without_furniture_is_kept_whole():
    text = "Minutes of the harbour panel\n\nPresent\nMs Wu\nMr Lam\n\nThe panel met.\n- Boats\n- Piers"
    (article,) = read_bytes(text.encode(), name="minutes.txt")
    assert article.text == text.replace("\n\nPresent", "\n\nPresent", 1)
    assert not article.partial


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("A note on piers\n2 June 2025\nThe piers are old.", date(2025, 6, 2)),
        ("A note on piers\nThe piers are old.\n1\n2\n3\n4\n5\n6\nEnds/Monday, June 2, 2025", date(2025, 6, 2)),
        ("A note on piers\nThe piers were built on 2 June 1925.", None),
    ],
)
def test_plain_text_takes_its_date_from_a_line_of_its_own(lines, day):
    (article,) = read_bytes(lines.encode(), name="note.txt")
    assert article.published == day


def test_text_of_one_paragraph_gets_its_first_sentence_as_title():
    (article,) = read_bytes(b"The piers are old. They were built in 1925.", name="pasted")
    assert (article.title, article.text) == ("The piers are old.", "The piers are old. They were built in 1925.")


SENTENCES = st.lists(
    st.sampled_from(
        [
            "The Slope Registry has put all of its drawings online and spent HK$30 million on scanning them, it said.",
            "Tidal Cooling rents a former cannery in Aberdeen, where it cools its servers with water from the sea.",
            "Engineers had asked for the drawings for two decades, according to the minutes of the Harbour Panel.",
            "Residents complained about noise in the night, so the permit of the laboratory ends at nine o'clock.",
        ]
    ),
    min_size=1,
    max_size=4,
    unique=True,
)
FURNITURE = st.lists(
    st.sampled_from(
        [
            "Advertisement",
            "Share",
            "Comments (3)",
            "Related Articles",
            "",
            "Listen to this article (4 min)",
            "2 hours ago",
            "Read more",
            "Lamma Post",
            "Cooling start-up moves into old cannery",
            "#harbour #slopes",
            "Home | News | Sport",
        ]
    ),
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(FURNITURE, SENTENCES), min_size=1, max_size=4), FURNITURE)
def test_page_never_loses_running_text(blocks, footer):
    lines = [line for furniture, prose in blocks for line in [*furniture, *prose]]
    page = "\n".join(["Slope drawings and cool servers", *lines, *footer])
    text = "\n".join(article.text for article in read_bytes(page.encode(), name="page.txt"))
    assert [line for _, prose in blocks for line in prose if line not in text] == []
