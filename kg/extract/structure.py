"""Sentences: none crosses a line break, and abbreviations, initials and quotations do not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy
from spacy.tokens import Doc, Span

ABBREVIATIONS = frozenset(
    """Mr Mrs Ms Messrs Dr Prof Professor Ir Hon Rev Fr Sr Jr St Ste Mt Ltd Co Corp Inc Bros Dept Univ Assn Est Gen Col
    Capt Lt Maj Sgt Cmdr Gov Sen Rep Pres Supt Ph.D M.D B.V N.V S.A U.S U.K U.N U.A.E D.C
    vs cf viz etc e.g i.e a.m p.m approx pp tel ext al""".split()
)
_BEFORE_NUMBERS = frozenset(
    """no nos vol fig figs sec art ch cap jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue wed thu fri sat sun""".split()
)
_MAY_END = frozenset("Ltd Co Corp Inc etc al Jr Sr a.m p.m U.S U.K U.N U.A.E D.C Ph.D M.D B.V N.V S.A St".split())
_OPENERS = frozenset(
    """the a an it its he she they their we our i this that these those in on at but and so yet for with from by as
    after
    before while when if since under another other others there here such both all some many most more it's he's
    she's who
    what last next earlier later meanwhile however mr ms mrs dr""".split()
)
_END = re.compile(r"(?:[.!?]+|…)[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”’）]*")
_NEXT = re.compile(r"\s*[\"'“‘«(\[]*(\S{0,30})")
_INITIALS = re.compile(r"[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]")
_WORD_BEFORE = re.compile(r"[\w.'’-]{1,20}$")
# Web pages lose full stops where a summary and the text meet: "… in the city The main point was …"
_RUN_ON = re.compile(
    r"(?<=[a-z0-9]) (?=(?:The|It|But|In|This|These|Those|He|She|They|We|When|While|As|Even|Once|Just|Read|Not|"
    r"Amid|After|"
    r"Before|If) [a-z]+ )"
)
# "Wang He" is a name: a short word with a capital that stands alone before "He" is a surname.
_SURNAME_BEFORE = re.compile(r"(?:^|\b[a-z][\w'’-]* |[,;:(\"“] ?|\b(?:Mr|Dr|Prof|Professor) )[A-Z][a-z]{1,5}$")


def mark_sentences(doc: Doc) -> Doc:
    """Set where each sentence starts; white space belongs to the sentence before it."""
    starts = sorted(set(sentence_starts(doc.text)))
    marks = numpy.full((len(doc), 1), -1, dtype="int64")
    reached, pending = 0, True
    for token in doc:
        while reached < len(starts) and starts[reached] < token.idx + max(1, len(token)):
            pending, reached = True, reached + 1
        if token.i == 0 or (pending and not token.is_space):
            marks[token.i] = 1
        pending = pending and token.is_space and token.i > 0
    # One call: setting each token's own mark walks through the whole text every time.
    return doc.from_array(["SENT_START"], marks.astype("uint64"))  # type: ignore[arg-type]


def sentence_starts(text: str) -> Iterator[int]:
    """Yield the offset at which each sentence of a text starts."""
    offset = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield offset + len(line) - len(line.lstrip())
            for start in _starts_inside(line):
                yield offset + start
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


def _starts_inside(line: str) -> Iterator[int]:
    """Yield where sentences start after the first one of a line."""
    for match in _RUN_ON.finditer(line):
        before = line[max(0, match.start() - 40) : match.start()]
        if not (line.startswith("He ", match.end()) and _SURNAME_BEFORE.search(before)):
            yield match.end()
    for match in _END.finditer(line):
        following = _NEXT.match(line, match.end())
        word = following.group(1) if following else ""
        if word and not word[0].islower() and not _is_abbreviation(line, match, word):
            gap = re.compile(r"\s*").match(line, match.end())
            yield gap.end() if gap else match.end()


def _is_abbreviation(line: str, mark: re.Match[str], following: str) -> bool:
    """Whether a full stop belongs to the word before it."""
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return False
    before = _WORD_BEFORE.search(line[max(0, mark.start() - 20) : mark.start()])
    if before is None:
        return False
    word = before.group().lstrip("'-.’")
    opener = following.casefold().rstrip(",.;:") in _OPENERS
    if word.casefold() in _BEFORE_NUMBERS and following[:1].isdigit():
        return True
    if word in ABBREVIATIONS:
        return not (word in _MAY_END and opener)
    return bool(_INITIALS.fullmatch(word)) and not opener
