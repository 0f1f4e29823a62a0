"""Captions: the credit of a picture tells its caption from the text of an article."""

from __future__ import annotations

import re

from kg.sources.identity import count_words

_AGENCIES = (
    r"(?:Reuters|AFP|AP|Xinhua|Bloomberg|Handout|SCMP|EPA-EFE|EPA|Getty Images|Shutterstock|RTHK|HKFP|CNA|Kyodo"
    r"|Facebook|Weibo|Information Services Department|ISD|GovHK)"
)
_LABEL = r"(?:Photo|Photograph|Image|Picture|Illustration)s?"
_INLINE = re.compile(rf"\s*\b(?:File )?{_LABEL}: ?{_AGENCIES}(?:[/,] ?{_AGENCIES})*\.?(?=\s|$)")
_AT_END = re.compile(
    r"(?:\b(?:file )?(?:photos?|photograph|images?|pictures?|pics?|illustration|graphic|screenshot|video|credit)"
    r"\s?[:：]"
    r"|\b(?:photo|photograph|image|picture)s? (?:by|courtesy of|credit)\b|\bphoto ?/ ?"
    r"|\((?:ap|afp|reuters|xinhua)[ /]|(?:圖片|相片|圖)(?:來源)?\s?[:：])"
    r"(?P<name>[^.!?。]{0,60})[.)\]]*$",
    re.I,
)


def is_caption(line: str) -> bool:
    """Tell whether a line is the caption of a picture, by the credit at its end."""
    credit = _AT_END.search(line[-160:])
    return credit is not None and count_words(line) <= 45 and count_words(credit["name"]) <= 6


def split_credits(paragraph: str) -> list[str]:
    """Cut a paragraph where the credit of a picture slipped into it, and drop the credit."""
    return [part.strip() for part in _INLINE.split(paragraph) if part.strip()]
