"""Every page on a small graph: what it shows, what its controls do, and its states of nothing to show."""

import json
import time
from pathlib import Path

import pytest

import kg
from kg.pipeline import Report
from kg.query import articles, entity_page
from kg.store import open_reader, open_writer
from kg.ui import opened
from kg.ui.components import Selected
from kg.ui.pages import PAGES, add, entity, explore, overview, query
from kg.ui.pages import article as article_page
from kg.ui.pages.add import with_header
from tests.ui.paging import component, markup, open_application, open_page, words
from tests.ui.sample import hostile, opening, write_sample


@pytest.fixture(autouse=True)
def sample_graph(sample_dir, monkeypatch, bundles):
    monkeypatch.setenv("KG_DATA_DIR", str(sample_dir))


@pytest.fixture
def empty_graph(tmp_path, monkeypatch):
    monkeypatch.setenv("KG_DATA_DIR", str(tmp_path))


def statement(sample_dir, subject, relation):
    page = entity_page(open_reader(sample_dir), subject)
    return next(fact.id for fact in page.facts if fact.relation == relation)


# The frame


def test_every_page_is_documented():
    pages = (Path(kg.__file__).parents[1] / "docs" / "ui.md").read_text(encoding="utf-8")
    assert [spec.name for spec in PAGES if f"| `/{spec.name}` |" not in pages] == []


def test_every_page_has_its_own_address_and_name():
    assert len({spec.name for spec in PAGES}) == len(PAGES)
    assert [spec.name for spec in PAGES if spec.name == ""] == [""]
    assert {spec.title_key for spec in PAGES if spec.in_menu} == {
        "overview.menu", "explore.menu", "article.menu", "query.menu", "add.menu",
    }  # fmt: skip


def test_frame_shows_overview_and_search(sample_dir):
    page = open_application()
    assert "Who does what in Hong Kong tech policy" in words(page)
    assert page.text_input(key="search").placeholder.startswith("Search")


def test_search_lists_names_with_their_types():
    page = open_application()
    page.text_input(key="search").set_value("燈塔").run()
    assert "Lantern Supercomputing Centre Facility" in words(page)
    assert 'href="/entity?id=lantern-fund"' in markup(page)


def test_search_without_a_hit_says_so():
    page = open_application()
    page.text_input(key="search").set_value("zzzzzz").run()
    assert "Nothing is called “zzzzzz”" in words(page)


def test_language_of_the_address_wins_and_links_carry_it():
    page = open_application(lang="zh-Hant")
    assert "香港科技政策：誰做甚麼" in words(page)
    assert 'href="/entity?id=harbour-tech&amp;lang=zh-Hant"' in markup(page)


def test_unknown_language_in_the_address_is_english():
    assert "Who does what" in words(open_application(lang="xx"))


def test_empty_graph_says_what_to_do(empty_graph):
    page = open_application()
    assert "There is nothing here yet" in words(page)
    assert 'href="/add"' in markup(page)


def test_page_that_fails_is_caught_and_logged(monkeypatch, caplog):
    monkeypatch.setattr(overview, "counts", lambda reader: 1 / 0)
    page = open_application()
    assert "could not be drawn" in page.error[0].value
    assert "ZeroDivisionError" in caplog.text


# Overview


def test_overview_counts_and_tells_the_newest_facts_with_their_sentence():
    shown = words(open_page("overview"))
    assert "3 articles 10 people, bodies and things 15 facts 17 sentences as evidence" in shown
    assert "Harbour Tech Limited develops Tidal Engine" in shown
    assert "Example University works with Harbour Tech on the Tidal Engine. University to use Lantern" in shown
    assert "Lantern Innovation Fund HK$2.5 billion" in shown
    assert "Harbour Tech Limited 5 facts" in shown


def test_overview_groups_facts_of_one_sentence_and_limits_each_article(sample_dir):
    facts = entity_page(open_reader(sample_dir), "harbour-tech").facts
    groups = overview.by_sentence(facts)
    assert all(len({(f.evidence[0].article_id, f.evidence[0].start) for f in group}) == 1 for group in groups)
    articles_told = [group[0].evidence[0].article_id for group in groups]
    assert max(map(articles_told.count, articles_told)) <= overview.SENTENCES_EACH


