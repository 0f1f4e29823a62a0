"""The government of Hong Kong where a text just says "the government", and other governments by their adjective."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.candidates import Candidate

WEIGHT = 3.8  # above a known place: "UK government" is no place
_GOVERNMENT = re.compile(
    r"(?<![\w-])(?:(?P<own>(?:Hong Kong(?: SAR)?|HKSAR|SAR|HK) )?(?P<bare>[Gg]overnment(?: departments| bureaux)?)|"
    r"(?P<authorities>(?<=the )authorities|Authorities(?= (?:have|has|had|will|are|were|say|said)\b)))(?![\w-])"
)
_LEAD = re.compile(r"(?P<lead>[A-Za-z][\w-]*)(?P<owner>'s|’s)? $")
_BEFORE_OWN = frozenset(
    "the a and by of to from with for in as that its hksar sar but between among or if when while current".split()
)
_OTHER = re.compile(
    r"\b(?P<name>(?:Central(?: People's)?|US|UK|Macau|Macao|Shenzhen|Guangdong|Beijing|Shanghai|"
    r"[A-Z][a-z]+(?:ese|ish|ian|ean|an|ch|ai|i)|[A-Z][a-z]+ (?:municipal|provincial)) [Gg]overnment)(?![\w-])"
)
_FORMS = frozenset(
    "government|government departments|government bureaux|authorities|hong kong government|hksar government|"
    "sar government|hong kong sar government|hk government".split("|")
)


def find_government(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield the mentions of governments in `text[start:end]`."""
    for match in _OTHER.finditer(text, start, end):
        if not is_own_government(match["name"]):
            yield Candidate(match.start(), match.end(), "GovernmentBody", "government", WEIGHT)
    for match in _GOVERNMENT.finditer(text, start, end):
        lead = _LEAD.search(text, max(start, match.start() - 30), match.start())
        counted = text[max(start, match.start() - 2) : match.start() - 1].isdigit()
        if match["own"] or match["authorities"] or counted or _is_own(match, lead):
            yield Candidate(match.start(), match.end(), "GovernmentBody", "government", WEIGHT)


def is_own_government(text: str) -> bool:
    """Whether a mention means the government of Hong Kong."""
    return text.casefold() in _FORMS


def _is_own(match: re.Match[str], lead: re.Match[str] | None) -> bool:
    """Whether the word before "government" leaves it the one of Hong Kong."""
    if lead is None:
        return match["bare"][0] == "G"
    word = lead["lead"].casefold()
    if lead["owner"]:
        return word in {"city", "territory", "kong"}
    if " " in match["bare"]:
        return word not in {"foreign", "other", "mainland"}
    return word in _BEFORE_OWN
