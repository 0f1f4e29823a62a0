"""Things that an article describes without naming them: "a new supercomputing centre" is one thing per place."""

from __future__ import annotations

import re

from kg.model import Article, Entity
from kg.resolve.chains import Chain
from kg.resolve.ids import entity_id
from kg.resolve.known import Match
from kg.resolve.names import fullest, is_description

_STAGE = re.compile(
    r"^(?:(?:brand|new|newly|planned|proposed|future|upcoming|latest|first|second|third|another|existing|largest|its|their|own"
    r"|city's|country's|state-of-the-art|built)[ -])+(?=\S)"
)


def is_described(chain: Chain) -> bool:
    """Tell a chain that has only descriptions in common words."""
    return bool(chain.names) and chain.type not in {"Post", "Person"} and all(map(is_description, chain.names))


def find_described(chain: Chain, place: Entity | None, article: Article) -> Match:
    """Return the thing at its place; without a place it stays a thing of this article."""
    name = fullest(chain.names)
    kind = _STAGE.sub("", name)
    if place is None:
        entity = Entity(entity_id(chain.type, kind, anchor=f"in-{article.id}"), chain.type, name)
        return Match(entity, 0.6, "described in the article")
    entity = Entity(entity_id(chain.type, kind, anchor=f"at-{place.id}"), chain.type, f"{name} ({place.label})")
    return Match(entity, 0.8, f"described with its place, {place.label}")
