import pytest

from kg.sources.credits import is_caption, split_credits
from kg.sources.noise import is_comments, is_noise, is_read_more, is_section

FURNITURE = [
    "Advertisement",
    "ADVERTISEMENT",
    "Share this article",
    "[X] [WhatsApp] [Print]",
    "Share on X  Share on WhatsApp  Copy link  Print",
    "Home > Islands > Slopes and Piers",
    "Local | Harbour | World | Money | Sport",
    "Home  News  Tech  Events  Log in",
    "A A A  Temperature 28C  Humidity 75%",
    "Listen to this article (3 min)",
    "Reading Time: 3 minutes",
    "5 MIN READ",
    "Topics: #harbour #slopes",
    "#harbour #slopes",
    "Hashtags",
    "Try Our AI Features",
    "Explore what our AI can do for you:",
    "No comments yet...",
    "Comments (12)",
    "1.2k views",
    "12 shares",
    "Follow us on Google News",
    "Download our app",
    "Get it on App Store  Get it on Google Play",
    "Copyright. All rights reserved.",
    "© 2025 Lamma Post Publishers Ltd.",
    "(c) 2025 All rights reserved",
    "Cookies help us to remember your settings on this site. Read our privacy policy.",
    "Our website uses cookies. Allow all | Settings",
    "Your email address is safe with us; we may send you marketing emails.",
    "Before you go: more stories for you",
    "Please enable JavaScript in your browser to read this.",
    "By Jo Ng and Mei Tan",
    "Reporting by Jo Ng; Editing by Mei Tan",
    "READ MORE: Cooling start-up moves into old cannery",
    "https://example.org/slopes",
    "14:05",
    "10.32am HKT",
    "3 / 12",
    "***",
    "A harbour at dusk. Photo: Reuters",
    "廣告",
    "分享至",
    "訂閱電子報，即可享用您的專屬內容",
    "版權所有 不得轉載",
    "相片：機構提供",
    "標籤：數據 醫療",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_of_a_page_is_noise(line):
    assert is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "The Slope Registry has opened.",
        "Cargo drones cleared for take-off",
        "Share prices of Tidal Cooling rose after the tender",
        "Subscribers of the operator will pay less from May, it said.",
        "The company said its newsletter tells you about your data.",
        '"You can sign up on our website," said Lena Wu.',
        "Homes at risk, says panel",
        "The law on cookies obliges firms to ask users first.",
        "By investing in start-ups early",
        "Tidal Cooling | a portrait of the company in the harbour",
        "Photo: the winners of the prize, who came from twelve cities and five continents, on the stage of the hall",
        "信託的伺服器設於粉嶺，由粉嶺影像研究所負責營運。",
        "2025",
    ],
)
def test_text_of_an_article_is_no_noise(line):
    assert not is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "Related Articles",
        "RELATED STORIES",
        "More from Lamma Post",
        "Most Read",
        "Recommended for you",
        "You may also like",
        "Recent News",
        "Latest from Lamma Post",
        "Don't miss",
        "相關文章",
        "延伸閱讀",
        "熱門新聞",
        "More stories",
        "Up next",
    ],
)
def test_section_headings_are_known(line):
    assert is_section(line)


@pytest.mark.parametrize(
    "line", ["Latest tender fails", "More labs for schools, says minister", "Top scientist resigns"]
)
def test_headlines_are_no_section_headings(line):
    assert not is_section(line)


@pytest.mark.parametrize(
    ("line", "found"), [("Comments (2)", True), ("12 Comments", True), ("留言 (3)", True), ("No comment", False)]
)
def test_comment_headings_are_known(line, found):
    assert is_comments(line) is found


@pytest.mark.parametrize(
    ("line", "found"), [("Read more →", True), ("Full story", True), ("閱讀全文", True), ("Most read", False)]
)
def test_links_to_whole_stories_are_known(line, found):
    assert is_read_more(line) is found


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("The hall in Tai Po. Photo: Jo Ng", True),
        ("The hall in Tai Po. Photograph: Jo Ng/Lamma Post.", True),
        ("The hall. (AP Photo/Jo Ng)", True),
        ("圖片來源：政府新聞處", True),
        ("The hall in Tai Po opened on Monday.", False),
        ("Photo: Reuters The language supports many devices and will be free for everyone to use from July.", False),
    ],
)
def test_captions_are_known_by_their_credit(line, caption):
    assert is_caption(line) is caption


def test_split_credits_drops_the_credit_and_keeps_the_text():
    assert split_credits("The hall opened. Photo: Reuters It is full.") == ["The hall opened.", "It is full."]
    assert split_credits("No credit here.") == ["No credit here."]
