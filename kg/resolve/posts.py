"""Posts: "chairman" says nothing without its organisation, "Financial Secretary" says it all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import Gazetteer, names_of, normalise
from kg.model import Article, Entity
from kg.resolve.chains import Chain
from kg.resolve.ids import entity_id
from kg.resolve.known import Match
from kg.resolve.names import fullest

_OFFICIAL = re.compile(
    r"\b(?:secretary|undersecretary|commissioner|minister|ombudsman|director-general|postmaster|controller)\b", re.I
)
_RANK = re.compile(
    r"\b(?:acting|former|deputy|vice|under|permanent|assistant|principal|private|company|corporate|executive|general"
    r"|prime|board|honorary|secretary|undersecretary|commissioner|minister|director|of|for|the|and)\b|[^\w ]",
    re.I,
)
_SAME = (
    (re.compile(r"\bchair(?:wom[ae]n|person|)\b"), "chairman"),
    (re.compile(r"\bchief executive officer\b|\bceo\b"), "chief executive"),
    (re.compile(r"\bvice (?=chairman|president|chancellor)"), "vice-"),
    (re.compile(r"^(?:former|acting|interim|incoming|outgoing|current|new|then) "), ""),
    (re.compile(r" of the "), " of "),
)
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w&.+-]*(?:['’]s?)?|\))\s+$")
_OPENERS = re.compile(r"\b(?:The|As|In|By|But|And|When|While|After|Then|Hong Kong(?:['’]s)?|HKSAR|Former|Acting)\s+$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a post belongs to: an organisation ("of"), or where none is named the person who holds it ("held-by")."""

    entity: Entity
    kind: str


@lru_cache(maxsize=4096)  # the titles of the gazetteer are asked for again with every post
def canonical_title(name: str) -> str:
    """Return one wording for titles that mean the same office."""
    title = normalise(name)
    for pattern, wording in _SAME:
        title = pattern.sub(wording, title)
    return title.strip()


def is_ambiguous(name: str) -> bool:
    """Tell a title that many organisations have; an official with a portfolio is one of a kind."""
    return not _OFFICIAL.search(name) or not _RANK.sub(" ", name).split()


def stands_alone(chain: Chain, article: Article) -> bool:
    """Tell a title in capitals that no name in front and no "of" behind gives to an organisation."""
    for mention in chain.mentions:
        before = article.text[max(0, mention.span.start - 40) : mention.span.start].rpartition("\n")[2]
        after = article.text[mention.span.end : mention.span.end + 20]
        owned = _NAME_BEFORE.search(before) and not _OPENERS.search(before)
        if owned or re.match(r" of (?!(?:the )?(?:Hong Kong|HKSAR))| at ", after):
            return False
    return all(word[0].isupper() for mention in chain.mentions for word in mention.text.split())


def find_post(chain: Chain, anchor: Anchor | None, gazetteer: Gazetteer, article: Article) -> Match:
    """Return the post that a chain names, with the organisation or person that tells it from others of its title."""
    name = fullest(chain.names)
    known = _find_known(chain, anchor, gazetteer, article)
    if known is not None:
        return known
    if not is_ambiguous(name):
        return Match(Entity(entity_id("Post", name), "Post", name), 0.9, "title with its portfolio")
    title, label = canonical_title(name), name[:1].upper() + name[1:]
    if anchor is None:
        entity = Entity(entity_id("Post", title, anchor=f"in-{article.id}"), "Post", label)
        return Match(entity, 0.5, "title without organisation or holder")
    label = f"{label} of {anchor.entity.label}" if anchor.kind == "of" else f"{label} ({anchor.entity.label})"
    entity = Entity(entity_id("Post", title, anchor=f"{anchor.kind}-{anchor.entity.id}"), "Post", label)
    return (
        Match(entity, 0.9, "title and organisation") if anchor.kind == "of" else Match(entity, 0.7, "title and holder")
    )


def _find_known(chain: Chain, anchor: Anchor | None, gazetteer: Gazetteer, article: Article) -> Match | None:
    titles = {canonical_title(name) for name in chain.names}
    if anchor is not None and anchor.kind == "of":
        bodies = {normalise(name) for name in names_of(anchor.entity)}
        found = _posts_named({f"{title} of {body}" for title in titles for body in bodies}, gazetteer)
        if found is not None:
            return Match(found, 0.95, "gazetteer: title and organisation")
    elif stands_alone(chain, article):
        found = _posts_named({f"{title} of hong kong" for title in titles}, gazetteer)
        if found is not None:
            return Match(found, 0.8, "gazetteer: the office of that title in Hong Kong")
    exact = _posts_named({title for title in titles if not is_ambiguous(title) or " of " in title}, gazetteer)
    return Match(exact, 1.0, "gazetteer: exact name") if exact else None


def _posts_named(titles: set[str], gazetteer: Gazetteer) -> Entity | None:
    """Return the one known post with one of the titles, or whose portfolio completes it ("Privacy Commissioner")."""
    posts = [(e, {canonical_title(name) for name in names_of(e)}) for e in gazetteer if e.type == "Post"]
    exact = [entity for entity, names in posts if names & titles]
    starts = tuple(f"{title} for " for title in titles if not is_ambiguous(title))
    found = exact or [entity for entity, names in posts if any(name.startswith(starts) for name in names)]
    return found[0] if len(found) == 1 else None
