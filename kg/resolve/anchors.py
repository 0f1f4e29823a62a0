"""What tells namesakes apart: the organisation or holder of a post, the place of a thing that has no name."""

from __future__ import annotations

from kg.gazetteer import normalise
from kg.model import Entity, Extraction, Mention
from kg.resolve.chains import Chain
from kg.resolve.posts import Anchor
from kg.resolve.table import Place, Table, claims_of, claims_on

_WIDE = frozenset(
    {"hong kong", "hong kong island", "kowloon", "new territories", "china", "mainland china", "mainland", "macau"}
    | {"shenzhen", "guangzhou", "beijing", "shanghai", "singapore", "greater bay area"}
    | {"guangdong hong kong macao greater bay area"}
)


def find_place(chain: Chain, table: Table, extraction: Extraction) -> Entity | None:
    """Return where a described thing stands, if the article says so; a city or country holds many of its kind."""
    for mention in chain.mentions:
        for claim in claims_of(extraction, "locatedIn", mention):
            if (place := table.entity(claim.object)) and normalise(place.label) not in _WIDE:
                return place
    return None


def anchor_posts(chain: Chain, table: Table, extraction: Extraction) -> dict[Place, Anchor | None]:
    """Return the anchor of each mention of a post; a mention without one takes that of the mention before it."""
    found = [(mention, _find_anchor(mention, table, extraction)) for mention in chain.mentions]
    last = next((anchor for _, anchor in found if anchor), None)
    anchors: dict[Place, Anchor | None] = {}
    for mention, anchor in found:
        last = anchor or last
        anchors[mention.chain, mention.span] = last
    return anchors


def _find_anchor(post: Mention, table: Table, extraction: Extraction) -> Anchor | None:
    for claim in claims_of(extraction, "postIn", post):
        if body := table.entity(claim.object):
            return Anchor(body, "of")
    for claim in claims_on(extraction, "holdsPost", post):
        if employer := _only_employer(claim.subject, post, table, extraction):
            return Anchor(employer, "of")
        if holder := table.entity(claim.subject):
            return Anchor(holder, "held-by")
    return None


def _only_employer(person: Mention, post: Mention, table: Table, extraction: Extraction) -> Entity | None:
    """Return the one organisation that the sentence gives to a holder who has no other post in it."""
    in_sentence = [
        claim
        for claim in extraction.claims
        if claim.subject.chain == person.chain and claim.evidence.start <= post.span.start < claim.evidence.end
    ]
    posts = {
        claim.object.span
        for claim in in_sentence
        if claim.relation == "holdsPost" and isinstance(claim.object, Mention)
    }
    employers = {e.id: e for c in in_sentence if c.relation == "affiliatedWith" and (e := table.entity(c.object))}
    return next(iter(employers.values())) if len(employers) == 1 and len(posts) == 1 else None
