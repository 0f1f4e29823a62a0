"""Whether a clause states a fact, a plan, a rumour or the contrary of a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.model import Modality, Period


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{pattern}) ")


_NEGATION = _words(
    r"(?:not|n't|never|nor|neither|cannot|without|no longer|fail(?:s|ed)? to|refuse[sd]? to|decline[sd]? to|den(?:y|ies|ied|ying)|"
    r"stopped short of|ha(?:s|ve|d) yet to)"
)
_NEGATED_BEFORE = _words(
    r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|rebut(?:s|ted)?|refute[sd]?|rule[sd]? out|brush(?:es|ed)? aside|"
    r"scrap(?:s|ped)?|drop(?:s|ped)?|shelve[sd]?|abandon(?:s|ed)?|cancel(?:s|led|ed)?|g(?:a|i)ve[sn]? up|halt(?:s|ed)?|with(?:drew|drawn)|block(?:s|ed)?|"
    r"no plans? (?:to|for)|no intention (?:of|to)|barred|banned|prohibited|forbidden|not (?:true|correct|the case)|incorrect|untrue|laid aside|"
    r"no (?:evidence|talks|such)|stopped|against)"
)
_FUTURE = _words(
    r"(?:will|would|shall|'ll|should|could|may|might|(?:is|are|was|were|be) to|plan(?:s|ned|ning)?|aim(?:s|ed)?|intend(?:s|ed)?|hope[sd]?|hoping|wants?|wanted|"
    r"expect(?:s|ed)?|seeks?|seeking|propose[sd]?|set to|due to|agree[sd]? to|decided? to|going to|about to|ready to|willing to|keen to|scheduled|consider(?:s|ing|ed)?|"
    r"likely to|poised to|bound to|preparing to|prepare[sd]? to|looking to|meant to|supposed to|pledge[sd]?|promise[sd]? to|vow(?:s|ed)? to|undertook to)"
)
_TO = _words(r"to")
_FULFILLED_TO = _words(
    r"(?:(?:began|begun|begins?|start(?:s|ed)?|continue[sd]?|help(?:s|ed)?|managed?|manages|used|came|comes|failed|going on|went on|got|proceeded|known|said|reported) (?:[a-z]+ly )?to)"
)
_FUTURE_BEFORE = _words(
    r"(?:plans?|proposals?|bid|offer|intention|ambition|talks|hopes|negotiations|negotiating|in talks|agreement|deal|approval|permission|planned|proposed|future|forthcoming|prospective|"
    r"upcoming|proposes|proposing|suggest(?:s|ed)?|recommend(?:s|ed)?|considering|if|would|will|intends|wants|hopes|expects|expected|designate|designated) (?:[a-z]+ly )?(?:to|of|for|in|by|the|a|an|its|that|on)"
)
_CLEARLY_FUTURE = _words(r"(?:will|would|shall|(?:is|are) to|to be|planned|proposed|plans?|expected|intended|promised)")
_REPORTED = _words(
    r"(?:reportedly|allegedly|apparently|rumou?red|rumou?rs?|sources?|(?:people|persons?|someone) (?:familiar|close|with knowledge|who know|briefed|involved)|"
    r"(?:is|are|was|were|has been|have been) (?:said|reported|believed|thought|understood|rumou?red)|it (?:is|was|has been) (?:said|reported|understood)|"
    r"(?:media|press|newspaper|unconfirmed) reports?|according to (?:reports?|media|the media|press|sources?|people|a report|newspapers?)|speculation|insiders?|unnamed|anonymous)"
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
    if _REPORTED.search(_overlapping(f"{clause.before} {clause.words} {clause.after}")):
        return "reported"
    return "planned" if plannable and is_planned(clause) else "actual"


def is_denied(clause: Clause) -> bool:
    """Tell whether a verb is negated, or stands under a word of denial."""
    if not clause.action:
        return bool(_NEGATION.search(_overlapping(clause.words)))
    return bool(_NEGATION.search(_overlapping(clause.action)) or _NEGATED_BEFORE.search(_overlapping(_nearest(clause.before))))


def is_planned(clause: Clause) -> bool:
    """Tell whether a verb lies in the future or in somebody's plans."""
    if not clause.action:
        return bool(_CLEARLY_FUTURE.search(_overlapping(clause.words)))
    verbs = _overlapping(clause.action)
    if _FUTURE.search(verbs) or (_TO.search(verbs) and not _FULFILLED_TO.search(verbs)):
        return True
    return bool(_FUTURE_BEFORE.search(_overlapping(_nearest(clause.before))))


def starts_later(period: Period, published: date | None) -> bool | None:
    """Tell whether a date lies after the day of publication; None where its precision leaves that open."""
    if published is None:
        return None
    today = published.isoformat()[: len(period.iso)]
    return None if period.iso == today and len(today) < 10 else period.iso > today


def _nearest(before: str) -> str:
    """Return the part of the words before a clause that belongs to the same stretch of the sentence."""
    part = re.split(r" [,;:.] ", before)[-1]
    return " ".join(part.split()[-9:])


def _overlapping(text: str) -> str:
    return f" {' '.join(text.split())} "
