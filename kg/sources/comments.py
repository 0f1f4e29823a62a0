"""What readers wrote below an article, which is no part of it."""

from __future__ import annotations

import re

from kg.sources.lines import Line

_LONG = 40  # words: what readers write under a name is seldom longer
_SIGNS = re.compile(
    r"(?:reply|likes?|report|upvote|downvote|(?:view|load|show) .*(?:comments|replies)|no comments?.*|be the first.*"
    r"|sort by.*|newest|oldest|回覆|讚|暫.*留言)(?:\s.*)?",
    re.I,
)
_USER = re.compile(r"[\w.-]{2,20}: \S")


def drop_comments(lines: list[Line]) -> list[Line]:
    """Leave out what readers wrote; a comments button alone drops nothing."""
    kept: list[Line] = []
    position = 0
    while position < len(lines):
        end = position + 1
        if lines[position].kind != "comments":
            kept.append(lines[position])
        else:
            last = _end_of_comments(lines, end)
            end = last if _are_comments(lines[end:last]) else end
        position = end
    return kept


def _end_of_comments(lines: list[Line], start: int) -> int:
    for position in range(start, len(lines)):
        line = lines[position]
        if line.kind == "section":
            return position
        below = lines[position + 1] if position + 1 < len(lines) else None
        if line.is_headline and below is not None and below.kind == "prose" and below.words >= _LONG:
            return _top_of_block(lines, start, position)
    return len(lines)


def _top_of_block(lines: list[Line], start: int, position: int) -> int:
    """Go up from a headline over the name of its outlet and its date."""
    while position > start and lines[position - 1].kind in {"short", "stamp", "blank"}:
        position -= 1
    return position


def _are_comments(lines: list[Line]) -> bool:
    return any(_SIGNS.fullmatch(line.text) or _USER.match(line.text) for line in lines)
