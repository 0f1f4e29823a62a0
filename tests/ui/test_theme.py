"""The look: a colour for every type, readable text, and nothing fetched from elsewhere."""

import re

import pytest
from streamlit import config

from kg.ui.theme import ICON, OTHER_COLOUR, STYLE_SHEET, THEME, TYPE_COLOURS, colour_of


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_entity_type_has_a_colour_of_its_own(ontology):
    assert set(TYPE_COLOURS) == set(ontology.types)
    assert len(set(TYPE_COLOURS.values())) == len(TYPE_COLOURS)


def test_unknown_type_is_grey():
    assert colour_of("Ship") == OTHER_COLOUR


@pytest.mark.parametrize("name", sorted(THEME))
def test_theme_uses_options_that_streamlit_has(name):
    config.get_option(name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", ["textColor", "primaryColor", "linkColor"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_can_be_read_on_its_ground(scheme, role, ground):
    assert contrast(THEME[f"theme.{scheme}.{role}"], THEME[f"theme.{scheme}.{ground}"]) >= 4.5


@pytest.mark.parametrize("path", [STYLE_SHEET, ICON])
def test_look_asks_for_nothing_from_outside(path):
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|@import|url\(|//\w", text)
