"""A text as word pieces in chunks that the encoder can read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from kg.extract.encoder.labels import PLACES, SHAPES, Array

LIMIT = 254  # pieces of a chunk, the marks at both ends included
_LONGEST = 8  # pieces of a word that are read
_START, _END, _UNKNOWN = 101, 102, 100
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_]+|[^\w\s]|_")
_HAN = re.compile(r"[\u3400-\u9fff]")
_MARK = SHAPES.index("other") * len(PLACES) + PLACES.index("inside")
Range = tuple[int, int]


@dataclass(frozen=True)
class Pieces:
    """Words of a text and their pieces, which are numbered through all chunks.

    starts, ends: offsets of the words in the text; sentence: number of the sentence of each word; first, last: the
    half-open range of its pieces; chunks: one array of pieces and one of features each.
    """

    starts: Array
    ends: Array
    sentence: Array
    first: Array
    last: Array
    chunks: tuple[tuple[Array, Array], ...]

    def words(self, start: int, end: int) -> Range:
        """Return the half-open range of the words inside a stretch of the text."""
        return int(np.searchsorted(self.ends, start, side="right")), int(np.searchsorted(self.starts, end))


def load_tokenizer(path: Path) -> Tokenizer:
    """Read the vocabulary of word pieces; chunks are made here, so that nothing is padded or cut."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def cut_pieces(text: str, sentences: Sequence[Range], tokenizer: Tokenizer) -> Pieces:
    """Return the word pieces of the sentences of a text, in chunks of whole sentences where they fit."""
    found = [(*match.span(), n) for n, (a, b) in enumerate(sentences) for match in _WORD.finditer(text, a, b)]
    words = np.array(found, dtype=np.int64).reshape(-1, 3)
    surfaces = [text[a:b] for a, b, _ in found]
    ids, counts = _piece_ids(surfaces, tokenizer)
    places = _places(text, sentences, words[:, 2])
    features = np.array([_shape(word) for word in surfaces], dtype=np.int64) * len(PLACES) + places
    chunk_of = _chunks(counts, words[:, 2])
    # Each chunk opens and closes with a mark, so that the pieces of chunk c are moved by 1 + 2c.
    first = np.cumsum(counts) - counts + 1 + 2 * chunk_of
    return Pieces(
        words[:, 0],
        words[:, 1],
        words[:, 2],
        first,
        first + counts,
        _fill(ids, np.repeat(features, counts), counts, chunk_of),
    )


def _piece_ids(surfaces: list[str], tokenizer: Tokenizer) -> tuple[Array, Array]:
    """Return the pieces of all words in a row, and how many each word has (one at least)."""
    if not surfaces:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    encoding = tokenizer.encode(surfaces, is_pretokenized=True, add_special_tokens=False)
    owner = np.array(encoding.word_ids, dtype=np.int64)
    pieces = np.array(encoding.ids, dtype=np.int64)
    # Words whose characters the vocabulary drops altogether stand as unknown.
    lost = np.setdiff1d(np.arange(len(surfaces)), owner)
    owner, pieces = np.append(owner, lost), np.append(pieces, np.full(len(lost), _UNKNOWN))
    order = np.argsort(owner, kind="stable")
    owner, pieces = owner[order], pieces[order]
    counts = np.bincount(owner, minlength=len(surfaces))
    within = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    return pieces[within < _LONGEST], np.minimum(counts, _LONGEST)


def _places(text: str, sentences: Sequence[Range], sentence: Array) -> Array:
    places = np.full(len(sentence), PLACES.index("inside"))
    opening = np.flatnonzero(np.diff(sentence, prepend=-1))
    for word in opening:
        start = sentences[int(sentence[word])][0]
        at_line = start == 0 or text[start - 1] == "\n"
        places[word] = PLACES.index("line start" if at_line else "sentence start")
    return places


def _chunks(counts: Array, sentence: Array) -> Array:
    """Return the chunk of each word: a sentence that does not fit opens a new one, one that never fits is cut."""
    chunk_of = np.zeros(len(counts), dtype=np.int64)
    room = LIMIT - 2
    chunk = used = at = 0
    sizes = np.bincount(sentence, weights=counts).astype(np.int64)
    lengths = np.bincount(sentence)
    for size, length in zip(sizes, lengths, strict=True):
        if used and used + size > room:
            chunk, used = chunk + 1, 0
        for word in range(at, at + length):
            if used + counts[word] > room:
                chunk, used = chunk + 1, 0
            chunk_of[word] = chunk
            used += int(counts[word])
        at += length
    return chunk_of


def _fill(ids: Array, features: Array, counts: Array, chunk_of: Array) -> tuple[tuple[Array, Array], ...]:
    if not len(counts):
        return ()
    owner = np.repeat(chunk_of, counts)
    cuts = np.flatnonzero(np.diff(owner)) + 1
    return tuple(
        (np.concatenate(([_START], part, [_END])), np.concatenate(([_MARK], marks, [_MARK])))
        for part, marks in zip(np.split(ids, cuts), np.split(features, cuts), strict=True)
    )


def _shape(word: str) -> int:
    if _HAN.match(word):
        name = "han"
    elif word.isdigit():
        name = "digits"
    elif not word.isalpha():
        name = "other"
    elif word.islower():
        name = "lower"
    elif len(word) == 1:
        name = "capital"
    elif word.isupper():
        name = "upper"
    else:
        name = "title" if word[0].isupper() and word[1:].islower() else "mixed"
    return SHAPES.index(name)