def test_overview_of_a_graph_without_articles_is_empty(empty_graph, tmp_path):
    write_sample(tmp_path, opening())
    with open_writer(tmp_path) as writer:
        writer.remove(opening().article.id)
    assert "There is nothing here yet" in words(open_application())


# Entity


def test_entity_shows_names_facts_badges_and_sentences():
    shown = words(open_page("entity", id="lantern-centre"))
    assert "Facility Lantern Supercomputing Centre 燈塔超算中心" in shown
    for part in ("located in Pearl Park Stated", "more than 80 % Claimed", "planned Planned from 2027", "99% sure"):
        assert part in shown
    assert "Harbour Tech Limited → this entry" in shown
    assert "Also called LSC" in shown


def test_entity_facts_lead_to_the_marked_sentence():
    shown = markup(open_page("entity", id="lantern-centre"))
    first = opening()
    assert f'href="/article?id={first.article.id}&amp;at=36-114"' in shown
    assert "<mark>Harbour Tech opened the Lantern Supercomputing Centre at Pearl Park on Monday.</mark>" in shown


def test_entity_draws_its_neighbourhood():
    data = component(open_page("entity", id="lantern-centre"), "graph")
    assert {node["id"] for node in data["nodes"]} == {"lantern-centre", "harbour-tech", "pearl-park"}


def test_entity_in_chinese_uses_chinese_names():
    shown = words(open_page("entity", id="lantern-centre", lang="zh-Hant"))
    assert "設施 燈塔超算中心 Lantern Supercomputing Centre" in shown
    assert "海港科技有限公司 → 本項" in shown


def test_entity_names_where_its_name_comes_from(sample_dir):
    shown = words(open_page("entity", id="example-bureau"))
    assert "Wikidata Q4115189" in shown
    assert "Known from articles only" in words(open_page("entity", id="pearl-park"))


@pytest.mark.parametrize(
    ("parameters", "message"),
    [({"id": "no-such-thing"}, "There is nothing under this address"), ({}, "Choose a name")],
)
def test_entity_that_is_not_there_offers_others(parameters, message):
    page = open_page("entity", **parameters)
    assert message in words(page)
    assert 'href="/entity?id=harbour-tech"' in markup(page)


def test_entity_groups_facts_by_relation_best_founded_first(sample_dir):
    facts = entity_page(open_reader(sample_dir), "harbour-tech").facts
    groups = entity.by_relation(facts)
    assert len({facts[0].relation for facts in groups}) == len(groups)
    assert groups[0][0].support == max(fact.support for fact in facts)


def test_entity_with_a_hostile_name_is_only_text():
    shown = markup(open_page("entity", id="company-hostile"))
    assert "<script" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons" in shown


# Articles


def test_article_list_shows_newest_first_with_counts():
    shown = words(open_page("article"))
    assert "3 articles have been read" in shown
    assert shown.index("in a headline") < shown.index("University to use") < shown.index("Lantern centre opens")
    assert "10 facts · 9 marked names" in shown


def test_article_shows_text_marks_and_facts():
    article = opening().article
    page = open_page("article", id=article.id, at="36-114")
    assert 'class="kg-mention"' in markup(page)
    assert '<mark class="kg-target">' in markup(page)
    assert "Facts in this article Lantern Supercomputing Centre located in Pearl Park" in words(page)
    assert "The article names as its sources example.org" in words(page)


def test_article_that_is_not_there_gives_the_list():
    assert "There is no article under this address" in words(open_page("article", id="000000000000"))


def test_article_list_has_pages_when_it_is_long(monkeypatch, tmp_path):
    monkeypatch.setattr(article_page, "PER_PAGE", 1)
    page = open_page("article")
    assert page.get("pagination")
    assert "Lantern centre opens" not in words(page)


def test_hostile_article_is_only_text():
    shown = markup(open_page("article", id=hostile().article.id))
    assert not any(tag in shown for tag in ("<script", "<img", "<b>Evil", 'href="javascript'))


# Explore


