"""Paragraphs: lines that were broken in the middle of a sentence become whole again, and lost breaks are put back."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.sources.identity import has_han

_STOPS = tuple(".!?。！？…:：;；")
_CLOSERS = "\"'”’»)]）」』"
_BULLET = re.compile(r"\s*(?:[-*•·‧▪●◦■–—]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)")
_DANGLING = re.compile(
    r"(?:\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|as|its|their|his|her|that|which|is|are|was|were|has|have"
    r"|will|than|into|between|under)|,)$",
    re.I,
)
_OPENER = (
    r"(?:The|A|An|In|On|At|It|Its|This|That|These|Those|Even|But|And|As|After|Before|While|When|Under|For|From|He|She"
    r"|They|We|With|If|By|Since)"
)
_LOST_STOP = re.compile(rf"(?<=[a-z0-9%)'’”]) (?={_OPENER} [a-z])")
_WRAP_WIDTH = 100
_SENTENCE = 16  # words: in text of free width only a line as long as a sentence can have been broken


def squeeze(line: str) -> str:
    """Return a line with single blanks and none at its ends."""
    return re.sub(r" +", " ", line).strip()


def split_bullet(line: str) -> tuple[bool, str]:
    """Tell whether a line is an item of a list, and return it without the bullet."""
    match = re.match(r"\s*[-*•·‧▪●◦■–—]\s+", line)
    return bool(match), squeeze(line[match.end() :] if match else line)


def ends_sentence(line: str) -> bool:
    """Tell whether the last mark of a line closes a sentence."""
    return line.rstrip().rstrip(_CLOSERS).endswith(_STOPS)


def join_soft_breaks(lines: list[str]) -> list[str]:
    """Join lines that were broken in the middle of a sentence; blank lines and list items stay apart."""
    width = max((len(line) for line in lines), default=0)
    wrapped = width <= _WRAP_WIDTH and _is_wrapped(lines, width)
    joined: list[str] = []
    last = ""
    for line in lines:
        if joined and _continues(joined[-1], last, line, width=width if wrapped else 0, first=len(joined) == 1):
            joined[-1] = _glue(joined[-1], line.strip())
        else:
            joined.append(line)
        last = line
    return joined


def restore_stops(paragraph: str) -> str:
    """Put a line break where the full stop between two sentences was lost ("moves to Hong Kong The new law")."""
    return _LOST_STOP.sub("\n", paragraph)


def shorten(text: str, length: int = 100) -> str:
    """Return the first sentence of a text, cut at a word where it is long, to serve as a title."""
    first = re.split(r"(?<=[.!?])\s|(?<=[。！？])|\n", text.strip(), maxsplit=1)[0]
    return first if len(first) <= length else first[:length].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Tell text set to a fixed width by its lines that go on in lower case, or that are full of Chinese."""
    pairs = [(a, b) for a, b in pairwise(lines[1:]) if not ends_sentence(a)]
    low = sum(len(a) >= 0.6 * width and _starts_low(b) for a, b in pairs)
    full = sum(_fills(a, width) and has_han(b.strip()[:1]) for a, b in pairs)
    return low >= 1 or full >= 2


def _continues(before: str, last: str, line: str, *, width: int, first: bool) -> bool:
    """Tell whether a line goes on with the sentence of those before; `width` is 0 where the text has no fixed width."""
    stopped = ends_sentence(before) and not (width and _starts_low(line) and before.endswith((":", ";")))
    if not before.strip() or not line.strip() or stopped or _BULLET.match(line):
        return False
    if has_han(before[-1:]) and has_han(line.strip()[:1]):
        return bool(width) and _fills(last, width)
    if width:
        return (_starts_low(line) and len(last) >= 0.4 * width) or len(last) >= 0.8 * width or _dangles(before)
    return not first and len(before.split()) >= _SENTENCE and (_starts_low(line) or _dangles(before))


def _fills(line: str, width: int) -> bool:
    """Tell a full line of Chinese, which may be one short where a mark may not begin a line."""
    return len(line) >= max(width - 1, 16) and has_han(line[-1:])


def _dangles(line: str) -> bool:
    return bool(_DANGLING.search(line[-40:]))


def _starts_low(line: str) -> bool:
    return line.strip()[:1].islower()


def _glue(before: str, line: str) -> str:
    if has_han(before[-1:]) and has_han(line[:1]):
        return before + line
    if before.endswith("-") and before[-2:-1].isalpha() and line[:1].isalpha():
        return before + line
    return f"{before} {line}"
