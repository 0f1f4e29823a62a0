"""Turn annotated articles into numbers to train on.

Usage: python training/examples.py TOKENIZER OUTPUT    (reads data/training, writes one pickle for each part)

The pairs are made from what the extractor itself finds, so that training sees the mistakes it has to live with; names
that it misses are added from the annotation.
"""

from __future__ import annotations

import bisect
import csv
import json
import pickle
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc, Span

from kg.extract.annotations import MENTIONS, layer
from kg.extract.encoder.ends import ends_of, sentence_ranges
from kg.extract.encoder.labels import MODALITIES, OUTPUTS, TYPES, VALUE_KINDS, Array, allowed_outputs
from kg.extract.encoder.pairs import End, Pair, find_pairs, measure_pairs
from kg.extract.encoder.pieces import Pieces, cut_pieces, load_tokenizer
from kg.extract.extractor import KNOWN_DATES, Extractor, build_extractor
from kg.extract.lines import Slot, draw_lines
from kg.extract.proposals import literal_of
from kg.extract.values import load_known_dates
from kg.gazetteer import load_gazetteer
from kg.model import Article, Period, Quantity
from kg.ontology import load_ontology
from kg.sources import read_file
from training.example import Example
from training.split import FOLDER

Gold = Mapping[str, Any]
Located = tuple[int, int, str, str]  # start, end, type, key
_OPTIONAL = 0.5  # weight of a statement that a reader may leave out
_COURTESY = re.compile(r"^(?:the|mr|mrs|ms|miss|dr|professor|prof|sir|dame|ir|hon)\.?\s+", re.IGNORECASE)


class ExampleMaker:
    """Reads annotated articles with the extractor; loaded once."""

    def __init__(self, tokenizer: Path) -> None:
        self.ontology = load_ontology()
        self.extractor: Extractor = build_extractor(load_gazetteer())
        self.dates = load_known_dates(KNOWN_DATES)
        self.tokenizer = load_tokenizer(tokenizer)
        self.allowed = allowed_outputs(self.ontology)

    def make(self, path: Path) -> Iterator[Example]:
        """Yield an example for each article of a file."""
        gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        day = gold.get("published") or ""
        told = {"published": date.fromisoformat(day)} if len(day) == 10 else {}
        for article in read_file(path):
            yield self._example(path.stem, replace(article, **told), gold)

    def _example(self, name: str, article: Article, gold: Gold) -> Example:
        doc = self.extractor.read(article)
        located = locate(article.text, gold)
        keys = _add_missing(doc, located, gold)
        doc = self.dates(doc)
        lines = draw_lines(doc)
        slots: Mapping[int, Slot] = lines[0].slots if lines else {}
        pieces = cut_pieces(article.text, sentence_ranges(doc), self.tokenizer)
        ends = ends_of(slots, pieces)
        pairs = find_pairs(ends, self.allowed.any(-1))
        holds, weights, modality = _labels(article.text, sentence_ranges(doc), slots, pairs, keys, gold)
        weights *= np.array(
            [self.allowed[ends[p.subject].kind, _kind(ends, p)] for p in pairs], dtype=np.float32
        ).reshape(-1, len(OUTPUTS))
        return Example(
            name,
            pieces,
            _bio(pieces, located),
            tuple(ends),
            tuple(pairs),
            measure_pairs(pieces, ends, pairs),
            holds,
            weights,
            modality,
        )


def _kind(ends: Sequence[End], pair: Pair) -> int:
    return ends[pair.object].kind if pair.object is not None else len(TYPES) + len(VALUE_KINDS)


