"""Claims about mentions become statements about entities, each with its evidence."""

from __future__ import annotations

from collections import Counter

from kg.model import Claim, Extraction, Literal, Mention, Problem, Provenance, Qualifiers, Statement
from kg.resolve.ids import statement_id
from kg.resolve.table import Table

SYMMETRIC = frozenset({"collaboratesWith", "met"})


def make_statements(extraction: Extraction, table: Table) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Return the statements of an article, each once per sentence, and what could not be stated."""
    best: dict[tuple[str, int, int], Statement] = {}
    unnamed: Counter[str] = Counter()
    for claim in extraction.claims:
        unnamed.update(m.text for m in (claim.subject, claim.object) if isinstance(m, Mention) and not table.entity(m))
        statement = _make_statement(claim, extraction, table)
        if statement is None:
            continue
        evidence = statement.provenance.evidence
        key = (statement.id, evidence.start, evidence.end)
        best[key] = _surer(best[key], statement) if key in best else statement
    return tuple(best.values()), tuple(_report(extraction, text, count) for text, count in unnamed.items())


def _make_statement(claim: Claim, extraction: Extraction, table: Table) -> Statement | None:
    subject, target = _id_of(claim.subject, table), _id_of(claim.object, table)
    if not isinstance(subject, str) or target is None or subject == target:
        return None
    if claim.relation in SYMMETRIC and isinstance(target, str):
        subject, target = sorted((subject, target))
    qualifiers = _resolve_qualifiers(claim.qualifiers, table)
    validity = qualifiers.valid_from, qualifiers.valid_to
    return Statement(
        id=statement_id(subject, claim.relation, target, claim.modality, *validity),
        subject=subject,
        relation=claim.relation,
        object=target,
        provenance=_make_provenance(claim, extraction),
        modality=claim.modality,
        qualifiers=qualifiers,
    )


def _make_provenance(claim: Claim, extraction: Extraction) -> Provenance:
    article, span = extraction.article, claim.evidence
    return Provenance(article.id, span, article.text[span.start : span.end], claim.rule, claim.confidence)


def _id_of(target: Mention | Literal, table: Table) -> str | Literal | None:
    if not isinstance(target, Mention):
        return target
    entity = table.entity(target)
    return entity.id if entity else None


def _resolve_qualifiers(qualifiers: Qualifiers, table: Table) -> Qualifiers:
    """Put the entity in the place of the programme's mention; an unnamed programme is left out."""
    programme = qualifiers.programme
    if not isinstance(programme, Mention):
        return qualifiers
    entity = table.entity(programme)
    return Qualifiers(
        amount=qualifiers.amount,
        share=qualifiers.share,
        bound=qualifiers.bound,
        programme=entity.id if entity else None,
        valid_from=qualifiers.valid_from,
        valid_to=qualifiers.valid_to,
    )


def _surer(one: Statement, other: Statement) -> Statement:
    return other if other.provenance.confidence > one.provenance.confidence else one


def _report(extraction: Extraction, text: str, count: int) -> Problem:
    times = "once" if count == 1 else f"{count} times"
    message = f"{text!r} could not be linked to a named thing; {times} a claim about it was left out"
    return Problem("resolve", extraction.article.id, message)
