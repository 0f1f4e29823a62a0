"""What "he", "she" and "it" stand for: by gender, by who acts on what, and by how much the text speaks of it."""

from __future__ import annotations

from bisect import bisect_left

from kg.extract.salience import MOST_SALIENT, NOT_THINGS, Past, Referent
from kg.extract.words import Sentence

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
IT = frozenset("it its itself".split())
_BODIES = frozenset("Company GovernmentBody University ResearchInstitute Organization".split())
_MADE = frozenset("Facility Programme Product Project Policy Event".split())
_ACTING = {"does": _BODIES, "is": _MADE}
_EMPTY_IT = frozenset("not clear unclear possible important hoped expected understood estimated only too".split())
_AFTER_OBJECT = frozenset(
    """up in to for at from with on by as and or into over off out together again this last next under before
    after""".split()
)
_NO_VERBS = frozenset("that and but or if when while because as which who whether where since so than".split())
_CLAUSE = frozenset("and but because if when while after before whether that said says added".split())
_RELATIVE = frozenset("which who".split())
_OWN_SUBJECT = 4  # words of a clause that surely has a subject of its own
_PASSIVE = frozenset("is was are were be been".split())
_AUXILIARIES = frozenset("will would should is was be been has have had to also now may can could not are were".split())
_ACTS = frozenset(
    """said says plans planned wants wanted hopes hoped expects employs hired invited held bought sold invested raised
    announced signed runs manages operates owns added denied declined makes develops agreed intends published selected
    invest hire hold buy sell sign publish announce acquire develop believes noted employ expand""".split()
)
_STATES = frozenset("opened opens open covers houses stands costs cost comes came applies took takes closed".split())
_PASSED = frozenset(
    """launched opened built completed complete designed developed approved passed enacted introduced rolled located in
    open used finished ready under drawn""".split()
)
_NEAR_PERSON, _NEAR_THING = 3, 2  # sentences that a pronoun reaches back; farther off it is a guess
_FITS, _INSIDE, _EVENT = 0.5, 0.8, 0.3


def is_empty(sentence: Sentence, at: int) -> bool:
    """Whether "it" stands for nothing: "It is expected that"."""
    words = [word.text.casefold() for word in sentence[at + 1 : at + 4]]
    if sentence[at].text != "It" or len(words) < 3 or words[0] not in {"is", "was", "would", "may", "might", "could"}:
        return False
    return words[1] in _EMPTY_IT or words[2] in {"that", "to", "who"}


def find_person(sentence: Sentence, at: int, past: Past) -> Referent | None:
    """Return the person that "he" or "she" means."""
    gender = GENDERS[sentence[at].text.casefold()]
    apart = mentioned_in_clause(sentence, at, past) if sentence[at].text == "him" else set()
    persons = [
        referent
        for referent in past.recent(_NEAR_PERSON)
        if referent.type == "Person" and referent.gender in {"", gender} and referent.chain not in apart
    ]
    here = [mention.chain for mention in past.here]
    inside = [referent for referent in persons if referent.chain in here]
    chosen: Referent | None
    if inside:
        chosen = max(inside, key=lambda referent: len(here) - here[::-1].index(referent.chain))
    else:
        chosen = max(persons, key=lambda referent: (referent.sentence, past.salience(referent)), default=None)
    if chosen is not None:
        past.learn_gender(chosen, gender)
    return chosen


def find_thing(sentence: Sentence, at: int, past: Past) -> Referent | None:
    """Return the thing or organisation that "it" means; what acts in a clause is not its object too."""
    apart = mentioned_in_clause(sentence, at, past) if _is_object(sentence, at) else set()
    if sentence[at].text == "its" and sentence[at].before == ", " and past.here and past.here[-1].type == "Person":
        inside = (r for r in past.recent(0) if r.type in _BODIES)  # "Kite, a company, and Mary Lau, its chairman"
        if nearest := next(inside, None):
            return nearest
    act, owner = _act(sentence, at), sentence[at].text == "its"
    chosen: Referent | None = None
    best = 0.0
    for referent in past.recent(_NEAR_THING):
        if referent.type in NOT_THINGS or referent.chain in apart:
            continue
        rank = min(past.salience(referent), MOST_SALIENT) - (_EVENT if referent.type == "Event" else 0)
        rank += _FITS if referent.type in _ACTING.get(act, ()) else 0
        rank += _INSIDE if owner and referent.sentence == past.number else 0
        if chosen is None or rank >= best:
            best, chosen = rank, referent
    return chosen


def _act(sentence: Sentence, at: int) -> str:
    """Tell whether "it" does what only bodies do, or is what only things are; nothing where neither is plain."""
    if sentence[at].text not in {"it", "It"}:
        return ""
    following = [word.text for word in sentence[at + 1 : at + 6]]
    passive = False
    for word in following:
        if word in _AUXILIARIES:
            passive = passive or word in _PASSIVE
        elif passive:
            return "is" if word in _PASSED else ""
        else:
            return "does" if word in _ACTS else "is" if word in _STATES else ""
    return ""


def _is_object(sentence: Sentence, at: int) -> bool:
    """Whether "it" is what something happens to: "runs it", "paid for it"; also "serves as its secretariat"."""
    if at == 0 or sentence[at].before != " ":
        return False
    before = sentence[at - 1].text.casefold()
    if sentence[at].text == "its":
        return before == "as"
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    ends = following is None or following.before != " " or following.text in _AFTER_OBJECT
    return ends and before not in _NO_VERBS


def mentioned_in_clause(sentence: Sentence, at: int, past: Past) -> set[int]:
    """Return the chains mentioned in the clause of a word, and with it the subject in "buys X and sells it"."""
    starts = [mention.start for mention in past.here]
    for first in range(at - 1, -1, -1):
        word = sentence[first]
        if word.text in _CLAUSE or (word.before.strip(" )") in {",", ";", ":"} and word.text not in _RELATIVE):
            chains = {mention.chain for mention in past.here[bisect_left(starts, word.start) :]}
            if chains or at - first > _OWN_SUBJECT:
                return chains
    return {mention.chain for mention in past.here}
