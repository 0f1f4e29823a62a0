"""Train the encoder and its heads.

Usage: python -m training.train MINILM.safetensors EXAMPLES OUTPUT [--general FILE] [--epochs 7] [--cycles 3]
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.extract.encoder.labels import KINDS, PLACES, STATUS, Array
from kg.extract.encoder.pairs import ROLES
from training.example import Example
from training.network import Encoder, NameHead, PairHead

BATCH = 1150  # word pieces of a step
_SWAP, _HIDE = 0.5, 0.05  # shares of names that are exchanged, and of word pieces that are hidden
_MASK = 103
Bank = dict[tuple[int, int], list[tuple[Array, Array]]]


def batches(examples: Sequence[Example], rng: random.Random) -> list[list[Example]]:
    """Return the examples in random order, in groups of about BATCH word pieces."""
    order = [e for e in examples if e.pieces.chunks]
    rng.shuffle(order)
    groups: list[list[Example]] = [[]]
    size = 0
    for example in order:
        length = sum(len(ids) for ids, _ in example.pieces.chunks)
        if groups[-1] and size + length > BATCH:
            groups.append([])
            size = 0
        groups[-1].append(example)
        size += length
    return groups


def collect_names(examples: Sequence[Example]) -> Bank:
    """Return all names as pieces and shapes, by type and number of pieces."""
    bank: Bank = defaultdict(list)
    for example in examples:
        ids, features = (np.concatenate(rows) for rows in zip(*example.pieces.chunks, strict=True))
        for first, last, kind in _pieces_of_names(example):
            bank[kind, last - first].append((ids[first:last], features[first:last] // len(PLACES)))
    return bank


def _pieces_of_names(example: Example) -> Iterator[tuple[int, int, int]]:
    first, last = example.pieces.first, example.pieces.last
    for start, end, kind in sorted(_spans(example.names)):
        a, b = int(first[start]), int(last[end - 1])
        if b - a == int((last[start:end] - first[start:end]).sum()):  # not cut by the end of a chunk
            yield a, b, kind


def exchange_names(example: Example, bank: Bank, rng: random.Random) -> Example:
    """Return an example in which half of the names are others of the same type and length, and some words hidden.

    The networks must read what a sentence says of a name, not remember what they know of it.
    """
    ids, features = (np.concatenate(rows) for rows in zip(*example.pieces.chunks, strict=True))
    chosen: dict[tuple[int, ...], tuple[Array, Array] | None] = {}
    for first, last, kind in _pieces_of_names(example):
        surface = (kind, *ids[first:last].tolist())
        if surface not in chosen:
            chosen[surface] = rng.choice(bank[kind, last - first]) if rng.random() < _SWAP else None
        other = chosen[surface]
        if other is not None:
            ids[first:last] = other[0]
            features[first:last] = other[1] * len(PLACES) + features[first:last] % len(PLACES)
    hidden = np.array([rng.random() < _HIDE for _ in ids]) & (ids > _MASK)
    ids[hidden] = _MASK
    cuts = np.cumsum([len(row) for row, _ in example.pieces.chunks])[:-1]
    chunks = tuple(zip(np.split(ids, cuts), np.split(features, cuts), strict=True))
    return replace(example, pieces=replace(example.pieces, chunks=chunks))


def encode(encoder: Encoder, group: Sequence[Example]) -> list[Tensor]:
    """Return the vectors of the pieces of each example, all its chunks in a row."""
    rows = [chunk for example in group for chunk in example.pieces.chunks]
    longest = max(len(ids) for ids, _ in rows)
    ids, features = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest, dtype=torch.long)
    mask = torch.zeros(len(rows), longest)
    for n, (i, f) in enumerate(rows):
        ids[n, : len(i)], features[n, : len(f)], mask[n, : len(i)] = torch.from_numpy(i), torch.from_numpy(f), 1
    flat = encoder(ids, features, mask)[mask.bool()]
    return list(flat.split([sum(len(i) for i, _ in e.pieces.chunks) for e in group]))


def mean_of(sums: Tensor, ranges: Tensor) -> Tensor:
    """Return mean vectors of half-open ranges, from running sums."""
    return (sums[ranges[:, 1]] - sums[ranges[:, 0]]) / (ranges[:, 1] - ranges[:, 0]).clamp(min=1)[:, None]


def dense_roles(example: Example, length: int) -> Tensor:
    """Return the role of each piece for each pair, P x length."""
    g = example.geometry
    roles = torch.full((len(g.pieces), length + 1), ROLES.index("none"))
    pieces = torch.from_numpy(np.where(g.pieces < 0, length, g.pieces))
    roles.scatter_(1, pieces, torch.from_numpy(g.roles))
    return roles[:, :length]


def score_pairs(head: PairHead, x: Tensor, example: Example) -> tuple[Tensor, Tensor]:
    """Return the scores of all pairs of an example."""
    e, g, p = example.ends, example.geometry, example.pieces
    sums = functional.pad(x.cumsum(0), (0, 0, 1, 0))
    spans = [(int(p.first[end.first]), int(p.last[end.last - 1])) if end.sentence >= 0 else (0, 1) for end in e]
    vectors = functional.pad(mean_of(sums, torch.tensor(spans)), (0, 0, 0, 1))  # the last one stands for a status
    kinds = torch.tensor([*(end.kind for end in e), KINDS.index(STATUS)])
    named = torch.tensor([*(int(end.named) for end in e), 1])
    subjects = torch.tensor([pair.subject for pair in example.pairs])
    objects = torch.tensor([len(e) if pair.object is None else pair.object for pair in example.pairs])
    around = torch.cat([mean_of(sums, torch.from_numpy(g.between)), mean_of(sums, torch.from_numpy(g.whole))], -1)
    return head(
        x,
        vectors,
        kinds,
        named,
        subjects,
        objects,
        dense_roles(example, len(x)),
        torch.from_numpy(g.distance),
        torch.from_numpy(g.back),
        around,
    )


def pair_loss(head: PairHead, x: Tensor, example: Example) -> tuple[Tensor, Tensor]:
    """Return the summed losses of relations and of modality."""
    scores, modality = score_pairs(head, x, example)
    loss = functional.binary_cross_entropy_with_logits(scores, torch.from_numpy(example.holds), reduction="none")
    told = torch.from_numpy(example.modality)
    known = told >= 0
    weight = torch.tensor([1.0, 2.0, 3.0, 3.0])
    of_modality = functional.cross_entropy(modality[known], told[known], weight=weight, reduction="sum")
    return (loss * torch.from_numpy(example.weights)).sum(), of_modality


def train_general(encoder: Encoder, examples: Sequence[Example], labels: int) -> None:
    """Teach the encoder what names look like in general text, one pass."""
    rng = random.Random(1)
    head = NameHead(labels)
    groups = batches(examples, rng)
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for p in encoder.parameters() if p.requires_grad], "lr": 2e-4},
            {"params": head.parameters(), "lr": 8e-4},
        ],
        weight_decay=0.01,
    )
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / 40) * max(0.1, 1 - s / len(groups)))
    encoder.train()
    began = time.time()
    for step, group in enumerate(groups):
        loss = _names_loss(head, encode(encoder, group), group)
        _step(optimiser, plan, loss)
        if step % 50 == 0:
            print("general", step, len(groups), round(time.time() - began), float(loss.detach()), flush=True)


def _names_loss(head: NameHead, vectors: Sequence[Tensor], group: Sequence[Example]) -> Tensor:
    first = torch.cat([x[torch.from_numpy(e.pieces.first)] for x, e in zip(vectors, group, strict=True)])
    labels = torch.from_numpy(np.concatenate([e.names for e in group]))
    return functional.cross_entropy(head(first), labels, ignore_index=-1)


def _step(optimiser: torch.optim.Optimizer, plan: torch.optim.lr_scheduler.LRScheduler, loss: Tensor) -> None:
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_([p for g in optimiser.param_groups for p in g["params"]], 1.0)
    optimiser.step()
    plan.step()


def train(
    networks: tuple[Encoder, NameHead, PairHead],
    examples: Sequence[Example],
    choose: Sequence[Example],
    epochs: int,
    output: Path,
    *,
    seed: int = 2,
) -> None:
    """Train all parts together, with a rate that falls to nothing; the weights of the last epoch are kept."""
    encoder, names, pairs = networks
    rng = random.Random(seed)
    steps = len(batches(examples, rng)) * epochs
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for p in encoder.parameters() if p.requires_grad], "lr": 1.2e-4},
            {"params": [*names.parameters(), *pairs.parameters()], "lr": 8e-4},
        ],
        weight_decay=0.01,
    )
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / 60) * max(0.02, 1 - s / steps))
    bank = collect_names([e for e in examples if e.pieces.chunks])
    began = time.time()
    for epoch in range(epochs):
        for network in networks:
            network.train()
        total = np.zeros(3)
        groups = batches(examples, rng)
        for original in groups:
            group = [exchange_names(example, bank, rng) for example in original]
            vectors = encode(encoder, group)
            of_names = _names_loss(names, vectors, group)
            losses = [pair_loss(pairs, x, e) for x, e in zip(vectors, group, strict=True) if e.pairs]
            count = max(1.0, float(sum(e.holds.sum() for e in group)))
            of_pairs = sum((a for a, _ in losses), torch.zeros(())) / count
            of_modality = sum((b for _, b in losses), torch.zeros(())) / count
            _step(optimiser, plan, of_names + 0.5 * of_pairs + 0.3 * of_modality)
            total += [float(of_names.detach()), float(of_pairs.detach()), float(of_modality.detach())]
        told = evaluate(networks, choose) if epoch % 2 == 1 or epoch == epochs - 1 else ""
        print(epoch, round(time.time() - began), (total / len(groups)).round(4), told, flush=True)
        torch.save(
            {n: network.state_dict() for n, network in zip(("encoder", "names", "pairs"), networks, strict=True)},
            output,
        )


@torch.no_grad()
def evaluate(networks: tuple[Encoder, NameHead, PairHead], examples: Sequence[Example], threshold: float = 0.5) -> str:
    """Return precision, recall and F of relations and of names, and the share of right modalities."""
    encoder, names, pairs = networks
    for network in networks:
        network.eval()
    relations, words, modality = np.zeros(3), np.zeros(3), np.zeros(2)
    for example in examples:
        if not example.pieces.chunks:
            continue
        x = encode(encoder, [example])[0]
        labels = names(x[torch.from_numpy(example.pieces.first)]).argmax(-1).numpy()
        found, wanted = _spans(labels), _spans(example.names)
        words += [len(found & wanted), len(found - wanted), len(wanted - found)]
        if not example.pairs:
            continue
        scores, told = score_pairs(pairs, x, example)
        relations += _count(example, torch.sigmoid(scores).numpy() > threshold)
        known = example.modality >= 0
        modality += [(told.argmax(-1).numpy()[known] == example.modality[known]).sum(), known.sum()]
    return f"relations {_prf(relations)} names {_prf(words)} modality {modality[0] / max(1, modality[1]):.3f}"


def _count(example: Example, found: np.ndarray) -> np.ndarray:
    """Count things said once, however many pairs of mentions say them."""

    def keys(table: np.ndarray) -> set[tuple[int, object, int]]:
        return {
            (example.ends[p.subject].chain, None if p.object is None else example.ends[p.object].chain, int(o))
            for n, o in zip(*np.nonzero(table), strict=True)
            for p in [example.pairs[n]]
        }

    required = keys((example.holds > 0) & (example.weights > 0.6))
    true = keys((example.holds > 0) | (example.weights == 0))
    said = keys(found & (example.weights > 0))
    return np.array([len(said & required), len(said - true), len(required - said)])


def _prf(counts: np.ndarray) -> str:
    right, wrong, missed = counts
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return f"{precision:.3f} {recall:.3f} {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def _spans(labels: np.ndarray) -> set[tuple[int, int, int]]:
    spans, start = set(), 0
    while start < len(labels):
        end = start + 1
        if labels[start] % 2 == 1:
            while end < len(labels) and labels[end] == labels[start] + 1:
                end += 1
            spans.add((start, end, int(labels[start])))
        start = end
    return spans


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("examples", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--general", type=Path)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--cycles", type=int, default=3, help="how often the rate of learning starts again")
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--articles", type=int, default=0)
    given = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(2)
    encoder = Encoder(given.layers).load_minilm(given.minilm)
    if given.general:
        general = pickle.loads(given.general.read_bytes())
        train_general(encoder, general, 15)
        torch.save(encoder.state_dict(), given.output.with_name("general.pt"))
    examples = pickle.loads((given.examples / "train.pickle").read_bytes())
    random.Random(3).shuffle(examples)
    choose = pickle.loads((given.examples / "calibration.pickle").read_bytes())
    networks = (encoder, NameHead(), PairHead())
    for cycle in range(given.cycles):
        train(networks, examples[: given.articles or None], choose, given.epochs, given.output, seed=2 + cycle)


if __name__ == "__main__":
    main()
