"""Divide the annotated articles by story into a part to train on, one to calibrate on and one nobody looks at.

Usage: python -m training.split [data/training]    (reads articles/*.gold.json and *.txt, writes split.csv)

Many articles tell one story in different words, so the story is divided, never the article: two articles belong to
one story when they rest on the same sources, repeat the same words, name the same rare names or state the same events.
An article that is already in split.csv keeps its part: what was held out stays held out when articles are added.
"""

from __future__ import annotations

import csv
import hashlib
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TypeVar

FOLDER = Path(__file__).parent.parent / "data" / "training"

TRAIN, CALIBRATION, HELD_OUT = "train", "calibration", "held-out"

# Shares of the hash range. Sagas go to the training part whole, so that these give about a tenth of all articles each.
HELD_OUT_BELOW, CALIBRATION_BELOW = 0.14, 0.28

# A web of stories with more than this share of all articles cannot be held out without emptying the training part.
SAGA_SHARE = 0.05

# When are two articles of one story? Shares for sources and names, counts for word runs and events.
SAME_SOURCES, SAME_NAMES, SAME_WORDS, SAME_EVENTS = 0.5, 0.2, 4, 2
WORD_RUN = 8

# Facts that articles about different events have in common: who holds which office, what belongs to what.
BACKGROUND = frozenset(
    "holdsPost postIn affiliatedWith said partOf locatedIn headquarteredIn subsidiaryOf founded"
    " operates administers regulates".split()
)

Pair = tuple[str, str]
Mark = TypeVar("Mark", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Annotated:
    """What tells the story of an annotated article: its sources, words, names and events."""

    id: str
    sources: frozenset[str]
    words: frozenset[tuple[str, ...]]
    names: frozenset[str]
    events: frozenset[tuple[str, str, str]]


def read_annotated(folder: Path) -> list[Annotated]:
    """Every annotated article of a folder, by id."""
    return [_annotated(path) for path in sorted(folder.glob("*.gold.json"))]


def find_stories(articles: Sequence[Annotated]) -> dict[str, str]:
    """The story of each article, named after the first article that tells it."""
    story = {article.id: article.id for article in articles}

    def root(article: str) -> str:
        while story[article] != article:
            article = story[article]
        return article

    for left, right in sorted(_same_story(articles)):
        first, second = sorted((root(left), root(right)))
        story[second] = first
    return {article: root(article) for article in story}


def divide(stories: Mapping[str, str], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """The part of each article; known articles keep theirs, and a new one joins the part its story is in."""
    known = known or {}
    sizes = Counter(stories.values())
    parts_of: dict[str, set[str]] = defaultdict(set)
    for article, story in stories.items():
        if article in known:
            parts_of[story].add(known[article])
    return {
        article: known.get(article) or _part(story, sizes[story] / len(stories), parts_of[story])
        for article, story in stories.items()
    }


def _part(story: str, share: float, parts: Collection[str]) -> str:
    # A new article that joins a story of several parts is kept from training.
    for part in (HELD_OUT, CALIBRATION, TRAIN):
        if part in parts:
            return part
    if share > SAGA_SHARE:
        return TRAIN
    place = int(hashlib.sha256(story.encode()).hexdigest()[:8], 16) / 16**8
    if place < HELD_OUT_BELOW:
        return HELD_OUT
    return CALIBRATION if place < CALIBRATION_BELOW else TRAIN


def _annotated(path: Path) -> Annotated:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(f"{gold['id']}.txt").read_text(encoding="utf-8")
    body = re.findall(r"\w+", text.split("\n\n", 1)[1].casefold())
    first_name = {entity["key"]: entity["names"][0].casefold() for entity in gold["entities"]}
    return Annotated(
        id=gold["id"],
        sources=frozenset(_address(url) for url in gold["source_urls"]),
        words=frozenset(tuple(body[at : at + WORD_RUN]) for at in range(len(body) - WORD_RUN + 1)),
        names=frozenset(name.casefold() for entity in gold["entities"] for name in entity["names"] if len(name) > 3),
        events=frozenset(_event(fact, first_name) for fact in gold["statements"] if fact["p"] not in BACKGROUND),
    )


def _address(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")


def _event(fact: Mapping[str, object], name: Mapping[str, str]) -> tuple[str, str, str]:
    value = fact["o"]
    told = name.get(value, value) if isinstance(value, str) else json.dumps(value, sort_keys=True)
    return name.get(str(fact["s"]), str(fact["s"])), str(fact["p"]), told


def _same_story(articles: Sequence[Annotated]) -> set[Pair]:
    return {
        *_alike(articles, lambda article: article.sources, lambda both, all_: len(both) / len(all_) >= SAME_SOURCES),
        *_alike(articles, lambda article: article.words, lambda both, _: len(both) >= SAME_WORDS),
        *_alike(articles, lambda article: article.events, lambda both, _: len(both) >= SAME_EVENTS),
        *_alike(articles, lambda article: article.names, _rare_names(articles)),
    }


def _rare_names(articles: Sequence[Annotated]) -> Callable[[Collection[str], Collection[str]], bool]:
    in_articles = Counter(name for article in articles for name in article.names)

    def weight(names: Iterable[str]) -> float:
        return math.fsum(sorted(math.log(len(articles) / in_articles[name]) for name in names))

    return lambda both, all_: weight(both) >= SAME_NAMES * weight(all_) > 0


def _alike(
    articles: Sequence[Annotated],
    marks: Callable[[Annotated], frozenset[Mark]],
    enough: Callable[[Collection[Mark], Collection[Mark]], bool],
) -> set[Pair]:
    of = {article.id: marks(article) for article in articles}
    having: dict[Mark, list[str]] = defaultdict(list)
    for article in articles:
        for mark in marks(article):
            having[mark].append(article.id)
    pairs = {pair for ids in having.values() if len(ids) > 1 for pair in combinations(sorted(ids), 2)}
    return {(left, right) for left, right in pairs if enough(of[left] & of[right], of[left] | of[right])}


def read_split(path: Path) -> dict[str, str]:
    """The part of each article as split.csv gives it; nothing when there is no such file yet."""
    return _column(path, "part") if path.exists() else {}


def read_stories(path: Path) -> dict[str, str]:
    """The story of each article as split.csv gives it."""
    return _column(path, "story")


def _column(path: Path, name: str) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as rows:
        return {row["article"]: row[name] for row in csv.DictReader(rows)}


def main(folder: Path) -> None:
    """Write split.csv for the articles of a training folder."""
    stories = find_stories(read_annotated(folder / "articles"))
    parts = divide(stories, read_split(folder / "split.csv"))
    with (folder / "split.csv").open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("article", "story", "part"))
        rows.writerows((article, stories[article], parts[article]) for article in sorted(stories))
    sys.stdout.write(f"{dict(Counter(parts.values()))} of {len(set(stories.values()))} stories\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
