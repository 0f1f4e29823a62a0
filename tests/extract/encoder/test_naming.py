import numpy as np
import pytest

from kg.extract.candidates import Candidate
from kg.extract.encoder.labels import TYPES
from kg.extract.encoder.naming import FINDER, Name, find_names, join_opinions
from kg.extract.encoder.pieces import Pieces
from kg.extract.encoder.reader import Reading

TEXT = "Abc Def Ghi"
COMPANY, PLACE = TYPES.index("Company"), TYPES.index("Place")


def reading(*labels, sentences=None):
    """Words of three characters with a blank between; each label is O, B-type or I-type with its probability."""
    n = len(labels)
    table = np.zeros((n, 1 + 2 * len(TYPES)), dtype=np.float32)
    for row, (label, kind, sure) in zip(table, labels, strict=True):
        row[0] = 1 - sure if label != "O" else sure
        if label != "O":
            row[1 + 2 * kind + (label == "I")] = sure
    starts = np.arange(n) * 4
    empty = np.zeros(n, dtype=np.int64)
    numbers = empty if sentences is None else np.array(sentences)
    return Reading(Pieces(starts, starts + 3, numbers, empty, empty + 1, ()), np.zeros((n, 4)), table)


def spans(*labels):
    return [(c.start, c.end, c.type) for c in find_names(reading(*labels), TEXT)]


NONE = ("O", 0, 0.9)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([NONE, NONE], []),
        ([("B", COMPANY, 0.9), ("I", COMPANY, 0.9), NONE], [(0, 7, "Company")]),
        ([("B", COMPANY, 0.9), ("B", PLACE, 0.9)], [(0, 3, "Company"), (4, 7, "Place")]),
        ([NONE, ("I", PLACE, 0.8)], [(4, 7, "Place")]),
        ([("B", COMPANY, 0.9), ("I", PLACE, 0.7)], [(0, 7, "Company")]),
    ],
)
def test_names_are_read_from_labels(labels, expected):
    assert spans(*labels) == expected


def test_names_tell_how_likely_their_type_is():
    (name,) = find_names(reading(("B", COMPANY, 0.75)), TEXT)
    assert name.likely == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("finder", "likely", "expected"),
    [("shape", 0.9, "Place"), ("shape", 0.7, "Company"), ("head", 0.99, "Company")],
)
def test_encoder_types_what_goes_by_its_shape_alone(finder, likely, expected):
    (joined,) = join_opinions([Candidate(0, 3, "Company", finder, 2.5)], [Name(0, 3, "Place", likely)])
    assert joined.type == expected


@pytest.mark.parametrize(("start", "likely", "added"), [(8, 0.99, True), (8, 0.9, False), (2, 0.99, False)])
def test_encoder_adds_sure_names_where_no_finder_sees_one(start, likely, added):
    joined = join_opinions([Candidate(0, 3, "Company", "shape", 2.5)], [Name(start, start + 3, "Place", likely)])
    assert [c.finder for c in joined[1:]] == [FINDER] * added


def test_names_have_a_capital_or_a_character():
    assert not list(find_names(reading(("B", COMPANY, 0.9)), "cha"))
    assert list(find_names(reading(("B", COMPANY, 0.9)), "港燈 "))


def test_names_end_with_their_sentence():
    cut = reading(("B", COMPANY, 0.9), ("I", COMPANY, 0.9), sentences=[0, 1])
    assert [(name.start, name.end) for name in find_names(cut, TEXT)] == [(0, 3), (4, 7)]
