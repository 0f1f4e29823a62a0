"""The words of our own pages in English and Traditional Chinese, and how dates, sums and counts are written in each."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from kg.errors import KgError

Language = Literal["en", "zh-Hant"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
SHORT_NAMES: dict[Language, str] = {"en": "EN", "zh-Hant": "繁"}
FOLDER = Path(__file__).parent / "words"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_CURRENCIES = {"HKD": ("HK$", "港元"), "USD": ("US$", "美元"), "CNY": ("RMB ", "元人民幣"), "EUR": ("€", "歐元")}
_SCALES_EN = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
_SCALES_ZH = ((Decimal(10) ** 12, "萬億"), (Decimal(10) ** 8, "億"), (Decimal(10) ** 4, "萬"))


class WordsError(KgError):
    """A word that a page asks for stands in no dictionary."""


@dataclass(frozen=True)
class Words:
    """The dictionary of one language: `say("overview.title")`, `say("facts.articles", n=3)`."""

    language: Language
    entries: dict[str, str]

    def __call__(self, key: str, **fields: object) -> str:
        """Return the words for a key with its fields filled in; for `n=1` those of `<key>_one` where there are any."""
        chosen = f"{key}_one" if fields.get("n") == 1 and f"{key}_one" in self.entries else key
        if chosen not in self.entries:
            raise WordsError(f"{self.language}.toml has no entry {key!r}; add it to every file in kg/ui/words")
        return self.entries[chosen].format(**fields)

    def or_else(self, key: str, otherwise: str) -> str:
        """Return the words for a key that data brought along, or what the data itself says."""
        return self.entries.get(key, otherwise)

    @property
    def chinese(self) -> bool:
        """Tell whether names are to be shown in Chinese where there is one."""
        return self.language == "zh-Hant"

    def name(self, label: str, label_zh: str | None) -> str:
        """Return the name that readers of this language expect."""
        return label_zh if self.chinese and label_zh else label

    def date(self, iso: str | None) -> str:
        """Write a day, month or year at the precision it has: `5 Jul 2025`, `2025年7月5日`."""
        found = _DATE.fullmatch(iso or "")
        if not found:
            return iso or ""
        year, month, day = found.groups()
        if self.chinese:
            return f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")
        return " ".join(part for part in (day and str(int(day)), month and _month(month), year) if part)

    def number(self, value: int) -> str:
        """Write a count with separators."""
        return f"{value:,}"

    def amount(self, value: str, unit: str) -> str | None:
        """Write a sum of money as a newsroom does (`HK$3 billion`, `30億港元`); None where it is no money."""
        if not re.fullmatch(r"[A-Z]{3}", unit):
            return None
        try:
            amount = Decimal(value)
        except InvalidOperation:
            return None
        before, after = _CURRENCIES.get(unit, (f"{unit} ", unit))
        return f"{_scaled(amount, _SCALES_ZH)}{after}" if self.chinese else f"{before}{_scaled(amount, _SCALES_EN)}"


@cache
def load_words(language: Language) -> Words:
    """Read the dictionary of a language."""
    tables = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    entries = {f"{section}.{key}": text for section, table in tables.items() for key, text in table.items()}
    return Words(language, entries)


def preferred_language(locale: str | None) -> Language:
    """Return the language for a browser's locale: Traditional Chinese for any Chinese one, English for all others."""
    return "zh-Hant" if (locale or "").lower().startswith(("zh", "yue")) else "en"


def _month(two_digits: str) -> str:
    number = int(two_digits)
    return _MONTHS[number - 1] if 1 <= number <= 12 else two_digits


def _scaled(amount: Decimal, scales: tuple[tuple[Decimal, str], ...]) -> str:
    for size, word in scales:
        if abs(amount) >= size:
            return f"{_plain(amount / size)}{word}"
    return _plain(amount)


def _plain(amount: Decimal) -> str:
    text = f"{amount:,.2f}"
    return text.rstrip("0").rstrip(".")
