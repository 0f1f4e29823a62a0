"""Libraries stay in the stage that owns them; the directions of our own imports are kept by import-linter."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kg"
OWNERS = {
    "rdflib": {"ontology.py", "store", "query"},
    "pyoxigraph": {"store"},
    "onnxruntime": {"extract"},
    "tokenizers": {"extract"},
    "pyshacl": {"store"},
    "spacy": {"extract"},
    "networkx": {"query"},
    "streamlit": {"ui"},
    "starlette": {"ui"},
    "uvicorn": {"ui"},
    "typer": {"ui"},
    "rich": {"ui"},
    "pydantic_settings": {"ui"},
    "platformdirs": {"ui"},
    "trafilatura": {"sources"},
    "httpx": {"sources", "ui"},
}


def imported_by(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_module_imports_only_libraries_of_its_stage(path):
    stage = path.relative_to(PACKAGE).parts[0]
    strangers = {library for library in imported_by(path) & OWNERS.keys() if stage not in OWNERS[library]}
    assert not strangers
