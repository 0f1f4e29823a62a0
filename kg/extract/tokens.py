"""Tokens of a text, also of one that is no prose: what no reader would call a word is cut into pieces."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

_PIECE = 200
_NO_WORD = re.compile(rf"\S{{{_PIECE},}}")


def tokenise(nlp: Language, text: str) -> Doc:
    """Return the tokens of a text; offsets into it stay as they are.

    The tokenizer peels punctuation off one character at a time, which takes minutes for a row of 20,000 brackets.
    """
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
