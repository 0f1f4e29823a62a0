"""The network in torch: a cut-down MiniLM encoder with a head for names and a head for pairs."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from kg.extract.encoder.labels import KINDS, MODALITIES, OUTPUTS, PLACES, SHAPES, TYPES
from kg.extract.encoder.pairs import ROLES

SIZE, HEADS, DEEP = 384, 12, 256
_PAIR_HEADS = 4
_NONE = ROLES.index("none")
_FROM_MINILM = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm": "output.LayerNorm",
}


class Layer(nn.Module):
    """One transformer layer of BERT's kind."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(SIZE, SIZE) for _ in range(4))
        self.norm_attention, self.norm = nn.LayerNorm(SIZE, eps=1e-12), nn.LayerNorm(SIZE, eps=1e-12)
        self.inner, self.outer = nn.Linear(SIZE, 4 * SIZE), nn.Linear(4 * SIZE, SIZE)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """Read rows x pieces x SIZE; `bias` is added to the attention to hide padding."""
        rows, length = x.shape[0], x.shape[1]

        def split(z: Tensor) -> Tensor:
            return z.view(rows, length, HEADS, SIZE // HEADS).transpose(1, 2)

        scores = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) / (SIZE // HEADS) ** 0.5
        weights = torch.softmax(scores if bias is None else scores + bias, -1)
        seen = (weights @ split(self.value(x))).transpose(1, 2).reshape(rows, length, SIZE)
        x = self.norm_attention(x + self.drop(self.out(seen)))
        return self.norm(x + self.drop(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Word pieces and features of their words -> vectors; the table of word pieces is not trained."""

    def __init__(self, depth: int) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(30522, SIZE), nn.Embedding(512, SIZE)
        self.segment = nn.Parameter(torch.zeros(SIZE))
        self.feature = nn.Embedding(len(SHAPES) * len(PLACES), SIZE)
        nn.init.zeros_(self.feature.weight)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(depth))
        self.drop = nn.Dropout(0.1)

    def load_minilm(self, weights: Path) -> Encoder:
        """Start from the weights of all-MiniLM-L6-v2, of which the lower layers are taken."""
        given = load_file(str(weights))
        self.word.weight.data = given["embeddings.word_embeddings.weight"].float()
        self.word.weight.requires_grad_(requires_grad=False)
        self.position.weight.data = given["embeddings.position_embeddings.weight"].float()
        self.segment.data = given["embeddings.token_type_embeddings.weight"][0].float()
        for end in ("weight", "bias"):
            getattr(self.norm, end).data = given[f"embeddings.LayerNorm.{end}"].float()
            for number, layer in enumerate(self.layers):
                for ours, theirs in _FROM_MINILM.items():
                    getattr(getattr(layer, ours), end).data = given[f"encoder.layer.{number}.{theirs}.{end}"].float()
        return self

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """ids, features: rows x pieces; mask: 1 for pieces, 0 for padding. Returns rows x pieces x SIZE."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.segment + self.feature(features)
        x = self.drop(self.norm(x))
        bias = None if mask is None else (1 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class NameHead(nn.Module):
    """Labels of words: outside, or begin or inside of each type."""

    def __init__(self, labels: int = 1 + 2 * len(TYPES)) -> None:
        super().__init__()
        self.drop, self.label = nn.Dropout(0.1), nn.Linear(SIZE, labels)

    def forward(self, x: Tensor) -> Tensor:
        """Read vectors of first pieces; return their label scores."""
        return self.label(self.drop(x))


class PairHead(nn.Module):
    """Relations and modality of pairs of ends."""

    def __init__(self) -> None:
        super().__init__()
        self.kind, self.named = nn.Embedding(len(KINDS), 64), nn.Embedding(2, 16)
        self.subject, self.object = nn.Linear(SIZE + 80, DEEP), nn.Linear(SIZE + 80, DEEP)
        self.query, self.key, self.value = nn.Linear(2 * DEEP, DEEP), nn.Linear(SIZE, DEEP), nn.Linear(SIZE, DEEP)
        self.role, self.role_value = nn.Embedding(len(ROLES), _PAIR_HEADS), nn.Embedding(len(ROLES), DEEP)
        self.distance, self.back = nn.Embedding(16, 32), nn.Embedding(8, 32)
        self.around = nn.Linear(2 * SIZE, DEEP)
        self.mix = nn.Sequential(nn.Linear(5 * DEEP + 64, 512), nn.GELU(), nn.Dropout(0.3))
        self.outputs, self.modality = nn.Linear(512, len(OUTPUTS)), nn.Linear(512, len(MODALITIES))
        self.drop = nn.Dropout(0.2)
        for table in (self.role.weight, self.role_value.weight):
            nn.init.zeros_(table)
        nn.init.constant_(self.outputs.bias, -4.0)  # relations are rare

    def forward(
        self,
        pieces: Tensor,
        ends: Tensor,
        kinds: Tensor,
        named: Tensor,
        subjects: Tensor,
        objects: Tensor,
        roles: Tensor,
        distance: Tensor,
        back: Tensor,
        around: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Return output scores (P x outputs) and modality scores (P x 4).

        pieces: n x SIZE; ends: E x SIZE with kinds and named (E); subjects, objects: numbers of ends (P);
        roles: P x n; distance, back: P; around: P x 2 SIZE, what stands between and in the sentence.
        """
        known = torch.cat([ends, self.kind(kinds), self.named(named)], -1)
        known = self.drop(known)
        s, o = self.subject(known)[subjects], self.object(known)[objects]
        query = self.query(torch.cat([s, o], -1)).view(-1, _PAIR_HEADS, DEEP // _PAIR_HEADS)
        key = self.key(pieces).view(-1, _PAIR_HEADS, DEEP // _PAIR_HEADS)
        value = self.value(pieces).view(-1, _PAIR_HEADS, DEEP // _PAIR_HEADS)
        scores = torch.einsum("phd,nhd->phn", query, key) / 8 + self.role(roles).transpose(1, 2)
        weights = torch.softmax(scores + (roles == _NONE)[:, None, :] * -1e4, -1)
        seen = torch.einsum("phn,nhd->phd", weights, value).reshape(-1, DEEP)
        shares = torch.einsum("phn,pnr->phr", weights, functional.one_hot(roles, len(ROLES)).float())
        by_role = self.role_value.weight.view(len(ROLES), _PAIR_HEADS, -1)
        seen = seen + torch.einsum("phr,rhd->phd", shares, by_role).reshape(-1, DEEP)
        mixed = self.mix(
            torch.cat([s, o, s * o, seen, self.around(around), self.distance(distance), self.back(back)], -1)
        )
        return self.outputs(mixed), self.modality(mixed)
