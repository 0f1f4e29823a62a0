"""What tells namesakes apart: the organisation or holder of a post, the place of a thing that has no name."""

from __future__ import annotations

from kg.gazetteer import normalise
from kg.model import Entity, Mention
from kg.resolve.chains import Chain
from kg.resolve.claims import Claims
from kg.resolve.posts import Anchor
from kg.resolve.table import Place, Table

_WIDE = frozenset(
    {"hong kong", "hong kong island", "kowloon", "new territories", "china", "mainland china", "mainland", "macau"}
    | {"shenzhen", "guangzhou", "beijing", "shanghai", "singapore", "greater bay area"}
    | {"guangdong hong kong macao greater bay area"}
)


def find_place(chain: Chain, table: Table, claims: Claims) -> Entity | None:
    """Return where a described thing stands, if the article says so; a city or country holds many of its kind."""
    for mention in chain.mentions:
        for claim in claims.of("locatedIn", mention):
            if (place := table.entity(claim.object)) and normalise(place.label) not in _WIDE:
                return place
    return None


def anchor_posts(chain: Chain, table: Table, claims: Claims) -> dict[Place, Anchor | None]:
    """Return the anchor of each mention of a post; a mention without one takes that of the mention before it."""
    found = [(mention, _find_anchor(mention, table, claims)) for mention in chain.mentions]
    last = next((anchor for _, anchor in found if anchor), None)
    anchors: dict[Place, Anchor | None] = {}
    for mention, anchor in found:
        last = anchor or last
        anchors[mention.chain, mention.span] = last
    return anchors


def _find_anchor(post: Mention, table: Table, claims: Claims) -> Anchor | None:
    for claim in claims.of("postIn", post):
        if body := table.entity(claim.object):
            return Anchor(body, "of")
    for claim in claims.on("holdsPost", post):
        if employer := _only_employer(claim.subject, post, table, claims):
            return Anchor(employer, "of")
        if holder := table.entity(claim.subject):
            return Anchor(holder, "held-by")
    return None


def _only_employer(person: Mention, post: Mention, table: Table, claims: Claims) -> Entity | None:
    """Return the one organisation that the sentence gives to a holder who has no other post in it."""
    in_sentence = list(claims.around(person, post.span))
    posts = {
        claim.object.span
        for claim in in_sentence
        if claim.relation == "holdsPost" and isinstance(claim.object, Mention)
    }
    employers = {e.id: e for c in in_sentence if c.relation == "affiliatedWith" and (e := table.entity(c.object))}
    return next(iter(employers.values())) if len(employers) == 1 and len(posts) == 1 else None
