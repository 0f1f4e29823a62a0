"""What the encoder was trained to tell apart; the order is part of the model."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.model import Modality
from kg.ontology import Ontology

Array = NDArray[Any]

TYPES = tuple(
    """Person GovernmentBody Company University ResearchInstitute Organization Facility Place Programme Project Policy
    Product Post Event""".split()
)
VALUE_KINDS = ("money", "percent", "count", "quantity", "date")
STATUS = "status"
KINDS = (*TYPES, *VALUE_KINDS, STATUS)
TO_ENTITIES = tuple(
    """holdsPost postIn affiliatedWith founded partOf subsidiaryOf locatedIn headquarteredIn redomicilesTo
    collaboratesWith invests acquires operates builds develops launched announced uses administers funds beneficiaryOf
    enacted regulates met""".split()
)
TO_VALUES = tuple(
    """startDate endDate hasBudget receivedAmount hasCapacity hasUtilisation applicationsReceived
    projectsApproved""".split()
)
STATUSES = ("announced", "planned", "underConstruction", "operational", "approved", "inForce", "ended")
OUTPUTS = (*TO_ENTITIES, *TO_VALUES, *(f"hasStatus:{status}" for status in STATUSES))
MODALITIES: tuple[Modality, ...] = ("actual", "planned", "reported", "denied")
SHAPES = ("lower", "title", "upper", "mixed", "digits", "other", "han", "capital")
PLACES = ("sentence start", "line start", "inside")


def kind_of(label: str) -> int:
    """Return the number of an entity type or kind of value; a span of time counts as a date."""
    return KINDS.index("date" if label == "period" else label)


def allowed_outputs(ontology: Ontology) -> Array:
    """Return which outputs two kinds may have: booleans, kinds x kinds x outputs."""
    table = np.zeros((len(KINDS), len(KINDS), len(OUTPUTS)), dtype=bool)
    for number, output in enumerate(OUTPUTS):
        relation = ontology.relations.get(output.partition(":")[0])
        if relation is None:
            continue
        for a, subject in enumerate(KINDS[: len(TYPES)]):
            for b, target in enumerate(KINDS):
                table[a, b, number] = relation.allows(subject, target)
    return table
