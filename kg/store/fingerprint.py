"""A number that stands for the whole content of a graph and is kept up to date from changes alone."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from pyoxigraph import Quad

_SIZE = 1 << 128


def add_up(quads: Iterable[Quad]) -> int:
    """Return the fingerprint of a set of quads, whatever their order: the sum of the hashes of all."""
    return sum(int.from_bytes(sha256(str(quad).encode("utf-8")).digest()[:16], "big") for quad in quads) % _SIZE


def change(fingerprint: int, removed: Iterable[Quad], added: Iterable[Quad]) -> int:
    """Return the fingerprint of a graph after a change."""
    return (fingerprint - add_up(removed) + add_up(added)) % _SIZE


def write(fingerprint: int) -> str:
    """Return a fingerprint as the text that names a version."""
    return f"{fingerprint:032x}"


def read(text: str) -> int:
    """Return the fingerprint that a version is named after."""
    return int(text, 16)
