"""Sums of money with their currency: "HK$3 billion", "300 million yuan", "US$5m to US$10m"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.values.finding import Found
from kg.extract.values.numbers import GAP, NUMBER, SCALE, bound_of, read_number
from kg.model import Quantity

_SYMBOLS = {
    "hk$": "HKD", "hkd": "HKD", "us$": "USD", "usd": "USD", "a$": "AUD", "aud": "AUD", "s$": "SGD", "sgd": "SGD",
    "c$": "CAD", "cad": "CAD", "nt$": "TWD", "twd": "TWD", "nz$": "NZD", "rmb": "CNY", "cny": "CNY", "rmb¥": "CNY",
    "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY", "jpy": "JPY", "mop$": "MOP", "mop": "MOP",
    "₩": "KRW", "krw": "KRW", "₹": "INR", "chf": "CHF", "thb": "THB", "aed": "AED", "$": "",
}  # fmt: skip
_NAMES = {
    "hong kong dollars": "HKD", "hk dollars": "HKD", "hkd": "HKD", "us dollars": "USD", "u.s. dollars": "USD",
    "usd": "USD", "american dollars": "USD", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "euros": "EUR",
    "euro": "EUR", "pounds": "GBP", "pounds sterling": "GBP", "yen": "JPY", "singapore dollars": "SGD",
    "australian dollars": "AUD",
    "canadian dollars": "CAD", "patacas": "MOP", "won": "KRW", "baht": "THB", "rupees": "INR", "swiss francs": "CHF",
    "dirhams": "AED", "riyals": "SAR", "ringgit": "MYR", "dollars": "",
}  # fmt: skip
_SYMBOL = "|".join(re.escape(word) for word in sorted(_SYMBOLS, key=len, reverse=True))
_NAME = "|".join(re.escape(word) for word in sorted(_NAMES, key=len, reverse=True))
_SUM = rf"\d[\d,]*+(?:\.\d++)?{SCALE}?"
_MONEY = re.compile(
    rf"(?<![\w$])(?P<symbol>{_SYMBOL}){GAP}?(?P<low>{_SUM})"
    rf"(?:{GAP}?(?:-|–|to){GAP}?(?:{_SYMBOL})?{GAP}?(?P<high>{_SUM}))?(?![\w%])"
    rf"|(?<![\w.$])(?P<amount>{NUMBER}){GAP}?-?(?P<name>{_NAME})\b",
    re.IGNORECASE,
)
_CONVERSION = re.compile(
    rf"{GAP}?\((?P<note>(?:about|around|some|or|=|≈|approx\.?|roughly)?\s?"
    rf"(?:(?:{_SYMBOL}){GAP}?{_SUM}|{_SUM}\s?(?:{_NAME})))\)",
    re.IGNORECASE,
)
_SCALED = re.compile(rf"{SCALE}$", re.IGNORECASE)


def find_money(text: str) -> Iterator[Found]:
    """Yield every sum of money; a conversion in brackets is the note of the sum before it."""
    plain_dollar = _plain_dollar(text)
    noted = 0
    for match in _MONEY.finditer(text):
        if match.start() < noted:
            continue
        symbol, name = (match["symbol"] or "").casefold(), (match["name"] or "").casefold()
        conversion = _CONVERSION.match(text, match.end())
        noted = conversion.end() if conversion else noted
        note = conversion["note"].strip() if conversion else None
        yield from _read_sums(text, match, _SYMBOLS.get(symbol) or _NAMES.get(name) or plain_dollar, note)


def _read_sums(text: str, match: re.Match[str], currency: str, note: str | None) -> Iterator[Found]:
    """Yield the sum of a match, or the two ends of a range."""
    low, high = match["low"] or match["amount"], match["high"]
    if not high:
        amount = read_number(low)
        if amount is not None:
            bound = bound_of(text, match.start(), match.end())
            yield Found(match.start(), match.end(), "money", Quantity(amount, currency), bound, note=note)
        return
    scale = _SCALED.search(high)
    first, second = read_number(low), read_number(high)
    if first is not None and scale and not _SCALED.search(low) and first < 1000:  # "HK$2 to HK$3 billion"
        first = read_number(low + scale.group())
    if first is not None and second is not None:
        yield Found(match.start(), match.end("low"), "money", Quantity(first, currency), "ge")
        yield Found(match.start("high"), match.end(), "money", Quantity(second, currency), "le", note=note)


def _plain_dollar(text: str) -> str:
    """A bare dollar sign is a Hong Kong dollar, unless the text writes HK$ where it means those."""
    return "USD" if re.search(r"HK\$|HKD", text) and not re.search(r"US\$|USD", text) else "HKD"
