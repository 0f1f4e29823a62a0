"""Train the model that the extraction ships, from annotated articles and general corpora to packaged weights.

Usage: python -m training MINILM_FOLDER GENERAL_FOLDER [--work FOLDER]

MINILM_FOLDER holds model.safetensors and tokenizer.json of sentence-transformers/all-MiniLM-L6-v2; GENERAL_FOLDER holds
spaCy DocBins (*.spacy) with names in general text. It takes about an hour on two cores, and the seeds are fixed.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

from kg.extract.encoder.reader import SHIPPED

SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
}


def check_files(folder: Path) -> None:
    """Stop unless the weights are those that the figures were reached with."""
    for name, wanted in SHA256.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != wanted:
            sys.exit(
                f"{folder / name}: SHA-256 is {found}, not {wanted}; take the file of revision 1110a243 of the model"
            )


def run(*words: object) -> None:
    """Run one step as a program of its own, so that its memory is given back."""
    print("+", *words, flush=True)
    subprocess.run([sys.executable, "-m", *map(str, words)], check=True)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("general", type=Path)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "kg-training")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    check_files(given.minilm)
    tokenizer, general = given.minilm / "tokenizer.json", given.work / "general.pickle"
    run("training.split")
    run("training.examples", tokenizer, given.work)
    run("training.general", tokenizer, general, *sorted(given.general.glob("*.spacy")))
    run("training.train", given.minilm / "model.safetensors", given.work, given.work / "model.pt", "--general", general)
    run("training.export", given.work / "model.pt", tokenizer, SHIPPED)
    run("training.calibrate", SHIPPED)
    run("training.report")


if __name__ == "__main__":
    main()
