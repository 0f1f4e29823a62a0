"""How commands talk: tables, progress, and the exit codes for inputs that failed."""

import pytest
import typer

from kg.model import Problem
from kg.ui import console
from kg.ui.console import finish, progress, show_json, show_table, waiting

BAD = Problem("sources", "page.html", "it is empty")


@pytest.mark.parametrize(("done", "code"), [(3, 1), (0, 2)])
def test_finish_names_what_failed_and_sets_the_exit_code(capsys, done, code):
    with pytest.raises(typer.Exit) as outcome:
        finish(done=done, failed=[BAD, BAD])
    assert outcome.value.exit_code == code
    assert capsys.readouterr() == ("", "kg: page.html: it is empty\n" * 2)


def test_finish_says_nothing_when_all_went_well(capsys):
    finish(done=0, failed=[])
    assert capsys.readouterr() == ("", "")


def test_table_is_never_cut_where_no_terminal_sets_a_limit(capsys):
    long = "科技 " * 200
    show_table(("name", "number"), [(long, "[1]"), (":smile:", "2")])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert long.strip() in lines[1]
    assert "[1]" in lines[1]
    assert ":smile:" in lines[2]


def test_json_keeps_chinese_readable(capsys):
    show_json({"name": "科技"})
    assert capsys.readouterr().out == '{"name": "科技"}\n'


def test_progress_outside_a_terminal_tells_a_line_at_the_end(capsys):
    with progress("Reading") as advance:
        advance(1, 2, "a.txt")
        advance(2, 2, "b.txt")
    assert capsys.readouterr() == ("", "Reading: 2 of 2 (b.txt)\n")


def test_progress_outside_a_terminal_tells_a_line_now_and_then(capsys, monkeypatch):
    moments = iter([0.0, 1.0, 6.0, 6.0, 7.0])
    monkeypatch.setattr(console.time, "monotonic", lambda: next(moments))
    with progress("Reading") as advance:
        for number in (1, 2, 3):
            advance(number, 9, "x")
    assert capsys.readouterr().err == "Reading: 2 of 9 (x)\n"


def test_progress_can_be_left_out(capsys):
    with progress("Reading", shown=False) as advance:
        advance(1, 1, "a.txt")
    assert capsys.readouterr() == ("", "")


def test_progress_in_a_terminal_is_a_bar_beside_the_results(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress("Reading") as advance:
        advance(1, 2, "a.txt")
    out, err = capsys.readouterr()
    assert out == ""
    assert "1/2" in err
    assert "a.txt" in err


def test_waiting_goes_to_standard_error(capsys):
    with waiting("Loading"):
        pass
    assert capsys.readouterr() == ("", "Loading ...\n")
