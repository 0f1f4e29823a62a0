"""Measures how fast articles are read on one core, how much memory that takes, and how long loading takes.

From the root of the project: `python -m benchmarks.speed [FOLDER]`. As seconds differ between machines, each figure
also stands as a ratio to spaCy's tokenizer with rule-based sentences, measured in the same way. Each reader runs in a
process of its own, on one core, several times; the median counts. Prints Markdown, or JSON with --json.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from kg import resources

RUNS = 3
READERS = ("this project", "spaCy's tokenizer")
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "ORT_NUM_THREADS")


def main() -> int:
    """Run each reader in a process of its own and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=resources.ARTICLES)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--measure", choices=READERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        sys.stdout.write(json.dumps(measure(options.measure, options.folder)))
        return 0
    readers = {name: _measure_apart(name, options.folder) for name in READERS}
    result = {"machine": _machine(), "readers": readers}
    sys.stdout.write(json.dumps(result, indent=1) + "\n" if options.json else _table(result))
    return 0


def _measure_apart(reader: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.speed", str(folder), "--measure", reader]
    environment = os.environ | dict.fromkeys(THREADS, "1")
    runs = [
        json.loads(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
        for _ in range(RUNS)
    ]
    return {key: median(run[key] for run in runs) for key in runs[0]}


def measure(reader: str, folder: Path) -> dict[str, float]:
    """Load a reader and let it read every article of a folder, on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    begun = time.process_time()
    read = _load_project() if reader == READERS[0] else _load_tokenizer()
    loaded = time.process_time()
    from kg.sources import read_file  # noqa: PLC0415 - not part of what is measured

    articles = [article for path in sorted(folder.rglob("*.txt")) for article in read_file(path)]
    words = sum(len(article.text.split()) for article in articles)
    for article in articles[:3]:
        read(article)
    start = time.process_time()
    for article in articles:
        read(article)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return {"words per second": words / seconds, "peak memory in MB": peak, "seconds until ready": loaded - begun}


def _load_project() -> Callable[[Any], object]:
    from kg.pipeline import load_pipeline  # noqa: PLC0415 - loading is measured

    return load_pipeline().understand


def _load_tokenizer() -> Callable[[Any], object]:
    import spacy  # noqa: PLC0415 - loading is measured

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return lambda article: nlp(article.text)


def _machine() -> str:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        lines = info.read_text(encoding="utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _table(result: dict[str, Any]) -> str:
    ours, peer = (result["readers"][name] for name in READERS)
    lines = [f"One core of: {result['machine']}", "", f"| | {READERS[0]} | {READERS[1]} | ratio |", "|---|---|---|---|"]
    for key, value in ours.items():
        places = 1 if key.startswith("seconds") else 0
        lines.append(f"| {key} | {value:,.{places}f} | {peer[key]:,.{places}f} | {value / peer[key]:.3f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
