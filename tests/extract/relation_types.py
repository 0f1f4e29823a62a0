"""Relations made up for tests, so that patterns are tested one at a time."""

from __future__ import annotations

from pathlib import Path

from kg.ontology import Ontology, RelationType

ORG = frozenset({"Company", "GovernmentBody", "University", "ResearchInstitute", "Organization"})


def relation(name: str = "operates", *patterns: str, **changes: object) -> RelationType:
    """Return a relation between organisations and facilities, unless changed."""
    fields: dict[str, object] = {
        "label": name, "label_zh": name, "definition": name, "domain": ORG, "range": frozenset({"Facility"}),
        "kind": "entity", "symmetric": False, "patterns": patterns, "triggers": (), "examples": (), **changes,
    }  # fmt: skip
    fields.setdefault("signatures", ((fields["domain"], fields["range"]),))
    return RelationType(name=name, **fields)  # type: ignore[arg-type]


def ontology(*relations: RelationType) -> Ontology:
    """Return an ontology of these relations."""
    return Ontology(Path(), {}, {each.name: each for each in relations}, ())
