"""`kg up` builds where there is nothing, then serves; `kg serve` wants a graph."""

import pytest

import kg.ui.server
from kg import resources
from kg.query import counts
from kg.store import open_reader
from kg.ui.commands import serving
from kg.ui.server import bind


@pytest.fixture
def served(monkeypatch):
    """Catch what would be served, and announce it at once."""
    caught = []

    def serve(app, listener, *, announce):
        with listener:
            caught.append((app, listener.getsockname()))
            announce()

    monkeypatch.setattr(kg.ui.server, "run_server", serve)
    monkeypatch.setattr(kg.ui.server, "build_app", lambda settings: ("pages", settings))
    return caught


def test_up_serves_the_graph_that_is_there(run, sampled, served):
    done = run("up", "--port", "0", "--no-browser")
    address = f"http://127.0.0.1:{served[0][1][1]}"
    assert (done.exit_code, done.stdout) == (0, f"Pages:  {address}\nSPARQL: {address}/sparql\n")
    assert "building" not in done.stderr


def test_up_builds_first_where_there_is_no_graph(run, data_dir, inbox, served, monkeypatch):
    (inbox / "c-noise.pdf").unlink()
    monkeypatch.setattr(resources, "ARTICLES", inbox)
    done = run("up", "--port", "0", "--no-browser")
    assert done.exit_code == 0
    assert "Built from 2 articles." in done.stderr
    assert counts(open_reader(data_dir)).articles == 2
    assert len(served) == 1


def test_up_serves_although_some_articles_failed(run, inbox, served, monkeypatch):
    monkeypatch.setattr(resources, "ARTICLES", inbox)
    done = run("up", "--port", "0", "--no-browser")
    assert (done.exit_code, len(served)) == (0, 1)
    assert "kg: c-noise.pdf: " in done.stderr


def test_up_does_not_serve_when_nothing_could_be_built(run, inbox, served, monkeypatch):
    for article in inbox.glob("*.txt"):
        article.unlink()
    monkeypatch.setattr(resources, "ARTICLES", inbox)
    done = run("up", "--port", "0", "--no-browser")
    assert (done.exit_code, done.stdout, served) == (2, "", [])


def test_up_finds_a_taken_port_before_it_builds(run, data_dir, served):
    with bind("127.0.0.1", 0) as listener:
        done = run("up", "--port", str(listener.getsockname()[1]))
    assert (done.exit_code, served) == (2, [])
    assert "choose another with --port" in done.stderr
    assert not data_dir.exists()


def test_up_takes_its_settings_from_the_environment_unless_told(run, sampled, served, monkeypatch):
    monkeypatch.setenv("KG_PORT", "0")
    monkeypatch.setenv("KG_HOST", "no.such.host.invalid")
    assert run("up").exit_code == 2
    assert run("up", "--host", "127.0.0.1").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "surroundings", "opened"),
    [
        ([], (True, ":0"), True),
        (["--no-browser"], (True, ":0"), False),
        ([], (False, ":0"), False),
        ([], (True, ""), False),
    ],
)
def test_up_opens_a_browser_only_where_somebody_sees_it(run, look, arguments, surroundings, opened):
    addresses = look(*surroundings)
    run("up", "--port", "0", *arguments)
    assert bool(addresses) is opened


@pytest.fixture
def look(sampled, served, monkeypatch):
    """Pretend to be in a terminal, and on a screen, or not; return the addresses that are opened."""

    def pretend(terminal, screen):
        addresses = []
        monkeypatch.setattr(serving.webbrowser, "open", addresses.append)
        monkeypatch.setattr(serving.sys, "platform", "linux")
        monkeypatch.setattr(serving, "_in_terminal", lambda: terminal)
        monkeypatch.setenv("DISPLAY", screen)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        return addresses

    return pretend


def test_serve_prints_one_line_with_its_address(run, sampled, served):
    done = run("serve", "--port", "0")
    assert done.stdout == f"http://127.0.0.1:{served[0][1][1]}/sparql\n"


def test_serve_wants_a_graph(run, data_dir, served):
    done = run("serve", "--port", "0")
    assert (done.exit_code, done.stdout, served) == (2, "", [])
    assert "kg build" in done.stderr


@pytest.mark.parametrize("command", ["up", "serve"])
def test_port_has_to_be_one(run, sampled, command):
    assert run(command, "--port", "70000").exit_code == 2
