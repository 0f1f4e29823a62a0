from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.store import fingerprint

NODE = NamedNode("http://x.example/")
QUADS = st.sets(st.integers(0, 9).map(lambda n: Quad(NODE, NODE, Literal(n))))


@settings(deadline=None)
@given(QUADS, QUADS)
def test_fingerprint_of_a_change_equals_that_of_the_outcome(old: set[Quad], new: set[Quad]) -> None:
    changed = fingerprint.change(fingerprint.add_up(old), old - new, new - old)
    assert changed == fingerprint.add_up(new)
    assert (changed == fingerprint.add_up(old)) == (old == new)


def test_fingerprint_survives_writing() -> None:
    number = fingerprint.add_up([Quad(NODE, NODE, Literal(1))])
    assert fingerprint.read(fingerprint.write(number)) == number
    assert fingerprint.add_up([]) == 0


def test_fingerprint_tells_graphs_apart() -> None:
    assert fingerprint.add_up([Quad(NODE, NODE, NODE, NODE)]) != fingerprint.add_up([Quad(NODE, NODE, NODE)])
