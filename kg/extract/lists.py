"""Lists: what is said of one item of "A, B and C" is said of all, and bullets continue the line that leads in."""

from __future__ import annotations

import re

from kg.extract.clauses import is_finite
from kg.extract.lines import SLOT, Line, Slot
from kg.extract.slots import ORGANISATIONS

MAX_ITEMS = 60
_ALIKE = (ORGANISATIONS, frozenset({"Place", "Facility"}), frozenset({"Programme", "Policy", "Product", "Project"}))
_JOINT = r"(?:[,;] (?:and |or |as well as |plus )?|and |or |as well as |plus |& )"
_NOT_WITHIN = "of|in|at|by|for|from|with|to|on|and|or|that|which|who|is|are|was|were|has|have|will|'s"
_WORDS = rf"(?:(?!(?:{_NOT_WITHIN}) )[a-z0-9-]+ ){{0,4}}?"
_BEFORE = re.compile(rf"(?P<mark>‹\d+:[A-Z]\w*›) (?P<joint>{_JOINT})(?:both )?{_WORDS}$")
_CLAUSE_START = re.compile(
    r"(?:^ |[,;:] |(?:that|when|as|while|where|which|and) )(?:both |the |its |an? )?(?:[a-z-]+ )?$"
)
_AFTER = re.compile(rf"(?P<joint>{_JOINT}){_WORDS}(?P<mark>‹\d+:[A-Z]\w*›) (?!'s |-[a-z])(?P<next>[^ ]* )?")


def items_of(line: Line, number: int) -> tuple[Slot, ...]:
    """Return all items of the list in which a slot stands, in order; the slot alone where there is no list.

    Commas alone make a list after a colon only: "Fo Tan, Sha Tin" is one place.
    """
    slot = line.slots[number]
    position = line.text.find(slot.mark)
    if position < 0 or not slot.is_mention:
        return (slot,)
    left, left_joints, start = _items_before(line, position, slot)
    opens = bool(_CLAUSE_START.search(line.text[max(0, start - 40) : start]))
    right, right_joints = _items_after(line, position + len(slot.mark) + 1, slot, opens)
    joined = re.search(r"\b(?:and|or|as well as|plus)\b|&", " ".join(left_joints + right_joints))
    return (*left, slot, *right) if joined or line.text[:start].endswith(": ") else (slot,)


def _items_before(line: Line, position: int, slot: Slot) -> tuple[list[Slot], list[str], int]:
    """Return the items before a slot with what joins them, and where the list begins."""
    items: list[Slot] = []
    joints: list[str] = []
    while len(items) < MAX_ITEMS and (match := _BEFORE.search(line.text[max(0, position - 120) : position])):
        found = _slot(line, match["mark"])
        if not _alike(found, slot):
            break
        items.insert(0, found)
        joints.append(match["joint"])
        position = line.text.rfind(match["mark"], 0, position)
    return items, joints, position


def _items_after(line: Line, position: int, slot: Slot, opens: bool) -> tuple[list[Slot], list[str]]:
    """Return the items after a slot; one that has a verb of its own begins a new clause, unless the list opens one."""
    items: list[Slot] = []
    joints: list[str] = []
    while len(items) < MAX_ITEMS and (match := _AFTER.match(line.text, position)):
        found = _slot(line, match["mark"])
        begins_clause = not opens and is_finite((match["next"] or "").strip())
        if not _alike(found, slot) or begins_clause:
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
