import numpy as np
import pytest

from kg.extract.candidates import Candidate
from kg.extract.encoder.labels import TYPES
from kg.extract.encoder.naming import FINDER, agree, find_names
from kg.extract.encoder.pieces import Pieces
from kg.extract.encoder.reader import Reading

COMPANY, PLACE = TYPES.index("Company"), TYPES.index("Place")


def reading(*labels):
    """Words of three characters with a blank between; each label is O, B-type or I-type with its probability."""
    n = len(labels)
    table = np.zeros((n, 1 + 2 * len(TYPES)), dtype=np.float32)
    for row, (label, kind, sure) in zip(table, labels, strict=True):
        row[0] = 1 - sure if label != "O" else sure
        if label != "O":
            row[1 + 2 * kind + (label == "I")] = sure
    starts = np.arange(n) * 4
    empty = np.zeros(n, dtype=np.int64)
    return Reading(Pieces(starts, starts + 3, empty, empty, empty + 1, ()), np.zeros((n, 4)), table)


def spans(*labels):
    return [(c.start, c.end, c.type) for c in find_names(reading(*labels))]


O = ("O", 0, 0.9)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([O, O], []),
        ([("B", COMPANY, 0.9), ("I", COMPANY, 0.9), O], [(0, 7, "Company")]),
        ([("B", COMPANY, 0.9), ("B", PLACE, 0.9)], [(0, 3, "Company"), (4, 7, "Place")]),
        ([O, ("I", PLACE, 0.8)], [(4, 7, "Place")]),
        ([("B", COMPANY, 0.9), ("I", PLACE, 0.7)], [(0, 7, "Company")]),
    ],
)
def test_names_are_read_from_labels(labels, expected):
    assert spans(*labels) == expected


def test_names_weigh_more_the_surer_they_are():
    sure, unsure = (next(find_names(reading(("B", COMPANY, p)))).weight for p in (0.99, 0.6))
    assert sure > unsure


def test_agreement_raises_the_weight_and_adds_what_is_new():
    rule = Candidate(0, 3, "Company", "shape", 2.5)
    names = [Candidate(0, 3, "Company", FINDER, 3.0), Candidate(8, 9, "Place", FINDER, 3.0)]
    first, second = agree([rule], names)
    assert (first.finder, first.weight > 2.5) == ("shape", True)
    assert second is names[1]
