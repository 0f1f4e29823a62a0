"""Turn general corpora with names (spaCy DocBins) into examples for the first pass of training.

Usage: python training/general.py TOKENIZER OUTPUT CORPUS.spacy...
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc, DocBin
from tokenizers import Tokenizer

from kg.extract.encoder.labels import Array
from kg.extract.encoder.pairs import Geometry
from kg.extract.encoder.pieces import Pieces, cut_pieces, load_tokenizer
from training.example import Example

LABELS = ("PERSON", "ORG", "LOC", "EVENT", "LAW", "PRODUCT", "MISC")


def make_example(doc: Doc, tokenizer: Tokenizer) -> Example:
    """Return one document in numbers, with names only; words without annotation are marked -1."""
    sentences = (
        [(s.start_char, s.end_char) for s in doc.sents] if doc.has_annotation("SENT_START") else [(0, len(doc.text))]
    )
    pieces = cut_pieces(doc.text, sentences, tokenizer)
    none = Geometry(*(np.zeros((0, 2), dtype=np.int64) for _ in range(6)))
    empty = np.zeros((0, 0), dtype=np.float32)
    return Example(str(hash(doc.text)), pieces, _labels(doc, pieces), (), (), none, empty, empty, empty)


def _labels(doc: Doc, pieces: Pieces) -> Array:
    labels = np.zeros(len(pieces.starts), dtype=np.int64)
    for token in doc:
        if not token.ent_iob:
            first, last = pieces.words(token.idx, token.idx + len(token))
            labels[first:last] = -1
    for span in doc.ents:
        first, last = pieces.words(span.start_char, span.end_char)
        labels[first:last] = 2 + 2 * LABELS.index(span.label_)
        labels[first : min(first + 1, last)] -= 1
    return labels


def main(vocabulary: str, output: str, *corpora: str) -> None:
    """Write the examples of all corpora."""
    tokenizer = load_tokenizer(Path(vocabulary))
    nlp = spacy.blank("en")
    made = [make_example(doc, tokenizer) for path in corpora for doc in DocBin().from_disk(path).get_docs(nlp.vocab)]
    Path(output).write_bytes(pickle.dumps(made))


if __name__ == "__main__":
    main(*sys.argv[1:])
