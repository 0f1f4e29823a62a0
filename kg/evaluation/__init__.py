"""How good the extraction is: what it says of annotated articles, against what careful readers took from them."""

from kg.evaluation.confidence import Bin, Point, confidence_curve, reliability
from kg.evaluation.figures import Counts, Figures, count_figures
from kg.evaluation.floors import Floors, read_floors, shortfalls
from kg.evaluation.gold import GoldArticle, GoldEntity, GoldStatement, fingerprint, read_gold
from kg.evaluation.judging import Judged, JudgedEntity, JudgedStatement, judge
from kg.evaluation.running import Case, Evaluation, evaluate

__all__ = [
    "Bin",
    "Case",
    "Counts",
    "Evaluation",
    "Figures",
    "Floors",
    "GoldArticle",
    "GoldEntity",
    "GoldStatement",
    "Judged",
    "JudgedEntity",
    "JudgedStatement",
    "Point",
    "confidence_curve",
    "count_figures",
    "evaluate",
    "fingerprint",
    "judge",
    "read_floors",
    "read_gold",
    "reliability",
    "shortfalls",
]
