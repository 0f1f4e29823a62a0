"""Shipped articles, read by the whole pipeline, say what a careful reader takes from them."""

import tomllib
from pathlib import Path

import pytest

from kg import resources
from kg.model import Period, Phrase, Quantity
from kg.pipeline import load_pipeline
from kg.sources import read_file

GOLDEN = tomllib.loads((Path(__file__).parent / "statements.toml").read_text(encoding="utf-8"))
FIRST = next(iter(GOLDEN))


@pytest.fixture(scope="module")
def pipeline():
    return load_pipeline()


def written(target) -> str:
    match target:
        case Quantity():
            return f"{target.amount:f} {target.unit}"
        case Period():
            return target.iso
        case Phrase():
            return target.text
        case _:
            return target


def said_in(pipeline, name) -> set[str]:
    (article,) = read_file(resources.ARTICLES / f"{name}.txt")
    statements = pipeline.understand(article).statements
    return {f"{s.subject} | {s.relation} | {written(s.object)} | {s.modality}" for s in statements}


def lines(name, kind) -> set[str]:
    return {line if line.count("|") == 3 else f"{line} | actual" for line in GOLDEN[name][kind]}


@pytest.mark.parametrize("name", GOLDEN)
def test_article_yields_the_statements_expected(pipeline, name):
    assert lines(name, "finds") - said_in(pipeline, name) == set()


@pytest.mark.parametrize("name", GOLDEN)
def test_article_never_yields_what_it_does_not_say(pipeline, name):
    assert lines(name, "never") & said_in(pipeline, name) == set()


def test_every_quote_is_cut_out_of_the_article(pipeline):
    (article,) = read_file(resources.ARTICLES / f"{FIRST}.txt")
    for statement in pipeline.understand(article).statements:
        span = statement.provenance.evidence
        assert article.text[span.start : span.end] == statement.provenance.quote
