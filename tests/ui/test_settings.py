"""Settings come from the environment, and a wrong one is named."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from kg.ui.settings import SettingsError, load_settings, setting_names


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch):
    for name in setting_names():
        monkeypatch.delenv(name, raising=False)


def test_settings_have_defaults_that_work_without_an_environment():
    settings = load_settings()
    assert (settings.host, settings.port, settings.query_timeout) == ("127.0.0.1", 8501, 10.0)
    assert settings.data_dir.name == "hk-tech-policy-kg"
    assert settings.data_dir.is_absolute()


@pytest.mark.parametrize(
    ("name", "text", "field", "value"),
    [
        ("KG_DATA_DIR", "/srv/kg", "data_dir", Path("/srv/kg")),
        ("KG_PORT", "9000", "port", 9000),
        ("KG_HOST", "0.0.0.0", "host", "0.0.0.0"),
        ("KG_QUERY_TIMEOUT", "2.5", "query_timeout", 2.5),
        ("KG_QUERY_WORKERS", "4", "query_workers", 4),
        ("KG_MAX_QUERY_LENGTH", "10", "max_query_length", 10),
        ("KG_MAX_UPLOAD_MB", "1", "max_upload_mb", 1),
    ],
)
def test_settings_read_each_variable(monkeypatch, name, text, field, value):
    monkeypatch.setenv(name, text)
    assert getattr(load_settings(), field) == value


def test_settings_make_the_data_folder_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KG_DATA_DIR", "here")
    assert load_settings().data_dir == tmp_path / "here"
    monkeypatch.setenv("KG_DATA_DIR", "~/there")
    assert load_settings().data_dir == tmp_path / "home" / "there"


@pytest.mark.parametrize(
    ("name", "text"), [("KG_PORT", "many"), ("KG_PORT", "70000"), ("KG_QUERY_TIMEOUT", "0"), ("KG_QUERY_WORKERS", "-1")]
)
def test_settings_name_what_cannot_be_used(monkeypatch, name, text):
    monkeypatch.setenv(name, text)
    with pytest.raises(SettingsError, match=f"{name}.*{text}"):
        load_settings()


def test_settings_cannot_be_altered():
    with pytest.raises(ValidationError):
        load_settings().port = 1


def test_settings_create_no_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("KG_DATA_DIR", str(tmp_path / "new"))
    assert load_settings().data_dir == tmp_path / "new"
    assert not (tmp_path / "new").exists()


def test_setting_names_tell_what_each_variable_sets():
    assert "KG_DATA_DIR" in setting_names()
    assert all(setting_names().values())
