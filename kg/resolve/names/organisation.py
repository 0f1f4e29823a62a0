"""The names of organisations taken apart: words that count, legal form, short forms in brackets, the Chinese name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.resolve.names.acronyms import is_short_form, stands_for
from kg.resolve.names.han import TABLES, fold, han_part

HERE = "hongkong"
_REMEMBERED = 20_000  # names; a resolver asks for the same ones again and again
_BRACKETS = re.compile(r"\s*[(（\[]([^()（）\[\]]*)[)）\]]")
_SPELLED_OUT = (
    (r"\bhong[ -]?kong(?:'s)?(?: (?:sar|s\.a\.r\.|special administrative region))?\b", HERE),
    (r"\b(?:hksar|hk|h\.k\.)(?:'s)?(?=\W|$)", HERE),
    (r"\br ?& ?d\b", "research development"),
    (r"\bi ?& ?t\b", "innovation technology"),
    (r"\ba\.?i\.?(?=\W|$)(?!\+)", "artificial intelligence"),
    (r"\bs ?& ?t\b", "science technology"),
    (r"\bprc\b|\bpeople's republic of china\b", "china"),
    (r"\bspecial administrative region\b", ""),
    (r"\bco\.?,? ?ltd\b", "company limited"),
    (r"\b(?:people's|men's|women's|employees'|manufacturers')(?=\W|$)", lambda m: m[0].replace("'", "")),
    (r"'s\b|'(?=\s|$)", ""),
)
_HAN_LEGAL = re.compile("(?:股份有限公司|有限[責责]任公司|有限公司|股份公司)$")
_HAN_HERE = re.compile("^(?:中[華华]人民共和[國国])?(?:香港特[別别]行政[區区]|香港特[區区]|中[國国]香港|香港|本港)")
_HAN_SYNONYMS = (
    "機械人/機器人 數碼/數字 資訊/信息 軟體/軟件 網路/網絡 人工智慧/人工智能 研究所/研究院 積體電路/集成電路"
    " 晶片/芯片 雷射/激光 視訊/視頻 程式/程序 資料/數據 與/及 和/及"
)
_WEIGHTLESS_HAN = re.compile(r"[\s、，,。．.．・·「」《》之的]")


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """What a name says. `words` carry the weight; `place` are words in brackets; `soft` may be left out in use."""

    text: str
    words: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    short: str = ""
    han: str = ""
    han_place: str = ""
    han_legal: bool = False

    @property
    def is_short_form(self) -> bool:
        """Tell a name that is an acronym and nothing else."""
        return bool(self.short) and not self.words and not self.han

    @property
    def is_public(self) -> bool:
        """Tell a body of government or learning from a company, by its words."""
        return not self.legal and bool(set(self.words) & word_lists()["public"])

    @property
    def key(self) -> str:
        """What spellings of the name have in common whatever the order of words: University of Oxford."""
        return " ".join(sorted(self.words)) + ("" if not self.place else f" ({' '.join(self.place)})")


@lru_cache(maxsize=_REMEMBERED)
def parse_organisation(name: str) -> OrganisationName:
    """Take a name apart; a name in two scripts is read in both."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name).replace("’", "'")).strip(' "“”«»「」《》,;:')
    han_text = text if han_part(text) else ""
    han, han_place, han_legal = _read_han(han_text)
    latin = re.sub(r"\(\s*\)", " ", re.sub(r"[^\x00-\u024f\u2010-\u2019]", " ", text)) if han else text
    if han and (not re.search(r"[A-Za-z]{2}", latin) or _is_part_of_han(text)):
        return OrganisationName(text, han=han, han_place=han_place, han_legal=han_legal)
    short, place, rest = _take_brackets(latin)
    if is_short_form(rest) and not short:
        return OrganisationName(text, place=place, short=rest, han=han, han_place=han_place)
    words, legal = _take_legal(fold_words(rest))
    return OrganisationName(text, words, place, legal, short, han, han_place, han_legal)


