"""The pages in a real browser: what people click, what they see, and that nothing leaves the machine."""

from __future__ import annotations

import os
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.ui.sample import opening, write_sample
from tests.ui.serving import serving

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.slow]

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 30_000
CANVAS = """() => {
  const roots = [...document.querySelectorAll('*')].map((e) => e.shadowRoot).filter(Boolean);
  const canvas = roots.map((r) => r.querySelector('.canvas')).find(Boolean);
  return canvas && canvas._cyreg && canvas._cyreg.cy.nodes().length ? canvas : null;
}"""
POSITIONS = f"""() => {{
  const cy = ({CANVAS})()._cyreg.cy;
  return Object.fromEntries(cy.nodes().map((n) => [n.id(), [n.position().x, n.position().y]]));
}}"""
LABELS = f"() => ({CANVAS})()._cyreg.cy.nodes().map((n) => n.data('label'))"
ON_SCREEN = f"""(id) => {{
  const canvas = ({CANVAS})(), cy = canvas._cyreg.cy, box = canvas.getBoundingClientRect(), e = cy.getElementById(id);
  const at = e.isNode() ? e.renderedPosition() : {{
    x: (e.source().renderedPosition().x + e.target().renderedPosition().x) / 2,
    y: (e.source().renderedPosition().y + e.target().renderedPosition().y) / 2 }};
  return [box.x + at.x, box.y + at.y];
}}"""
EDGE = f"""([source, target]) => ({CANVAS})()._cyreg.cy.edges()
  .filter((e) => e.source().id() === source && e.target().id() === target).id()"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    data_dir = tmp_path_factory.mktemp("pages")
    write_sample(data_dir)
    with serving(data_dir, "up", "--port", "0", "--no-browser", lines=2) as served:
        yield served.announced[0].split()[-1]


@pytest.fixture(scope="module")
def chromium():
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        missing = "no chromium on this machine; install it or leave these tests out"
        pytest.fail(missing) if os.environ.get("KG_REQUIRE_BROWSER") == "1" else pytest.skip(missing)
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=found, args=OPTIONS)
        yield browser
        browser.close()


class Visitor:
    """One person at one screen; remembers every address asked for and everything that went wrong."""

    def __init__(self, browser, address, **screen):
        self.address = address
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 1000}, "locale": "en-GB", **screen})
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.asked, self.failures = [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.failures.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.failures.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def open(self, path):
        self.page.goto(self.address + path)
        self.page.wait_for_selector(".kg-footer")
        self.settle()
        return self

    def settle(self):
        self.page.wait_for_function(
            "!document.querySelector('[data-testid=stApp][data-test-script-state=running]') "
            "&& !document.querySelector('[data-stale=true]')"
        )
        return self

    def heading(self, text):
        self.page.get_by_role("heading", name=text, exact=True).first.wait_for()
        return self.settle()

    def graph(self):
        self.page.wait_for_function(CANVAS)
        self.settle()
        self.page.wait_for_timeout(300)
        return self

    def parameters(self):
        return {name: values[0] for name, values in parse_qs(urlsplit(self.page.url).query).items()}


@pytest.fixture
def visitor(chromium, address):
    opened = []

    def arrive(path="/", **screen):
        opened.append(Visitor(chromium, address, **screen))
        return opened[-1].open(path)

    yield arrive
    for one in opened:
        one.context.close()
        assert one.failures == []


def test_first_request_can_be_a_deep_link(visitor):
    """Must stay the first test here: it shows that a fresh server takes no file of kg/ui/pages for the script."""
    someone = visitor("/entity?id=lantern-centre")
    someone.heading("Lantern Supercomputing Centre")
    assert someone.page.get_by_text("燈塔超算中心").first.is_visible()


@pytest.mark.parametrize("path", ["/", "/explore", "/article", "/entity?id=harbour-tech", "/query", "/add"])
@pytest.mark.parametrize("width", [390, 1280])
def test_page_fits_its_screen_and_stays_on_this_machine(visitor, path, width):
    someone = visitor(path, viewport={"width": width, "height": 900})
    overflow = "() => document.querySelector('[data-testid=stMain]').scrollWidth"
    assert someone.page.evaluate(overflow) <= width
    hosts = {urlsplit(url).hostname for url in someone.asked if urlsplit(url).scheme in {"http", "https", "ws", "wss"}}
    assert hosts <= {"127.0.0.1"}


def test_search_leads_to_an_entity_without_loading_again(visitor):
    someone = visitor("/")
    someone.page.evaluate("window.stillHere = true")
    someone.page.get_by_placeholder("Search a person").press_sequentially("lantern inn")
    someone.page.locator(".kg-found a", has_text="Lantern Innovation Fund").click()
    someone.heading("Lantern Innovation Fund")
    assert someone.parameters() == {"id": "lantern-fund"}
    assert someone.page.evaluate("window.stillHere")
    assert someone.page.get_by_placeholder("Search a person").input_value() == ""


def test_back_returns_to_the_entity_before(visitor):
    someone = visitor("/entity?id=lantern-centre").heading("Lantern Supercomputing Centre")
    someone.page.locator(".kg-facts .kg-entity a", has_text="Pearl Park").first.click()
    someone.heading("Pearl Park")
    someone.page.go_back()
    someone.heading("Lantern Supercomputing Centre")


def test_double_click_expands_and_leaves_every_node_in_its_place(visitor):
    someone = visitor("/explore?ids=lantern-centre").graph()
    before = someone.page.evaluate(POSITIONS)
    someone.page.mouse.dblclick(*someone.page.evaluate(ON_SCREEN, "harbour-tech"))
    someone.page.wait_for_function(f"() => Object.keys(({POSITIONS})()).length > {len(before)}")
    after = someone.graph().page.evaluate(POSITIONS)
    assert {name: after[name] for name in before} == before
    assert someone.parameters()["ids"] == "lantern-centre,harbour-tech"


def test_click_on_a_line_shows_the_sentence_behind_it(visitor):
    someone = visitor("/explore?ids=lantern-centre").graph()
    edge = someone.page.evaluate(EDGE, ["harbour-tech", "lantern-centre"])
    someone.page.mouse.click(*someone.page.evaluate(ON_SCREEN, edge))
    quote = someone.page.locator(".kg-side mark", has_text="opened the Lantern Supercomputing Centre").first
    quote.wait_for()
    assert someone.page.locator(".kg-side figure").count() == 2


def test_click_on_a_circle_offers_its_page(visitor):
    someone = visitor("/explore?ids=lantern-centre").graph()
    someone.page.mouse.click(*someone.page.evaluate(ON_SCREEN, "pearl-park"))
    someone.page.locator(".kg-side a", has_text="Open the page").click()
    someone.heading("Pearl Park")


def test_path_between_two_entities_is_a_link(visitor):
    someone = visitor("/explore?mode=between&from=mei-tan&to=example-bureau").graph()
    route = someone.page.locator(".kg-routes li").first
    steps = "Mei Tan holds post → Head of the Example Technology Bureau post in → Example Technology Bureau"
    assert " ".join(route.inner_text().split()) == steps


def test_language_switch_changes_words_names_and_drawing(visitor):
    someone = visitor("/explore?ids=lantern-centre").graph()
    someone.page.get_by_role("radio", name="繁").or_(someone.page.get_by_text("繁", exact=True)).first.click()
    someone.heading("探索關係").graph()
    assert "燈塔超算中心" in someone.page.evaluate(LABELS)
    assert someone.parameters()["lang"] == "zh-Hant"


def test_chinese_browser_gets_chinese_at_once(visitor):
    someone = visitor("/entity?id=harbour-tech", locale="zh-HK")
    someone.heading("海港科技有限公司")


def test_hostile_names_are_only_ever_text(visitor):
    someone = visitor("/entity?id=company-hostile").heading("<script>alert(1)</script> & Sons")
    someone.open("/article").page.locator(".kg-card a", has_text="in a headline").click()
    someone.heading("<img src=x onerror=alert(4)> in a headline")
    assert someone.page.locator(".stHtml img, .stHtml script, .stHtml a[href^=javascript]").count() == 0
    someone.open("/explore?ids=company-hostile").graph()  # the visitor would have noticed a dialog


def test_link_to_a_sentence_brings_it_into_view(visitor):
    draft = opening()
    quote = "The fund has received more than 40 applications."
    start = draft.article.text.index(quote)
    path = f"/article?id={draft.article.id}&at={start}-{start + len(quote)}"
    someone = visitor(path, viewport={"width": 390, "height": 320})
    someone.page.wait_for_function("document.querySelector('.kg-target')?.dataset.shown === 'yes'")
    assert someone.page.locator(".kg-target").inner_text() == quote
    assert someone.page.evaluate("document.querySelector('.kg-target').getBoundingClientRect().top < innerHeight")


def test_ctrl_enter_runs_the_query_and_the_address_keeps_it(visitor):
    someone = visitor("/query")
    someone.page.locator(".CodeMirror").wait_for()
    someone.page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('ASK { ?s ?p ?o }')")
    someone.page.locator(".CodeMirror textarea").focus()
    someone.page.keyboard.press("Control+Enter")
    someone.page.get_by_text("Yes.", exact=True).wait_for()
    assert someone.parameters()["query"] == "ASK { ?s ?p ?o }"


def test_editor_completes_our_own_terms(visitor):
    someone = visitor("/query")
    someone.page.locator(".CodeMirror").wait_for()
    someone.page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('')")
    someone.page.locator(".CodeMirror textarea").focus()
    someone.page.keyboard.type("SELECT * { ?s hkt:locat")
    someone.page.keyboard.press("Control+Space")
    someone.page.wait_for_function(
        "document.querySelector('.CodeMirror').CodeMirror.getValue().includes('hkt:locatedIn')"
        " || document.querySelector('.CodeMirror-hint')?.textContent === 'hkt:locatedIn'"
    )


def test_construct_is_drawn(visitor):
    query = "CONSTRUCT%20WHERE%20%7B%20%3Fs%20hkt%3AlocatedIn%20%3Fo%20%7D"
    someone = visitor(f"/query?query={query}").graph()
    assert sorted(someone.page.evaluate(LABELS)) == ["Lantern Supercomputing Centre", "Pearl Park"]


PASTED = """Lamp Robotics opens laboratory at Pearl Park

Lamp Robotics Limited opened a laboratory at Hong Kong Science Park on Monday. The Innovation and Technology Fund
received more than 30 applications.
"""


def test_pasted_article_is_read_on_while_its_reader_walks_about(visitor):
    someone = visitor("/add")
    someone.page.get_by_label("Text of the article").fill(PASTED)
    someone.page.get_by_role("button", name="Read it").first.click()
    someone.page.locator(".kg-job").wait_for()
    someone.page.get_by_role("link", name="Explore", exact=True).click()
    someone.heading("Explore the connections")
    someone.page.get_by_role("link", name="Add articles").click()
    someone.heading("Lamp Robotics opens laboratory at Pearl Park")
    assert someone.page.locator(".kg-mention").count() > 0
    assert someone.page.locator(".kg-side-facts .kg-fact").count() > 0
