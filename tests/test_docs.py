"""The documentation keeps up: every command, option, example and setting, and the commands that CI runs."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from kg.query import EXPORTERS
from kg.ui.cli import COMMANDS, app
from kg.ui.commands.examples import EXAMPLES
from kg.ui.settings import Settings, setting_names

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### kg (\w+)\n(.*?)(?=^##)", DOCS, re.MULTILINE | re.DOTALL))


def options(name):
    return {
        option
        for parameter in get_command(app).commands[name].params
        for option in parameter.opts
        if option.startswith("--")
    }


def test_every_command_has_a_section_and_an_example():
    assert set(SECTIONS) == set(COMMANDS) == set(EXAMPLES)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_example_of_a_command_is_documented(name):
    everywhere = {"--json"}  # explained once, where the counts are
    assert {option for option in options(name) - everywhere if option not in SECTIONS[name]} == set()
    assert [example for example in EXAMPLES[name] if example not in SECTIONS[name]] == []
    assert all(set(re.findall(r"--[a-z-]+", example)) <= _known_options(example) for example in EXAMPLES[name])


def _known_options(example):
    return options(re.search(r"\bkg (\w+)", example)[1])


def test_every_setting_is_documented_with_its_default():
    rows = {row[0]: row[1] for row in re.findall(r"^\| `(KG_\w+)` \| (.+?) \|", DOCS, re.MULTILINE)}
    assert set(rows) == set(setting_names())
    fixed = {f"KG_{name.upper()}": field.default for name, field in Settings.model_fields.items() if name != "data_dir"}
    assert {name: rows[name].strip("`") for name in fixed} == {
        name: f"{value:g}" if isinstance(value, float) else str(value) for name, value in fixed.items()
    }


def test_every_export_format_is_documented():
    assert [name for name in EXPORTERS if f"`{name}`" not in SECTIONS["export"]] == []


def test_every_address_of_the_endpoint_is_documented():
    assert {f"`{path}`" in DOCS for path in ("/sparql", "/data/ID", "/ontology", "/health")} == {True}


def test_readme_begins_with_the_two_commands():
    commands = re.findall(r"^```sh\n(.*?)\n```", README, re.MULTILINE | re.DOTALL)
    assert commands[:2] == [
        "python -m pip install -c constraints.txt . && kg up",
        "python -m pip install -c constraints.txt '.[test]' && python -m pytest",
    ]


def test_ci_takes_its_commands_from_the_readme():
    for start in ("&& kg up", "&& python -m pytest"):
        assert f'readme_command "{start}"' in CI
        assert len([line for line in README.splitlines() if start in line]) == 1


def test_constraints_pin_every_requirement_exactly():
    lines = [line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.+!]*", line)] == []
    pinned = {re.sub(r"[-_.]+", "-", line.split("==")[0]).lower() for line in lines}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    required = re.findall(r'"([A-Za-z0-9_.-]+)(?:[>=<][^"]*)?"', _dependency_tables(project))
    assert {re.sub(r"[-_.]+", "-", name).lower() for name in required} - pinned == set()


def _dependency_tables(project):
    main = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)[1]
    extras = re.search(r"^\[project.optional-dependencies\]\n(.*?)^\[", project, re.MULTILINE | re.DOTALL)[1]
    return main + extras
