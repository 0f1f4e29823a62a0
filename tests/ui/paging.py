"""Runs one page as Streamlit does, without a browser, and reads what it shows."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

import kg.ui

SCRIPT = Path(kg.ui.__file__).parent / "script" / "main.py"
ONE_PAGE = """
from kg.ui.main import open_visit
from kg.ui.pages import {name}

{name}.show(open_visit())
"""
PATIENCE = 60


def open_page(name: str, **parameters: str) -> AppTest:
    """Return a page after its first run; `lang` chooses the language."""
    page = AppTest.from_string(ONE_PAGE.format(name=name), default_timeout=PATIENCE)
    return _run(page, parameters)


def open_application(**parameters: str) -> AppTest:
    """Return the whole application at its overview."""
    return _run(AppTest.from_file(SCRIPT, default_timeout=PATIENCE), parameters)


def _run(page: AppTest, parameters: dict[str, str]) -> AppTest:
    for key, value in parameters.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception, page.exception
    return page


def markup(page: AppTest) -> str:
    """Return all markup that a page shows, without style sheets."""
    return "\n".join(element.proto.body for element in page.get("html") if not element.proto.body.startswith("<style"))


def words(page: AppTest) -> str:
    """Return the words of that markup."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup(page))).split())


def component(page: AppTest, name: str) -> dict[str, object]:
    """Return what a component of ours was given."""
    found = next(item.proto for item in page.get("bidi_component") if item.proto.component_name == f"kg_{name}")
    return json.loads(found.json)
