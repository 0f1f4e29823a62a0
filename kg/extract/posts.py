"""Offices that a person holds: government posts with their portfolio, and posts in companies and institutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists

_RANK = (
    r"(?:acting|interim|deputy|vice|assistant|associate|senior|principal|executive|managing|general|global|regional|group(?! under)|joint|founding|"
    r"honorary|non-executive|independent|corporate|national|first|lead|board|council|permanent|under|international|commercial|technical|technology|"
    r"academic|scientific|clinical|creative|programme|project|operations|research|marketing|sales|finance|strategy|overseas|country|hospital|party|"
    r"political|administrative|privacy|financial|chief|government|innovation|investment|product|policy|inaugural|statutory|systems|business|"
    r"environmental|protection|education|coordinating|co-ordinating|district|legal|medical|digital|solution)"
)
_HEAD = (
    r"chief[ -]executive(?: officers?|s)?|chief (?:[a-z&-]+ ){1,3}officers?|chief (?:scientist|economist|analyst|engineer|strategist|"
    r"representative|architect|technologist|of staff|secretary|superintendent|inspector|curator|data scientist)|C[EFTOIMPRSDA]I?O\b|"
    r"chair(?:man|woman|person|men)|chair(?= of)|(?:president and (?:provost|vice-chancellor)|vice-chancellor and president|president|vice president)|"
    r"(?:director|secretary|consul)[- ]general|(?:executive |non-executive |managing )?directors|director|"
    r"manager|partner|minister of state|minister|prime minister|premier|governor|mayor|ambassador|head(?= of\b|, [A-Z])|"
    r"dean|provost|(?:pro-)?vice-chancellor|rector|convenor|treasurer|ombudsman|commissioner|undersecretary|secretary|officer|commander|"
    r"engineer|controller|postmaster general|professor(?= of\b)|principal(?= of\b)|curator|actuary|investigator|"
    r"(?:finance|technology|innovation|investment|security|digital|research|operations|product|science|party) chief|director-designate"
)
_POST = re.compile(
    rf"(?<![\w-])(?P<ranks>(?:{_RANK}[ -]|co-|vice-|deputy-)*)(?P<head>{_HEAD})(?![\w-]|\.\w)", re.IGNORECASE
)
_HEADS_ONLY = r"(?:secretary|commissioner|director|head|chairman|president|minister|dean|chief|deputy|permanent|under|associate|assistant|vice)\b"
_TITLED = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Ir|Sir|Madam|Hon|Messrs)\b"
_CAPITAL = rf"(?!{_TITLED})[A-Z][\w&'’-]*"
_TOPIC = re.compile(
    rf" (?:of|for) (?:the )?(?P<topic>{_CAPITAL}(?:(?:, and | and | & |, | )(?!(?i:(?:the )?{_HEADS_ONLY}))(?:the )?{_CAPITAL})*)"
)
_STOP = r"(?:at|in|for|who|said|told|with|from|to|on|as|is|was|has|had|will|of|when|where|which|that|since|until|by|the|a|an|its|his|her|their|our|this|also|says|would|and|are|were|did|does|do|or)\b"
_LOWER_TOPIC = re.compile(
    rf" (?:of|for) (?P<topic>(?!{_STOP})[a-z][\w-]*(?:(?: and | & |, (?=[a-z-]+ and )| )(?!{_STOP})[A-Za-z][\w&/-]*)*|[A-Z]{{2,4}}\b(?= (?:at|of)\b|,))"
)
_BRACKET = re.compile(r" \((?P<inside>[A-Za-z][^()\n]{2,60})\)")
_OFFICE = re.compile(r"\b[Oo]ffices? of (?:the )?$")
_NEEDS_MORE = frozenset(
    """secretary commissioner officer engineer partner manager principal professor undersecretary controller minister
    governor mayor ambassador curator actuary investigator commander directors""".split()
)
_OFFICIAL = frozenset(
    {
        "director-general",
        "director general",
        "secretary",
        "commissioner",
        "undersecretary",
        "minister",
        "minister of state",
        "director",
        "controller",
        "chief secretary",
    }
)
_ALONE = re.compile(
    r"(?:(?:deputy|acting) )*financial secretary|(?:deputy |acting )?chief secretary|privacy commissioner|.*\bgovernment chief information officer|prime minister|"
    r"(?:deputy )?postmaster general|(?:\w+ )*minister of state|(?:education|technology|finance|foreign|health|economy|trade|digital|science|energy|industry|commerce) minister|"
    r"(?:managing|founding|general|senior|executive) partner|(?:\w+ )+manager|general manager|.*\b(?:senior|principal) .*(?:engineer|officer)|principal investigator|"
    r".*chief (?:[a-z&-]+ ){1,3}officers?|(?:under|permanent|acting|deputy|assistant) secretary|district commander|(?:executive|non-executive|managing|independent) directors",
    re.IGNORECASE,
)
_ORGANISED = frozenset({"University", "ResearchInstitute", "GovernmentBody", "Facility", "Company", "Organization"})
_BODIES = frozenset(
    """company firm group institute university centre bank bureau organisation department park city country association laboratory
    government college council committee fund business years directors start-up corporation team project scheme board programme lab
    faculty office queue division""".split()
)
_NO_TOPIC = (
    "chair",
    "chief executive",
    "governor",
    "premier",
    "mayor",
    "ceo",
    "cfo",
    "president",
    "rector",
    "ambassador",
    "prime minister",
)


@dataclass(frozen=True)
class PostFinder:
    """Finds posts in a sentence; persons already found there end a portfolio."""

    lists: WordLists

    def find(self, text: str, start: int, end: int, persons: Sequence[Candidate] = ()) -> Iterator[Candidate]:
        """Yield the posts named in `text[start:end]`."""
        for match in _POST.finditer(text, start, end):
            stop = min([person.start for person in persons if person.start >= match.end()], default=end)
            last, portfolio = self._extent(text, match, stop)
            if any(person.start < last and match.start() < person.end for person in persons) or _OFFICE.search(
                text, start, match.start()
            ):
                continue
            head = match["head"].casefold()
            if portfolio or self._stands_alone(match.group(), head):
                official = portfolio and head in _OFFICIAL and match["head"][0].isupper()
                yield Candidate(
                    match.start(), last, "Post", "portfolio" if official else "post", 4.2 if official else 3.4
                )

    @staticmethod
    def _stands_alone(post: str, head: str) -> bool:
        if head == "head":
            return post[0].isupper()
        return head not in _NEEDS_MORE or bool(_ALONE.fullmatch(post))

    def _extent(self, text: str, match: re.Match[str], stop: int) -> tuple[int, bool]:
        """Return where a post ends, and whether it names a portfolio."""
        end, portfolio = match.end(), False
        head = "vice-president" if re.search(r"vice[- ]$", match["ranks"], re.IGNORECASE) else match["head"].casefold()
        if head == "officer" and "chief" in match["ranks"].casefold():
            head = "chief executive"
        topic = _TOPIC.match(text, end, stop) or _LOWER_TOPIC.match(text, end, stop)
        if topic and self._is_portfolio(head, topic["topic"], text[end : end + 4] == " for"):
            end, portfolio = topic.end(), True
        bracket = _BRACKET.match(text, end, stop)
        if (
            bracket
            and not bracket["inside"].isupper()
            and (portfolio or not head.startswith(_NO_TOPIC))
            and self._is_plain(bracket["inside"])
        ):
            return bracket.end(), True
        return end, portfolio

    def _is_plain(self, inside: str) -> bool:
        return self.lists.is_english(inside.split(maxsplit=1)[0]) or inside.split(maxsplit=1)[0] == "AI"

    def _is_portfolio(self, head: str, topic: str, after_for: bool) -> bool:
        """Whether the words after "of" or "for" belong to the title, rather than name the organisation."""
        words = re.findall(r"[\w&-]+", topic)
        if after_for and head in {
            "secretary",
            "commissioner",
            "undersecretary",
            "chief secretary",
            "minister",
            "minister of state",
        }:
            return True
        if not words or head.startswith(_NO_TOPIC):
            return False
        last = words[-1].casefold()
        if not topic[0].isupper():
            return last not in _BODIES and words[0].casefold() not in _BODIES
        if topic in self.lists.places or not all(
            self.lists.is_english(word) or word in {"AI", "R&D", "IT"} for word in words
        ):
            return False
        kind = self.lists.heads.get(last)
        return (
            kind not in _ORGANISED
            or (last in self.lists.soft_heads and kind != "GovernmentBody")
            or last in {"lands", "police", "treasury"}
        )
