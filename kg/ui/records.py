"""What one article says as the JSON object that `kg extract` writes and evaluations read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kg.model import ArticleGraph, Entity, Literal, Period, Phrase, Qualifiers, Quantity, Statement

Record = dict[str, Any]


def graph_record(graph: ArticleGraph) -> Record:
    """Return the article, its entities and its statements as plain JSON values."""
    article = graph.article
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "published": article.published.isoformat() if article.published else None,
            "source_file": article.source_file,
        },
        "entities": [entity_record(entity, graph.names.get(entity.id, ())) for entity in graph.entities],
        "statements": [statement_record(statement) for statement in graph.statements],
    }


def entity_record(entity: Entity, names: tuple[str, ...]) -> Record:
    """Return one entity with every form its name takes in the article."""
    forms = list(dict.fromkeys(names)) or [entity.label]
    return {"id": _iri(entity.id), "label": entity.label, "type": entity.type, "names": forms}


def statement_record(statement: Statement) -> Record:
    """Return one statement with its qualifiers and the sentence that it rests on."""
    found = statement.provenance
    target = statement.object
    return {
        "subject": _iri(statement.subject),
        "predicate": statement.relation,
        "object": _iri(target) if isinstance(target, str) else literal_record(target),
        "modality": statement.modality,
        "confidence": round(found.confidence, 4),
        "qualifiers": qualifier_record(statement.qualifiers),
        "evidence": {"start": found.evidence.start, "end": found.evidence.end, "text": found.quote},
    }


def literal_record(literal: Literal) -> Record:
    """Return a number, date, status or quotation with its unit."""
    match literal:
        case Quantity(amount, unit):
            return {"value": plain_number(amount), "unit": unit}
        case Period(iso):
            return {"value": iso, "unit": "date"}
        case Phrase(text, unit):
            return {"value": text, "unit": unit}


def qualifier_record(qualifiers: Qualifiers) -> Record:
    """Return only the qualifiers that the sentence gives."""
    programme = qualifiers.programme
    given: Record = {
        "bound": qualifiers.bound,
        "amount": literal_record(qualifiers.amount) if qualifiers.amount else None,
        "share": literal_record(qualifiers.share) if qualifiers.share else None,
        "programme": _iri(programme) if isinstance(programme, str) else programme and programme.text,
        "validFrom": qualifiers.valid_from and qualifiers.valid_from.iso,
        "validTo": qualifiers.valid_to and qualifiers.valid_to.iso,
    }
    return {name: value for name, value in given.items() if value is not None}


def plain_number(amount: Decimal) -> int | float:
    """Return a whole number as int, anything else as float, as JSON readers expect."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _iri(entity_id: str) -> str:
    return f"hkr:{entity_id}"
