"""Turn the scores of the trained networks into probabilities, on articles that training did not see.

Usage: python -m training.calibrate WEIGHTS [--precision 0.84]    (rewrites WEIGHTS/model.json)

Everything that the extraction finds at all likely is judged against the annotation. A logistic regression over the
score of the encoder, the sureness of the pattern and the relation (scikit-learn, with a penalty that draws rare
relations towards the common line) gives a slope and two offsets for each output, without and with a pattern; the
threshold is the one with the best F1 at the wished precision.
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

from kg import resources
from kg.evaluation.gold import GoldArticle, read_gold
from kg.evaluation.judging import JudgedStatement, judge
from kg.evaluation.running import evaluate
from kg.extract.encoder.judging import Judge
from kg.extract.encoder.labels import OUTPUTS, Array
from kg.extract.encoder.pairs import Pair
from kg.extract.encoder.reader import Encoder
from kg.extract.extractor import KNOWN_DATES, build_extractor
from kg.extract.lines import Slot
from kg.extract.proposals import Proposal
from kg.extract.relations import RelationFinder
from kg.extract.values import load_known_dates
from kg.gazetteer import load_gazetteer
from kg.model import Phrase
from kg.ontology import load_ontology
from kg.pipeline import Pipeline

PART = "calibration"
_NOTED = re.compile(r"(-?[\d.e-]+) ([\d.e-]+)")
_OWN = 0.5  # how far an output may leave the common line


class Recorder(Judge):
    """A judge that notes score and sureness of a pattern in the rule of each claim, for the fit."""

    def _weighed(self, proposal: Proposal, score: float, output: int) -> Proposal:
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


def output_of(judged: JudgedStatement) -> int | None:
    """Return the number of the output that stands for a statement."""
    statement = judged.statement
    status = f":{statement.object.text}" if isinstance(statement.object, Phrase) else ""
    name = statement.relation + status
    return OUTPUTS.index(name) if name in OUTPUTS else None


def fit(rows: Sequence[tuple[int, float, float]], right: Sequence[bool]) -> dict[str, object]:
    """Return slope and offsets of each output, and the weight of a pattern; rows: output, score, sureness."""
    outputs, scores, sureness = (np.array(column) for column in zip(*rows, strict=True))
    told = (sureness > 0)[:, None]
    ones = np.eye(len(OUTPUTS))[outputs.astype(int)] * _OWN
    table = np.hstack((scores[:, None], sureness[:, None], told, ones * ~told, ones * told, ones * scores[:, None] / 4))
    line = LogisticRegression(C=1.0, max_iter=5000).fit(table, right)
    slope, weight, known = line.coef_[0, :3]
    without, along, turn = np.split(line.coef_[0, 3:] * _OWN, 3)
    start = line.intercept_[0]
    calibration = {
        name: [
            round(float(max(0.1, slope + turn[n] / 4)), 4),
            round(float(start + without[n]), 4),
            round(float(start + known + along[n]), 4),
        ]
        for n, name in enumerate(OUTPUTS)
    }
    return {"calibration": calibration, "pattern_weight": round(float(weight), 4)}


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
    write_settings(
        given.weights, threshold=0.01, pattern_weight=0.0, calibration={name: [1.0, 0.0, 0.0] for name in OUTPUTS}
    )
    articles = read_gold(resources.ROOT / "data" / "training", part=PART)
    recorded: list[tuple[int, float, float]] = []
    right: list[bool] = []
    for judged in evaluate(load_pipeline(given.weights, Recorder), articles).judged:
        for one in judged.with_verdict("right", "wrong", "modality"):
            noted = _NOTED.fullmatch(one.statement.provenance.rule)
            number = output_of(one)
            if number is not None and noted:
                recorded.append((number, float(noted[1]), float(noted[2])))
                right.append(one.verdict == "right")
    write_settings(given.weights, threshold=0.05, **fit(recorded, right))
    print(f"{len(right)} statements, {sum(right)} right")  # noqa: T201
    rows = curve(load_pipeline(given.weights), articles)
    for row in rows:
        print("threshold {:.3f} precision {:.3f} recall {:.3f} F1 {:.3f}".format(*row))  # noqa: T201
    good = [row for row in rows if row[1] >= given.precision] or rows[-1:]
    best = max(good, key=lambda row: row[3])
    write_settings(given.weights, threshold=round(best[0], 3))


if __name__ == "__main__":
    main()
