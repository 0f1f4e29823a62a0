"""Sentences: none crosses a line break, and abbreviations, initials and quotations do not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

ABBREVIATIONS = frozenset(
    """Mr Mrs Ms Messrs Dr Prof Professor Ir Hon Rev Fr Sr Jr St Ste Mt Ltd Co Corp Inc Bros Dept Univ Assn Est Gen Col
    Capt Lt Maj Sgt Cmdr Gov Sen Rep Pres Supt Ph.D M.D B.V N.V S.A U.S U.K U.N U.A.E D.C
    vs cf viz etc e.g i.e a.m p.m approx pp tel ext al""".split()
)
_BEFORE_NUMBERS = frozenset(
    "no nos vol fig figs sec art ch cap jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun".split()
)
_MAY_END = frozenset("Ltd Co Corp Inc etc al Jr Sr a.m p.m U.S U.K U.N U.A.E D.C Ph.D M.D B.V N.V S.A St".split())
_OPENERS = frozenset(
    """the a an it its he she they their we i this that these those in on at but and so yet for with from by as after before
    while when if since under another other others there here such both all some many most more it's he's she's who what
    last next earlier later meanwhile however mr ms mrs dr""".split()
)
_END = re.compile(r"(?:[.!?]+|…)[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”’）]*")
_RUN_ON = re.compile(r"(?<=[a-z0-9]) (?=(?:The|It|But|In|This|These|Those|He|She|They|We|When|While|As|Even|Once|Just|Read|Not|Amid|After|Before|If) [a-z]+ )")
_NEXT = re.compile(r"[ \t\u00a0]*[\"'“‘«(\[]*([^\s]*)")
_WORD_BEFORE = re.compile(r"[\w.'’-]{1,20}$")


def mark_sentences(doc: Doc) -> Doc:
    """Set where each sentence starts."""
    starts = set(sentence_starts(doc.text))
    pending = True
    for token in doc:
        if any(offset in starts for offset in range(token.idx, token.idx + max(1, len(token)))):
            pending = True
        token.is_sent_start = (pending and not token.is_space) or token.i == 0
        pending = pending and token.is_space and token.i > 0
    return doc


def sentence_starts(text: str) -> Iterator[int]:
    """Yield the offset at which each sentence of a text starts."""
    offset = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield offset + len(line) - len(line.lstrip())
        for match in _RUN_ON.finditer(line):
            yield offset + match.end()
        for match in _END.finditer(line):
            if match.end() < len(line.rstrip()) and _ends_sentence(line, match):
                rest = line[match.end() :]
                yield offset + match.end() + len(rest) - len(rest.lstrip())
        offset += len(line)


def sentences(doc: Doc) -> Iterator[Span]:
    """Yield the sentences without the white space around them."""
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        while end > start and doc[end - 1].is_space:
            end -= 1
        while start < end and doc[start].is_space:
            start += 1
        if end > start:
            yield doc[start:end]


def _ends_sentence(line: str, match: re.Match[str]) -> bool:
    mark = match.group()
    following = _NEXT.match(line, match.end())
    word = following.group(1) if following else ""
    if word[:1].islower():
        return False
    return not mark.startswith(".") or mark.startswith("..") or not _is_abbreviation(line, match.start(), word)


def _is_abbreviation(line: str, stop: int, following: str) -> bool:
    before = _WORD_BEFORE.search(line[max(0, stop - 20) : stop])
    if not before:
        return False
    word = before.group().lstrip("'-.’")
    opener = following.casefold().rstrip(",.;:") in _OPENERS
    if word.casefold() in _BEFORE_NUMBERS and following[:1].isdigit():
        return True
    if word in ABBREVIATIONS:
        return not (word in _MAY_END and opener)
    initial = len(word) == 1 and word.isupper() or bool(re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word))
    return initial and not opener
