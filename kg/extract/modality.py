"""Whether a clause states a fact, a plan, a rumour or the contrary of a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.extract.inflection import forms_of
from kg.model import Modality, Period


def _any_of(*groups: str) -> re.Pattern[str]:
    return re.compile(f" (?:{'|'.join(groups)}) ")


def _forms(verbs: str, tail: str = "") -> str:
    """Return an expression for all forms of some verbs, followed by a tail."""
    forms = sorted({form for verb in verbs.split("|") for form in forms_of(verb).all})
    return f"(?:{'|'.join(forms)}){tail}"


_NEGATION = _any_of(
    "not|n't|never|nor|neither|cannot|without|no longer|stopped short of|ha(?:s|ve|d) yet to",
    _forms("fail|refuse|decline", " to"),
    _forms("deny"),
)
_NEGATED_BEFORE = _any_of(
    _forms(
        "deny|reject|dismiss|dispute|rebut|refute|rule out|scrap|drop|shelve|abandon|cancel|give up|halt|withdraw|block"
    ),
    "brush(?:es|ed)? aside|laid aside|barred|banned|prohibited|forbidden|stopped|against|incorrect|untrue",
    "not (?:true|correct|the case)|no plans? (?:to|for)|no intention (?:of|to)|no (?:evidence|talks|such)",
)
_INTENT = _forms("plan|aim|intend|hope|want|expect|seek|propose|consider|schedule")
_FUTURE = _any_of(
    "will|would|shall|'ll|should|could|may|might|(?:is|are|was|were|be) to",
    _INTENT,
    "(?:set|due|going|about|ready|willing|keen|likely|poised|bound|meant|supposed|looking) to",
    _forms("agree|decide|prepare|pledge|promise|vow|undertake", " to"),
)
_TO = _any_of("to")
_FULFILLED_TO = _any_of(
    _forms("begin|start|continue|help|manage|come|fail|proceed|get", " (?:[a-z]+ly )?to"),
    "(?:used|going on|went on|known|said|reported) (?:[a-z]+ly )?to",
)
_FUTURE_BEFORE = _any_of(
    "(?:plans?|proposals?|bid|offer|intention|ambition|talks|hopes|negotiations|negotiating|agreement|deal|approval|permission"
    "|planned|proposed|future|forthcoming|prospective|upcoming|proposing|considering|if|would|will|expected|designate|designated"
    "|suggest(?:s|ed)?|recommend(?:s|ed)?|proposes|intends|wants|expects) (?:[a-z]+ly )?"
    "(?:to|of|for|in|by|the|a|an|its|that|on)"
)
_CLEARLY_FUTURE = _any_of("will|would|shall|(?:is|are) to|to be|planned|proposed|plans?|expected|intended|promised")
_PENDING = re.compile(
    r" ?(?:is|are|was|were|remains?) (?:still |yet )?(?:pending|outstanding|awaited|to come|to follow) "
)
_REPORTED = _any_of(
    "reportedly|allegedly|apparently|rumou?red|rumou?rs?|speculation|insiders?|unnamed|anonymous",
    "(?:quoting|citing|according to|by) (?:[a-z]+ )?sources?|sources? (?:said|says?|told|close|familiar|with)",
    "(?:people|persons?|someone) (?:familiar|close|with knowledge|who know|briefed|involved|in the know)",
    "(?:is|are|was|were|has been|have been) (?:said|reported|believed|thought|understood|rumou?red)",
    "(?:media|press|newspaper|unconfirmed) reports?",
    "according to (?:(?:a|the) )?(?:reports?|media|press|people|newspapers?)",
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a match: those of its verb with auxiliaries, all of them, and what stands before and after."""

    before: str
    action: str  # empty where no verb carries the match ("Sun Dong, secretary for ...")
    words: str
    after: str


def judge(clause: Clause, *, plannable: bool = True) -> Modality:
    """Return the modality of a clause; what cannot be planned ("the planned park is in Sha Tin") is a fact."""
    if is_denied(clause):
        return "denied"
    if _REPORTED.search(_spaced(f"{clause.before} {clause.words} {clause.after}")):
        return "reported"
    return "planned" if plannable and is_planned(clause) else "actual"


def is_denied(clause: Clause) -> bool:
    """Tell whether a verb is negated, or stands under a word of denial."""
    if not clause.action:
        return bool(_NEGATION.search(_spaced(clause.words)))
    verbs = clause.action + " ".join(clause.words.partition(clause.action)[2].split()[:2])  # "is", "not"
    return bool(_NEGATION.search(_spaced(verbs)) or _NEGATED_BEFORE.search(_nearest(clause.before)))


def is_planned(clause: Clause) -> bool:
    """Tell whether a verb lies in the future or in somebody's plans."""
    if _PENDING.match(clause.after):
        return True
    if not clause.action:
        return bool(_CLEARLY_FUTURE.search(_spaced(clause.words)))
    verbs = _spaced(clause.action)
    if _FUTURE.search(verbs) or (_TO.search(verbs) and not _FULFILLED_TO.search(verbs)):
        return True
    return bool(_FUTURE_BEFORE.search(_nearest(clause.before)))


def starts_later(period: Period, published: date | None) -> bool | None:
    """Tell whether a date lies after the day of publication; None where its precision leaves that open."""
    if published is None:
        return None
    today = published.isoformat()[: len(period.iso)]
    return None if period.iso == today and len(today) < 10 else period.iso > today


def _nearest(before: str) -> str:
    """Return the words before a clause that belong to the same stretch of the sentence."""
    part = re.split(r" [,;:.] ", before)[-1]
    return _spaced(" ".join(part.split()[-9:]))


def _spaced(text: str) -> str:
    return f" {' '.join(text.split())} "
