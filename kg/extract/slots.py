"""The slots that a template can name, and the types or kinds of value that may fill each."""

from __future__ import annotations

from kg.errors import OntologyError
from kg.ontology import RelationType

ORGANISATIONS = frozenset("GovernmentBody Company University ResearchInstitute Organization".split())
ENDS = ("SUBJECT", "OBJECT")
GROUPS = {
    "Org": ORGANISATIONS,
    "Thing": frozenset("Facility Programme Policy Product Project Event".split()),
    "Site": ORGANISATIONS - {"GovernmentBody"},  # businesses and schools that stand for where they are
}
QUALIFYING = {
    "AMOUNT": "money",
    "SHARE": "percent",
    "SINCE": "date|period",
    "UNTIL": "date|period",
    "SCHEME": "Programme",
}
LOOSE = {
    "MONEY": "money",
    "PERCENT": "percent",
    "DATE": "date|period",
    "COUNT": "count",
    "QUANTITY": "quantity",
    "PERSON": "Person",
    "POST": "Post",
    "PLACE": "Place",
    "FACILITY": "Facility",
    "PROGRAMME": "Programme",
    "PROJECT": "Project",
    "POLICY": "Policy",
    "PRODUCT": "Product",
    "EVENT": "Event",
    "COMPANY": "Company",
    "BODY": "GovernmentBody",
    "ORG": "|".join(sorted(ORGANISATIONS)),
    "ANY": r"[A-Z]\w*",
}
_VALUES = {"date": "date|period", "status": "", "text": ""}


def labels_of(slot: str, relation: RelationType) -> str:
    """Return the labels that may fill a slot such as `SUBJECT:Person/Org`, joined by bars."""
    name, _, narrowed = slot.partition(":")
    if name in ENDS or name == "TOPIC":
        allowed = _allowed(name, relation)
        return _narrow(slot, narrowed, allowed, relation) if narrowed else allowed
    if name in QUALIFYING or name in LOOSE:
        return QUALIFYING.get(name) or LOOSE[name]
    known = ", ".join([*ENDS, "TOPIC", *QUALIFYING, *LOOSE])
    raise OntologyError(f"{relation.name}: {name} is no slot; write one of {known}")


def _allowed(name: str, relation: RelationType) -> str:
    if name == "SUBJECT" or (name == "TOPIC" and relation.kind != "entity"):
        return "|".join(sorted(relation.domain))
    if relation.kind != "entity":
        return _VALUES.get(relation.kind, relation.kind)
    return "|".join(sorted(relation.range | (relation.domain if name == "TOPIC" else frozenset())))


def _narrow(slot: str, narrowed: str, allowed: str, relation: RelationType) -> str:
    wanted = frozenset[str]().union(*(GROUPS.get(part, frozenset({part})) for part in narrowed.split("/")))
    possible = frozenset(allowed.split("|")) | GROUPS["Site"]
    if not wanted & possible:
        raise OntologyError(f"{relation.name}: {slot} names no type of its end; write some of {allowed}")
    return "|".join(sorted(wanted & possible if not wanted & frozenset(allowed.split("|")) else wanted))
