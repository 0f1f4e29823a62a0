"""Turn the scores of the trained networks into probabilities, on articles that training did not see.

Usage: python -m training.calibrate WEIGHTS [--precision 0.84]    (rewrites WEIGHTS/model.json)

Everything that the extraction finds at all likely is judged against the annotation; a logistic regression over score
and relation (scikit-learn, with a penalty that draws rare relations towards the common line) gives slope and offset
for each output, and the threshold is the one with the best F1 at the wished precision.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from kg import resources
from kg.evaluation.gold import GoldArticle, read_gold
from kg.evaluation.judging import JudgedStatement, judge
from kg.evaluation.running import evaluate
from kg.extract import load_extractor
from kg.extract.encoder.labels import OUTPUTS
from kg.extract.encoder.reader import Encoder
from kg.gazetteer import load_gazetteer
from kg.model import Phrase
from kg.ontology import load_ontology
from kg.pipeline import Pipeline

PART = "calibration"
_OWN = 0.5  # how far an output may leave the common line


def load_pipeline(weights: Path) -> Pipeline:
    """Load the extraction with the weights of a folder."""
    ontology, gazetteer = load_ontology(), load_gazetteer()
    return Pipeline(ontology, gazetteer, load_extractor(ontology, gazetteer, encoder=Encoder(weights)))


def write_settings(weights: Path, **changes: object) -> None:
    """Change some settings of a model."""
    path = weights / "model.json"
    settings = json.loads(path.read_text(encoding="utf-8")) | changes
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def output_of(judged: JudgedStatement) -> int | None:
    """Return the number of the output that stands for a statement."""
    statement = judged.statement
    status = f":{statement.object.text}" if isinstance(statement.object, Phrase) else ""
    name = statement.relation + status
    return OUTPUTS.index(name) if name in OUTPUTS else None


def fit(outputs: Sequence[int], logits: Sequence[float], right: Sequence[bool]) -> dict[str, list[float]]:
    """Return slope and offset of each output."""
    ones = np.eye(len(OUTPUTS))[list(outputs)] * _OWN
    score = np.array(logits)[:, None]
    line = LogisticRegression(C=1.0, max_iter=5000).fit(np.hstack((score, ones, ones * score / 2)), right)
    slope, own, turn = line.coef_[0, 0], line.coef_[0, 1 : len(OUTPUTS) + 1], line.coef_[0, len(OUTPUTS) + 1 :]
    return {
        name: [round(float(max(0.2, slope + turn[n] * _OWN / 2)), 4), round(float(line.intercept_[0] + own[n] * _OWN), 4)]
        for n, name in enumerate(OUTPUTS)
    }


def curve(pipeline: Pipeline, articles: Sequence[GoldArticle]) -> list[tuple[float, float, float, float]]:
    """Return threshold, precision, recall and F1 over a row of thresholds."""
    cases = evaluate(pipeline, articles).cases
    found = []
    for threshold in np.arange(0.2, 0.85, 0.025):
        judged = [judge(case.article, case.graphs, at_least=float(threshold)) for case in cases]
        wrong = sum(len(j.with_verdict("wrong", "modality")) for j in judged)
        hits, missed = sum(len(j.matched) for j in judged), sum(len(j.missed) for j in judged)
        precision, recall = hits / max(1, hits + wrong), hits / max(1, hits + missed)
        found.append((float(threshold), precision, recall, 2 * precision * recall / max(1e-9, precision + recall)))
    return found


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--precision", type=float, default=0.84)
    given = parser.parse_args()
    write_settings(given.weights, threshold=0.01, calibration={name: [1.0, 0.0] for name in OUTPUTS})
    articles = read_gold(resources.ROOT / "data" / "training", part=PART)
    outputs: list[int] = []
    logits: list[float] = []
    right: list[bool] = []
    for judged in evaluate(load_pipeline(given.weights), articles).judged:
        for one in judged.with_verdict("right", "wrong", "modality"):
            number = output_of(one)
            if number is not None:
                p: float = min(max(one.statement.provenance.confidence, 0.0005), 0.9995)
                outputs.append(number)
                logits.append(float(np.log(p / (1 - p))))
                right.append(one.verdict == "right")
    calibration = fit(outputs, logits, right)
    write_settings(given.weights, threshold=0.05, calibration=calibration)
    print(f"{len(right)} statements, {sum(right)} right")  # noqa: T201
    rows = curve(load_pipeline(given.weights), articles)
    for row in rows:
        print("threshold {:.3f} precision {:.3f} recall {:.3f} F1 {:.3f}".format(*row))  # noqa: T201
    good = [row for row in rows if row[1] >= given.precision] or rows[-1:]
    best = max(good, key=lambda row: row[3])
    write_settings(given.weights, threshold=round(best[0], 3))


if __name__ == "__main__":
    main()
