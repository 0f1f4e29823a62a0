"""What people can set from outside: environment variables that start with `KG_`."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from kg.errors import KgError

APP_NAME = "hk-tech-policy-kg"


class SettingsError(KgError):
    """A setting has a value that cannot be used."""


class Settings(BaseSettings):
    """Where the graph lies and how it is served. Every field can be set as `KG_` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="KG_", frozen=True)

    data_dir: Path = Field(
        default_factory=lambda: user_data_path(APP_NAME, appauthor=False),
        description="Folder of the graph and the article texts.",
    )
    host: str = Field(default="127.0.0.1", description="Address that `kg up` and `kg serve` listen on.")
    port: int = Field(default=8501, ge=0, le=65535, description="Port they listen on; 0 takes any free one.")
    query_timeout: float = Field(
        default=10.0, gt=0, description="Seconds after which a query sent to the endpoint is stopped."
    )
    query_workers: int = Field(default=2, ge=1, le=64, description="Queries that the endpoint answers at a time.")
    max_query_length: int = Field(
        default=100_000, ge=1, description="Characters that a query sent to the endpoint may have."
    )
    max_upload_mb: int = Field(default=20, ge=1, description="Size of the largest page that can be uploaded, in MB.")

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, folder: Path) -> Path:
        return folder.expanduser().absolute()


def load_settings() -> Settings:
    """Read the settings from the environment; raise SettingsError naming each one that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        problems = "; ".join(f"KG_{str(e['loc'][0]).upper()}: {e['msg']} (is {e['input']!r})" for e in error.errors())
        raise SettingsError(f"wrong setting in the environment: {problems}") from error


def setting_names() -> dict[str, str]:
    """Return the environment variables that are read, each with what it sets."""
    return {f"KG_{name.upper()}": field.description or "" for name, field in Settings.model_fields.items()}