def test_explore_draws_the_entities_of_the_address_and_their_neighbours():
    page = open_page("explore", ids="lantern-centre,example-bureau")
    data = component(page, "graph")
    assert [node["id"] for node in data["nodes"] if node["centre"]] == ["lantern-centre", "example-bureau"]
    assert len(data["nodes"]) == 6
    assert len(page.dataframe[0].value) == len(data["edges"])


def test_explore_starts_at_the_most_connected_entity():
    assert next(node for node in component(open_page("explore"), "graph")["nodes"] if node["centre"])["degree"] == 5


def test_explore_takes_away_what_is_no_longer_chosen():
    page = open_page("explore", ids="lantern-centre,example-bureau")
    page.multiselect(key="explored-centres").unselect("lantern-centre").run()
    assert page.query_params["ids"] == "example-bureau"
    assert "lantern-centre" not in {node["id"] for node in component(page, "graph")["nodes"]}


def test_explore_of_unknown_entities_says_so():
    assert "Nothing is known under this address" in words(open_page("explore", ids="no-such-thing"))


def test_explore_says_how_many_neighbours_are_left_out(monkeypatch):
    monkeypatch.setattr(explore, "LIMIT", 2)
    page = open_page("explore", ids="lantern-centre")
    assert len(component(page, "graph")["nodes"]) == 2
    assert "1 more neighbour is not drawn: 2 is the most" in words(page)


def test_explore_shows_the_sentence_behind_the_selected_line(sample_dir):
    page = open_page("explore", ids="lantern-centre")
    page.session_state["explored-focus"] = Selected("edge", statement(sample_dir, "lantern-centre", "locatedIn"))
    page.run()
    assert "Lantern Supercomputing Centre located in Pearl Park 99% sure · 2 articles" in words(page)
    assert markup(page).count("<mark>") == 2


def test_explore_shows_the_selected_entity_and_only_its_rows():
    page = open_page("explore", ids="lantern-centre")
    page.session_state["explored-focus"] = Selected("node", "harbour-tech")
    page.run()
    assert "Open the page (5 facts)" in words(page)
    assert "Facts with Harbour Tech Limited" in words(page)
    assert len(page.dataframe[0].value) == 2


def test_explore_between_two_names_each_step():
    page = open_page("explore", mode="between", **{"from": "mei-tan", "to": "lantern-fund"})
    assert (
        "Mei Tan holds post → Head of the Example Technology Bureau post in → Example Technology Bureau"
        " funds → Lantern Innovation Fund"
    ) in words(page)
    assert len(component(page, "graph")["path"]) == 3


def test_explore_between_asks_for_two_names_and_keeps_them_in_the_address():
    page = open_page("explore", mode="between")
    assert "Choose two names" in words(page)
    page.selectbox(key="explored-from").set_value("mei-tan").run()
    page.selectbox(key="explored-to").set_value("example-bureau").run()
    assert (page.query_params["from"], page.query_params["to"]) == ("mei-tan", "example-bureau")
    assert "way from one to the other" in words(page)


def test_explore_between_strangers_says_that_there_is_no_path():
    page = open_page("explore", mode="between", **{"from": "mei-tan", "to": "tidal-engine"})
    assert "No connection of four steps or fewer" in words(page)


def test_explore_mode_is_kept_in_the_address():
    page = open_page("explore")
    page.get("button_group")[0].set_value("between").run()
    assert page.query_params["mode"] == "between"


# Query


@pytest.fixture
def answers(monkeypatch):
    """Answers from a reader in this process instead of a worker."""

    class Pool:
        def answer(self, text, media_type):
            return opened.newest_graph().serialise(text, media_type)

    monkeypatch.setattr(query, "shared_pool", lambda settings: Pool())


def test_query_of_the_address_is_answered_as_a_table(answers):
    page = open_page("query", query="SELECT ?body { ?body a hkt:GovernmentBody }")
    assert "1 row Body Example Technology Bureau" in words(page)
    assert component(page, "sparql")["text"] == "SELECT ?body { ?body a hkt:GovernmentBody }"
    assert page.get("download_button")


def test_query_page_completes_from_the_ontology(answers):
    assert "hkt:locatedIn" in component(open_page("query"), "sparql")["terms"]


