"""Turn the scores of the trained networks into probabilities, on articles that training did not see.

Usage: python -m training.calibrate WEIGHTS [--precision 0.82]    (rewrites WEIGHTS/model.json)

Everything that the extraction finds at all likely is judged against the annotation. Two logistic regressions turn the
score of the encoder, with a pattern and without one, into the probability of being right.
Lines of each relation's own were tried: they fit these articles better and others worse. The threshold is the one with
the best F1 at the wished precision.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Span

from kg.evaluation.confidence import confidence_curve
from kg.evaluation.gold import read_gold
from kg.evaluation.running import evaluate
from kg.extract.encoder.judging import Judge
from kg.extract.encoder.labels import Array
from kg.extract.encoder.pairs import Pair
from kg.extract.encoder.reader import Encoder
from kg.extract.extractor import KNOWN_DATES, build_extractor
from kg.extract.lines import Slot
from kg.extract.proposals import Proposal
from kg.extract.relations import RelationFinder
from kg.extract.values import load_known_dates
from kg.gazetteer import load_gazetteer
from kg.ontology import load_ontology
from kg.pipeline import Pipeline
from training.split import CALIBRATION, FOLDER

THRESHOLDS = tuple(n / 40 for n in range(8, 34))
_NOTED = re.compile(r"(-?[\d.e-]+) ([\d.e-]+)")
BARE = {"alone": {"score": 1.0, "offset": 0.0}, "told": {"score": 1.0, "offset": 0.0}}


class Recorder(Judge):
    """A judge that notes score and sureness of a pattern in the rule of each claim, for the fit."""

    def _weighed(self, proposal: Proposal, score: float) -> Proposal:
        score = score if np.isfinite(score) else 0.0
        likely = 1 / (1 + np.exp(-(0.4 * score + 2 * proposal.confidence)))
        return replace(proposal, rule=f"{score} {proposal.confidence}", confidence=float(likely))

    def _proposal(
        self, slots: Mapping[int, Slot], sentence: Span, pair: Pair, output: int, found: tuple[float, Array]
    ) -> Proposal:
        proposal = super()._proposal(slots, sentence, pair, output, found)
        score = float(np.log(found[0] / (1 - found[0])))
        return replace(proposal, rule=f"{score} 0", confidence=float(1 / (1 + np.exp(1.5 - 0.4 * score))))


def load_pipeline(weights: Path, kind: type[Judge] = Judge) -> Pipeline:
    """Load the extraction with the weights of a folder."""
    ontology, gazetteer = load_ontology(), load_gazetteer()
    encoder, dates = Encoder(weights), load_known_dates(KNOWN_DATES)
    relations = RelationFinder(ontology, kind(encoder, ontology))
    return Pipeline(
        ontology, gazetteer, build_extractor(gazetteer, (dates, relations, dates.mark_claims), encoder=encoder)
    )


def write_settings(weights: Path, **changes: object) -> None:
    """Change some settings of a model."""
    path = weights / "model.json"
    settings = json.loads(path.read_text(encoding="utf-8")) | changes
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def fit(rows: Sequence[tuple[float, float]], right: Sequence[bool]) -> dict[str, dict[str, float]]:
    """Return the two lines, alone and told by a pattern; rows: score, sureness (0 where no pattern speaks).

    How sure a pattern says it is tells nothing beyond the score.
    """
    table, truth = np.array(rows), np.array(right)
    told = table[:, 1] > 0
    alone = LogisticRegression().fit(table[~told, :1], truth[~told])
    both = LogisticRegression().fit(table[told, :1], truth[told])
    return {"alone": _line(alone), "told": _line(both)}


def _line(found: LogisticRegression) -> dict[str, float]:
    return {"score": round(float(found.coef_[0, 0]), 4), "offset": round(float(found.intercept_[0]), 4)}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--precision", type=float, default=0.82)
    given = parser.parse_args()
    write_settings(given.weights, threshold=0.01, calibration=BARE)
    articles = read_gold(FOLDER, part=CALIBRATION)
    recorded: list[tuple[float, float]] = []
    right: list[bool] = []
    for judged in evaluate(load_pipeline(given.weights, Recorder), articles).judged:
        for one in judged.with_verdict("right", "wrong", "modality"):
            if noted := _NOTED.fullmatch(one.statement.provenance.rule):
                recorded.append((float(noted[1]), float(noted[2])))
                right.append(one.verdict == "right")
    write_settings(given.weights, threshold=0.05, calibration=fit(recorded, right))
    print(f"{len(right)} statements, {sum(right)} right")
    points = confidence_curve(evaluate(load_pipeline(given.weights), articles).cases, THRESHOLDS)
    for at, found in ((point.at_least, point.statements) for point in points):
        print(f"threshold {at:.3f} precision {found.precision:.3f} recall {found.recall:.3f} F1 {found.f1:.3f}")
    good = [point for point in points if point.statements.precision >= given.precision] or points[-1:]
    write_settings(given.weights, threshold=max(good, key=lambda point: point.statements.f1).at_least)


if __name__ == "__main__":
    main()
