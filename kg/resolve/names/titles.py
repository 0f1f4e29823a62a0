"""What stands around the name of a person: titles of courtesy, honours and posts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.resolve.names.han import TABLES, fold, is_han

Gender = Literal["m", "f"]
_SMALL_POST_WORDS = frozenset({"for", "of", "and", "the", "in", "to"})


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles, the post and the honours taken off a name, and the gender that a title gives away."""

    courtesy: tuple[str, ...] = ()
    post: str = ""
    honours: tuple[str, ...] = ()
    gender: Gender | None = None

    def __bool__(self) -> bool:
        return bool(self.courtesy or self.post)


def take_latin_titles(words: Sequence[str]) -> tuple[tuple[str, ...], Titles]:
    """Split the words of a name into those of the name and what stands around it; one word is always left."""
    rest = list(words)
    honours: list[str] = []
    while len(rest) > 1 and _folded(rest[-1]) in _table()["honours"]:
        honours.insert(0, rest.pop())
    courtesy: list[str] = []
    post: list[str] = []
    while len(rest) > 1:
        if (word := _folded(rest[0])) in _courtesy():
            courtesy.append(word)
            rest.pop(0)
        elif taken := _post_length(rest):
            post += [_folded(word) for word in rest[:taken]]
            del rest[:taken]
        else:
            break
    gender = next((g for word in courtesy if (g := _courtesy()[word])), None)
    return tuple(rest), Titles(tuple(courtesy), " ".join(post), tuple(honours), gender)


def starts_with_post(text: str) -> bool:
    """Tell a text whose first word is that of a post: Secretary, Director."""
    words = [word for word in map(_folded, text.split()) if word != "the"]
    return bool(words) and (words[0] in _table()["post heads"] or _post_length([*text.split(), "x"]) > 0)


def is_titles(words: Sequence[str]) -> bool:
    """Tell words that are titles and honours and nothing else."""
    known = _courtesy().keys() | _table()["honours"]
    return all(_folded(word) in known for word in words)


def is_honour(word: str) -> bool:
    """Tell letters behind a name: GBS, JP."""
    return _folded(word) in _table()["honours"]


def take_han_titles(text: str) -> tuple[str, Titles]:
    """Split a name in Chinese characters into the name and what stands around it."""
    honours = tuple(word for word in _table()["honours"] if is_han(word[0]) and word in text)
    for word in honours:
        text = text.replace(word, "")
    name, courtesy = _take_end(text, {fold(word): gender for word, gender in _courtesy().items() if is_han(word[0])})
    name, post = _take_end(name, dict.fromkeys(map(fold, _table()["han posts"])))
    posts = [fold(word) for word in _table()["han posts"] if fold(word) in fold(name)]
    front = max((fold(name).rfind(word) + len(word) for word in posts), default=0)
    if front and len(name) > front:
        name, post = name[front:], (fold(name[:front]),)
    name, front_courtesy = _take_front(name)
    words = (*courtesy, *front_courtesy)
    genders = {fold(word): gender for word, gender in _courtesy().items()}
    return name, Titles(words, "".join(post), honours, next((g for w in words if (g := genders.get(w))), None))


def _take_end(text: str, endings: Mapping[str, Gender | None]) -> tuple[str, tuple[str, ...]]:
    taken: list[str] = []
    while found := max((e for e in endings if fold(text).endswith(e) and len(text) > len(e)), key=len, default=""):
        text = text[: -len(found)]
        taken.append(found)
    return text, tuple(taken)


def _take_front(text: str) -> tuple[str, tuple[str, ...]]:
    words = [fold(word) for word in _courtesy() if is_han(word[0]) and len(word) > 1]
    found = next((word for word in words if fold(text).startswith(word) and len(text) > len(word)), "")
    return text[len(found) :], (found,) if found else ()


def _post_length(words: Sequence[str]) -> int:
    """Return how many words at the front name a post, leaving one for the name."""
    heads, others = _table()["post heads"], _table()["post words"]
    length = 0
    while length < len(words) - 1 and _folded(words[length]) in heads | others:
        length += 1
    while length and _folded(words[length - 1]) in _SMALL_POST_WORDS:
        length -= 1
    return length if any(_folded(word) in heads for word in words[:length]) else 0


def _folded(word: str) -> str:
    return re.sub(r"[.,]", "", word).casefold()


@cache
def _courtesy() -> Mapping[str, Gender | None]:
    genders: dict[str, Gender | None] = {"courtesy m": "m", "courtesy f": "f", "courtesy x": None}
    return {word: gender for section, gender in genders.items() for word in sorted(_table()[section])}


@cache
def _table() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    section = ""
    for line in (TABLES / "titles.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            section = line[2:]
        else:
            found[section] = found.get(section, frozenset()) | frozenset(line.split())
    return found
