"""The forms of English verbs, so that a pattern can name a verb once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (
        line.split()
        for line in """be was been|become became become|begin began begun|bring brought brought|build built built
        buy bought bought
        choose chose chosen|come came come|cost cost cost|do did done|draw drew drawn|drive drove driven
        fall fell fallen|feed fed fed|find found found|fly flew flown|forge forged forged|get got got
        give gave given|go went gone|grow grew grown|have had had|hand handed handed|hold held held
        house housed housed|join joined joined|keep kept kept|lay laid laid|lead led led|leave left left
        lend lent lent|let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met
        pay paid paid|put put put|read read read|rise rose risen|run ran run|say said said|see saw seen
        sell sold sold|send sent sent|set set set|shut shut shut|sit sat sat|speak spoke spoken|spend spent spent
        spin spun spun|split split split|stand stood stood|steer steered steered|swear swore sworn|take took taken
        teach taught taught|tell told told|think thought thought|throw threw thrown|understand understood understood
        win won won|withdraw withdrew withdrawn|write wrote written|outbid outbid outbid|oversee oversaw overseen
        undertake undertook undertaken|sign signed signed|cover covered covered|offer offered offered
        open opened opened|enter entered entered|order ordered ordered|visit visited visited
        credit credited credited|target targeted targeted|develop developed developed|deliver delivered delivered
        administer administered administered|profit profited profited|pilot piloted piloted
        channel channelled channelled|model modelled modelled|travel travelled travelled|label labelled labelled
        fuel fuelled fuelled""".replace("\n", "|").split("|")
        if line.strip()
    )
}
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Forms:
    """A verb as it is written: runs, running, ran, run."""

    base: str
    third: str
    ing: str
    past: str
    participle: str

    @property
    def all(self) -> tuple[str, ...]:
        """Every form once."""
        return tuple(dict.fromkeys((self.base, self.third, self.ing, self.past, self.participle)))

    @property
    def finite(self) -> tuple[str, ...]:
        """The forms that can carry a main clause in the third person."""
        return tuple(dict.fromkeys((self.third, self.past)))


@lru_cache(maxsize=2048)
def forms_of(verb: str) -> Forms:
    """Return the forms of a verb; particles ("set up") stay behind its first word."""
    base, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = _IRREGULAR.get(base) or (_past(base),) * 2
    if base == "be":
        return Forms("be" + tail, "is" + tail, "being" + tail, "was" + tail, "been" + tail)
    return Forms(base + tail, _third(base) + tail, _ing(base) + tail, past + tail, participle + tail)


def _third(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    """Double the last consonant of a short stressed syllable, unless the past shows that it stays single."""
    past = _IRREGULAR.get(base, ("",))[0]
    if past.startswith(base + "e") or len(base) < 3:
        return base
    if past.startswith(base + base[-1]):
        return base + base[-1]
    short = base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return base + base[-1] if short and _one_syllable(base) else base


def _one_syllable(base: str) -> bool:
    """Tell whether a verb has one vowel group, or is one of those stressed at the end ("commit", "admit", "refer")."""
    groups = sum(1 for n, letter in enumerate(base) if letter in _VOWELS and (n == 0 or base[n - 1] not in _VOWELS))
    return groups == 1 or base.endswith(("mit", "fer", "cur", "gin", "pel", "tal", "rol"))
