"""Numbers that say which one, when or for how long, and count nothing: "Phase 2", "Room 1203", "3 pm", "five-year"."""

from __future__ import annotations

import re

from kg.extract.values.numbers import GAP, Number

_ALWAYS = (
    r"phases?|stage|room|rm|articles?|sections?|sec\.|clauses?|paragraphs?|para\.?|page|pp?\.|chapter|cap\.|annex|"
    r"appendix|tier|level|types?|grade|nos?\.|number|№|version|ver\.|v\.|vol\.|aged|ages?|ages? of|"
    r"tel(?:ephone)?\.?:?|fax:?|codes?|hotline|runway|terminal|part|footnote|episode|under-|over-|top|covid-"
)
_CAPITAL = (
    r"Unit|Units|Block|Tower|Towers|Pier|Gate|Route|Class|Category|Item|Items|Lot|Site|Zone|Area|Line|Exit|Bus|"
    r"Flight|Issue|Series|Band|Round|Batch|Group|Team|Track|Channel|Mission|Generation|Gen|Mark|Model|Circular|Bill|"
    r"Shop|Suite|Floor|Day|Week|Year|Round|Building|Buildings|Hall|Booth|Stand|Platform|Zone|Web|Industry|Apollo|"
    r"Chang'e|Chang’e|Shenzhou|Tiangong|Order|Act|Task|Theme|Goal|SDG|Priority|Covid|COVID|Schedules?|Tables?|Figures?|"
    r"Fig\.|Rules?|Regulations?|Question|Form|Forms|Primary|Secondary|Step|World|Global|Fortune|Call|Dial|Phone|WhatsApp:?"
)
_BEFORE = re.compile(rf"(?:(?<![\w-])(?i:{_ALWAYS})|(?<!\w)(?:{_CAPITAL}))(?:{GAP}|(?<=\.)|(?<=:)|(?<=-))\(?\Z")
_NAME = re.compile(rf"(?<![\w-])(?P<name>[A-Z][\w'’&+/-]*){GAP}\Z")
_NO_NAMES = frozenset(
    """in since by from until till of during to and before after through throughout for at on with about around some
    over under nearly almost only just another the a an this that these those all both each every its their his her
    our more less fewer up roughly approximately as among between within another last next first now today so but or
    if when while where which who what how why is are was were has have had will would may can could should also then
    there here it he she they we you i yes no not monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december including includes altogether
    together meanwhile currently total overall exactly additionally an other others""".split()
)
_LIST = re.compile(r"(?:^|[.;!?…\n•*-]|(?P<colon>:))[ \t\u3000]*\(?\Z")
_TIME = re.compile(
    rf"(?:{GAP}|-)(?:(?:more|full|consecutive|straight|further|additional|calendar|working|business|trading|school|academic|financial|"
    rf"whole|long|short|busy|and{GAP}a{GAP}half){GAP}){{0,2}}"
    rf"(?:years?|months?|weeks?|weekends?|days?|hours?|minutes?|mins?|seconds?(?!-|{GAP}hand)|milliseconds?|decades?|centur(?:y|ies)|"
    rf"nights?|quarters?|hrs?|yrs?)\b"
    rf"|{GAP}?(?:[ap]\.?m\b|noon\b|midnight\b|o['’]?clock\b)|{GAP}hours?\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    rf"{GAP}(?:[A-Z][\w'’]*{GAP}){{1,4}}(?:Roads?|Rd|Streets?|St|Avenue|Ave|Lane|Drive|Square|Path|Terrace|Boulevard|Place|Plaza|Close|Crescent)\b"
)
_GLUED_BEFORE = re.compile(r"(?:[^\W\d]|[$#/@+.]|\d:|[^\W\d]-)\Z")
_GLUED_AFTER = re.compile(r"[\w%％°#@²³]|:\d|/|[.,]\d|['’]s\b|-(?!odd\b|plus\b|strong\b)[A-Za-z]|\)\d")
_PHONE_AFTER = re.compile(r"[ \u00a0-]\d{4}(?!\d)")
_PHONE_BEFORE = re.compile(r"(?<!\d)\d{4}[ \u00a0-]\Z|\+\d{1,3}[ -]?\Z|\(\+?\d{3}\)\s?\Z")
_THE = re.compile(r"\b(?:the|all|other|latter|first|last|these|those|our|his|new)\s\Z", re.IGNORECASE)
_PERSON, _CODE = re.compile(r"[a-z] [A-Z][\w-]+, \Z|[.?!]\s[A-Z][a-z-]+, \Z"), re.compile(r"\s(?i:hotline)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def time_end(text: str, number: Number) -> int | None:
    """Return where a length of time or a time of day that begins with a number ends."""
    match = _TIME.match(text, number.end)
    return match.end() if match else None


def is_label(text: str, number: Number) -> bool:
    """Whether a number tells things apart, or is part of a word, a list, an address or a telephone number."""
    start, end = number.start, number.end
    return (
        (text[start].isdigit() and _GLUED_BEFORE.search(text, max(0, start - 2), start) is not None)
        or _GLUED_AFTER.match(text, end) is not None
        or _BEFORE.search(text, max(0, start - 24), start) is not None
        or _is_list_number(text, start, end)
        or (text[start].isdigit() and _is_coded(text, number))
    )


def is_pointing(text: str, number: Number) -> bool:
    """Whether a number that counts nothing is a year, a pronoun ("the two"), an age or a code in brackets."""
    written = text[number.start : number.end]
    if _YEAR.fullmatch(written) or written.casefold() in {"one", "zero"}:
        return True
    if not written[0].isdigit():
        return _THE.search(text, max(0, number.start - 10), number.start) is not None
    before, after = text[max(0, number.start - 30) : number.start], text[number.end : number.end + 9]
    coded = before.endswith("(") and after.startswith(")") and len(written) > 3
    return (
        coded
        or (len(written) == 2 and after[:1] == "," and _PERSON.search(before) is not None)
        or bool(_CODE.match(after))
    )


def is_named(text: str, number: Number) -> bool:
    """Whether a number that counts nothing belongs to the name before it: "Cyberport 5"."""
    name = _NAME.search(text, max(0, number.start - 30), number.start)
    return name is not None and number.scale == 1 and name["name"].casefold() not in _NO_NAMES


def _is_list_number(text: str, start: int, end: int) -> bool:
    """Whether a number opens a point of a list: "1.", "2)", "(3)"."""
    if end - start > 3 or not text[start].isdigit():
        return False
    after, opens = text[end : end + 2], _LIST.search(text, max(0, start - 6), start)
    if opens is not None and opens["colon"] and text[start:end] != "1":
        return False
    if after[:1] in {")", "]"}:
        return opens is not None or text[start - 1 : start] in {"(", "["}
    return opens is not None and (after[:1] == "、" or (after[:1] == "." and after[1:].isspace()))


def _is_coded(text: str, number: Number) -> bool:
    """Whether figures are a telephone number, a version, an address or a code with leading zeros."""
    start, end = number.start, number.end
    written = text[start:end]
    return (
        (written[0] == "0" and len(written) > 1)
        or (len(written) > 6 and written.isdigit())
        or (len(written) == 4 and _PHONE_AFTER.match(text, end) is not None)
        or _PHONE_BEFORE.search(text, max(0, start - 8), start) is not None
        or _ADDRESS.match(text, end) is not None
    )
