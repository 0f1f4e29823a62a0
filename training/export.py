"""Write the trained networks as the files that the product reads.

Usage: python -m training.export MODEL.pt TOKENIZER.json OUTPUT    (OUTPUT: kg/extract/encoder/weights)
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.extract.encoder.labels import KINDS, OUTPUTS, STATUS, TYPES
from training.calibrate import BARE
from training.network import SIZE, Encoder, NameHead, PairHead

VERSION = "encoder-1"


class Names(nn.Module):
    """Encoder and name head in one graph: vectors, and probabilities of labels."""

    def __init__(self, encoder: Encoder, head: NameHead) -> None:
        super().__init__()
        self.encoder, self.head = encoder, head

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """ids, features: 1 x pieces."""
        x = self.encoder(ids, features)
        return x, torch.softmax(self.head(x), -1)


class Pairs(nn.Module):
    """The pair head with probabilities of modalities."""

    def __init__(self, head: PairHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor]:
        """Return output scores and modality probabilities."""
        scores, modality = self.head(*inputs)
        return scores, torch.softmax(modality, -1)


PAIR_INPUTS = (
    "pieces",
    "ends",
    "kinds",
    "named",
    "subjects",
    "objects",
    "roles",
    "distance",
    "back",
    "around",
)


def export(networks: tuple[Encoder, NameHead, PairHead], output: Path) -> None:
    """Write names.onnx (int8) and pairs.onnx."""
    encoder, names, pairs = (network.eval() for network in networks)
    ids = torch.randint(1000, 20000, (1, 40))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "names.onnx"
        _write(
            Names(encoder, names),
            (ids, torch.zeros_like(ids)),
            full,
            ("ids", "features"),
            ("vectors", "labels"),
            {"ids": {1: "pieces"}, "features": {1: "pieces"}, "vectors": {1: "pieces"}, "labels": {1: "pieces"}},
        )
        quantize_dynamic(full, output / "names.onnx", per_channel=True, weight_type=QuantType.QInt8)
    n, e, p = 50, 7, 5
    whole = torch.zeros(p, dtype=torch.long)
    sample = (
        torch.randn(n, SIZE),
        torch.randn(e, SIZE),
        torch.zeros(e, dtype=torch.long),
        torch.ones(e, dtype=torch.long),
        whole,
        whole + 1,
        torch.randint(0, 7, (p, n)),
        whole,
        whole,
        torch.randn(p, 2 * SIZE),
    )
    axes = {
        "pieces": {0: "n"},
        "ends": {0: "e"},
        "kinds": {0: "e"},
        "named": {0: "e"},
        "subjects": {0: "p"},
        "objects": {0: "p"},
        "roles": {0: "p", 1: "n"},
        "distance": {0: "p"},
        "back": {0: "p"},
        "around": {0: "p"},
        "scores": {0: "p"},
        "modality": {0: "p"},
    }
    _write(Pairs(pairs), sample, output / "pairs.onnx", PAIR_INPUTS, ("scores", "modality"), axes)


def _write(
    network: nn.Module,
    sample: tuple[Tensor, ...],
    path: Path,
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
    axes: dict[str, dict[int, str]],
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            sample,
            str(path),
            dynamo=False,
            opset_version=17,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
        )


def main(model: str, tokenizer: str, output: str) -> None:
    """Write all files; the calibration is that of the bare scores until `calibrate` writes a better one."""
    state = torch.load(model)
    depth = 1 + max(int(key.split(".")[1]) for key in state["encoder"] if key.startswith("layers."))
    networks = Encoder(depth), NameHead(), PairHead()
    for network, name in zip(networks, ("encoder", "names", "pairs"), strict=True):
        network.load_state_dict(state[name])
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    export(networks, folder)
    shutil.copy(tokenizer, folder / "tokenizer.json")
    settings = {
        "version": VERSION,
        "types": TYPES,
        "kinds": [*KINDS[:-1], STATUS],
        "outputs": OUTPUTS,
        "threshold": 0.5,
        "calibration": BARE,
    }
    (folder / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
