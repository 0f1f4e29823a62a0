"""Rewritings of a line that bring together what a long sentence keeps apart.

Brackets are left out, insertions between commas and places after a name are folded away, and a clause without a
subject of its own ("… and opened an office", "founded in 2019, …") gets that of the main clause. Patterns then only
need to describe short, plain clauses; the evidence stays the whole sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.inflection import forms_of
from kg.extract.lines import SLOT, Line

MENTION = r"‹\d+:[A-Z]\w*›"
_COMMON_VERBS = """be say tell add explain note believe expect hope want plan intend aim think warn call ask help
    include make take give get bring come go work lead head run open launch start begin set put use build develop
    create establish found own hold buy acquire sell invest fund finance back support provide offer receive
    win raise join sign announce unveil introduce present publish issue release approve grant license regulate
    supervise operate manage administer move relocate plan name appoint succeed serve chair host visit meet
    attend speak describe see show find report employ train produce supply deliver cooperate collaborate
    partner team agree cover occupy cost spend receive lie stand belong become remain count attract promise
    pledge allocate earmark inject complete finish finalise pass enact gazette commence close end expire stop
    cease withdraw drop scrap deny reject rule decline refuse confirm accept submit apply admit select choose
    pick house locate base headquarter situate grow expand extend link connect share test try pilot trial roll
    step bear carry look welcome tour call merge list float rise fall keep stay draw follow welcome officiate
    inaugurate commission pay propose vow disclose outline demonstrate showcase exhibit adopt deploy install employ seek
    prepare construct erect lead lend borrow reserve""".split()
_FINITE = frozenset(form for verb in _COMMON_VERBS for form in forms_of(verb).finite) | frozenset(
    "will would has have had is was are were can could may might must does did plans".split()
)
_VERBS = frozenset(form for verb in _COMMON_VERBS for form in forms_of(verb).all)
_GERUNDS = frozenset(forms_of(verb).ing for verb in _COMMON_VERBS)
_PARTICIPLES = frozenset(forms_of(verb).participle for verb in _COMMON_VERBS) - frozenset(
    "said told let come become put set".split()
)

_BRACKET = re.compile(r"\( (?:[^() ]+ ){0,40}?\)(?:(?P<mark>[:;,]))? ")
_PLACE_PHRASE = re.compile(
    rf"(?P<head>{MENTION} )(?:of|at|in|from|near|within|under) (?:the |its |his |their |her )?"
    rf"(?:{MENTION} 's )?{MENTION} (?!'s |{MENTION})"
)
_SLIPPED_IN = (
    r"(?:(?:also|jointly|together|then|now|since|officially|formally|recently|today|yesterday|(?:on )?‹\d+:date›) )"
)
_INSERTION = re.compile(
    rf"(?P<head>{MENTION} ), (?P<inner>(?:(?![;:] )[^ ]+ ){{1,30}}?), (?={_SLIPPED_IN}{{0,2}}(?P<next>[^ ]+) )"
)
_ASIDE = re.compile(
    r"(?:, )?(?:on the same (?:day|occasion|date)|at the same (?:time|hour)|"
    r"in (?:(?:its|his|her|their|‹\d+:[A-Z]\w*› 's) )?turn|by contrast|in addition|by comparison|"
    r"for the first time|in the meantime|meanwhile|however) (?:, )?"
)
_JOINED_VERBS = re.compile(
    rf"(?P<first>(?:to|will|would|has|have|and|,|{MENTION}) [a-z]+ )(?:(?:, |and )(?P<verb>[a-z]+) ){{1,2}}"
    rf"(?=(?:the |a |an |its )?(?:[a-z-]+ ){{0,3}}{MENTION})"
)
_TITLE = re.compile(
    rf"(?:(?:the |its |his |their |then )|{MENTION} 's |{MENTION} (?=‹\d+:Post›))?‹\d+:Post› "
    rf"(?:(?:of|at) (?:the )?{MENTION} )?"
    r"(?:(?P<comma>, )?(?P<person>‹\d+:Person› )(?(comma)(?:, )?))"
)
_ANNOUNCED = re.compile(
    r"(?:(?:the |its |both |all )?‹\d+:count› |(?:the |its |these |those ))(?:[a-z-]+ ){1,4}"
    r"(?:: |, (?:namely|among them|including|such as|for instance|for example) )(?=(?:the )?‹\d+:[A-Z])"
)
_BLANK = re.compile(
    r" (?:(?:the following|these|the first|both|all) (?:‹\d+:count› )?|‹\d+:count› (?:of them )?)"
    r"(?:[a-z-]+ ){0,3}?(?:[a-z]+s |(?=have |has |were |are |will |was ))"
)
_DESCRIBED = re.compile(
    r"(?P<name>‹\d+:(?P<label>[A-Z]\w*)› , )(?:a|an|the|its|their) (?:[a-z-]+ ){0,3}"
    r"‹(?P<second>\d+):(?P=label)› (?!'s )"
)
_ADVERB = r"(?:(?:also|now|then|later|already|first|still|even|soon|since|jointly|together|recently|[a-z]+ly) )"
_SUBJECT_VERB = re.compile(rf"(?P<subject>{MENTION}) (?:, (?:who|which) )?(?P<verb>(?:{_ADVERB}){{0,2}}[a-z']+) ")
_AFTER_JOINT = re.compile(
    rf"(?P<joint>(?:, )?(?:and|but|or|then|before|after|while|when|by|as well as|,) )"
    rf"(?P<rest>(?:{_ADVERB}){{0,2}}(?P<verb>[a-z]+) )"
)
_INNER = r"(?P<inner>(?:(?![;:] )[^ ]+ ){0,25}?)"
_OPENING = re.compile(rf"^ (?P<verb>[a-z-]+) {_INNER}, (?:the |its )?(?:[a-z-]+ ){{0,3}}(?P<subject>{MENTION}) ")
_MARKED_OPENING = re.compile(
    rf"^ (?:(?:by|after|while|since|before|when) )(?P<verb>[a-z]+ing) {_INNER}, (?P<subject>{MENTION}) "
)
_LIMIT = 12


def rewrite(line: Line) -> list[Line]:
    """Return a line and its rewritings, each once, the plain one first."""
    plain = replace(line, text=_BRACKET.sub(_after_bracket, line.text))
    plain = replace(plain, text=fold_descriptions(plain))
    texts: dict[str, float] = {plain.text: 1.0}
    folded = fold_insertions(fold_places(plain.text))
    half_folded = fold_insertions(plain.text)
    aside = fold_asides(plain.text)
    for text in (fold_places(plain.text), half_folded, folded):
        texts.setdefault(text, 0.97)
    texts.setdefault(fold_insertions(fold_places(fold_titles(plain.text))), 0.96)
    texts.setdefault(fold_announced(folded), 0.95)
    texts.setdefault(aside, 0.97)
    texts.setdefault(fold_joined_verbs(folded), 0.95)
    for source in (half_folded, folded, plain.text, aside):
        for clause in inherit_subjects(source):
            texts.setdefault(clause, 0.95)
    if line.text != plain.text:
        texts.setdefault(line.text, 0.97)
    return [replace(line, text=text, weight=weight) for text, weight in texts.items()]


def _after_bracket(match: re.Match[str]) -> str:
    return f"{match['mark']} " if match["mark"] else ""


def fold_asides(text: str) -> str:
    """Leave out words that only link sentences: "which on the same day opened" becomes "which opened"."""
    return _ASIDE.sub("", text)


def fold_joined_verbs(text: str) -> str:
    """Keep the first of two verbs that share an object: "will build and run the park" becomes "will build the park"."""
    return _JOINED_VERBS.sub(lambda match: match["first"] if match["verb"] in _VERBS else match.group(), text)


def fold_places(text: str) -> str:
    """Leave out what follows a name with a preposition: "HKSTP in Sha Tin opened" becomes "HKSTP opened"."""
    for _ in range(3):
        shorter = _PLACE_PHRASE.sub(r"\g<head>", text)
        if shorter == text:
            break
        text = shorter
    return text


def fold_descriptions(line: Line) -> str:
    """Leave out a description beside a name: "MapleChat , a model developed" becomes "MapleChat , developed"."""
    slots = line.slots

    def shorten(match: re.Match[str]) -> str:
        described = slots[int(match["second"])].span.text
        return match["name"] if described[:1].islower() else match.group()

    return _DESCRIBED.sub(shorten, line.text)


def fold_titles(text: str) -> str:
    """Leave out the office before a name: "the minister , Chan Siu-fan , opened" becomes "Chan Siu-fan opened"."""
    return _TITLE.sub(r"\g<person>", text)


def fold_announced(text: str) -> str:
    """Put a list in the place of the words that announce it: "backed four firms : A, B" becomes "backed A, B"."""
    shorter = _ANNOUNCED.sub("", text)
    head, colon, items = shorter.rpartition(" : ")
    blank = _BLANK.search(head + " ") if colon and re.match(rf"(?:the )?{MENTION} ", items) else None
    if blank is None:
        return shorter
    listed = re.split(r" [.;] ", items + " ")[0].strip()
    return f"{head[: blank.start()]} {listed} {head[blank.end() :].strip()} . "


def fold_insertions(text: str) -> str:
    """Leave out what stands between a name and its verb within commas."""
    for _ in range(3):
        shorter = _INSERTION.sub(_without_insertion, text)
        if shorter == text:
            break
        text = shorter
    return text


def _without_insertion(match: re.Match[str]) -> str:
    inner, following = match["inner"], match["next"]
    if following == "who" and re.match(r"(?:the |a |an |its )?(?:[a-z-]+ ){0,2}‹\d+:Post› ", inner):
        return f"{match['head']}, "
    listed = inner.startswith(("and ", "or ")) or re.match(r"(?:the )?‹\d+:(?!Post›)[A-Z]\w*› $", inner)
    return match.group() if listed or following not in _FINITE else match["head"]


def inherit_subjects(text: str) -> Iterator[str]:
    """Yield the clauses of a line that borrow their subject."""
    yield from _opening_clauses(text)
    main = next(
        (
            m
            for m in _SUBJECT_VERB.finditer(text)
            if m["verb"].split()[-1] in _FINITE and not _in_phrase(text, m.start())
        ),
        None,
    )
    if main is None:
        return
    for count, joint in enumerate(_AFTER_JOINT.finditer(text, main.end())):
        if count >= _LIMIT:
            break
        if _borrows(joint, text):
            yield f" {main['subject']} {text[joint.start('rest') :]}"


def _opening_clauses(text: str) -> Iterator[str]:
    for pattern, verbs in ((_OPENING, _PARTICIPLES | _GERUNDS), (_MARKED_OPENING, _GERUNDS)):
        match = pattern.match(text)
        if match and match["verb"] in verbs | {"headquartered", "based", "founded"}:
            yield f" {match['subject']} {match['verb']} {match['inner']}. "


def _borrows(joint: re.Match[str], text: str) -> bool:
    verb, words = joint["verb"], joint["joint"].split()
    if verb in _GERUNDS:
        return words[-1] != "or"
    if words[-1] in {"after", "before", "while", "when", "by"}:
        return False
    if words == [","]:
        return verb in _FINITE and not SLOT.search(text[max(0, joint.start() - 12) : joint.start()])
    return verb in _FINITE


def _in_phrase(text: str, start: int) -> bool:
    """Tell whether the name at `start` hangs on a preposition and so is no subject."""
    return bool(
        re.search(
            r" (?:of|in|at|for|with|by|from|to|on|under|near) (?:the |its |his |their |[a-z-]+ )?$",
            text[max(0, start - 40) : start],
        )
    )


def is_finite(word: str) -> bool:
    """Tell whether a word can be the verb of a main clause."""
    return word in _FINITE
