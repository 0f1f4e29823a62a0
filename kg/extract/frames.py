"""What follows from several proposals taken together: one holder per post, membership through a post, beginnings.

| seen | follows |
|---|---|
| a person holds a post, the post belongs to a body | the person is affiliated with the body |
| two people seem to hold the post named once | the surer of the two holds it |
| something was launched, founded or enacted, and the clause names one day | it started on that day |
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kg.extract.lines import Line, Slot
from kg.extract.proposals import Proposal, chain_of
from kg.extract.slots import ORGANISATIONS
from kg.extract.topics import SURENESS, Topics

_TOLERANCE = 0.011
_CLOSE = 0.1
_OFFICIAL = re.compile(
    r"secretar|minister|commissioner|premier|governor|mayor|president of|lawmaker|director of|director-general|"
    r"Chief Executive$|privacy|professor",
    re.IGNORECASE,
)
_STATE_OFFICE = re.compile(
    r"secretary for|minister|consul|government|commissioner for|(?:financial|chief) secretary|mayor", re.IGNORECASE
)
_SPOKEN_OF = "a post without a body belongs to the one spoken of"
_THROUGH_POST = "a post in a body makes its holder a member"


def settle(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Drop what contradicts a surer proposal about the same words."""
    proposals = list(proposals)
    proposals = _one_winner([_of_state(p) for p in proposals], "postIn", lambda p: p.subject)
    return _one_holder(proposals)


def _of_state(proposal: Proposal) -> Proposal:
    """Drop an office of state that would be one of a company: "its Financial Secretary" is that of a government."""
    target = proposal.object
    wrong = (
        proposal.relation == "postIn"
        and isinstance(target, Slot)
        and target.label == "Company"
        and _STATE_OFFICE.search(proposal.subject.span.text)
    )
    return replace(proposal, reason="an office of state belongs to no company") if wrong else proposal


def _one_winner(proposals: list[Proposal], relation: str, contested: Callable[[Proposal], object]) -> list[Proposal]:
    best: dict[int, float] = defaultdict(float)
    for proposal in _standing(proposals, relation):
        number = _number(contested(proposal))
        best[number] = max(best[number], proposal.confidence)
    return [
        _beaten(p)
        if p.relation == relation and not p.reason and p.confidence < best[_number(contested(p))] - _TOLERANCE
        else p
        for p in proposals
    ]


def _one_holder(proposals: list[Proposal]) -> list[Proposal]:
    """Give each post to one holder, from left to right; who has one already takes none from a neighbour."""
    rivals: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for proposal in _standing(proposals, "holdsPost"):
        known = rivals[_number(proposal.object)]
        known[proposal.subject.number] = max(known[proposal.subject.number], proposal.confidence)
    served: set[int] = set()
    winners: dict[int, float] = {}
    for post, persons in sorted(rivals.items()):
        free = {person: sureness for person, sureness in persons.items() if person not in served or person > post}
        fresh = max(free.values(), default=0.0)
        best = max(persons.values())
        chosen = free if fresh > best - _CLOSE else persons
        winners[post] = max(chosen.values()) - _TOLERANCE
        served.update(person for person, sureness in chosen.items() if sureness >= winners[post])
        persons_kept = {person for person, sureness in chosen.items() if sureness >= winners[post]}
        rivals[post] = defaultdict(float, {person: persons[person] for person in persons_kept})
    return [
        _beaten(p)
        if p.relation == "holdsPost" and not p.reason and p.subject.number not in rivals[_number(p.object)]
        else p
        for p in proposals
    ]


def _beaten(proposal: Proposal) -> Proposal:
    return replace(proposal, reason="a surer reading of the same words stands against it")


def through_posts(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield the affiliations that follow from posts and the bodies they belong to."""
    proposals = list(proposals)
    bodies: dict[int, list[Proposal]] = defaultdict(list)
    for proposal in _standing(proposals, "postIn"):
        bodies[proposal.subject.number].append(proposal)
    for held in _standing(proposals, "holdsPost"):
        for placed in bodies.get(_number(held.object), ()):
            confidence = round(min(held.confidence, placed.confidence) * 0.98, 3)
            if isinstance(placed.object, Slot) and chain_of(placed.object) != chain_of(held.subject):
                yield replace(
                    held, relation="affiliatedWith", object=placed.object, rule=_THROUGH_POST, confidence=confidence
                )


def place_holders(proposals: Iterable[Proposal], index: int, topics: Topics) -> Iterator[Proposal]:
    """Yield the affiliation of those whose post the sentence leaves without a body: it is that of the one spoken of."""
    for held in _without_body(list(proposals)):
        body = topics.about(index, ORGANISATIONS, held.subject.number, ahead=False)
        if body is not None and not _names_body(topics.lines[index], held):
            confidence = round(held.confidence * SURENESS, 3)
            yield replace(held, relation="affiliatedWith", object=body, rule=_SPOKEN_OF, confidence=confidence)


def _without_body(proposals: list[Proposal]) -> Iterator[Proposal]:
    placed = {p.subject.number for p in _standing(proposals, "postIn")}
    served = {chain_of(p.subject) for p in _standing(proposals, "affiliatedWith")}
    for held in _standing(proposals, "holdsPost"):
        post = held.object
        official = isinstance(post, Slot) and _OFFICIAL.search(post.span.text)
        if not official and _number(post) not in placed and chain_of(held.subject) not in served:
            served.add(chain_of(held.subject))
            yield held


def _names_body(line: Line, held: Proposal) -> bool:
    """Tell whether words after a post say where it is, though in a form that no pattern reads."""
    post = held.object
    if not isinstance(post, Slot):
        return False
    directly = r"(?:of|at|in|for|\(|, ‹\d+:(?!Person)[A-Z])"
    later = r"(?:(?![.;:])[^ ]+ ){0,10}(?:of|at) (?:the )?‹\d+:(?!P)[A-Z]"
    after = rf"{post.mark} (?:{directly}|{later})"
    return " of the " in post.span.text or bool(re.search(after, line.text))


def _standing(proposals: Iterable[Proposal], relation: str) -> Iterator[Proposal]:
    return (p for p in proposals if p.relation == relation and not p.reason)


def _number(end: object) -> int:
    return end.number if isinstance(end, Slot) else -1
