"""Facts as pages show them."""

import re
from dataclasses import replace

import pytest

from kg.query import entity_page
from kg.query.rows import EntityRow, EvidenceRow, FactRow, ValueRow
from kg.ui.fact_blocks import (
    entity_link,
    evidence_block,
    fact_line,
    footing_of,
    in_context,
    modality_badge,
    where_stated,
    with_evidence,
)
from kg.ui.markup import el

FUND = EntityRow("lantern-fund", "Programme", "Lantern Innovation Fund", "燈塔創新基金")
BUREAU = EntityRow("example-bureau", "GovernmentBody", "Example Technology Bureau", "示例科技局")
FUNDS = FactRow("f1", BUREAU, "funds", FUND, "actual", 0.934, 2)
BUDGET = FactRow("f2", FUND, "hasBudget", ValueRow("HK$2,500,000,000", "2500000000", "HKD"), "actual", 0.9, 1)


def words(markup):
    return " ".join(re.sub(r"<[^>]+>", "", markup).split())


def evidence(start=0, end=5, quote="Hello", article="a1"):
    return EvidenceRow("e1", article, "A title", "Wire", "2025-03-04", None, quote, start, end, 0.9, "rule")


def facts_of(visit, entity_id):
    return {fact.relation: fact for fact in entity_page(visit.graph, entity_id).facts}


def test_entity_link_leads_to_the_page_of_the_entity(visit):
    link = entity_link(visit, FUND, with_type=True)
    assert 'href="/entity?id=lantern-fund"' in link
    assert words(link) == "Lantern Innovation Fund Programme"


def test_entity_link_escapes_hostile_names(visit):
    link = entity_link(visit, EntityRow('x"><script>', "Company", "<script>alert(1)</script>"))
    assert "<script" not in link
    assert "id=x%22%3E%3Cscript%3E" in link


def test_fact_line_reads_as_a_sentence(visit, chinese_visit):
    assert words(fact_line(visit, FUNDS)) == "Example Technology Bureau funds Lantern Innovation Fund"
    assert words(fact_line(chinese_visit, FUNDS)).startswith("示例科技局")
    assert words(fact_line(visit, BUDGET)) == "Lantern Innovation Fund has budget HK$2.5 billion"


def test_value_shows_the_exact_figure_on_demand(visit):
    assert 'title="HK$2,500,000,000"' in fact_line(visit, BUDGET)


@pytest.mark.parametrize(("modality", "word"), [("planned", "Planned"), ("reported", "Claimed"), ("denied", "Denied")])
def test_fact_line_tells_facts_from_plans_claims_and_denials(visit, modality, word):
    line = fact_line(visit, replace(FUNDS, modality=modality))
    assert words(line).endswith(word)
    assert f'class="kg-line {modality}"' in line


def test_modality_badge_explains_itself(visit):
    assert 'title="An article says that it is not so."' in modality_badge(visit, "denied")


@pytest.mark.parametrize(
    ("start", "end", "note"),
    [
        ("2024-12", None, "from Dec 2024"),
        (None, "2025", "until 2025"),
        ("2024", "2025", "2024 – 2025"),
    ],
)
def test_fact_line_names_the_time_it_holds(visit, start, end, note):
    assert words(fact_line(visit, replace(FUNDS, valid_from=start, valid_to=end))).endswith(note)


def test_bound_stands_before_its_value(visit, chinese_visit):
    received = facts_of(visit, "lantern-fund")["applicationsReceived"]
    assert words(fact_line(visit, received)).endswith("more than 40")
    assert words(fact_line(chinese_visit, received)).endswith("超過 40")


def test_bound_without_a_word_of_ours_stays_as_it_is(visit):
    line = fact_line(visit, replace(BUDGET, qualifiers=(("bound", "nearly all of"),)))
    assert words(line).endswith("nearly all of HK$2.5 billion")


def test_amount_of_a_fact_between_entities_is_a_note(visit):
    assert words(fact_line(visit, facts_of(visit, "lantern-fund")["funds"])).endswith("HK$2.5 billion")


def test_quotations_are_marked_as_such(visit):
    said = facts_of(visit, "company-hostile")["said"]
    assert '<q class="kg-said">&lt;i&gt;we&lt;/i&gt; &amp; they</q>' in fact_line(visit, said)


def test_footing_names_confidence_and_articles(visit, chinese_visit):
    assert words(footing_of(visit, FUNDS)) == "93% sure · 2 articles"
    assert words(footing_of(visit, BUDGET)) == "90% sure · 1 article"
    assert words(footing_of(chinese_visit, FUNDS)) == "93% 把握 · 2 篇文章"


def test_evidence_is_marked_in_its_paragraph_and_links_to_its_place(visit):
    first = facts_of(visit, "lantern-centre")["startDate"].evidence[0]
    block = evidence_block(visit, first)
    assert f'href="/article?id={first.article_id}&amp;at={first.start}-{first.end}"' in block
    assert f"<mark>{first.quote}</mark><span> The Example Technology Bureau set aside" in block
    assert 'href="https://example.org/news/lantern"' in block


def test_evidence_of_a_hostile_article_links_nowhere_bad(visit):
    block = evidence_block(visit, facts_of(visit, "company-hostile")["said"].evidence[0])
    assert "<script" not in block
    assert "<b>" not in block
    assert "javascript" not in re.sub(r">[^<]*<", "><", block)


def test_with_evidence_folds_the_sentences_away_unless_asked(visit):
    stated = facts_of(visit, "lantern-centre")["startDate"]
    assert "<details><summary>" in with_evidence(visit, el("p", "x"), stated)
    assert '<details open=""><summary>' in with_evidence(visit, el("p", "x"), stated, unfolded=True)


def test_with_evidence_says_when_there_is_none(visit):
    assert "No sentence is known" in with_evidence(visit, el("p", "x"), FUNDS)


def test_where_stated_links_to_the_sentence_of_that_article_only(visit):
    stated = replace(FUNDS, evidence=(evidence(3, 8, article="a1"),))
    assert 'href="/article?id=a1&amp;at=3-8"' in where_stated(visit, stated, "a1")
    assert "href" not in where_stated(visit, stated, "a2")


@pytest.mark.parametrize(
    ("text", "start", "end", "parts"),
    [
        ("Before. Hello after.", 8, 13, ("Before. ", "Hello", " after.")),
        ("Title\nHello\nNext", 6, 11, ("", "Hello", "")),
        ("one two three Hello four five six", 14, 19, ("… three ", "Hello", " four …")),
        ("something else now", 0, 5, ("", "Hello", "")),
    ],
)
def test_in_context_stays_in_the_paragraph_and_cuts_at_words(text, start, end, parts):
    assert in_context(text, evidence(start, end), margin=9) == parts
