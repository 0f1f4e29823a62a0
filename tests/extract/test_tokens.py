"""Tokens of texts that are no prose."""

from __future__ import annotations

import time

import pytest
import spacy
from spacy.language import Language

from kg.extract.tokens import tokenise


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.mark.parametrize(
    "text",
    ["", "Kites flew.", "Kites " + "x" * 450 + " flew.", "x" * 200, " " + "(" * 900 + "\n\nKites.", "香" * 700 + " a"],
)
def test_tokens_add_up_to_the_text(nlp: Language, text: str) -> None:
    doc = tokenise(nlp, text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_prose_has_the_tokens_of_the_tokenizer(nlp: Language) -> None:
    text = "Kites aren't cheap, (HK$3) said Ms Lau."
    assert [t.text for t in tokenise(nlp, text)] == [t.text for t in nlp.make_doc(text)]


def test_row_of_brackets_takes_no_time(nlp: Language) -> None:
    begun = time.process_time()
    tokenise(nlp, "(" * 50_000)
    assert time.process_time() - begun < 5
