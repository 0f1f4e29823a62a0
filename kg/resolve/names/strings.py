"""Names as strings: what is cleaned off, what two names have in common, and which of several is the fullest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from kg.gazetteer import normalise

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.I)
_COURTESY = re.compile(
    r"^(?:(?:the )?hon(?:ourable)?|mr|mrs|ms|miss|mx|madam|dr|prof(?:essor)?|ir|sir|dame|rev(?:erend)?)\.?\s+(?=\S)",
    re.I,
)
_POSSESSIVE = re.compile(r"(?:'s|’s|(?<=s)['’])$")
_BRACKETED = re.compile(r"\s*[(（](?P<inside>[^()（）]*)[)）]$")
_EDGES = ' \t\n"“”«»「」『』,;:.–—-'
_GENERIC = re.compile(
    r"advisory|agency|association|authority|board|bureau|campus|centre|college|commission|committee|company|consortium"
    r"|corporation|council|department|expert|facility|force|forum|foundation|fund|group|hub|institute|joint|laboratory"
    r"|lab|management|ministry|network|office|organisation|panel|park|platform|programme|project|sandbox|scheme"
    r"|secretariat|selection|society|special|steering|summit|task|team|technical|unit|university|vetting|working"
)
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "a", "an", "&"})


def clean_name(text: str) -> str:
    """Take article, possessive ending and quotation marks off a name as it stands in a text."""
    name = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip(_EDGES)
    name = _POSSESSIVE.sub("", name)
    return _ARTICLE.sub("", name) or name


def clean_person(text: str) -> str:
    """Take titles of courtesy off the name of a person."""
    name = clean_name(text)
    while (shorter := _COURTESY.sub("", name)) != name:
        name = shorter
    return name


def without_brackets(name: str) -> str:
    """Return a name without a short or Chinese form in brackets behind it; "(Bermuda)" is part of a name."""
    match = _BRACKETED.search(name)
    if match and match.start() and (is_acronym(match["inside"]) or has_han(match["inside"])):
        return name[: match.start()]
    return name


def key_of(name: str) -> str:
    """Return what two spellings of one name share."""
    return normalise(name)


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name, folded, without the small ones."""
    return frozenset(normalise(name).split()) - _SMALL_WORDS


def has_han(name: str) -> bool:
    """Tell a Chinese name."""
    return bool(_HAN.search(name))


def is_acronym(name: str) -> bool:
    """Tell a short form in capitals: HKMA, R&D, AI+."""
    return bool(re.fullmatch(r"[A-Z0-9&+.-]{2,10}s?", name)) and sum(c.isupper() for c in name) >= 2


def is_description(name: str) -> bool:
    """Tell common words ("new supercomputing centre", "the Steering Committee") from a proper name."""
    if has_han(name):
        return False
    if not any(c.isupper() or c.isdigit() for c in name):
        return True
    return all(_GENERIC.fullmatch(word) or word in _SMALL_WORDS for word in normalise(name).split())


def abbreviates(short: str, name: str) -> bool:
    """Tell whether a short form in capitals is made of the first letters of a name."""
    letters, full = letters_of(short), initials_of(name)
    if len(letters) < 2 or not full:
        return False
    return letters in full or (len(letters) >= 4 and any(initials.startswith(letters) for initials in full))


def letters_of(short: str) -> str:
    """Return the letters and digits of a short form."""
    return re.sub(r"[^A-Z0-9]", "", short.removesuffix("s").upper())


def initials_of(name: str) -> tuple[str, ...]:
    """Return the first letters of a name's words, with and without the small ones; one word has none."""
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", without_brackets(name))
    if len(words) < 2:
        return ()
    return tuple(
        "".join(w if w.isupper() and len(w) <= 3 else w[0] for w in part).upper() for part in (words, _larger(words))
    )


def _larger(words: list[str]) -> list[str]:
    return [word for word in words if word.casefold() not in _SMALL_WORDS]


def is_bare_surname(name: str) -> bool:
    """Tell a single Latin word, which as the name of a person does not say who it is."""
    return len(clean_person(name).split()) == 1 and not has_han(name)


def surnames(name: str) -> frozenset[str]:
    """Return the words of a person's name that may be the surname: "Lee" of "John Lee Ka-chiu", both of "Sun Dong"."""
    words = clean_person(name).split()
    if len(words) > 1 and re.search(r"\w-\w", words[-1]):
        return frozenset({words[-2].casefold()})
    return frozenset({words[0].casefold(), words[-1].casefold()}) if words else frozenset()


def fullest(names: Iterable[str]) -> str:
    """Choose the name to call an entity by: English before Chinese, proper before descriptive, long before short."""
    unique = dict.fromkeys(names)
    return min(unique, key=lambda n: (has_han(n), is_description(n), is_acronym(n), -len(n.split()), -len(n), n))
