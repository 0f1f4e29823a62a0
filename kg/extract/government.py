"""The government of Hong Kong where a text just says "the government", and other governments by their adjective."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.candidates import Candidate

_GOVERNMENT = re.compile(
    r"(?<![\w-])(?:(?P<own>(?:Hong Kong(?: SAR)?|HKSAR|SAR|HK) )?(?P<bare>[Gg]overnment(?: departments| bureaux)?)|(?P<authorities>(?<=the )authorities|Authorities(?= (?:have|has|had|will|are|were|say|said)\b)))(?![\w-])"
)
_LEAD = re.compile(r"(?P<lead>[A-Za-z][\w-]*)(?P<owner>'s|’s)? $")
_OWN = frozenset("the a and by of to from with for in as that its hong hksar sar city's territory's but between among or if when while current while hong-kong".split())
_OTHER = re.compile(
    r"\b(?P<name>(?:(?:the )?(?:Central(?: People's)?|US|UK|Macau|Macao|Shenzhen|Guangdong|Beijing|Shanghai)|[A-Z][a-z]+(?:ese|ish|ian|ean|an|ch|ai|i)|[A-Z][a-z]+ (?:municipal|provincial)|Central) [Gg]overnment)\b"
)
_FORMS = frozenset({"government", "government departments", "government bureaux", "authorities", "hong kong government", "hksar government", "sar government", "hong kong sar government", "hk government"})
_NOUNS = re.compile(r" (?!said|says|will|would|has|had|have|is|was|are|were|plans|announced|and|or|to|in|on|of|for|also|must|should|can|could|may|does|did)[a-z]+")


def find_government(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield the mentions of governments in `text[start:end]`."""
    for match in _OTHER.finditer(text, start, end):
        if match["name"].casefold() not in _FORMS:
            yield Candidate(match.start(), match.end(), "GovernmentBody", "government", 3.6)
    for match in _GOVERNMENT.finditer(text, start, end):
        lead = _LEAD.search(text, max(start, match.start() - 30), match.start())
        word = lead["lead"].casefold() if lead else ""
        if match["own"] or match["authorities"] or _is_own(match, word, lead is not None and bool(lead["owner"])):
            yield Candidate(match.start(), match.end(), "GovernmentBody", "government", 3.6)


def _is_own(match: re.Match[str], word: str, owned: bool) -> bool:
    if owned:
        return word in {"city", "territory", "kong"}
    if "departments" in match["bare"] or "bureaux" in match["bare"]:
        return word not in {"foreign", "other", "mainland"}
    return word in _OWN or (not word and match["bare"][0] == "G")


def is_own_government(text: str) -> bool:
    """Whether a mention means the government of Hong Kong."""
    return text.casefold() in _FORMS
