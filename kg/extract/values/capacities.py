"""Capacities: a number with a unit of computing, power, storage, area, length, weight or output."""

from __future__ import annotations

import re

from kg.extract.values.amounts import Amount
from kg.extract.values.numbers import GAP, Number

_UNITS = {
    "PFLOPS": r"peta-?flops?(?:/s)?|pflops?(?:/s)?",
    "EFLOPS": r"exa-?flops?|eflops?",
    "TFLOPS": r"tera-?flops?|tflops?",
    "TWh": r"terawatt[- ]hours?|twh",
    "GWh": r"gigawatt[- ]hours?|gwh",
    "MWh": r"megawatt[- ]hours?|mwh",
    "kWh": r"kilowatt[- ]hours?|kwh",
    "MW": r"megawatts?|mwp?",
    "GW": r"gigawatts?|gwp?",
    "kW": r"kilowatts?|kwp?",
    "kV": r"kilovolts?|kv",
    "MVA": r"mva",
    "EB": r"exabytes?|eb",
    "PB": r"petabytes?|pb",
    "TB": r"terabytes?|tb",
    "GB": r"gigabytes?|gb",
    "Tbps": r"terabits? (?:per|a) second|tbps|tbit/s|tb/s",
    "Gbps": r"gigabits? (?:per|a) second|gbps|gbit/s|gb/s",
    "Mbps": r"megabits? (?:per|a) second|mbps|mbit/s|mb/s",
    "GHz": r"gigahertz|ghz",
    "MHz": r"megahertz|mhz",
    "square kilometres": r"square[- ](?:kilometres?|kilometers?)|sq\.?[- ]?km|km²|km2",
    "square metres": r"square[- ](?:metres?|meters?)|sq\.?[- ]?m(?:etres?|eters?)?|sqm|m²|m2|㎡",
    "square feet": r"square[- ](?:feet|foot)|sq\.?[- ]?(?:ft|feet)|sqft|ft²",
    "cubic metres": r"cubic[- ](?:metres?|meters?)|m³|m3",
    "hectares": r"hectares?|ha",
    "acres": r"acres?",
    "kilometres": r"kilometres?|kilometers?|km",
    "metres": r"metres?|meters?|m(?= (?:long|deep|wide|high|tall|thick|below|above|away)\b)",
    "centimetres": r"centimetres?|centimeters?|cm",
    "millimetres": r"millimetres?|millimeters?|mm",
    "micrometres": r"micrometres?|microns?|μm|µm",
    "nanometres": r"nanometres?|nanometers?|nm",
    "inches": r"inch(?:es)?",
    "miles": r"miles?",
    "tonnes": r"tonnes?|metric tons?|tons?",
    "kg": r"kilogrammes?|kilograms?|kg",
    "grams": r"grammes?|grams?",
    "milligrams": r"milligrammes?|milligrams?|mg",
    "litres": r"litres?|liters?",
    "millilitres": r"millilitres?|milliliters?|ml",
    "degrees": r"degrees? (?:celsius|centigrade)|°c",
    "TEUs": r"teus?|20-foot equivalent units",
    "racks": r"(?:(?:server|high-density|standard|it) )?racks?",
    "cabinets": r"(?:(?:server|standard) )?cabinets?",
    "GPUs": (
        r"(?:(?:nvidia|huawei|amd|ai|high-end|[a-z]{1,9}\d{1,5}[a-z]{0,3}) ){0,3}gpus?|"
        r"(?:graphics|gpu) (?:cards?|processors?|processing units?)"
    ),
    "cards": r"(?:accelerator|accelerated computing|computing|ai(?: computing| accelerator)?) cards?",
    "chips": r"(?:ai|accelerator|gpu) chips?",
    "qubits": r"qubits?",
    "seats": r"seats?",
    "storeys": r"storeys?|floors?",
    "beds": r"(?:hospital )?beds?",
    "fibre pairs": r"fib(?:re|er) pairs?|pairs? of (?:optical )?fib(?:re|er)s?",
    "percentage points": r"percentage[- ]points?",
    "basis points": r"basis[- ]points?",
}


def _blanks(pattern: str) -> str:
    """Let any blank stand where a pattern has one."""
    return pattern.replace("[- ]", "\0").replace(" ", GAP).replace("\0", f"(?:-|{GAP})")


_UNIT = re.compile(
    f"{GAP}?-?(?:"
    + "|".join(f"(?P<u{n}>{_blanks(pattern)})" for n, pattern in enumerate(_UNITS.values()))
    + r")(?![\w-]*\w)",
    re.IGNORECASE,
)
_NAMES = dict(zip((f"u{n}" for n in range(len(_UNITS))), _UNITS, strict=True))
_RATE = re.compile(
    rf"(?:{GAP}of(?:{GAP}[a-z-]+){{1,3}}?)?(?:,?{GAP}?(?:per|an?|every|each|/){GAP}?(?P<span>year|month|week|day|hour|annum|second)\b|"
    rf"{GAP}(?P<annual>annually|yearly|daily|monthly)\b)",
    re.IGNORECASE,
)
_PAIR = re.compile(rf"{GAP}per{GAP}(?:fib(?:re|er){GAP})?pair\b", re.IGNORECASE)
_PRODUCT = re.compile(
    rf"(?:{GAP}|-)(?:[\w-]{{1,24}}{GAP})?(?P<product>wafers|satellites|vehicles|cars|units|robots|devices|chips|passengers|doses|"
    r"batteries|drones|buses|scanners|patients|containers|tests|samples|panels|modules|servers|trucks|tablets|capsules|"
    r"vials|meals|parcels|flights|transactions|calls|trips)\b",
    re.IGNORECASE,
)
_ADVERBS = {"annum": "year", "annually": "year", "yearly": "year", "daily": "day", "monthly": "month"}


def read_capacity(text: str, number: Number) -> Amount | None:
    """Return the capacity that a number is; petaflops are written PFLOPS, and output says per what time."""
    unit = _UNIT.match(text, number.end)
    if unit is not None:
        name, end = _NAMES[unit.lastgroup or ""], unit.end()
        pair, rate = _PAIR.match(text, end) if name.endswith("bps") else None, _RATE.match(text, end)
        if pair is not None:
            return Amount(number.start, pair.end(), "quantity", number, number.amount, f"{name} per fibre pair")
        full = f"{name} per {_time(rate)}" if rate is not None else name
        # "330kg of hydrogen a day": the value ends with its unit
        return Amount(number.start, _end(text, end, rate), "quantity", number, number.amount, full)
    product = _PRODUCT.match(text, number.end)
    rate = _RATE.match(text, product.end()) if product is not None else None
    if product is None or rate is None:
        return None
    full = f"{product['product'].casefold()} per {_time(rate)}"
    return Amount(number.start, _end(text, product.end(), rate), "quantity", number, number.amount, full)


def _time(rate: re.Match[str]) -> str:
    word = (rate["span"] or rate["annual"]).casefold()
    return _ADVERBS.get(word, word)


def _end(text: str, end: int, rate: re.Match[str] | None) -> int:
    return rate.end() if rate is not None and not re.match(rf"{GAP}of\b", text[end : end + 4]) else end
