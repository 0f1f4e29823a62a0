"""Capacities: a number with a unit of computing, power, storage, area, length or output."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.values.finding import Found
from kg.extract.values.numbers import NUMBER, bound_of, read_number
from kg.model import Quantity

_UNITS = {
    "PFLOPS": r"peta-?flops?|pflops?|petaflops/s|p(?:flops)?-flops", "EFLOPS": "exaflops?|eflops?", "TFLOPS": "teraflops?|tflops?",
    "MW": "megawatts?|mw", "GW": "gigawatts?|gw", "kW": "kilowatts?|kw", "MWh": "megawatt[- ]hours?|mwh", "kWh": "kilowatt[- ]hours?|kwh",
    "PB": "petabytes?|pb", "TB": "terabytes?|tb", "GB": "gigabytes?|gb",
    "Tbps": "terabits? (?:per|a) second|tbps|tbit/s", "Gbps": "gigabits? (?:per|a) second|gbps",
    "square metres": r"square[- ](?:metres?|meters?)|sq\.? ?m(?:etres?|eters?)?\b|sqm|m²|m2", "square feet": r"square[- ](?:feet|foot)|sq\.? ?(?:ft|feet)|ft²",
    "square kilometres": "square[- ](?:kilometres?|kilometers?)|sq\\.? ?km|km²", "hectares": "hectares?|ha", "acres": "acres?",
    "kilometres": "kilometres?|kilometers?|km", "metres": "metres?|meters?", "tonnes": "tonnes?|metric tons?|tons?", "kg": "kilogrammes?|kilograms?|kg",
    "racks": "(?:server )?racks?", "cabinets": "cabinets?", "GPUs": "gpus?|graphics cards?", "qubits": "qubits?", "seats": "seats?", "storeys": "storeys?|stories|floors?",
    "beds": "beds?", "fibre pairs": "fib(?:re|er) pairs?",
}  # fmt: skip
_MADE = r"(?:[\w-]+ )?(?P<product>wafers|satellites|vehicles|cars|units|robots|devices|chips|passengers|doses|batteries|drones|buses|scanners|patients)"
_RATE = r"(?:,? ?(?:per|a|an|every|each|/) ?(?P<per>year|month|week|day|hour|annum)\b|(?P<annual> (?:annually|yearly)))"
_SHORT = {"mw", "gw", "kw", "pb", "tb", "gb", "km", "kg", "ha", "m2", "mwh", "kwh"}
_UNIT = "|".join(f"(?P<u{n}>{pattern})" for n, pattern in enumerate(_UNITS.values()))
_NAMES = tuple(_UNITS)
_CAPACITY = re.compile(
    rf"(?<![\w.$])(?P<number>{NUMBER})[ \u00a0]?-?(?:(?:{_UNIT})(?![\w-]*\w)(?:{_RATE})?|{_MADE}{_RATE.replace('per>', 'per2>').replace('annual>', 'annual2>')})",
    re.IGNORECASE,
)


def find_capacities(text: str) -> Iterator[Found]:
    """Yield every number with a unit of capacity; petaflops are written PFLOPS."""
    for match in _CAPACITY.finditer(text):
        amount = read_number(match["number"])
        if amount is None:
            continue
        bound = bound_of(text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 12])
        yield Found(match.start(), match.end(), "quantity", Quantity(amount, _unit(match)), bound)


def _unit(match: re.Match[str]) -> str:
    if match["product"]:
        return f"{match['product'].casefold()} per {_per(match['per2'], match['annual2'])}"
    name = next(_NAMES[n] for n in range(len(_NAMES)) if match[f"u{n}"])
    rate = _per(match["per"], match["annual"]) if match["per"] or match["annual"] else ""
    return f"{name} per {rate}" if rate else name


def _per(period: str | None, annual: str | None) -> str:
    return "year" if annual or (period or "").casefold() == "annum" else (period or "year").casefold()
