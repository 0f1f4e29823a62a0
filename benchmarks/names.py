"""Compares names of Hong Kong with our matcher, with nomenklatura's logic-v2 and with plain rapidfuzz, in one run.

From the root of the project, in an environment that has `nomenklatura` and `rapidfuzz`:

    python -m benchmarks.names                 the table of tests/data/hk_name_pairs.csv, as Markdown
    python -m benchmarks.names --part tuned    with the pairs that we get wrong in the part that was looked at

The figures go to `benchmarks/results/names.json` too. 150 of the pairs, chosen by a hash of their names, were never
looked at while the matcher was made: they are the "untouched" part, and their errors are not printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from rapidfuzz import fuzz, utils

from kg.resolve.names import Pair, Score, Scores, compare_names, read_pairs, score_pairs, shipped_names

Judge = Callable[[Pair], bool]
PAIRS = Path("tests/data/hk_name_pairs.csv")
RESULTS = Path("benchmarks/results/names.json")
UNTOUCHED = 150
LOGIC_THRESHOLD = 0.7  # where nomenklatura draws the line itself
SCHEMAS = {"person": "Person", "organisation": "Organization"}


def main() -> None:
    """Print the table and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--part", choices=("both", "tuned"), default="both")
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    options = parser.parse_args()
    tuned, untouched = split(read_pairs(options.pairs))
    judges = find_judges(tuned)
    if options.part == "tuned":
        print_errors(tuned, judges["ours"])
    parts = {"tuned": tuned, "untouched": untouched} if options.part == "both" else {"tuned": tuned}
    figures = {
        part: {name: score_pairs(pairs, judge) for name, judge in judges.items()} for part, pairs in parts.items()
    }
    for part, scores in figures.items():
        sys.stdout.write(f"\n{part}, {scores['ours'].all.pairs} pairs\n\n" + "\n".join(table(scores)) + "\n")
    if options.part == "both":
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(record(figures), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def split(pairs: Iterable[Pair]) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Return the pairs that may be looked at, and the 150 with the smallest hashes, which may not."""
    ordered = sorted(pairs, key=lambda p: hashlib.sha256(f"{p.a}\t{p.b}\t{p.kind}".encode()).hexdigest())
    return tuple(ordered[UNTOUCHED:]), tuple(ordered[:UNTOUCHED])


def find_judges(tuned: tuple[Pair, ...]) -> dict[str, Judge]:
    """Return what can judge pairs here, by name."""
    known = shipped_names()
    judges: dict[str, Judge] = {
        "ours": lambda p: compare_names(p.a, p.b, p.kind, known=known).same,
        "ours, no gazetteer": lambda p: compare_names(p.a, p.b, p.kind).same,
    }
    try:
        judges[f"logic-v2 ({version('nomenklatura')})"] = logic_v2()
    except ImportError:
        sys.stderr.write("nomenklatura is not installed here: its column is left out\n")
    threshold = best_threshold(tuned)
    judges[f"rapidfuzz ({version('rapidfuzz')}, {threshold})"] = lambda p: likeness(p) >= threshold
    return judges


def logic_v2() -> Judge:
    """Return nomenklatura's matcher over entities that have a name and nothing else."""
    from followthemoney.proxy import EntityProxy  # noqa: PLC0415
    from nomenklatura.matching import get_algorithm  # noqa: PLC0415

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def judge(pair: Pair) -> bool:
        # It remembers entities by id: each needs one of its own.
        entities = [
            EntityProxy.from_dict(
                {
                    "id": hashlib.sha256(f"{side}{pair}".encode()).hexdigest(),
                    "schema": SCHEMAS[pair.kind],
                    "properties": {"name": [name]},
                }
            )
            for side, name in (("a", pair.a), ("b", pair.b))
        ]
        return bool(algorithm.compare(entities[0], entities[1], config).score >= LOGIC_THRESHOLD)

    return judge


def likeness(pair: Pair) -> float:
    """Return how alike the letters are, words in any order."""
    return fuzz.token_sort_ratio(pair.a, pair.b, processor=utils.default_process)


def best_threshold(pairs: tuple[Pair, ...]) -> int:
    """Return the line that is best for rapidfuzz on the pairs that may be looked at."""
    likenesses = [(likeness(pair), pair) for pair in pairs]

    def f1(threshold: int) -> float:
        answers = {id(pair): value >= threshold for value, pair in likenesses}
        return score_pairs(pairs, lambda pair: answers[id(pair)]).all.f1

    return max(range(40, 100), key=f1)


def table(scores: Mapping[str, Scores]) -> list[str]:
    """Return a Markdown table: F1 for each kind and category; where no pair is the same, the part judged rightly."""
    first = next(iter(scores.values()))
    lines = [f"| | pairs | {' | '.join(scores)} |", "|---|---:|" + "---:|" * len(scores)]
    lines.append(_row("**all**: F1", [s.all for s in scores.values()]))
    lines.append(f"| precision / recall | | {' | '.join(_two(s.all) for s in scores.values())} |")
    for kind in sorted(first.by_kind):
        lines.append(_row(f"**{kind}**", [s.by_kind[kind] for s in scores.values()]))
    for category in sorted(first.by_category):
        lines.append(_row(category, [s.by_category[category] for s in scores.values()]))
    return lines


def _row(name: str, scores: list[Score]) -> str:
    return f"| {name} | {scores[0].pairs} | {' | '.join(f'{score.f1:.2f}' for score in scores)} |"


def _two(score: Score) -> str:
    return f"{score.precision:.2f} / {score.recall:.2f}"


def record(figures: Mapping[str, Mapping[str, Scores]]) -> dict[str, object]:
    """Return the figures as plain values."""
    return {
        part: {
            name: {
                "all": _figures(scores.all),
                "by_kind": {k: _figures(s) for k, s in sorted(scores.by_kind.items())},
                "by_category": {k: _figures(s) for k, s in sorted(scores.by_category.items())},
            }
            for name, scores in by_name.items()
        }
        for part, by_name in figures.items()
    }


def _figures(score: Score) -> dict[str, float]:
    return {
        "pairs": score.pairs,
        "precision": round(score.precision, 3),
        "recall": round(score.recall, 3),
        "f1": round(score.f1, 3),
        "accuracy": round(score.accuracy, 3),
    }


def print_errors(pairs: tuple[Pair, ...], judge: Judge) -> None:
    """Print the pairs that are judged wrongly."""
    for pair in pairs:
        if judge(pair) != pair.same:
            sys.stdout.write(f"{'missed' if pair.same else 'wrong'}: {pair.category}: {pair.a} | {pair.b}\n")


if __name__ == "__main__":
    main()
