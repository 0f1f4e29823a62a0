"""Which mentions and values a match joins: single ones, the items of lists, or what the text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.lines import Slot
from kg.extract.lists import items_of
from kg.extract.patterns import Match
from kg.extract.slots import ORGANISATIONS
from kg.extract.topics import Topics
from kg.model import Phrase
from kg.ontology import RelationType

Pair = tuple[Slot, Slot | Phrase]


def complete(match: Match, relation: RelationType, index: int, topics: Topics) -> Match | None:
    """Fill in an end that the template leaves out with what the text speaks of; None where that is nothing fitting."""
    needed = {"SUBJECT": relation.domain, **({"OBJECT": relation.range} if relation.kind == "entity" else {})}
    missing = [name for name in needed if name not in match.slots]
    if not missing:
        return match
    if len(missing) > 1:
        return None
    position = min(match.slots.values(), default=None)
    topic = topics.about(index, match.pattern.topic or needed[missing[0]], position)
    return replace(match, slots={**match.slots, missing[0]: topic.number}) if topic else None


def pair_ends(match: Match, relation: RelationType) -> Iterator[Pair]:
    """Yield each subject with each object of a match."""
    if _is_one_list(match, relation):
        return
    subjects = _items(match, "SUBJECT", relation)
    if relation.name == "holdsPost":
        yield from _pair_posts(match, subjects)
    elif "OBJECT" not in match.slots:
        status = Phrase(match.pattern.template.constant or "", "status")
        yield from ((subject, status) for subject in subjects)
    else:
        objects = [_as_site(item, relation) for item in _items(match, "OBJECT", relation)]
        if len(subjects) == len(objects) > 1 and " respectively " in match.line.text:
            yield from zip(subjects, objects, strict=True)
        else:
            yield from ((subject, target) for subject in subjects for target in objects)


def _is_one_list(match: Match, relation: RelationType) -> bool:
    """Tell whether both ends are items of one list, so that the sentence says the same of both."""
    if relation.symmetric or relation.kind != "entity":
        return False
    listed = items_of(match.line, match.slots["SUBJECT"])
    return match.slots["OBJECT"] in {slot.number for slot in listed}


def _items(match: Match, name: str, relation: RelationType) -> tuple[Slot, ...]:
    slot = match.line.slots[match.slots[name]]
    if name == "OBJECT" and relation.kind == "entity" and _is_only_last(match, slot):
        return (slot,)
    if name == "SUBJECT" and relation.kind == "entity" and _is_described_alone(match, slot, relation):
        return (slot,)
    items = items_of(match.line, slot.number)
    return items if relation.kind == "entity" else tuple(item for item in items if item.label == slot.label)


def _is_only_last(match: Match, slot: Slot) -> bool:
    """Tell whether a participle without a verb or comma names the last item only: "a model and a tool used by"."""
    words = match.clause.words
    return " by " in words and bool(re.match(rf"{slot.mark} [a-z]+(?:ed|built|made|run|set|led|held|known) ", words))


def _is_described_alone(match: Match, slot: Slot, relation: RelationType) -> bool:
    """Tell whether what follows the last item of a list describes it alone: "AXA and Kite, a subsidiary of Harbour"."""
    if match.clause.action or relation.name == "postIn":
        return False
    found = re.search(
        rf"{slot.mark} (?:, (?:which is )?(?:a|an|the) (?P<noun>(?:[a-z-]+ ){{1,4}})|(?:of|from) )", match.clause.words
    )
    return found is not None and not re.search(r"s $|s (?:of|in|at) ", found["noun"] or "")


def _as_site(slot: Slot, relation: RelationType) -> Slot:
    """Take an organisation for its site where only a place fits: the centre "at Cyberport"."""
    wants_site = "Facility" in relation.range and not relation.range & ORGANISATIONS
    return replace(slot, label="Facility") if wants_site and slot.label in ORGANISATIONS else slot


def _pair_posts(match: Match, persons: tuple[Slot, ...]) -> Iterator[Pair]:
    """Pair persons with posts: each with his own, or all with one that is named in the plural."""
    person, post = (match.line.slots[match.slots[name]] for name in ("SUBJECT", "OBJECT"))
    posts = items_of(match.line, post.number)
    if len(persons) == len(posts) > 1:
        yield from zip(persons, posts, strict=True)
    elif post.span.text.endswith(("s", "men")):
        yield from ((one, post) for one in persons)
    else:
        yield from ((person, one) for one in posts)
