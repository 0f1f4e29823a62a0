"""Tokens of a text, also of one that is no prose: what no reader would call a word is cut into pieces."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

_PIECE = 200
_NO_WORD = re.compile(rf"\S{{{_PIECE},}}")
_HALF = re.compile("[\ud800-\udfff]")  # half of a character, which no encoding can write


def make_tokenizer(nlp: Language) -> Tokenizer:
    """Return spaCy's tokenizer for English with two rules of our own."""
    defaults = nlp.Defaults
    # A full stop after a capital ends the sentence, not the word: "in Quarry Bay O."
    suffixes = compile_suffix_regex([*(defaults.suffixes or ()), r"(?<=[A-Z])\."])
    # "HK$300,000–500,000" is two sums, as it is with a hyphen.
    infixes = compile_infix_regex([*(defaults.infixes or ()), r"(?<=[0-9])[–—](?=[0-9$])"])
    return Tokenizer(
        nlp.vocab,
        rules=defaults.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
        suffix_search=suffixes.search,
        infix_finditer=infixes.finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def tokenise(nlp: Language, text: str) -> Doc:
    """Return the tokens of a text; offsets into it stay as they are.

    The tokenizer peels punctuation off one character at a time, which takes minutes for a row of 20,000 brackets.
    """
    text = _HALF.sub("\ufffd", text)
    if _NO_WORD.search(text) is None:
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for match in _NO_WORD.finditer(text):
        _add(nlp.make_doc(text[at : match.start()]), words, spaces)
        pieces = [match.group()[i : i + _PIECE] for i in range(0, len(match.group()), _PIECE)]
        words += pieces
        spaces += [False] * len(pieces)
        at = match.end()
    _add(nlp.make_doc(text[at:]), words, spaces)
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _add(doc: Doc, words: list[str], spaces: list[bool]) -> None:
    words += [token.text for token in doc]
    spaces += [bool(token.whitespace_) for token in doc]
