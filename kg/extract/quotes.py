"""What named speakers say: quotations and reported speech, with the words as the value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span

from kg.extract.lines import Line, Slot
from kg.extract.proposals import Proposal
from kg.extract.slots import ORGANISATIONS
from kg.model import Phrase

_SPEAKERS = ORGANISATIONS | {"Person"}
_SAYING = (
    r"(?:said|says|say|added|adds|told (?:[\w' -]{1,40}? )?|noted|notes|stressed|stresses|explained|explains|"
    r"pointed out|"
    r"argued|argues|warned|warns|stated|states|claimed|claims|remarked|recalled|recalls|insisted|insists|wrote|writes|"
    r"declared|declares|clarified)"
)
_SPEECH = re.compile(rf"\b{_SAYING}\b|\baccording to\b", re.IGNORECASE)
_LONGEST = 1500  # characters of a sentence; what is longer is a list or a page without full stops
_QUOTED = re.compile(
    r"[“\"「](?P<words>[^”\"」]{20,600})[”\"」]|(?<![\w’'])[‘'](?P<single>[^’'\n]{20,600}?)[,.]?[’'](?!\w)"
)
_AFTER_VERB = re.compile(
    rf"^[^.;:“\"]{{0,150}}?\b{_SAYING}\b(?: (?:on|in|at) [\w ]{{3,25}})?(?: that)?[,:]? (?P<words>[^“”\"]{{12,600}})$"
)
_BEFORE_VERB = re.compile(rf"^(?P<words>.{{12,600}}?),[”\"’']? {_SAYING} [^.;:“\"]{{0,80}}$", re.DOTALL)
_WHEN = r"(?: (?:on|in|at|last|this|yesterday|today|earlier|during|after|to)\b[^,;:]{0,50})?"
_BEFORE_SPEAKER = re.compile(rf"^[^.;:“\"]{{0,60}}?\b{_SAYING}\b{_WHEN}[.]?$")
_ACCORDING = re.compile(r"(?i)\baccording to (?:the |its |a )?$")
_OBLIQUE = frozenset("his her its their him them us our".split())
_OPENING = 6  # words: "At the opening of the centre," is no saying yet
_SURENESS = 0.8
_RULE = "speech: {}"


def find_quotes(line: Line) -> Iterator[Proposal]:
    """Yield what the speakers of a sentence say; at most one saying for each sentence."""
    sentence = line.sentence
    text = sentence.text.rstrip()
    if len(text) > _LONGEST or not _SPEECH.search(text):
        return
    slots = [line.slots[number] for number in line.numbers()]
    for slot in sorted(filter(_may_speak, slots), key=lambda s: (not s.span._.named, s.label != "Person")):
        found = _words_of(text, slot.span, sentence, _title_start(slot, line))
        if found:
            how, words = found
            yield _proposal(line, slot, how, words)
            return


def _may_speak(slot: Slot) -> bool:
    return slot.label in _SPEAKERS and slot.span.text.casefold() not in _OBLIQUE


def _title_start(speaker: Slot, line: Line) -> int:
    """Return where a speaker's office begins that stands before the name, or the name itself."""
    before = line.slots.get(speaker.number - 1)
    close = before is not None and before.label == "Post" and 0 <= speaker.span.start_char - before.span.end_char < 12
    return before.span.start_char if close and before else speaker.span.start_char


def _words_of(text: str, speaker: Span, sentence: Span, begin: int) -> tuple[str, str] | None:
    """Return how a speaker is quoted in a sentence, and his words."""
    start, end = begin - sentence.start_char, speaker.end_char - sentence.start_char
    before, after = text[:start], text[end:]
    quoted = _QUOTED.search(text)
    says = re.match(rf"[^.;:]{{0,60}}?\b{_SAYING}\b", after) or re.search(rf"\b{_SAYING} (?:[^,.;:]{{0,60}})$", before)
    if quoted and says:
        return "quotation", quoted["words"] or quoted["single"]
    if _ACCORDING.search(before):
        rest = f"{before[: _ACCORDING.search(before).start()]} {after}"  # type: ignore[union-attr]
        return "according to", rest
    follows_words = before.rstrip().endswith(",") and len(before.split()) > _OPENING
    if (told := _AFTER_VERB.match(after)) and not follows_words:
        return "reported speech", told["words"]
    if _BEFORE_SPEAKER.match(after) and re.search(r",[”\"’' ]+(?:the |its )?$", before):
        return "reported speech", before.rpartition(", ")[0]
    told = _BEFORE_VERB.match(before)
    return ("reported speech", told["words"]) if told else None


def _proposal(line: Line, speaker: Slot, how: str, words: str) -> Proposal:
    said = Phrase(" ".join(words.split()).strip(" ,.;:“”\"‘’'"), "text")
    reason = "" if len(said.text) > 11 else "too few words to be a saying"
    confidence = _SURENESS if speaker.span._.named else _SURENESS * 0.9
    return Proposal("said", speaker, said, line.sentence, _RULE.format(how), confidence, reason=reason)
