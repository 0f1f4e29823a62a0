"""The articles that come with the project, read by a small parser of their own."""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from kg import resources
from kg.gazetteer import load_gazetteer

SOURCE = re.compile(r"Source: Hong Kong tech-policy knowledge graph \(own summary\) \| Published: (\d{4}-\d{2}-\d{2})")
FILE_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-[a-z0-9]+(-[a-z0-9]+)*\.txt")
PATHS = sorted(resources.ARTICLES.iterdir())


class Item(NamedTuple):
    title: str
    published: str
    facts: tuple[str, ...]
    body: str


def parse(path: Path) -> Item:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    title, source, *facts = head.split("\n")
    published = SOURCE.fullmatch(source)
    assert published, f"{path.name}: the second line must read 'Source: ... | Published: YYYY-MM-DD'"
    assert facts, f"{path.name}: a line 'Facts: URL URL' must follow the source"
    assert all(line.startswith("Facts: ") for line in facts), f"{path.name}: {facts}"
    return Item(title, published[1], tuple(url for line in facts for url in line.split()[1:]), body)


@pytest.fixture(scope="module")
def items() -> dict[str, Item]:
    return {path.name: parse(path) for path in PATHS}


def test_shipped_articles_are_enough():
    assert len(PATHS) >= 60


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_shipped_article_is_well_formed(path):
    item, name = parse(path), FILE_NAME.fullmatch(path.name)
    assert name
    assert name[1] == item.published
    assert date(2000, 1, 1) < date.fromisoformat(item.published)
    assert 10 <= len(item.title) <= 100
    assert not item.title.endswith(".")
    assert 60 <= len(item.body.split()) <= 220
    assert item.body == item.body.strip() + "\n"
    assert "\r" not in path.read_bytes().decode()


def test_shipped_articles_name_the_sources_of_their_facts(items):
    for name, item in items.items():
        assert item.facts, name
        assert len(set(item.facts)) == len(item.facts), name
        assert all(re.fullmatch(r"https?://\S+\.\S+", url) for url in item.facts), name


def test_shipped_articles_differ(items):
    titles = Counter(item.title.casefold() for item in items.values())
    sentences = Counter(s for item in items.values() for s in re.split(r"(?<=[.?!])\s+", item.body) if len(s) > 100)
    assert {title for title, times in titles.items() if times > 1} == set()
    assert {sentence for sentence, times in sentences.items() if times > 1} == set()


def test_shipped_articles_put_no_words_into_mouths(items):
    quoting = {name for name, item in items.items() if re.search(r'["“”„«»「」]', item.title + item.body)}
    assert quoting == set()


def test_shipped_articles_cover_the_field(items):
    text = "\n".join(item.title + "\n" + item.body for item in items.values())
    names = """
        AI Supercomputing Centre|Artificial Intelligence Subsidy Scheme|Sandy Ridge|Hetao|RAISe+|InnoHK|HKIC|OASES|HKGAI
        New Industrialisation Acceleration Scheme|Digital Transformation Support Pilot Programme|Cyberport|HKSTP|HKMA
        Technology Voucher Programme|Stablecoins Ordinance|virtual asset trading platforms|re-domiciliation
        Securities and Futures Commission|Critical Infrastructures|Digital Policy Office|Policy Address|Budget
        University of Hong Kong
    """
    assert [name for name in re.split(r"[|\n]\s*", names.strip()) if name.strip() not in text] == []


def test_shipped_articles_keep_figures_that_disagree(items):
    july, january = items["2025-07-04-ai-subsidy-ten-projects.txt"], items["2026-01-04-ai-computing-twenty-users.txt"]
    assert "More than 90 per cent" in july.body
    assert "nearly 80 per cent" in january.body
    approved, reported = (
        items[f"{name}.txt"].body
        for name in ("2024-12-13-voucher-programme-ends", "2025-06-25-voucher-programme-question")
    )
    assert "37,059" in approved
    assert "Nearly 35,000" in reported


def test_shipped_articles_speak_of_known_entities(items):
    names = {name for entity in load_gazetteer() for name in (entity.label, *entity.aliases) if len(name) > 2}
    poor = {file for file, item in items.items() if sum(name in item.body for name in names) < 2}
    assert poor == set()
