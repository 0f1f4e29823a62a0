"""The annotated articles are whole, say what stands in them, and are counted in their README."""

import json
import re

import pytest

from kg import resources
from kg.evaluation import read_gold
from kg.ontology import load_ontology
from training.describe import describe
from training.split import FOLDER

ONTOLOGY = load_ontology()
PATHS = sorted((FOLDER / "articles").glob("*.gold.json"))


@pytest.fixture(scope="module")
def articles():
    return read_gold(FOLDER)


def squeeze(text):
    return " ".join(text.split())


def test_every_article_has_text_and_annotation(articles):
    assert {path.name for path in (FOLDER / "articles").iterdir()} == {
        name for article in articles for name in (f"{article.id}.txt", f"{article.id}.gold.json")
    }
    assert len(articles) >= 677


def test_every_text_begins_with_the_title_and_date_of_its_annotation():
    for path in PATHS:
        gold = json.loads(path.read_text(encoding="utf-8"))
        title, source, empty = path.with_name(f"{gold['id']}.txt").read_text(encoding="utf-8").split("\n")[:3]
        assert (title, empty, path.name) == (gold["title"], "", f"{gold['id']}.gold.json")
        assert re.fullmatch(rf"Source: .+ \| Published: {gold['published']}", source), path.name
        assert gold["source_urls"] or not gold["statements"], path.name


def test_names_and_evidence_stand_in_the_text(articles):
    for article in articles:
        text = squeeze(article.path.read_text(encoding="utf-8"))
        assert [e.key for e in article.entities if not any(name in text for name in e.names)] == [], article.id
        assert [s.evidence for s in article.statements if squeeze(s.evidence) not in text] == [], article.id


def test_types_and_relations_are_those_of_the_ontology(articles):
    types = {kind for article in articles for entity in article.entities for kind in (entity.type, *entity.types_ok)}
    assert types <= set(ONTOLOGY.types)
    assert {s.relation for article in articles for s in article.statements} == set(ONTOLOGY.relations)


def test_few_statements_stretch_the_vocabulary(articles):
    assert sum(not fits(article, s) for article in articles for s in article.statements) < 100


def fits(article, statement):
    relation = ONTOLOGY.relations[statement.relation]
    types = {entity.key: (entity.type, *entity.types_ok) for entity in article.entities}
    ends = types[statement.object] if isinstance(statement.object, str) else (relation.kind,)
    return any(relation.allows(left, right) for left in types[statement.subject] for right in ends)


def test_annotations_are_written_line_by_line():
    text = PATHS[0].read_text(encoding="utf-8")
    gold = json.loads(text)
    inner = [line for line in text.splitlines() if line.startswith("  {")]
    assert len(inner) == len(gold["entities"]) + len(gold["statements"])


def test_readme_counts_what_is_there():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name, table in describe().items():
        assert f"<!-- begin {name} -->\n\n{table}\n\n<!-- end {name} -->" in readme, "run python -m training.describe"


def test_wheel_leaves_the_annotated_articles_out():
    project = (resources.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    shipped = re.findall(r'^"(data[^"]*)" = "kg/shipped', project, re.MULTILINE)
    assert shipped == ["data/articles", "data/background", "data/gazetteer"]
