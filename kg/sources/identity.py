"""What an article is known by: a canonical address, an identifier that stays the same, and its language."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKERS = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref_src|ref_url|cmpid|yclid|spm|_ga")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def canonical_url(address: str) -> str | None:
    """Return the address without what does not tell two pages apart, or None where it is no web address."""
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    scheme = parts.scheme.casefold()
    if scheme not in {"http", "https"} or not host or re.search(r"\s", parts.netloc + parts.path):
        return None
    if port is not None and port != {"http": 80, "https": 443}[scheme]:
        host = f"{host}:{port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([(key, value) for key, value in pairs if not _TRACKERS.fullmatch(key.casefold())])
    return urlunsplit((scheme, host, parts.path if parts.path.strip("/") else "/", query, ""))


def article_id(url: str | None, text: str) -> str:
    """Return 12 hex digits: of the canonical address, or of the text where there is no address."""
    return hashlib.sha256((url or text).encode()).hexdigest()[:12]


def guess_language(text: str) -> str:
    """Tell Chinese from English by the share of Han characters among the letters."""
    letters = sum(character.isalpha() for character in text)
    return "zh-Hant" if letters and len(_HAN.findall(text)) > 0.3 * letters else "en"


def count_words(text: str) -> int:
    """Count words; two Han characters count as one."""
    return len(re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", _HAN.sub(" ", text))) + (len(_HAN.findall(text)) + 1) // 2


def has_han(text: str) -> bool:
    """Tell whether there are Chinese characters in a text."""
    return bool(_HAN.search(text))
