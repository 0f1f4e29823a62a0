"""Chains: all mentions of one thing in one article, with the names they use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Extraction, Mention, Span
from kg.resolve.names import clean_name, clean_person, key_of, without_brackets


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing; `names` are its proper names, cleaned, each once, in the order of the text."""

    number: int
    type: str
    mentions: tuple[Mention, ...]
    names: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """What the names share with other spellings of themselves."""
        return frozenset(key_of(name) for name in self.names)

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The names as they stand in the text."""
        return tuple(dict.fromkeys(mention.text for mention in self.mentions if mention.named))


def collect_chains(extraction: Extraction) -> dict[int, Chain]:
    """Group the mentions of an extraction, those that only claims hold among them, by chain.

    A claim may take an organisation for its site ("at Cyberport"); the mention keeps the type it was found with.
    """
    places: dict[tuple[int, Span], Mention] = {}
    for mention in _all_mentions(extraction):
        places.setdefault((mention.chain, mention.span), mention)
    groups: dict[int, list[Mention]] = defaultdict(list)
    for mention in sorted(places.values(), key=lambda m: (m.span, m.chain)):
        groups[mention.chain].append(mention)
    return {number: make_chain(number, tuple(mentions)) for number, mentions in groups.items()}


def make_chain(number: int, mentions: tuple[Mention, ...], *, entity_type: str | None = None) -> Chain:
    """Make a chain; its type is that of most named mentions, the earliest winning a draw, where none is given."""
    counted = Counter(m.type for m in mentions if m.named) or Counter(m.type for m in mentions)
    chosen = entity_type or counted.most_common(1)[0][0]
    return Chain(number, chosen, mentions, tuple(dict.fromkeys(_names(chosen, mentions))))


def _all_mentions(extraction: Extraction) -> Iterator[Mention]:
    yield from extraction.mentions
    for claim in extraction.claims:
        yield from (m for m in (claim.subject, claim.object, claim.qualifiers.programme) if isinstance(m, Mention))


def _names(entity_type: str, mentions: tuple[Mention, ...]) -> Iterator[str]:
    clean = clean_person if entity_type == "Person" else clean_name
    for mention in mentions:
        name = without_brackets(clean(mention.text)) if mention.named else ""
        if key_of(name):
            yield name
