"""`kg names`: whether two names can be those of one person or organisation, for one pair or a table of them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.ui.console import show, show_json, show_table

if TYPE_CHECKING:
    from kg.resolve.names import KnownNames, Score, Scores


class Task(StrEnum):
    """What `kg names` does."""

    COMPARE = "compare"
    SCORE = "score"


class Kind(StrEnum):
    """What the names are names of."""

    PERSON = "person"
    ORGANISATION = "organisation"


def names(
    task: Annotated[Task, typer.Argument(metavar="TASK", help="`compare` two names, or `score` a table of pairs.")],
    words: Annotated[list[str], typer.Argument(metavar="A B | FILE", help="Two names, or a table of pairs in CSV.")],
    *,
    kind: Annotated[
        Kind | None, typer.Option(help="What the two names are names of; guessed from the words where left out.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Compare names as they are written in Hong Kong.

    The answer is a score with its reason. A table of pairs has the columns a, b, same (1 or 0), kind (person or
    organisation), category and note. Only the names and their kind are used; the answers are counted in all, per kind
    and per category.
    """
    from kg.resolve.names import shipped_names  # noqa: PLC0415 - reads the tables of names

    if len(words) != (2 if task is Task.COMPARE else 1):
        wanted = "two names" if task is Task.COMPARE else "one file"
        raise typer.BadParameter(f"kg names {task.value} wants {wanted}", param_hint="A B | FILE")
    known = shipped_names()
    if task is Task.COMPARE:
        _compare(words[0], words[1], kind.value if kind else None, known, as_json=as_json)
    else:
        _score(Path(words[0]), known, as_json=as_json)


def _compare(a: str, b: str, kind: str | None, known: KnownNames, *, as_json: bool) -> None:
    from kg.resolve.names import compare_names, guess_kind  # noqa: PLC0415

    kind = kind or guess_kind(a, b, known=known)
    found = compare_names(a, b, kind, known=known)
    if as_json:
        show_json(
            {"a": a, "b": b, "kind": kind, "score": round(found.score, 3), "same": found.same, "reason": found.reason}
        )
    else:
        show(f"{found.score:.2f}  {'same' if found.same else 'different'} {kind}: {found.reason}")


def _score(path: Path, known: KnownNames, *, as_json: bool) -> None:
    from kg.resolve.names import compare_names, read_pairs, score_pairs  # noqa: PLC0415

    scores = score_pairs(read_pairs(path), lambda pair: compare_names(pair.a, pair.b, pair.kind, known=known).same)
    if as_json:
        show_json(_record(scores))
        return
    rows = [("all", "", scores.all), *_rows("kind", scores.by_kind), *_rows("category", scores.by_category)]
    show_table(
        ("", "", "pairs", "precision", "recall", "F1", "right"),
        ((what, name, str(score.pairs), *_figures(score)) for what, name, score in rows),
    )


def _rows(what: str, scores: Mapping[str, Score]) -> list[tuple[str, str, Score]]:
    return [(what, name, score) for name, score in sorted(scores.items())]


def _figures(score: Score) -> tuple[str, str, str, str]:
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}", f"{score.accuracy:.3f}"


def _record(scores: Scores) -> dict[str, Any]:
    return {
        "all": _score_record(scores.all),
        "by_kind": {name: _score_record(score) for name, score in sorted(scores.by_kind.items())},
        "by_category": {name: _score_record(score) for name, score in sorted(scores.by_category.items())},
    }


def _score_record(score: Score) -> dict[str, float]:
    return {
        "pairs": score.pairs,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "accuracy": round(score.accuracy, 4),
    }
