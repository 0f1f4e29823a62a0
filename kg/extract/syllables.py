"""The syllables of Chinese given names: pinyin of the mainland, and the spellings of Hong Kong."""

from __future__ import annotations

import re

_ONSET = r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)"
_RHYME = (
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ui|un|uo|ue|a|e|i|o|u)"
)
_BARE = r"(?:ang|an|ai|ao|en|er|ou|a|e)"
_PINYIN = re.compile(rf"(?:{_BARE}|{_ONSET}{_RHYME})(?:{_ONSET}{_RHYME}|{_BARE}){{0,2}}")
_HONG_KONG = re.compile(
    r"(?:ch|f|g|gw|h|j|k|kw|l|m|n|ng|p|s|sh|t|ts|tsz|w|y)"
    r"(?:ai|ak|am|an|ang|ap|at|au|ah|a|ee|ei|ek|eng|eung|euk|i|ik|im|in|ing|ip|it|iu|oi|ok|on|ong|ot|ou|ow|oo|o|"
    r"eong|oong|oon|een|oy|uen|uet|ue|uk|ui|um|un|ung|ut|u|yu|e)|tsz|sze|tze|on|oi|ngai|yuen|yuet"
)


def is_pinyin(word: str) -> bool:
    """Whether a word is made of one to three syllables of pinyin."""
    return len(word) > 1 and _PINYIN.fullmatch(word.casefold()) is not None


def is_hong_kong_syllable(word: str) -> bool:
    """Whether a word is one syllable as Hong Kong writes it: "Siu", "Wing", "Tsz"."""
    return 1 < len(word) < 7 and word.istitle() and _HONG_KONG.fullmatch(word.casefold()) is not None