def test_ready_question_fills_editor_and_address(answers):
    page = open_page("query")
    page.selectbox(key="example").select_index(0).run()
    assert page.query_params["query"] == component(page, "sparql")["text"]
    assert component(page, "sparql")["text"].startswith("PREFIX")


@pytest.mark.parametrize(("subject", "verdict"), [("hkr:pearl-park", "Yes."), ("hkr:nowhere", "No.")])
def test_ask_is_answered_with_a_word(answers, subject, verdict):
    assert verdict in words(open_page("query", query=f"ASK {{ {subject} a hkt:Place }}"))


def test_construct_is_drawn_and_listed(answers):
    page = open_page("query", query="CONSTRUCT WHERE { ?s hkt:locatedIn ?o }")
    assert [node["label"] for node in component(page, "graph")["nodes"]] == [
        "Lantern Supercomputing Centre", "Pearl Park",
    ]  # fmt: skip
    assert len(page.dataframe[0].value) == 1


@pytest.mark.parametrize("form", ["SELECT * { ?s hkt:acquires ?o }", "CONSTRUCT WHERE { ?s hkt:acquires ?o }"])
def test_query_without_a_match_says_so(answers, form):
    assert "Nothing in the graph matches" in words(open_page("query", query=form))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("DELETE WHERE { ?s ?p ?o }", "would change the graph"),
        ("SELECT * { SERVICE <http://x> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT {", "cannot be answered"),
    ],
)
def test_query_that_is_refused_says_why(answers, text, reason):
    page = open_page("query", query=text)
    assert "There is no answer" in page.error[0].value
    assert reason in page.code[0].value


def test_long_answers_are_cut_on_the_page_only(answers, monkeypatch):
    monkeypatch.setattr(query, "SHOWN", 2)
    page = open_page("query", query="SELECT ?s { ?s a hkt:Statement }")
    assert "15 rows" in words(page)
    assert "The first 2 rows are shown" in words(page)


# Adding


@pytest.fixture
def ingested(monkeypatch):
    """What pages hand to the pipeline, which is not loaded here."""
    handed = []

    def ingest(data, name, data_dir):
        handed.append((name, data.decode()))
        return Report(added=tuple(row.id for row in articles(open_reader(data_dir), 1)))

    monkeypatch.setattr(add, "_ingest", ingest)
    return handed


def finish(page):
    deadline = time.monotonic() + 20
    while any(not job.finished for job in opened.jobs().recent()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return page.run()


def test_pasted_text_becomes_an_article_with_its_facts(ingested):
    page = open_page("add")
    page.text_area(key="paste-text").set_value("A headline\nA story.")
    page.button[0].click().run()
    shown = words(finish(page))
    assert ingested == [("pasted.txt", "A headline\nA story.")]
    assert "Added to the graph." in shown
    assert "Facts in this article" in shown


def test_nothing_pasted_is_nothing_done(ingested):
    page = open_page("add")
    page.button[0].click().run()
    assert "Paste the text" in page.warning[0].value
    assert not ingested


def test_page_that_cannot_be_read_says_why(monkeypatch):
    monkeypatch.setattr(add, "_ingest", lambda *arguments: (_ for _ in ()).throw(ValueError("no text in it")))
    page = open_page("add")
    page.text_area(key="paste-text").set_value("x")
    page.button[0].click().run()
    finish(page)
    assert "pasted.txt" in page.error[0].value
    assert "no text in it" in page.code[0].value


@pytest.mark.parametrize(
    ("given", "file"),
    [
        ({}, "Head\nBody."),
        ({"title": "T"}, "T\n\nHead\nBody."),
        ({"publisher": "Wire"}, "Head\nSource: Wire\n\nBody.\n"),
        ({"title": "T", "publisher": " The\nWire ", "url": "https://e.org/1"},
         "T\nSource: The Wire | URL: https://e.org/1\n\nHead\nBody.\n"),
    ],
)  # fmt: skip
def test_with_header_writes_what_the_reader_filled_in(given, file):
    assert with_header("Head\nBody.", **given) == file


def test_words_of_the_page_are_never_taken_for_data():
    json.dumps(component(open_page("explore", ids="company-hostile"), "graph"))
