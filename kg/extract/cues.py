"""What the words around a name tell about the type of thing it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists

_NOUNS = {
    "Company": """company companies firm firms start-up startup start-ups startups operator operators developer maker makers provider bank banks
        insurer insurers lender broker brokerage retailer supplier manufacturer manufacturers chipmaker carmaker drugmaker unicorn conglomerate
        subsidiary subsidiaries parent shareholder investor investors issuer licensee exchange airline airlines carrier giant brand business
        businesses consultancy custodian contractor builder utility vendor group joint-venture unit arm affiliate landlord tenant tenants
        bookrunner underwriter fintech biotech telco property-developer search-engine restaurant supermarket franchise""",
    "Product": """app apps application software chatbot chatbots model models robot robots tool tools assistant product products chip chips
        token tokens stablecoin stablecoins coin coins currency cryptocurrency language drug vaccine device devices service services website
        engine wallet card cards game games drone drones satellite satellites vehicle vehicles truck bus buses car ship test
        protocol blockchain ledger system systems portal database etf bond bonds licence method technology technique invention generator ransomware malware chain website tracker visa test vaccine supplement material kit sensor headset glasses version versions platform platforms""",
    "University": "university universities college medical-school",
    "ResearchInstitute": "institute laboratory lab laboratories institutes research-centre think-tank",
    "Place": "city cities district town village province country countries island region area neighbourhood county municipality market state port-city peninsula border suburb",
    "Person": "professor lawmaker engineer economist analyst researcher scientist entrepreneur founder co-founder chairman chairwoman director president minister ceo lawyer spokesman spokeswoman pianist actor inventor physician doctor architect",
    "Programme": "scheme schemes programme programmes fund funds sandbox grant grants subsidy incubator accelerator competition award scholarship",
    "Policy": "law ordinance bill act regulation policy strategy blueprint roadmap guideline guidelines plan agreement framework code regime",
    "Organization": "association charity newspaper magazine broadcaster ngo federation foundation hospital agency alliance consortium media outlet body society club school church non-profit network union journal publication trust",
    "GovernmentBody": "regulator watchdog ministry bureau department authority commission committee council office working-group",
    "Event": "summit exhibition conference forum fair expo trade-fair event show festival ceremony competition hackathon symposium",
    "Facility": "centre center building park campus facility plant factory station terminal tower hotel mall warehouse site complex estate hall museum arena stadium airport laboratory-building data-centre cable hub bridge reservoir workshop extension block storey runway landfill",
    "Project": "project projects mission",
}  # fmt: skip
_KIND = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
_SAYING = frozenset(
    """said says announced plans planned agreed signed will expects hopes wants acquired bought invested raised reported declined hired
    employs manufactures sells makes operates told added is has was intends joined won applied received filed received""".split()
)
_APPOSITION = re.compile(r"^(?:'s|’s)?,? ?(?:\([^)]{1,40}\),? ?)?, (?:which is |who is )?(?:a|an|the|one of|its|another|also a|formerly a|itself an?)\b ?(?P<rest>[^,.;:()\n]{2,70})")
_IS_A = re.compile(r"^,? (?:is|was|are|became|remains) (?:a|an|the|one of)\b ?(?P<rest>[^,.;:()\n]{2,60})")
_BEFORE = re.compile(r"(?P<noun>[a-z-]+) (?:called |named |known as |dubbed |, )?[\"“‘']?$")
_CALLED = re.compile(r"(?P<noun>[a-z-]+),? (?:which is |that is |to be |is )?(?:called|named|known as|dubbed|codenamed|under the name(?: of)?) (?:the )?[\"“‘']?$")
_SUCH_AS = re.compile(r"(?P<noun>[a-z-]+),? (?:such as|including|like|namely) (?:the )?[\"“‘']?$")
_MADE = re.compile(r"\b(?:developed|invented|makes|released|introduced|unveiled|uses|using|creator of|maker of|version of|users of|runs on|built on) (?:the |a |an |its |their )?[\"“‘']?$")
_OPENED = re.compile(r"\b(?:opened|building|built|build|occupies|located at|housed in) (?:the |a |its )?[\"“‘']?$")
_OFFICE = re.compile(r"(?:chief executive|chairman|chairwoman|president|director|founder|co-founder|ceo|head|partner|manager|officer|spokes(?:man|woman|person)|chair|shareholders?|subsidiary|unit|arm|parent) (?:of|at|for) (?:the )?$", re.IGNORECASE)
_OFFICE_AFTER = re.compile(r"^(?:'s|’s)? (?:\w+ )?(?:chief|chairman|chairwoman|president|director|founder|co-founder|CEO|CFO|CTO|shareholders|shares|subsidiary|customers|unit|arm|headquarters)\b")
_CODE = re.compile(r"[A-Z]{1,5}-?\d{1,4}[A-Z]{0,2}")
_STOP = frozenset("of for that which who whose where in at on from with by to and or as than".split())


def read_cues(text: str, start: int, end: int) -> Counter[str]:
    """Return votes for the types of what `text[start:end]` names, from the words before and after it."""
    votes: Counter[str] = Counter()
    before, after = text[max(0, start - 60) : start].rpartition("\n")[2], text[end : end + 110].partition("\n")[0]
    for pattern, weight in ((_APPOSITION, 3), (_IS_A, 2)):
        match = pattern.match(after)
        if match and (kind := _head_kind(match["rest"])):
            votes[kind] += weight
    called = _CALLED.search(before) or _BEFORE.search(before)
    if called and (kind := _KIND.get(called["noun"])):
        votes[kind] += 3 if called.re is _CALLED else 2
    such = _SUCH_AS.search(before)
    if such and (kind := _KIND.get(such["noun"])):
        votes[kind] += 2
    if _MADE.search(before):
        votes["Product"] += 1
    if _OPENED.search(before):
        votes["Facility"] += 1
    if _OFFICE.search(before) or _OFFICE_AFTER.match(after):
        votes["Company"] += 2
    following = re.match(r"[ ,]* ?([a-z]+)", after)
    if following and following.group(1) in _SAYING:
        votes["Company"] += 1
    return votes


def _head_kind(phrase: str) -> str | None:
    """Return the type of the first noun phrase of some words: that of the last noun before a preposition."""
    kind = None
    for word in phrase.split():
        folded = word.strip("\"'“”‘’").casefold()
        if folded in _STOP:
            break
        kind = _KIND.get(folded, kind)
    return kind


def settle_types(text: str, names: Sequence[Candidate], lists: WordLists) -> list[Candidate]:
    """Return the names with those typed by shape alone typed by what stands around all their occurrences.

    A plain word with a capital that is found once, and that nothing around it makes a name, is dropped.
    """
    families = {name.family_name for name in names if name.type == "Person" and name.family_name}
    votes: dict[str, Counter[str]] = {}
    for name in names:
        if name.finder == "shape":
            votes.setdefault(text[name.start : name.end], Counter()).update(read_cues(text, name.start, name.end))
    counts = Counter(text[name.start : name.end] for name in names)
    settled = []
    for name in names:
        if name.finder != "shape":
            firm = name.finder == "persons" and name.weight < 3.5 and read_cues(text, name.start, name.end)["Company"] >= 3
            settled.append(replace(name, type="Company", family_name=None) if firm else name)
            continue
        surface = text[name.start : name.end]
        best = votes[surface].most_common(1)
        if surface in families:
            settled.append(replace(name, type="Person", finder="surname", family_name=surface, weight=3.0))
        elif surface in lists.surnames and not lists.is_english(surface) and surface.istitle():
            settled.append(replace(name, type="Person", finder="surname", family_name=surface, weight=2.5))
        elif not best and _CODE.fullmatch(surface):
            settled.append(replace(name, type="Facility" if "data cent" in text else "Product"))
        elif best or counts[surface] > 1 or not lists.is_english(surface):
            settled.append(replace(name, type=best[0][0] if best else name.type, weight=name.weight + (0.5 if best else 0)))
    return settled
