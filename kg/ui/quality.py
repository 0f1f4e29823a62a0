"""What `kg eval` shows of a run over annotated articles: a record for programs, tables and errors for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.evaluation import (
    Counts,
    Evaluation,
    Figures,
    GoldStatement,
    Judged,
    JudgedStatement,
    confidence_curve,
    fingerprint,
    reliability,
)
from kg.evaluation.confidence import calibration_error
from kg.model import Literal, Statement
from kg.ui.records import literal_record

Table = tuple[Sequence[str], list[Sequence[str]]]
"""The heads of the columns, and the rows."""


def quality_record(evaluation: Evaluation) -> dict[str, Any]:
    """Return all figures of a run as plain JSON values."""
    figures = evaluation.figures
    bins = reliability(evaluation.judged)
    return {
        "articles": figures.articles,
        "fingerprint": fingerprint(case.article for case in evaluation.cases),
        **_rates(figures.statements),
        "f1_95": [round(end, 4) for end in figures.f1_between],
        "macro_f1": round(figures.macro_f1, 4),
        "entities": _rates(figures.entities),
        "type_accuracy": round(figures.type_accuracy, 4),
        "modality_errors": figures.modality_errors,
        "modality_share": round(figures.modality_share, 4),
        "counts": {**_counts(figures.statements), "optional": figures.optional, "emitted": figures.emitted},
        "relations": {name: {**_rates(counts), **_counts(counts)} for name, counts in figures.relations.items()},
        "types": {name: {**_rates(counts), **_counts(counts)} for name, counts in figures.types.items()},
        "modalities": [{"annotated": a, "found": f, "count": n} for (a, f), n in sorted(figures.modalities.items())],
        "reliability": [
            {"from": b.low, "to": b.high, "claimed": round(b.claimed, 4), "share_right": round(b.share_right, 4)}
            | {"right": b.right, "wrong": b.wrong, "optional": b.optional}
            for b in bins
        ],
        "calibration_error": round(calibration_error(bins), 4),
        "curve": [
            {"at_least": point.at_least, **_rates(point.statements)} for point in confidence_curve(evaluation.cases)
        ],
    }


def quality_tables(evaluation: Evaluation) -> dict[str, Table]:
    """Return the figures of a run as tables, by their titles."""
    figures = evaluation.figures
    return {
        "Relations": _counts_table("relation", figures.relations),
        "Entities": _counts_table("type", figures.types),
        "Modalities of statements with right ends": _modality_table(figures),
        "Confidence": _reliability_table(evaluation.judged),
        "Statements that are at least this sure": _curve_table(evaluation),
    }


def summary_line(figures: Figures) -> str:
    """Return the figures that matter most in one line."""
    low, high = figures.f1_between
    return (
        f"articles {figures.articles}  statements {_short(figures.statements)} (95% {low:.3f}-{high:.3f})"
        f" macro-F1 {figures.macro_f1:.3f}  entities {_short(figures.entities)}  types {figures.type_accuracy:.3f}"
        f"  modality errors {figures.modality_errors} ({figures.modality_share:.1%})"
    )


def error_lines(judged: Judged) -> Iterator[str]:
    """Yield what is wrong and what was missed in one article, each with its sentence."""
    yield f"== {judged.article.id}"
    labels = {found.entity.id: found.entity.label for found in judged.entities}
    names = {gold.key: gold.names[0] for gold in judged.article.entities}
    for each in judged.with_verdict("wrong", "modality"):
        yield f"  wrong   {_found(each.statement, labels)}{_instead(each)}"
        yield f"          “{' '.join(each.statement.provenance.quote.split())}”"
    for gold in judged.missed:
        yield f"  missed  {_wanted(gold, names)}"
        yield f"          “{gold.evidence}”"
    for found in judged.entities:
        if not found.meant:
            yield f"  no such entity  {found.entity.label} ({found.entity.type})"
        elif not found.has_right_type:
            yield f"  wrong type      {found.entity.label}: {found.entity.type}, not {found.meant[0].type}"
    for entity in judged.missed_entities:
        yield f"  missed entity   {entity.names[0]} ({entity.type})"


def _rates(counts: Counts) -> dict[str, float]:
    return {"precision": round(counts.precision, 4), "recall": round(counts.recall, 4), "f1": round(counts.f1, 4)}


def _counts(counts: Counts) -> dict[str, int]:
    return {"right": counts.right, "wrong": counts.wrong, "missed": counts.missed}


def _short(counts: Counts) -> str:
    return f"P {counts.precision:.3f} R {counts.recall:.3f} F1 {counts.f1:.3f}"


def _counts_table(of: str, table: Mapping[str, Counts]) -> Table:
    heads = (of, "annotated", "precision", "recall", "F1", "right", "wrong", "missed")
    return heads, [(name, str(counts.wanted), *_cells(counts)) for name, counts in table.items()]


def _cells(counts: Counts) -> Sequence[str]:
    rates = (f"{rate:.2f}" for rate in (counts.precision, counts.recall, counts.f1))
    return *rates, *(str(count) for count in (counts.right, counts.wrong, counts.missed))


def _modality_table(figures: Figures) -> Table:
    return ("annotated", "found", "statements"), [
        (annotated, found, str(count)) for (annotated, found), count in sorted(figures.modalities.items())
    ]


def _reliability_table(judged: Iterable[Judged]) -> Table:
    return ("from", "to", "claimed", "right of those judged", "right", "wrong", "left open"), [
        (
            *(f"{number:.2f}" for number in (b.low, b.high, b.claimed, b.share_right)),
            *map(str, (b.right, b.wrong, b.optional)),
        )
        for b in reliability(judged)
        if b.right + b.wrong + b.optional
    ]


def _curve_table(evaluation: Evaluation) -> Table:
    return ("at least", "precision", "recall", "F1", "right", "wrong", "missed"), [
        (f"{point.at_least:.2f}", *_cells(point.statements)) for point in confidence_curve(evaluation.cases)
    ]


def _found(statement: Statement, labels: Mapping[str, str]) -> str:
    target = statement.object
    ends = (labels.get(end, end) if isinstance(end, str) else _value(end) for end in (statement.subject, target))
    return f"{_line(*ends, relation=statement.relation)} [{statement.modality} {statement.provenance.confidence:.2f}]"


def _wanted(gold: GoldStatement, names: Mapping[str, str]) -> str:
    ends = (names[end] if isinstance(end, str) else _value(end) for end in (gold.subject, gold.object))
    return f"{_line(*ends, relation=gold.relation)} [{gold.modality}]"


def _line(subject: str, target: str, *, relation: str) -> str:
    return f"{subject} -- {relation} --> {target}"


def _value(literal: Literal) -> str:
    record = literal_record(literal)
    return f"{record['value']} {record['unit']}"


def _instead(judged: JudgedStatement) -> str:
    return f", but it is {judged.gold.modality}" if judged.verdict == "modality" and judged.gold else ""
