"""The dictionaries: every word that a page asks for stands in both, with the same fields, and none is left over."""

import re
import string
from pathlib import Path

import pytest

import kg.ui
from kg.ui.language import FOLDER, LANGUAGES, load_words
from kg.ui.pages import PAGES

PAGE_CODE = [path for path in Path(kg.ui.__file__).parent.rglob("*.py") if "node_modules" not in path.parts]
FAMILIES = re.compile(r"\{[^}]*\}")
ENGLISH, CHINESE = (load_words(language).entries for language in LANGUAGES)
SECTIONS = "|".join(sorted({key.partition(".")[0] for key in ENGLISH}))
ASKED = re.compile(rf'"((?:{SECTIONS})\.(?!rq|css|js|py|txt|csv)[\w{{}}.]+)"')


def asked_for():
    """Return every key in our code, with `{…}` where it is put together, and where it stands."""
    found = {(key, path.name) for path in PAGE_CODE for key in ASKED.findall(path.read_text(encoding="utf-8"))}
    found |= {(f"graph.{word}", "components.py") for word in ("fit", "zoom_in", "zoom_out", "picture", "full_screen")}
    return sorted(found | {(spec.title_key, "pages") for spec in PAGES})


ASKED_FOR = asked_for()


def fits(key, entry):
    return re.fullmatch(r"\w+".join(map(re.escape, FAMILIES.split(key))), entry.removesuffix("_one"))


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_is_one_file_for_each_language():
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == sorted(LANGUAGES)


def test_both_languages_have_the_same_entries():
    assert sorted(ENGLISH) == sorted(CHINESE)


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_entry_has_the_same_fields_in_both_languages(key):
    assert fields(ENGLISH[key]) == fields(CHINESE[key])
    assert ENGLISH[key].strip()
    assert CHINESE[key].strip()


@pytest.mark.parametrize(("key", "where"), ASKED_FOR)
def test_every_word_that_is_asked_for_stands_in_the_dictionary(key, where):
    assert any(fits(key, entry) for entry in ENGLISH), f"{where} asks for {key}"


@pytest.mark.parametrize("entry", sorted(ENGLISH))
def test_no_entry_is_left_over(entry):
    assert any(fits(key, entry) for key, _ in ASKED_FOR)


@pytest.mark.parametrize("key", sorted(key for key in CHINESE if not key.startswith(("qualifier", "facts.bounded"))))
def test_chinese_entry_is_written_in_chinese(key):
    assert re.search(r"[\u4e00-\u9fff]", CHINESE[key])


SIMPLIFIED = "们这为发经国时会说对学开关过现问间见车长门马鱼鸟龙东风飞业个头义习书买乱争亏云产亲"


@pytest.mark.parametrize("key", sorted(CHINESE))
def test_chinese_entry_is_traditional(key):
    assert not set(CHINESE[key]) & set(SIMPLIFIED)
