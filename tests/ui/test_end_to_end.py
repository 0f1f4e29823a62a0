"""The real thing, once through: a scraped page is ingested, asked about over HTTP, and read in a browser."""

from __future__ import annotations

import json

import httpx
import pytest

from kg.store import open_reader
from tests.ui.serving import run_kg, serving
from tests.ui.test_browser import Visitor, chromium  # noqa: F401 - a fixture

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SENTENCE = "The Pearl Bay Data Centre in Tsuen Wan has a capacity of 12 MW."
PAGE = f"""Harbour Sample Times
Home | News | Business | Sport
Advertisement
Subscribe to our newsletter

Pearl Bay Data Centre opens in Tsuen Wan
By A. Sample
Published: 4 Mar 2025

Pearl Bay Compute Limited opened the Pearl Bay Data Centre in Tsuen Wan on Tuesday. {SENTENCE}

The Cyberport Incubation Programme approved 20 projects last year, it said.

Share this article
Advertisement

Robot maker wins support from Innovation and Technology Fund
By B. Sample
Published: 5 Mar 2025

Harbour Robotics Limited received HK$5 million from the Innovation and Technology Fund. The company plans to open a
laboratory at Hong Kong Science Park in 2026.

Hashtags
#robots #hongkong
Try Our AI Features
"""
EVIDENCE = """
SELECT ?article ?subject ?quote ?start ?end {
  GRAPH ?article { ?evidence hkt:supports ?statement ; oa:exact ?quote ; oa:start ?start ; oa:end ?end }
  ?statement a hkt:Statement ; rdf:subject ?subject .
}
"""


def ask(address, query):
    answer = httpx.get(address, params={"query": query}, trust_env=False, timeout=30)
    assert answer.status_code == 200, answer.text
    rows = answer.json()["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in rows]


def count(address):
    return int(ask(address, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"])


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    page = tmp_path_factory.mktemp("scraped") / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    return page


def ingest(data_dir, page):
    done = run_kg(data_dir, "ingest", "--json", page)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def served(tmp_path_factory, page):
    data_dir = tmp_path_factory.mktemp("data")
    assert ingest(data_dir, page)["added"] >= 1
    with serving(data_dir, "up", "--port", "0", "--no-browser", lines=2) as process:
        pages, sparql = (line.split()[-1] for line in process.announced)
        yield data_dir, pages, sparql


def test_every_statement_rests_on_a_quote_that_its_offsets_cut_out_of_the_text(served):
    data_dir, _, sparql = served
    reader = open_reader(data_dir)
    found = ask(sparql, EVIDENCE)
    assert found
    for row in found:
        text = reader.text(row["article"].rsplit("/", 1)[-1])
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]
        assert row["quote"] == row["quote"].strip()
    assert int(ask(sparql, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a hkt:Statement }")[0]["n"]) == len(
        {row["statement"] for row in ask(sparql, EVIDENCE.replace("?subject ?quote", "?statement ?quote"))}
    )


def test_page_noise_becomes_no_entity(served):
    labels = " ".join(row["label"] for row in ask(served[2], "SELECT ?label { ?x rdfs:label ?label }"))
    assert not [word for word in ("Advertisement", "Hashtags", "Subscribe", "AI Features") if word in labels]


def test_ingesting_the_page_again_changes_nothing_while_it_is_served(served, page):
    data_dir, _, sparql = served
    before = count(sparql)
    report = ingest(data_dir, page)
    assert (report["added"], report["replaced"], report["failed"]) == (0, 0, 0)
    assert report["unchanged"] >= 1
    assert count(sparql) == before


def test_reader_finds_the_sentence_on_the_page_of_its_entity(served, chromium):  # noqa: F811 - a fixture
    _, pages, sparql = served
    subjects = [row["subject"] for row in ask(sparql, EVIDENCE) if row["quote"].strip() == SENTENCE]
    assert subjects
    visitor = Visitor(chromium, pages).open(f"/entity?id={subjects[0].rsplit('/', 1)[-1]}")
    sentence = visitor.page.get_by_text(SENTENCE).first
    sentence.wait_for(state="attached")
    if not sentence.is_visible():
        visitor.page.locator("summary").first.click()
    sentence.wait_for(state="visible")
    assert visitor.failures == []
    assert [address for address in visitor.asked if not address.startswith((pages, "data:", "blob:"))] == []
    visitor.context.close()
