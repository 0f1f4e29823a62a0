"""Which government "the government" is."""

from __future__ import annotations

import re

from kg.gazetteer import Gazetteer, normalise
from kg.model import Article, Entity
from kg.resolve.chains import Chain
from kg.resolve.known import Match

HONG_KONG = "hksar-government"
_BARE = frozenset(
    {"government", "authorities", "administration", "officials", "current government", "current term government"}
    | {"city government", "local government", "local authorities", "government departments", "government officials"}
)
_HERE = re.compile(r"\bHong Kong\b|\bHKSAR\b|香港")
_BODY = r"(?:government|authorities|administration)"
_SAID_HERE = re.compile(
    rf"\b(?:Hong Kong(?:['’]s)?|HKSAR|SAR|Special Administrative Region(?:['’]s)?|city['’]s) (?:\w+ )?{_BODY}\b"
    r"|\bgovernment of (?:the )?(?:Hong Kong|HKSAR)|(?:香港|特區)政府",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:Chinese|China['’]s|[Mm]ainland|[Cc]entral|Beijing|Singapore(?:an)?|US|U\.S\.|American|UK|British|Japanese"
    r"|Macau|Macao|Shenzhen|Guangdong|Taiwan(?:ese)?|Korean|Indian|Malaysian|Thai|Vietnamese|Indonesian|Philippine"
    r"|Australian|Canadian|French|German|Dutch|Swiss|Bermudian|Saudi|Emirati|UAE|Israeli|Russian|European|Trump|Biden"
    r"|[Ff]ederal|[Pp]rovincial|[Mm]unicipal|(?!Hong Kong)[A-Z]\w+['’]s)"
    rf" (?:\w+ )?{_BODY}\b|\b{_BODY} of (?!(?:the )?(?:Hong Kong|HKSAR))(?:the )?[A-Z]"
)


def is_bare_government(chain: Chain) -> bool:
    """Tell a chain that says "the government" and never which."""
    named = [m.text for m in chain.mentions if m.named] or [m.text for m in chain.mentions]
    return (
        chain.type == "GovernmentBody"
        and any(map(says_government, named))
        and all(says_government(t) or _is_pronoun(t) for t in named)
    )


def find_government(article: Article, gazetteer: Gazetteer) -> Match:
    """Return the Government of Hong Kong where the article is about the city, else one of the article alone."""
    known = gazetteer.get(HONG_KONG)
    if known is not None and _is_in_hong_kong(article.text):
        return Match(known, 0.9, "the government of an article about Hong Kong")
    entity = Entity(f"government-body-government-{article.id}", "GovernmentBody", "government")
    return Match(entity, 0.5, "the government that the article does not name")


def _is_in_hong_kong(text: str) -> bool:
    return bool(_SAID_HERE.search(text) or (_HERE.search(text) and not _ELSEWHERE.search(text)))


def says_government(text: str) -> bool:
    """Tell words that mean a government without saying which."""
    return re.sub(r"^(?:this|that|our|its) ", "", normalise(text)) in _BARE


def _is_pronoun(text: str) -> bool:
    return normalise(text) in {"it", "they", "its", "their", "them"}
