"""An annotated article in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.encoder.labels import Array
from kg.extract.encoder.pairs import End, Geometry, Pair
from kg.extract.encoder.pieces import Pieces


@dataclass(frozen=True)
class Example:
    """One article in numbers: words with their name labels (BIO), pairs with the relations that hold (P x outputs)."""

    id: str
    pieces: Pieces
    names: Array
    ends: tuple[End, ...]
    pairs: tuple[Pair, ...]
    geometry: Geometry
    holds: Array
    weights: Array
    modality: Array
