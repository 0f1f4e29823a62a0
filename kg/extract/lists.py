"""Lists: what is said of one item of "A, B and C" is said of all, and bullets continue the line that leads in."""

from __future__ import annotations

import re

from kg.extract.clauses import is_finite
from kg.extract.lines import SLOT, Line, Slot
from kg.extract.slots import ORGANISATIONS

MAX_ITEMS = 60
_ALIKE = (ORGANISATIONS, frozenset({"Place", "Facility"}), frozenset({"Programme", "Policy", "Product", "Project"}))
_JOINT = r"(?:, (?:and |or |as well as |plus )?|and |or |as well as |plus |& )"
_NOT_WITHIN = "of|in|at|by|for|from|with|to|on|and|or|that|which|who|is|are|was|were|has|have|will|'s"
_WORDS = rf"(?:(?!(?:{_NOT_WITHIN}) )[a-z0-9-]+ ){{0,4}}?"
_BEFORE = re.compile(rf"(?P<mark>‹\d+:[A-Z]\w*›) (?P<joint>{_JOINT})(?:both )?{_WORDS}$")
_AFTER = re.compile(rf"(?P<joint>{_JOINT}){_WORDS}(?P<mark>‹\d+:[A-Z]\w*›) (?!'s |-[a-z])(?P<next>[^ ]* )?")


def items_of(line: Line, number: int, *, open_end: bool = False) -> tuple[Slot, ...]:
    """Return all items of the list in which a slot stands, in order; the slot alone where there is no list.

    Without an "and" or "or" commas alone make a list only where `open_end` says so ("Fo Tan, Sha Tin" is one place).
    """
    slot = line.slots[number]
    position = line.text.find(slot.mark)
    if position < 0 or not slot.is_mention:
        return (slot,)
    left, left_joints = _items_before(line, position, slot)
    right, right_joints = _items_after(line, position + len(slot.mark) + 1, slot)
    joined = " ".join(left_joints + right_joints)
    if not open_end and not re.search(r"\b(?:and|or|as well as|plus)\b|&", joined):
        return (slot,)
    return (*left, slot, *right)


def _items_before(line: Line, position: int, slot: Slot) -> tuple[list[Slot], list[str]]:
    items: list[Slot] = []
    joints: list[str] = []
    while len(items) < MAX_ITEMS and (match := _BEFORE.search(line.text[max(0, position - 120) : position])):
        found = _slot(line, match["mark"])
        if not _alike(found, slot):
            break
        items.insert(0, found)
        joints.append(match["joint"])
        position = line.text.rfind(match["mark"], 0, position)
    return items, joints


def _items_after(line: Line, position: int, slot: Slot) -> tuple[list[Slot], list[str]]:
    items: list[Slot] = []
    joints: list[str] = []
    while len(items) < MAX_ITEMS and (match := _AFTER.match(line.text, position)):
        found = _slot(line, match["mark"])
        if not _alike(found, slot) or is_finite((match["next"] or "").strip()):
            break
        items.append(found)
        joints.append(match["joint"])
        position = match.end("mark") + 1
    return items, joints


def _slot(line: Line, mark: str) -> Slot:
    found = SLOT.fullmatch(mark)
    if found is None:
        raise ValueError(f"no slot: {mark!r}")
    return line.slots[int(found["number"])]


def _alike(one: Slot, other: Slot) -> bool:
    return one.label == other.label or any({one.label, other.label} <= group for group in _ALIKE)
