"""Capacities: a number with a unit of computing, power, storage, area, length or output."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.values.finding import Found
from kg.extract.values.numbers import GAP, NUMBER, bound_of, read_number
from kg.model import Quantity

_UNITS = {
    "PFLOPS": r"peta-?flops?(?:/s)?|pflops?",
    "EFLOPS": r"exa-?flops?|eflops?",
    "TFLOPS": r"tera-?flops?|tflops?",
    "MWh": r"megawatt[- ]hours?|mwh",
    "kWh": r"kilowatt[- ]hours?|kwh",
    "MW": r"megawatts?|mw",
    "GW": r"gigawatts?|gw",
    "kW": r"kilowatts?|kw",
    "PB": r"petabytes?|pb",
    "TB": r"terabytes?|tb",
    "GB": r"gigabytes?|gb",
    "Tbps": r"terabits? (?:per|a) second|tbps|tbit/s",
    "Gbps": r"gigabits? (?:per|a) second|gbps",
    "square metres": r"square[- ](?:metres?|meters?)|sq\.? ?m(?:etres?|eters?)?|sqm|m²|m2",
    "square feet": r"square[- ](?:feet|foot)|sq\.? ?(?:ft|feet)|ft²",
    "square kilometres": r"square[- ](?:kilometres?|kilometers?)|sq\.? ?km|km²",
    "hectares": r"hectares?|ha",
    "acres": r"acres?",
    "kilometres": r"kilometres?|kilometers?|km",
    "metres": r"metres?|meters?",
    "tonnes": r"tonnes?|metric tons?|tons?",
    "kg": r"kilogrammes?|kilograms?|kg",
    "racks": r"(?:server )?racks?",
    "cabinets": r"cabinets?",
    "GPUs": r"gpus?|graphics cards?",
    "qubits": r"qubits?",
    "seats": r"seats?",
    "storeys": r"storeys?|floors?",
    "beds": r"beds?",
    "fibre pairs": r"fib(?:re|er) pairs?",
}
_UNIT = "|".join(f"(?P<u{n}>{pattern})" for n, pattern in enumerate(_UNITS.values()))
_PRODUCT = (
    r"(?:[\w-]+ )?(?P<product>wafers|satellites|vehicles|cars|units|robots|devices|chips|passengers|doses|"
    r"batteries|drones|"
    r"buses|scanners|patients)"
)


def _rate(suffix: str) -> str:
    """Return the pattern of "a year" and the like, its groups told apart by a suffix."""
    span = rf"(?P<per{suffix}>year|month|week|day|hour|annum)\b"
    return rf"(?:,? ?(?:per|a|an|every|each|/) ?{span}|(?P<annual{suffix}> (?:annually|yearly)))"


_CAPACITY = re.compile(
    rf"(?<![\w.$])(?P<number>{NUMBER}){GAP}?-?(?:(?:{_UNIT})(?![\w-]*\w)(?:{_rate('1')})?|{_PRODUCT}{_rate('2')})",
    re.IGNORECASE,
)


def find_capacities(text: str) -> Iterator[Found]:
    """Yield every number with a unit of capacity; petaflops are written PFLOPS, and output says per what time."""
    for match in _CAPACITY.finditer(text):
        amount = read_number(match["number"])
        if amount is not None:
            bound = bound_of(text, match.start(), match.end())
            yield Found(match.start(), match.end(), "quantity", Quantity(amount, _unit(match)), bound)


def _unit(match: re.Match[str]) -> str:
    if match["product"]:
        return f"{match['product'].casefold()} per {_time(match, '2')}"
    name = next(unit for n, unit in enumerate(_UNITS) if match[f"u{n}"])
    time = _time(match, "1")
    return f"{name} per {time}" if time else name


def _time(match: re.Match[str], suffix: str) -> str:
    if match[f"annual{suffix}"]:
        return "year"
    return (match[f"per{suffix}"] or "").casefold().replace("annum", "year")
