"""The command line as a whole: help, errors, exit codes, and how it behaves in a pipe."""

import os
import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from kg import __version__
from kg.errors import KgError, StoreError
from kg.ui import cli
from kg.ui.cli import COMMANDS, app
from kg.ui.commands.examples import EXAMPLES
from tests.ui.sample import opening, write_sample
from tests.ui.serving import ROOT, environment, run_kg


def run(*arguments):
    return CliRunner().invoke(app, list(arguments))


def failing(error):
    """Return an application whose only command raises an error."""
    application = typer.Typer(cls=cli.KgGroup, rich_markup_mode=None, pretty_exceptions_enable=False)
    application.callback()(cli.start)

    def command():
        raise error

    application.command("fail")(command)
    return application


def test_help_lists_every_command_in_one_line():
    lines = run("--help").stdout.split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in lines] == list(COMMANDS)
    assert all(line.endswith(".") and not line.endswith("...") for line in lines)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_shows_its_examples_as_they_are_typed(name):
    for option in ("--help", "-h"):
        done = run(name, option)
        assert done.exit_code == 0
        lines = [line.strip() for line in done.stdout.splitlines()]
        assert [example for example in EXAMPLES[name] if example not in lines] == []


def test_help_is_quick(tmp_path):
    """The heavy libraries are loaded only by the commands that need them."""
    code = (
        "import sys, kg.ui.cli; print([m for m in ('spacy', 'streamlit', 'rdflib', 'pyoxigraph') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment(tmp_path), capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_version_is_printed():
    assert run("--version").stdout == f"kg {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["stats", "--nonsense"], ["--nonsense"]])
def test_wrong_use_ends_with_two(arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    "error", [KgError("the graph is busy"), StoreError("the graph is busy"), OSError("the graph is busy")]
)
def test_error_of_ours_is_one_line_on_standard_error(error):
    done = CliRunner().invoke(failing(error), ["fail"])
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", "kg: the graph is busy\n")


def test_debug_shows_where_an_error_arose():
    done = CliRunner().invoke(failing(KgError("the graph is busy")), ["--debug", "fail"])
    assert isinstance(done.exception, KgError)


def test_fault_of_the_program_keeps_its_traceback():
    done = CliRunner().invoke(failing(ZeroDivisionError()), ["fail"])
    assert isinstance(done.exception, ZeroDivisionError)


def test_ctrl_c_ends_quietly():
    done = CliRunner().invoke(failing(KeyboardInterrupt()), ["fail"])
    assert (done.exit_code, done.output) == (130, "")


def test_wrong_setting_is_named(monkeypatch):
    monkeypatch.setenv("KG_PORT", "many")
    done = run("stats")
    assert done.exit_code == 2
    assert "KG_PORT" in done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_sample(folder, opening())
    return folder


def test_module_runs_as_the_command_does(folder):
    done = run_kg(folder, "query", "ASK { ?s ?p ?o }")
    assert (done.returncode, done.stdout, done.stderr) == (0, "yes\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently there")
def test_reader_that_leaves_early_causes_no_noise(folder):
    many = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000"
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "query", "--format", "csv", many],
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.read(process.stdout.fileno(), 1)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=30) in (0, 1)


def test_results_are_utf8_wherever_they_go(folder):
    done = subprocess.run(
        [sys.executable, "-m", "kg", "query", "--format", "csv", "SELECT ?name { hkr:pearl-park rdfs:label ?name }"],
        env={**environment(folder), "LC_ALL": "C", "PYTHONIOENCODING": ""},
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert "明珠園" in done.stdout.decode("utf-8")