def fold_words(text: str) -> tuple[str, ...]:
    """Write words in one way: small letters, British spelling, no plural, common short forms written out."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    for pattern, replacement in _SPELLED_OUT:
        folded = re.sub(pattern, replacement, folded)
    folded = folded.replace("co-op", "coop").replace("co-ord", "coord").replace("&", " and ")
    words = re.findall(r"[^\W_]+\+*", re.sub(r"(?<=\w)\.(?=\w\b)", "", folded.replace("'", "")))
    return tuple(same for word in words if (same := _same(word)) not in word_lists()["small"])


def fold_han(text: str) -> str:
    """Write a Chinese name in one way: one form of characters, and one word where Hong Kong has another than others."""
    folded = fold(_WEIGHTLESS_HAN.sub("", text))
    for old, new in _han_synonyms():
        folded = folded.replace(old, new)
    return folded


@cache
def _han_synonyms() -> tuple[tuple[str, str], ...]:
    pairs = (pair.split("/") for pair in _HAN_SYNONYMS.split())
    return tuple((fold(old), fold(new)) for old, new in pairs)


def without_here(han: str) -> str:
    """Take Hong Kong off the front of a Chinese name, unless nothing of weight is left."""
    rest = _HAN_HERE.sub("", han)
    return rest if len(rest) > 1 else han


def _read_han(text: str) -> tuple[str, str, bool]:
    """Return name, place in brackets and whether there is a legal form."""
    if not text:
        return "", "", False
    places = [fold(inside) for inside in _BRACKETS.findall(text) if han_part(inside) == inside and inside]
    outside = _BRACKETS.sub("", text)
    if not han_part(outside):
        outside, places = places[0] if places else "", places[1:]
    elif _is_part_of_han(outside):
        outside = re.sub(r"\s+", "", outside).casefold()
    else:
        outside = han_part(outside)
    folded = fold_han(outside)
    bare = _HAN_LEGAL.sub("", folded)
    return bare or folded, "".join(place for place in places), bare != folded


def _is_part_of_han(text: str) -> bool:
    """Tell Latin letters that belong to a Chinese name: OSL集團, 產學研1+."""
    return bool(re.search(r"[A-Za-z0-9+][\u3400-\u9fff]|[\u3400-\u9fff][A-Za-z0-9]", _BRACKETS.sub("", text)))


def _take_brackets(text: str) -> tuple[str, tuple[str, ...], str]:
    """Split off a short form and a place in brackets."""
    short, place = "", tuple[str, ...]()
    for inside in _BRACKETS.findall(text):
        if is_short_form(inside.strip()) and stands_for(inside.strip(), _BRACKETS.sub("", text)):
            short = inside.strip()
        elif words := tuple(w for w in fold_words(inside) if w not in word_lists()["legal"] and not w.isdigit()):
            place += words
    return short, place, re.sub(r"\s+", " ", _BRACKETS.sub(" ", text)).strip(" ,")


def _take_legal(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    legal: list[str] = []
    rest = list(words)
    while len(rest) > 1 and (rest[-1] in word_lists()["legal"] or (legal and rest[-1] == "company")):
        legal.append(rest.pop())
    return tuple(rest), tuple(legal)


def _same(word: str) -> str:
    table = _same_words()
    if word in table:
        return table[word]
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        singular = f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
        return table.get(singular, singular)
    return word


@cache
def _same_words() -> Mapping[str, str]:
    return {word: line.split()[0] for line in _sections()["same"] for word in line.split()}


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """Return the words by what they do in a name: legal, soft, small, public, arms."""
    return {
        name: frozenset(_same_words().get(word, word) for line in lines for word in line.split())
        for name, lines in _sections().items()
        if name != "same"
    }


@cache
def _sections() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    section = ""
    for line in (TABLES / "organisation_words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            section = line[2:].partition(":")[0]
            found[section] = ()
        else:
            found[section] = (*found[section], line)
    return found
