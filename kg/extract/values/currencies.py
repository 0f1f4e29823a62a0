"""Currencies: the signs and names that stand for them, and what a mere dollar or yen sign means in a text."""

from __future__ import annotations

import re

from kg.extract.values.numbers import GAP

SYMBOLS = {
    "hk$": "HKD", "hkd$": "HKD", "hkd": "HKD", "us$": "USD", "usd$": "USD", "usd": "USD", "u.s.$": "USD", "a$": "AUD",
    "au$": "AUD", "aud": "AUD", "s$": "SGD", "sgd": "SGD", "c$": "CAD", "cad": "CAD", "nt$": "TWD", "twd": "TWD",
    "nz$": "NZD", "nzd": "NZD", "rmb": "CNY", "cny": "CNY", "rmb¥": "CNY", "cn¥": "CNY", "€": "EUR", "eur": "EUR",
    "£": "GBP", "gbp": "GBP", "¥": "JPY", "jpy": "JPY", "mop$": "MOP", "mop": "MOP", "₩": "KRW", "krw": "KRW",
    "₹": "INR", "inr": "INR", "chf": "CHF", "thb": "THB", "aed": "AED", "sar": "SAR", "myr": "MYR", "vnd": "VND",
    "idr": "IDR", "$": "",
}  # fmt: skip
NAMES = {
    "hong kong dollars": "HKD", "hong kong dollar": "HKD", "hk dollars": "HKD", "hkd": "HKD", "us dollars": "USD",
    "us dollar": "USD", "u.s. dollars": "USD", "usd": "USD", "american dollars": "USD", "chinese yuan": "CNY",
    "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "cny": "CNY", "euros": "EUR", "euro": "EUR",
    "pounds sterling": "GBP", "pounds": "GBP", "japanese yen": "JPY", "yen": "JPY", "singapore dollars": "SGD",
    "australian dollars": "AUD", "canadian dollars": "CAD", "new taiwan dollars": "TWD", "patacas": "MOP",
    "won": "KRW", "baht": "THB", "rupees": "INR", "swiss francs": "CHF", "dirhams": "AED", "riyals": "SAR",
    "ringgit": "MYR", "dollars": "", "dollar": "",
}  # fmt: skip


def alternatives(words: dict[str, str]) -> str:
    """Return a pattern of all words, the longest first; their blanks may be any blank."""
    return "|".join(re.escape(word).replace(r"\ ", GAP) for word in sorted(words, key=len, reverse=True))


_CONVERTED = re.compile(
    r"HK ?\$[^()$]{1,20}\((?:about |around )?\$\d|(?<![\w.$])\$[^()$]{1,20}\((?:about |around )?HK ?\$"
)
_GOVERNING = re.compile(r"Legislative Council|LegCo|HKSAR|Financial Secretary|the Government|Policy Address|\bBudget\b")
_BARE = re.compile(rf"(?<![\w.$])\${GAP}?\d")
_OF_HONG_KONG, _OF_AMERICA = re.compile(r"HK ?\$|HKD"), re.compile(r"US ?\$|USD")
_LOCAL = re.compile(r"Hong ?Kong|\bHK|Legislative Council|LegCo|\bthe (?:city|Government|government|SAR)\b|\bBureau\b")
_ABROAD = re.compile(
    r"\bU\.S\.|\bUS\b|United States|America|New York|Nasdaq|Wall Street|Silicon Valley|San Francisco|California|"
    r"Washington"
)
_CHINESE, _JAPANESE = (
    re.compile(r"(?i:yuan|renminbi|\brmb\b)|China|Chinese|Shenzhen|Beijing|Shanghai"),
    re.compile(r"(?i:\byen\b)|Japan|Tokyo"),
)


def plain_dollar(text: str) -> str:
    """Return what a bare dollar sign means: that of Hong Kong, unless the text marks those or is from abroad."""
    if _OF_AMERICA.search(text):
        return "HKD"
    marked = len(_OF_HONG_KONG.findall(text))
    if _CONVERTED.search(text):
        return "USD"
    if marked:  # a headline may write HK$ where the text itself leaves it out
        return "USD" if len(_BARE.findall(text)) <= marked and not _GOVERNING.search(text) else "HKD"
    return "USD" if not _LOCAL.search(text) and _ABROAD.search(text) else "HKD"


def plain_yen(text: str) -> str:
    """Return what a bare yen sign means: the yuan where the text is about China and not about Japan."""
    return "CNY" if _CHINESE.search(text) and not _JAPANESE.search(text) else "JPY"
