"""Marks on the words of a line that tell patterns what may stand between their parts.

"has also opened the park" becomes "has~ also^ opened the park": a tilde on words of a verb group, a caret on words that
may belong to a verb group or a noun phrase, a broken bar on words that end a noun phrase.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ENDS_NOUN = frozenset(
    """of in on at by for from with as into onto over under between among through during after before until
    against without within via per than and or but nor that which who whom whose where when while if because
    said says told it they he she , . ; : ( )""".split()
)
_IN_VERB_GROUP = frozenset(
    """is are was were be been being has have had do does did will would shall should can could may might must to
    not n't never 'll cannot since""".split()
)
_IN_EITHER = frozenset(
    """no nor longer also now already just still first jointly together then soon once again today yesterday
    tomorrow earlier later currently even itself himself herself themselves both all each ever next finally
    thus so far only long formally plans plan planned planning aims aim aimed intends intend intended hopes
    hope hoped wants want wanted expects expected expect seeks seeking proposes proposed propose set due
    agreed agrees decided decides began begun begins begin start starts started starting helped helps help
    going about ready scheduled considering considers continues continue continued managed likely poised bound
    preparing prepares prepared looking keen willing supposed meant reported rumoured believed thought
    undertook undertakes pledged promised promises vowed failed fails refused declined denied denies yet plus""".split()
)
_ADVERB = re.compile(r"[a-z]{2,}ly")

NOUN_CELL = r"[a-z0-9&/$%'.+-]+\^? "
VERB_CELL = r"[^ ‹]+[~^] "
_MARKS = re.compile(r"[~^¦](?= |$)")


@lru_cache(maxsize=50_000)
def mark(word: str) -> str:
    """Return a word with its mark; slots and other words stay as they are."""
    if word in _IN_VERB_GROUP:
        return word + "~"
    if word in _IN_EITHER or (
        _ADVERB.fullmatch(word) and word not in {"only", "early", "supply", "family", "italy", "july", "assembly"}
    ):
        return word + "^"
    return word + "¦" if word in _ENDS_NOUN else word


def mark_words(text: str) -> str:
    """Mark every word of a line."""
    return f" {' '.join(map(mark, text.split()))} "


def unmark(text: str) -> str:
    """Take the marks off again."""
    return _MARKS.sub("", text)
