"""Write the figures of docs/quality.md.

Usage: python -m training.report [FIGURES.json]    (what `kg eval data/training --part held-out --json` printed; made
anew where left out)

The learning curve is taken from training/learning_curve.csv, the peers from benchmarks/results/extraction.json; where
one is missing, the document says so.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from kg import resources
from kg.evaluation import evaluate, read_gold
from kg.ontology import load_ontology
from kg.pipeline import load_pipeline
from kg.ui.quality import quality_record
from training.passages import markdown_table, write_passages
from training.split import FOLDER, HELD_OUT

DOCUMENT = resources.ROOT / "docs" / "quality.md"
LEARNING = resources.ROOT / "training" / "learning_curve.csv"
PEERS = resources.ROOT / "benchmarks" / "results" / "extraction.json"
RATES = ("precision", "recall", "f1")
OURS = "this project"
Record = Mapping[str, Any]


def measure() -> Record:
    """Run the extraction over the articles that were held out."""
    return quality_record(evaluate(load_pipeline(), read_gold(FOLDER, part=HELD_OUT)))


def report(figures: Record, *, learning: Path = LEARNING, peers: Path = PEERS) -> dict[str, str]:
    """Return the passages of the document by name."""
    return {
        "summary": _summary(figures),
        "relations": _relations(figures["relations"]),
        "types": _counts_table("type", figures["types"].items()),
        "modalities": markdown_table(
            ("annotated as", "found as", "statements"),
            [(row["annotated"], row["found"], row["count"]) for row in figures["modalities"]],
        ),
        "reliability": _reliability(figures),
        "curve": markdown_table(
            ("at least", "precision", "recall", "F1"),
            [(_two(row["at_least"]), *_rates(row)) for row in figures["curve"]],
        ),
        "learning": _from_file(learning, _learning, "The curve has not been measured yet."),
        "peers": _from_file(peers, lambda path: _peers(path, figures), "The other tools have not been measured yet."),
    }


def _summary(figures: Record) -> str:
    low, high = figures["f1_95"]
    rows = (
        ("statements", *_rates(figures), f"F1 between {low:.2f} and {high:.2f}, mean of the relations"
         f" {figures['macro_f1']:.2f}"),
        ("entities", *_rates(figures["entities"]), f"{figures['type_accuracy']:.1%} with a right type"),
    )  # fmt: skip
    counts, mark = figures["counts"], figures["fingerprint"]
    wrong = f"{figures['modality_errors']} ({figures['modality_share']:.1%})"
    return (
        f"{markdown_table(('of', 'precision', 'recall', 'F1', ''), rows)}\n\n"
        f"{figures['articles']} articles, fingerprint `{mark}`. The output has {counts['emitted']} statements; the"
        f" annotation leaves {counts['optional']} of them open, and {wrong} have a wrong modality."
    )


def _relations(found: Mapping[str, Record]) -> str:
    nothing = dict.fromkeys((*RATES, "right", "wrong", "missed"), 0)
    others = {name: nothing for name in sorted(load_ontology().relations) if name not in found}
    return _counts_table("relation", {**found, **others}.items())


def _counts_table(of: str, rows: Iterable[tuple[str, Record]]) -> str:
    heads = (of, "annotated", "precision", "recall", "F1", "right", "wrong", "missed")
    return markdown_table(heads, [_counts_row(name, row) for name, row in rows])


def _counts_row(name: str, row: Record) -> tuple[object, ...]:
    wanted, found = row["right"] + row["missed"], row["right"] + row["wrong"]
    rates = (
        _two(row["precision"]) if found else "–",
        _two(row["recall"]) if wanted else "–",
        _two(row["f1"]) if wanted else "–",
    )
    return f"`{name}`", wanted, *rates, row["right"], row["wrong"], row["missed"]


def _reliability(figures: Record) -> str:
    rows = [
        (
            f"{row['from']:.2f}–{row['to']:.2f}",
            *(_two(row[name]) for name in ("claimed", "share_right")),
            *(row[name] for name in ("right", "wrong", "optional")),
        )
        for row in figures["reliability"]
        if row["right"] + row["wrong"]
    ]
    table = markdown_table(("confidence", "mean claimed", "share right", "right", "wrong", "left open"), rows)
    return f"{table}\n\nOn the average the confidence is off by {figures['calibration_error']:.3f}."


def _learning(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: int(row["articles"]))
    table = [(row["articles"], *_rates({rate: float(row[rate]) for rate in RATES})) for row in rows]
    return markdown_table(("articles trained on", "precision", "recall", "F1"), table)


def _peers(path: Path, figures: Record) -> str:
    """Tabulate `{"systems": {NAME: {"precision": …, "recall": …, "f1": …}}}`, the best first, with our own of today."""
    systems = json.loads(path.read_text(encoding="utf-8"))["systems"]
    ours = {OURS: {rate: figures[rate] for rate in RATES}}
    ranked = sorted((systems | ours).items(), key=lambda row: -row[1]["f1"])
    return markdown_table(("tool", "precision", "recall", "F1"), [(name, *_rates(rates)) for name, rates in ranked])


def _from_file(path: Path, write: Callable[[Path], str], otherwise: str) -> str:
    return write(path) if path.is_file() else otherwise


def _rates(row: Record) -> tuple[str, ...]:
    return tuple(_two(row[rate]) for rate in RATES)


def _two(rate: float) -> str:
    return f"{rate:.2f}"


if __name__ == "__main__":
    read = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else None
    write_passages(DOCUMENT, report(json.loads(read) if read else measure()))
