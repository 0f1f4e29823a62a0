"""Short forms of names of organisations: HKMA, LegCo, PolyU, 金管局."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "a", "an", "&", "de"})
_OPTIONAL_END = frozenset("limited ltd corporation company co inc hong kong hksar hk group".split())
_SHORT = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&+.\-@]{1,11}")
_ENDINGS_HAN = "局署處会院府校社部组"


def is_short_form(name: str) -> bool:
    """Tell a single word with two or more capitals: HKMA, LegCo, R&D, PolyU."""
    capitals, small = sum(c.isupper() for c in name), sum(c.islower() for c in name)
    return bool(_SHORT.fullmatch(name)) and small <= 1.5 * capitals


def stands_for(short: str, name: str) -> bool:
    """Tell whether a short form is made of the beginnings of the words of a name.

    Each capital begins a word; small letters go on with it: LegCo, EdUHK. Small words and words like "Limited" at the
    end may be passed over, and so may "Hong Kong" at the front of the name.
    """
    pieces = tuple(piece.casefold() for piece in re.findall(r"[A-Z0-9][a-z]*", short.replace(".", "")))
    words = tuple(word.casefold() for word in re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", name)))
    if len(pieces) < 2 or len(words) < 2:
        return False
    fronts = [words] + ([words[2:]] if words[:2] == ("hong", "kong") and len(words) > 3 else [])
    return any(_fits(pieces, front) for front in fronts)


def shortens_han(short: str, name: str) -> bool:
    """Tell whether a Chinese short form takes characters of a name in order, with its first words and its last: 證監會.

    Both are folded. A university is called by its first characters and 大.
    """
    if not (2 <= len(short) <= 5 and len(short) + 2 <= len(name)):
        return False
    full = name.removesuffix("学") if short.endswith("大") and name.endswith("大学") else name
    if short[-1] != full[-1] or (len(short) > 2 and full.startswith(short[:-1])):
        return False  # 教育局 is no short form of 教育發展局
    return any(_in_order(short, full[start:]) for start in _starts(full) if full[start : start + 1] == short[0])


def _starts(name: str) -> tuple[int, ...]:
    return (0, 1, 2) if name.startswith("香港") else (0,)


def _in_order(short: str, name: str) -> bool:
    at = -1
    for character in short:
        at = name.find(character, at + 1)
        if at < 0:
            return False
    return True


def _fits(pieces: Sequence[str], words: Sequence[str]) -> bool:
    if not pieces:
        return all(word in _OPTIONAL_END | _SMALL for word in words)
    if not words:
        return False
    piece, word = pieces[0], words[0]
    if word.startswith(piece) and _fits(pieces[1:], words[1:]):
        return True
    whole = "".join(pieces[: len(word)])
    if 1 < len(word) <= 3 and whole == word and _fits(pieces[len(word) :], words[1:]):
        return True
    return word in _SMALL and _fits(pieces, words[1:])