def locate(text: str, gold: Gold) -> list[Located]:
    """Return where the annotated names stand; bodies inside posts ("HKMA chief executive") stand apart."""
    found = [
        (start, end, entity["type"], entity["key"])
        for entity in gold["entities"]
        for name in set(entity["names"])
        for start, end in _occurrences(text, name)
    ]
    others = [f for f in found if f[2] not in {"Post", "Person"}]
    cut = [_without_body(text, f, others) if f[2] == "Post" else f for f in found]
    taken: set[int] = set()
    kept = []
    for place in sorted((f for f in cut if f[1] > f[0]), key=lambda f: (f[0] - f[1], f[0])):
        if taken.isdisjoint(range(place[0], place[1])):
            taken.update(range(place[0], place[1]))
            kept.append(place)
    return sorted(kept)


def _occurrences(text: str, name: str) -> list[tuple[int, int]]:
    before = r"(?<!\w)" if re.match(r"\w", name) else ""
    after = r"(?!\w)" if re.search(r"\w$", name) else ""
    pattern = before + re.escape(name) + after
    found = [m.span() for m in re.finditer(pattern, text)]
    return found or [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]


def _without_body(text: str, post: Located, others: Sequence[Located]) -> Located:
    start, end, kind, key = post
    for s, t, *_ in others:
        if not (start <= s and t <= end and (s, t) != (start, end)):
            continue
        if s - start <= 4 and end - t > 3:  # "HKMA chief executive"
            gap = re.match(r"(?:'s|’s)?\s+", text[t:end])
            if gap and (s == start or text[start:s].lower() == "the "):
                start = t + gap.end()
        elif t == end and (link := re.search(r"\s+(?:of|at|for|in)\s+(?:the\s+)?$", text[start:s])):
            end = start + link.start()
    return start, end, kind, key


def _add_missing(doc: Doc, located: Sequence[Located], gold: Gold) -> dict[int, str]:
    """Add the annotated names that the extractor misses; return the key of each chain that means an annotated thing."""
    mentions = layer(doc, MENTIONS)
    votes: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    names = {_plain(name): entity["key"] for entity in gold["entities"] for name in entity["names"]}
    for span in mentions:
        if span._.named and (key := names.get(_plain(span.text)) or _covering(span, located)):
            votes[span._.chain][key] += 1
    keys = {chain: max(counted, key=counted.__getitem__) for chain, counted in votes.items()}
    chains = {key: chain for chain, key in reversed(keys.items())}
    taken = {i for span in mentions for i in range(span.start_char, span.end_char)}
    following = max((span._.chain for span in mentions), default=-1) + 1
    for start, end, kind, key in located:
        if not taken.isdisjoint(range(start, end)):
            continue
        span = doc.char_span(start, end, label=kind, alignment_mode="expand")
        if span is None:
            continue
        if key not in chains:
            chains[key], keys[following] = following, key
            following += 1
        span._.chain, span._.named = chains[key], True
        mentions.append(span)
    doc.spans[MENTIONS] = sorted(mentions, key=lambda span: span.start)
    return keys


def _plain(name: str) -> str:
    name = _COURTESY.sub("", _COURTESY.sub("", name.strip()))
    return re.sub(r"[^\w]+", " ", name.casefold()).strip()


def _covering(span: Span, located: Sequence[Located]) -> str | None:
    for start, end, kind, key in located:
        shared = min(end, span.end_char) - max(start, span.start_char)
        if shared * 3 >= 2 * max(end - start, span.end_char - span.start_char) and kind == span.label_:
            return key
    return None


def _bio(pieces: Pieces, located: Sequence[Located]) -> Array:
    labels = np.zeros(len(pieces.starts), dtype=np.int64)
    for start, end, kind, _ in located:
        first, last = pieces.words(start, end)
        labels[first:last] = 2 + 2 * TYPES.index(kind)
        labels[first : min(first + 1, last)] -= 1
    return labels


