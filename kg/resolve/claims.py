"""The claims of one article, found by the mentions at their ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Claim, Mention, Span

_End = tuple[str, int, Span]


@dataclass(frozen=True)
class Claims:
    """Claims by relation and end, and by the entity that they are about; long articles make thousands."""

    _of: Mapping[_End, tuple[Claim, ...]]
    _on: Mapping[_End, tuple[Claim, ...]]
    _about: Mapping[int, tuple[Claim, ...]]

    def of(self, relation: str, subject: Mention) -> tuple[Claim, ...]:
        """Return the claims of one relation about one mention."""
        return self._of.get((relation, subject.chain, subject.span), ())

    def on(self, relation: str, target: Mention) -> tuple[Claim, ...]:
        """Return the claims of one relation that lead to one mention."""
        return self._on.get((relation, target.chain, target.span), ())

    def around(self, subject: Mention, place: Span) -> Iterator[Claim]:
        """Yield the claims about what a mention means that the sentence at a place makes."""
        for claim in self._about.get(subject.chain, ()):
            if claim.evidence.start <= place.start < claim.evidence.end:
                yield claim


def index_claims(claims: Iterable[Claim]) -> Claims:
    """Return the claims of an article ready to be looked up."""
    of, on = defaultdict[_End, list[Claim]](list), defaultdict[_End, list[Claim]](list)
    about = defaultdict[int, list[Claim]](list)
    for claim in claims:
        of[claim.relation, claim.subject.chain, claim.subject.span].append(claim)
        about[claim.subject.chain].append(claim)
        if isinstance(claim.object, Mention):
            on[claim.relation, claim.object.chain, claim.object.span].append(claim)
    return Claims(_settled(of), _settled(on), {chain: tuple(found) for chain, found in about.items()})


def _settled(groups: Mapping[_End, list[Claim]]) -> dict[_End, tuple[Claim, ...]]:
    return {end: tuple(found) for end, found in groups.items()}
