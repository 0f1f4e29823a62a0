"""Which entity each mention stands for, as far as that is known while an article is resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.model import Entity, Literal, Mention, Span
from kg.resolve.known import Match

Place = tuple[int, Span]
"""A chain and where one of its mentions stands."""


@dataclass(frozen=True)
class Table:
    """Matches by chain, and by mention where the mentions of a chain turn out to be different things."""

    chains: Mapping[int, Match] = field(default_factory=dict)
    mentions: Mapping[Place, Match] = field(default_factory=dict)

    def match(self, mention: Mention) -> Match | None:
        """Return what a mention was matched to."""
        return self.mentions.get((mention.chain, mention.span)) or self.chains.get(mention.chain)

    def entity(self, mention: Mention | Literal) -> Entity | None:
        """Return the entity of a mention; a literal has none."""
        match = self.match(mention) if isinstance(mention, Mention) else None
        return match.entity if match else None

    def with_chains(self, chains: Mapping[int, Match]) -> Table:
        """Return a table that knows more chains."""
        return Table({**self.chains, **chains}, self.mentions)

    def with_mentions(self, mentions: Mapping[Place, Match]) -> Table:
        """Return a table that knows more single mentions."""
        return Table(self.chains, {**self.mentions, **mentions})

    def entities(self) -> Iterator[Entity]:
        """Yield every entity, some more than once."""
        yield from (match.entity for match in (*self.chains.values(), *self.mentions.values()))