def _labels(
    text: str,
    sentences: Sequence[tuple[int, int]],
    slots: Mapping[int, Slot],
    pairs: Sequence[Pair],
    keys: Mapping[int, str],
    gold: Gold,
) -> tuple[Array, Array, Array]:
    """Return which outputs hold for each pair, how much that counts, and the number of the modality (-1: none)."""
    stated = defaultdict(list)
    for statement in gold["statements"]:
        sort = "value" if isinstance(statement["o"], dict) else "entity"
        entry = (statement, _evidence(text, statement.get("evidence", ""), sentences))
        if sort == "value":
            stated[statement["s"]].append(entry)
        else:
            stated[statement["s"], statement["o"]].append(entry)
            if statement["p"] in {"collaboratesWith", "met"}:
                stated[statement["o"], statement["s"]].append(entry)
    holds = np.zeros((len(pairs), len(OUTPUTS)), dtype=np.float32)
    weights = np.ones_like(holds)
    modality = np.full(len(pairs), -1)
    for row, pair in enumerate(pairs):
        for statement, evidence in _about(pair, slots, keys, stated):
            output = _output(statement, pair, slots)
            if output is None:
                continue
            if pair.sentence in evidence:
                holds[row, output] = 1
                weights[row, output] = 1 if statement.get("required", True) else _OPTIONAL
                modality[row] = MODALITIES.index(statement.get("modality", "actual"))
            elif not holds[row, output]:
                weights[row, output] = 0  # true, though this is not the sentence that says so
    return holds, weights, modality


def _about(pair: Pair, slots: Mapping[int, Slot], keys: Mapping[int, str], stated: Mapping[Any, Any]) -> Any:
    subject = keys.get(slots[pair.subject].span._.chain)
    if subject is None:
        return ()
    if pair.object is None or not slots[pair.object].is_mention:
        return stated.get(subject, ())
    return stated.get((subject, keys.get(slots[pair.object].span._.chain)), ())


def _output(statement: Mapping[str, Any], pair: Pair, slots: Mapping[int, Slot]) -> int | None:
    target, relation = statement["o"], statement["p"]
    if not isinstance(target, dict):
        return OUTPUTS.index(relation) if relation in OUTPUTS else None
    if relation == "hasStatus":
        return OUTPUTS.index(f"hasStatus:{target['value']}") if pair.object is None else None
    if relation not in OUTPUTS or pair.object is None:
        return None
    value = literal_of(slots[pair.object], last=relation == "endDate")
    if isinstance(value, Period):
        return OUTPUTS.index(relation) if target["unit"] == "date" and value.iso == target["value"] else None
    if isinstance(value, Quantity) and value.unit == target["unit"]:
        wanted = float(target["value"])
        return OUTPUTS.index(relation) if abs(float(value.amount) - wanted) <= 0.005 * abs(wanted) else None
    return None


def _evidence(text: str, quote: str, sentences: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of the sentences that a quotation touches."""
    if not quote:
        return frozenset()
    at = text.find(quote)
    if at < 0:
        found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
        if found is None:
            return frozenset()
        at = found.start()
    starts = [start for start, _ in sentences]
    first, last = bisect.bisect_right(starts, at) - 1, bisect.bisect_left(starts, at + len(quote))
    return frozenset(range(max(first, 0), last))


def main(tokenizer: str, output: str) -> None:
    """Write the examples of all parts."""
    with (FOLDER / "split.csv").open(encoding="utf-8") as file:
        parts = {row["article"]: row["part"] for row in csv.DictReader(file)}
    maker = ExampleMaker(Path(tokenizer))
    made: dict[str, list[Example]] = defaultdict(list)
    for path in sorted((FOLDER / "articles").glob("*.txt")):
        made[parts[path.stem]] += maker.make(path)
    for part, examples in made.items():
        print(
            part,
            len(examples),
            "examples",
            sum(len(e.pairs) for e in examples),
            "pairs",
            int(sum(e.holds.sum() for e in examples)),
            "relations",
        )
        (Path(output) / f"{part}.pickle").write_bytes(pickle.dumps(examples))


if __name__ == "__main__":
    main(*sys.argv[1:])
