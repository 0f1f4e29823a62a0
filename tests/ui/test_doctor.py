"""`kg doctor` looks at everything, and a look that fails is a finding."""

import os
import sqlite3

import pytest

from kg.store import open_writer
from kg.ui import doctor
from kg.ui.doctor import examine
from kg.ui.server import bind
from kg.ui.settings import Settings
from tests.ui.sample import opening, write_sample
from tests.ui.serving import serving


def found(folder, name, **settings):
    checks = {check.name: check for check in examine(Settings(data_dir=folder, **{"port": 0, **settings}))}
    return checks[name]


def test_doctor_names_program_libraries_and_shipped_files(tmp_path):
    names = [check.name for check in examine(Settings(data_dir=tmp_path, port=0)) if check.ok]
    assert {"program", "Python", "spacy", "streamlit", "relations", "known names", "shipped articles"} <= set(names)


def test_doctor_tells_that_nothing_was_built_yet(tmp_path):
    check = found(tmp_path / "new", "graph")
    assert (check.ok, "kg build" in check.found) == (True, True)
    assert not (tmp_path / "new").exists()


def test_doctor_tells_what_the_graph_holds(tmp_path):
    write_sample(tmp_path, opening())
    assert found(tmp_path, "graph").ok
    assert "1 articles" in found(tmp_path, "graph").found
    assert found(tmp_path, "article texts").found == "1 texts"
    assert found(tmp_path, "writer").found == "nobody is writing"


def test_doctor_finds_a_damaged_graph(tmp_path):
    write_sample(tmp_path, opening())
    (tmp_path / "graph" / "layout.json").write_text("{", encoding="utf-8")
    check = found(tmp_path, "graph")
    assert (check.ok, "layout.json" in check.found) == (False, True)


def test_doctor_finds_lost_texts(tmp_path):
    write_sample(tmp_path, opening())
    connection = sqlite3.connect(tmp_path / "texts.sqlite")
    connection.execute("DELETE FROM text")
    connection.commit()
    connection.close()
    check = found(tmp_path, "article texts")
    assert (check.ok, opening().article.id in check.found) == (False, True)


def test_doctor_tells_who_is_writing(tmp_path):
    with open_writer(tmp_path):
        check = found(tmp_path, "writer")
    assert (check.ok, f"process {os.getpid()}" in check.found) == (True, True)


def test_doctor_finds_a_data_folder_that_is_none(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert not found(tmp_path / "file" / "data", "data folder").ok


def test_doctor_finds_a_full_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor, "LEAST_FREE_BYTES", 2**80)
    assert not found(tmp_path, "data folder").ok


def test_doctor_finds_a_missing_library(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor, "LIBRARIES", ("no-such-library",))
    assert not found(tmp_path, "no-such-library").ok


@pytest.mark.parametrize(("names", "ok"), [((), True), (("no-such.js",), False)])
def test_doctor_finds_a_missing_front_end(tmp_path, monkeypatch, names, ok):
    monkeypatch.setattr(doctor, "FRONT_END", names)
    assert found(tmp_path, "front end").ok is ok


def test_doctor_finds_a_taken_port(tmp_path):
    with bind("127.0.0.1", 0) as listener:
        check = found(tmp_path, "port", port=listener.getsockname()[1])
    assert (check.ok, "in use" in check.found) == (False, True)


def test_doctor_knows_our_own_server(tmp_path):
    write_sample(tmp_path, opening())
    with serving(tmp_path, "serve", "--port", "0") as served:
        port = int(served.announced[0].split(":")[2].split("/")[0])
        check = found(tmp_path, "port", port=port)
    assert (check.ok, "serving there already" in check.found) == (True, True)
