"""The words of photo credits, whose names have no part in what an article tells: "Photo: Jane Doe/Some Agency"."""

from __future__ import annotations

import re

from kg.extract.words import Sentence

_LEADS = frozenset(
    "photo photos photograph photographs image images picture pictures illustration illustrations "
    "graphic graphics credit credits courtesy video handout".split()
)
_LINKS = frozenset("by of courtesy from credit via".split())
_AGENCY = re.compile(r"(?:Getty|iStock|Shutterstock|Alamy|Unsplash|Pexels|Depositphotos|Dreamstime)\w*(?:/.*)?")
_LONGEST = 8  # words


def find_credits(sentence: Sentence) -> frozenset[int]:
    """Return the starts of the words that belong to photo credits."""
    starts: set[int] = set()
    for at, word in enumerate(sentence):
        text = word.text
        if text.casefold() in _LEADS and (text[0].isupper() or "(" in word.before):
            starts.update(_after_lead(sentence, at))
        elif "/" in text and _is_signed(sentence, at):
            starts.update(w.start for w in sentence[max(0, at - 1) : at + 3] if w.capital)
        elif _AGENCY.fullmatch(text):
            starts.update(w.start for w in sentence[at : at + 2] if w is word or w.text in {"Images", "Photo"})
    return frozenset(starts)


def _after_lead(sentence: Sentence, at: int) -> list[int]:
    """Return the words of a credit that opens with what is credited: "Photo: …", "(Picture by …)"."""
    following = sentence[at + 1 : at + 1 + _LONGEST]
    if not following:
        return []
    linked = following[0].text.casefold() in _LINKS and (sentence[at].first or "(" in sentence[at].before)
    if following[0].before.strip() != ":" and not linked:
        return []
    found = [sentence[at].start]
    for number, word in enumerate(following):
        if number and word.before.strip() not in {"", ":", "/", "|", "-", "&"}:
            break
        if not word.capital and word.text.casefold() not in _LINKS:
            # What goes on in small letters is a caption, whose names count.
            return [] if number > 1 or not linked else found
        found.append(word.start)
    return found


def _is_signed(sentence: Sentence, at: int) -> bool:
    """Whether a photographer and an agency are joined by a stroke: "Jane Doe/Some Images"."""
    first, _, second = sentence[at].text.partition("/")
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    return bool(first) and bool(second) and (following in {"Images", "Photo"} or bool(_AGENCY.match(second)))
