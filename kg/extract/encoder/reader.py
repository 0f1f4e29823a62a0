"""The encoder at work: word pieces in, vectors and opinions about names and pairs out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.extract.encoder.ends import sentence_ranges
from kg.extract.encoder.labels import KINDS, OUTPUTS, STATUS, Array
from kg.extract.encoder.pairs import ROLES, End, Geometry, Pair, measure_pairs
from kg.extract.encoder.pieces import Pieces, cut_pieces, load_tokenizer

SHIPPED = Path(__file__).parent / "weights"
_FILES = ("model.json", "tokenizer.json", "names.onnx", "pairs.onnx")
_BLOCK = 96  # pairs that are scored at a time
_NONE, _STATUS = ROLES.index("none"), KINDS.index(STATUS)


@dataclass(frozen=True)
class Reading:
    """What the encoder makes of a text: a vector per word piece, and the label probabilities of each word."""

    pieces: Pieces
    vectors: Array
    labels: Array

    @cached_property
    def sums(self) -> Array:
        """Running sums of the vectors, so that the mean of any stretch costs two look-ups."""
        return np.concatenate((np.zeros((1, self.vectors.shape[1]), dtype=np.float64), self.vectors.cumsum(0)))

    def mean(self, ranges: Array) -> Array:
        """Return the mean vectors of half-open ranges of pieces (n x 2)."""
        lengths = np.maximum(ranges[:, 1] - ranges[:, 0], 1)[:, None]
        means: Array = (self.sums[ranges[:, 1]] - self.sums[ranges[:, 0]]) / lengths
        return means.astype(np.float32)


class Encoder:
    """The trained networks; one thread, one chunk at a time, so that the same text always gives the same numbers."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        missing = [name for name in _FILES if not (folder / name).is_file()]
        if missing:
            raise ModelError(f"{folder}: {', '.join(missing)} is missing; install the package again")
        self.settings = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.tokenizer = load_tokenizer(folder / "tokenizer.json")
        self._names, self._pairs = _open(folder / "names.onnx"), _open(folder / "pairs.onnx")
        if self.settings["outputs"] != list(OUTPUTS):
            raise ModelError(f"{folder}: the model was trained for other relations; train it again")

    @property
    def version(self) -> str:
        """The name of the model on the statements that it finds."""
        return str(self.settings["version"])

    def mark(self, doc: Doc) -> Doc:
        """Leave the reading on a text: a spaCy component."""
        doc._.reading = self.read(doc)
        return doc

    def read(self, doc: Doc) -> Reading:
        """Return vectors and label probabilities for a text."""
        pieces = cut_pieces(doc.text, sentence_ranges(doc), self.tokenizer)
        vectors, labels = [np.zeros((0, 384), dtype=np.float32)], [np.zeros((0, 29), dtype=np.float32)]
        for ids, features in pieces.chunks:
            found = self._names.run(None, {"ids": ids[None], "features": features[None]})
            vectors.append(found[0][0])
            labels.append(found[1][0])
        return Reading(pieces, np.concatenate(vectors), np.concatenate(labels)[pieces.first])

    def score(self, reading: Reading, ends: Sequence[End], pairs: Sequence[Pair]) -> tuple[Array, Array]:
        """Return the logits of all outputs (P x outputs) and the probabilities of the modalities (P x 4)."""
        geometry = measure_pairs(reading.pieces, ends, pairs)
        first, last = reading.pieces.first, reading.pieces.last
        spans = [(first[end.first], last[end.last - 1]) if end.sentence >= 0 else (0, 0) for end in ends]
        vectors = reading.mean(np.array([*spans, (0, 0)], dtype=np.int64))
        vectors[-1] = 0  # stands for a status
        feed = {
            "ends": vectors,
            "kinds": np.array([*(end.kind for end in ends), _STATUS]),
            "named": np.array([*(int(end.named) for end in ends), 1]),
        }
        ends_of_pairs = np.array([(p.subject, len(ends) if p.object is None else p.object) for p in pairs])
        around = np.concatenate((reading.mean(geometry.between), reading.mean(geometry.whole)), 1)
        parts = [
            self._pairs.run(
                None,
                feed
                | _looked_at(reading, geometry, block)
                | {
                    "subjects": ends_of_pairs[block, 0],
                    "objects": ends_of_pairs[block, 1],
                    "distance": geometry.distance[block],
                    "back": geometry.back[block],
                    "around": around[block],
                },
            )
            for block in _blocks(len(pairs))
        ]
        return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def _open(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _blocks(count: int) -> Iterator[slice]:
    for start in range(0, count, _BLOCK):
        yield slice(start, min(start + _BLOCK, count))


def _looked_at(reading: Reading, geometry: Geometry, block: slice) -> dict[str, Array]:
    """Return the vectors that the pairs of a block look at, and the role of each for each pair."""
    numbers, roles = geometry.pieces[block], geometry.roles[block]
    seen = np.unique(numbers[numbers >= 0])
    places = np.where(numbers >= 0, np.searchsorted(seen, numbers), len(seen))
    dense = np.full((len(numbers), len(seen) + 1), _NONE, dtype=np.int64)
    np.put_along_axis(dense, places, np.where(numbers >= 0, roles, _NONE), axis=1)
    return {"pieces": reading.vectors[seen], "roles": dense[:, :-1]}
