"""Offices that a person holds: government posts with their portfolio, and posts in companies and institutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists

OFFICIAL, OTHER = 4.2, 3.4  # weights: a portfolio outweighs every other reading of its words
_RANK = (
    r"(?:acting|interim|deputy|vice|assistant|associate|senior|principal|executive|managing|general|global|regional|"
    r"group(?! under)|joint|founding|honorary|non-executive|independent|corporate|national|lead|board|council|"
    r"permanent|under|international|commercial|technical|technology|academic|scientific|clinical|creative|programme|"
    r"project|operations|research|marketing|sales|finance|strategy|overseas|country|hospital|party|political|"
    r"administrative|privacy|financial|chief|government|innovation|investment|product|policy|statutory|systems|"
    r"asia[- ]pacific|apac|emea|greater china|north asia|southeast asia|"
    r"business|environmental|protection|education|coordinating|co-ordinating|district|legal|medical|digital|solution)"
)
_HEAD = (
    r"chief[ -]executive(?: officers?|s)?|chief (?:[a-z&-]+ ){1,3}officers?|chief (?:scientist|economist|"
    r"analyst|engineer|"
    r"strategist|representative|architect|technologist|of staff|secretary|superintendent|inspector|curator|"
    r"data scientist)|"
    r"C[EFTOIMPRSDA]I?O\b|chair(?:man|woman|person|men)|chair(?= of)|president and (?:provost|vice-chancellor)|"
    r"vice-chancellor and president|president|vice president|(?:director|secretary|consul)[- ]general|"
    r"(?:executive |non-executive |managing )?directors|director|manager|partner|minister of state|minister|"
    r"prime minister|"
    r"premier|governor|mayor|ambassador|head(?= of\b|, [A-Z])|dean|provost|(?:pro-)?vice-chancellor|rector|convenor|"
    r"treasurer|ombudsman|commissioner|undersecretary|secretary|officer|commander|engineer|controller|"
    r"postmaster general|"
    r"(?:lawmaker|legislator|legislative councillor)(?= for the\b)|professor(?= of\b)|(?<=managing )principal|"
    r"(?<=founding )principal|principal(?= of\b)|curator|actuary|investigator|"
    r"(?:finance|technology|innovation|investment|"
    r"security|digital|research|operations|product|science|party) chief|director-designate"
)
_POST = re.compile(
    rf"(?<![\w-])(?P<ranks>(?:{_RANK}[ -]|co-|vice-|deputy-){{0,5}})(?P<head>{_HEAD})(?![\w-]|\.\w)", re.IGNORECASE
)
_NEXT_POST = (
    r"(?:secretary|commissioner|director|head|chairman|president|minister|dean|chief|deputy|permanent|under|associate|"
    r"assistant|vice)\b"
)
_SECTOR = re.compile(r" for (?P<topic>the [a-zA-Z][\w&, -]{2,70}?(?:sector|constituency|subsector))\b")
_CAPITAL = r"(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Ir|Sir|Madam|Hon|Messrs)\b)[A-Z][\w&'’-]*"
_TOPIC = re.compile(
    rf" (?:of|for) (?:the )?(?P<topic>{_CAPITAL}(?:(?:, and | and | & |, |"
    rf" )(?!(?:the )?(?:{_CAPITAL} ){{0,4}}(?i:{_NEXT_POST}))(?:the )?{_CAPITAL})*)"
)
_STOP = (
    r"(?:at|in|for|who|said|told|with|from|to|on|as|is|was|has|had|will|of|when|where|which|that|since|until|by|the|a|an|"
    r"its|his|her|their|our|this|also|says|would|and|are|were|did|does|do|or)\b"
)
_LOWER_TOPIC = re.compile(
    rf" (?:of|for) (?P<topic>(?!{_STOP})[a-z][\w-]*(?:(?: and | & |, (?=[a-z-]+ and )| )(?!{_STOP})[A-Za-z][\w&/-]*)*|"
    r"[A-Z]{2,4}\b(?= (?:at|of)\b|,))"
)
_BRACKET = re.compile(r" \((?P<inside>[A-Za-z][^()\n]{2,60})\)")
_OWNER = re.compile(r"(?:\w['’]s|s['’]|(?<!as )\b(?:its|their)) (?:new |former |then |current |outgoing |incoming )?$")
_OFFICE = re.compile(r"\b[Oo]ffices? of (?:the )?$")
_ALONE = re.compile(
    r"(?:(?:deputy|acting) )*financial secretary|(?:deputy |acting )?chief secretary|privacy commissioner|"
    r".*\bgovernment chief information officer|prime minister|(?:deputy )?postmaster general|"
    r"(?:\w+ )*minister of state|"
    r"(?:education|technology|finance|foreign|health|economy|trade|digital|science|energy|industry|commerce) minister|"
    r"(?:managing|founding|general|senior|executive) (?:partner|principal)|(?:\w+ )+manager|principal investigator|"
    r".*\b(?:senior|principal) .*(?:engineer|officer)|.*chief (?:[a-z&-]+ ){1,3}officers?|"
    r"(?:under|permanent|acting|deputy|assistant) secretary|district commander|"
    r"(?:executive|non-executive|managing|independent) directors",
    re.IGNORECASE,
)
_OFFICIAL = frozenset(
    "director-general|director general|secretary|commissioner|undersecretary|minister|minister of state|director|"
    "controller|chief secretary".split("|")
)
_WITH_FOR = frozenset("secretary|commissioner|undersecretary|chief secretary|minister|minister of state".split("|"))
_WITHOUT_TOPIC = (
    "chair", "chief executive", "governor", "premier", "mayor", "ceo", "cfo", "president", "rector", "ambassador",
    "prime minister",
)  # fmt: skip
_ORGANISED = frozenset({"University", "ResearchInstitute", "GovernmentBody", "Facility", "Company", "Organization"})
_HELD = frozenset("mayor minister governor commissioner ambassador secretary".split())
_SMALL_WORDS = re.compile(r"\b(?:And|Of|For|The|To|In|On|At|By|With|Said|Says|Who|Is|Was)\b")
_TOPICS = frozenset({"lands", "police", "treasury"})
_ACRONYMS = frozenset({"AI", "R&D", "IT"})


@dataclass(frozen=True)
class PostFinder:
    """Finds posts in a sentence; persons already found there end a portfolio."""

    lists: WordLists

    def find(self, text: str, start: int, end: int, persons: Sequence[Candidate] = ()) -> Iterator[Candidate]:
        """Yield the posts named in `text[start:end]`."""
        if text[start:end].isupper():
            yield from self._shouted(text, start, end, persons)
            return
        for match in _POST.finditer(text, start, end):
            stop = min([person.start for person in persons if person.start >= match.end()], default=end)
            last, portfolio = self._extent(text, match, stop)
            in_person = any(person.start < last and match.start() < person.end for person in persons)
            if in_person or _OFFICE.search(text, max(start, match.start() - 16), match.start()):
                continue
            head = match["head"].casefold()
            if portfolio or self._stands_alone(match.group(), head) or _is_held(text, match, last, stop):
                official = portfolio and head in _OFFICIAL and match["head"][0].isupper()
                finder, weight = ("portfolio", OFFICIAL) if official else ("post", OTHER)
                yield Candidate(match.start(), last, "Post", finder, weight)

    def _shouted(self, text: str, start: int, end: int, persons: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield the posts of a stretch in capitals, which is read as if only its nouns had one."""
        plain = _SMALL_WORDS.sub(lambda match: match.group().lower(), text[start:end].title())
        if len(plain) == len(text[start:end]) and not plain.isupper():  # "A 1" stays as it is
            moved = [replace(person, start=person.start - start, end=person.end - start) for person in persons]
            for post in self.find(plain, 0, len(plain), moved):
                yield replace(post, start=post.start + start, end=post.end + start)

    def _stands_alone(self, post: str, head: str) -> bool:
        if head == "head":
            return post[0].isupper()
        return head not in self.lists.sets["posts_in_need"] or bool(_ALONE.fullmatch(post))

    def _extent(self, text: str, match: re.Match[str], stop: int) -> tuple[int, bool]:
        """Return where a post ends, and whether it names a portfolio."""
        end, portfolio, head = match.end(), False, _full_head(match)
        if head.startswith(("lawmaker", "legislat")):
            sector = _SECTOR.match(text, end, stop)
            return (sector.end(), True) if sector else (end, False)
        topic = _TOPIC.match(text, end, stop) or _LOWER_TOPIC.match(text, end, stop)
        if (
            topic
            and not _is_firm(text, match, topic.end())
            and self._is_portfolio(head, topic["topic"], after_for=text[end : end + 4] == " for")
        ):
            end, portfolio = topic.end(), True
        bracket = _BRACKET.match(text, end, stop)
        if bracket and (portfolio or not head.startswith(_WITHOUT_TOPIC)) and self._is_plain(bracket["inside"]):
            return bracket.end(), True
        return end, portfolio

    def _is_plain(self, inside: str) -> bool:
        """Whether what a bracket after a post says belongs to the post, rather than shortens a name."""
        first = inside.partition(" ")[0]
        return not inside.isupper() and (self.lists.is_english(first) or first in _ACRONYMS)

    def _is_portfolio(self, head: str, topic: str, *, after_for: bool) -> bool:
        """Whether the words after "of" or "for" belong to the title, rather than name the organisation."""
        if after_for and head in _WITH_FOR:
            return True
        words = re.findall(r"[\w&-]+", topic)
        if not words or head.startswith(_WITHOUT_TOPIC):
            return False
        last = words[-1].casefold()
        if not topic[0].isupper():
            first_is_body = len(words) < 3 and words[0].casefold() in self.lists.sets["bodies"]
            return last not in self.lists.sets["bodies"] and not first_is_body
        if topic in self.lists.places or not all(self.lists.is_english(w) or w in _ACRONYMS for w in words):
            return False
        kind = self.lists.heads.get(last)
        soft = last in self.lists.soft_heads and kind != "GovernmentBody"
        return kind not in _ORGANISED or soft or last in _TOPICS


