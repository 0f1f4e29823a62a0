"""How the application looks: one accent colour on paper or night, and one hue for each type of entity."""

from __future__ import annotations

from pathlib import Path

LOOK = Path(__file__).parent / "look"
STYLE_SHEET = LOOK / "style.css"
ICON = LOOK / "icon.svg"

_FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang HK', 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK HK', 'Noto Sans CJK TC', 'Noto Sans HK', 'Noto Sans TC', sans-serif"  # noqa: E501
_CODE_FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace"

THEME: dict[str, str | int | bool] = {
    "theme.font": _FONT,
    "theme.headingFont": _FONT,
    "theme.codeFont": _CODE_FONT,
    "theme.baseRadius": "0.5rem",
    "theme.buttonRadius": "0.5rem",
    "theme.linkUnderline": False,
    "theme.showWidgetBorder": True,
    "theme.light.primaryColor": "#0a6c74",
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f5f4f0",
    "theme.light.textColor": "#1c2126",
    "theme.light.linkColor": "#0a6c74",
    "theme.light.borderColor": "#e3e1da",
    "theme.dark.primaryColor": "#4cc0c4",
    "theme.dark.backgroundColor": "#14181b",
    "theme.dark.secondaryBackgroundColor": "#1d2327",
    "theme.dark.textColor": "#e9e7e2",
    "theme.dark.linkColor": "#66cdd0",
    "theme.dark.borderColor": "#333b40",
}
"""Options for Streamlit's configuration."""

TYPE_COLOURS: dict[str, str] = {
    "Person": "#d1495b",
    "Post": "#e08894",
    "GovernmentBody": "#2f5fa5",
    "Company": "#5a86d6",
    "University": "#6a4fb0",
    "ResearchInstitute": "#9a76cc",
    "Organization": "#7684a8",
    "Facility": "#12897d",
    "Place": "#5da35c",
    "Programme": "#cf8a1c",
    "Project": "#b5672c",
    "Policy": "#8b6f45",
    "Product": "#2196b8",
    "Event": "#bd579b",
}
"""Related types share a family of hues: people red, organisations blue to violet, places green, programmes amber."""

OTHER_COLOUR = "#7a8087"


def colour_of(entity_type: str) -> str:
    """Return the colour of an entity type."""
    return TYPE_COLOURS.get(entity_type, OTHER_COLOUR)