def _is_firm(text: str, match: re.Match[str], end: int) -> bool:
    """Whether what a director directs is a firm: "director of Bright Kite Technology (Hong Kong) Limited"."""
    return (
        match["head"].islower()
        and re.match(r",? (?:\([A-Z]|Co\b|Company|Limited|Ltd|Group|Holdings|Inc)", text[end : end + 12]) is not None
    )


def _is_held(text: str, match: re.Match[str], last: int, stop: int) -> bool:
    """Whether a title too short to stand alone does so before its holder or its place: "Mayor Li", "Mayor of Lyon"."""
    if match["head"].casefold() not in _HELD:
        return False
    if text[last:stop] == " " and (not match.start() or text[match.start() - 1] in " \n("):
        return True
    return (match["head"][0].isupper() or bool(match["ranks"])) and re.match(
        r" of (?:the )?[A-Z]", text[last:stop]
    ) is not None


def is_owned(text: str, post: Candidate) -> bool:
    """Whether a post belongs to somebody named or spoken of: "the group's chairman", "its chief executive"."""
    return _OWNER.search(text, max(0, post.start - 40), post.start) is not None


def _full_head(match: re.Match[str]) -> str:
    """Return the head of a post, with the ranks that change what it takes."""
    ranks, head = match["ranks"].casefold(), match["head"].casefold()
    if re.search(r"vice[- ]$", ranks):
        return "vice-president"
    return "chief executive" if head == "officer" and "chief" in ranks else head
