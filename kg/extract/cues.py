"""What the words around a name tell about the type of thing it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.candidates import Candidate
from kg.extract.wordlists import WordLists

_QUOTE = r"[\"“‘']?$"
_APPOSITION = re.compile(
    r"^(?:'s|’s)?,? ?(?:\([^)]{1,40}\),? ?)?, (?:which is |who is )?"
    r"(?:a|an|the|one of|its|another|also a|formerly a|itself an?)\b ?(?P<rest>[^,.;:()\n]{2,70})"
)
_IS_A = re.compile(r"^,? (?:is|was|are|became|remains) (?:a|an|the|one of)\b ?(?P<rest>[^,.;:()\n]{2,60})")
_BEFORE = re.compile(rf"(?P<noun>[a-z-]+) (?:, )?{_QUOTE}")
_CALLED = re.compile(
    r"(?P<noun>[a-z-]+),? (?:which is |that is |to be |is )?"
    rf"(?:called|named|known as|dubbed|codenamed|under the name(?: of)?) (?:the )?{_QUOTE}"
)
_SUCH_AS = re.compile(rf"(?P<noun>[a-z-]+),? (?:such as|including|like|namely) (?:the )?{_QUOTE}")
_MADE = re.compile(
    r"\b(?:developed|invented|makes|released|introduced|unveiled|uses|using|creator of|maker of|version of|users of|"
    rf"runs on|built on) (?:the |a |an |its |their )?{_QUOTE}"
)
_OPENED = re.compile(rf"\b(?:opened|building|built|build|occupies|located at|housed in) (?:the |a |its )?{_QUOTE}")
_RANKS = (
    r"(?:chief|chief executive|chairman|chairwoman|president|director|founder|co-founder|ceo|cfo|cto|head|"
    r"partner|manager|"
    r"officer|spokes(?:man|woman|person)|chair|shareholders?|shares|subsidiary|customers|unit|arm|parent|headquarters)"
)
_RANK_OF = re.compile(rf"{_RANKS} (?:of|at|for) (?:the )?$", re.IGNORECASE)
_RANK_AFTER = re.compile(rf"^(?:'s|’s)? (?:(?!is |was |as |and |becomes )\w+ )?{_RANKS}\b", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ ,]* ?([a-z]+)")
_CODE = re.compile(r"[A-Z]{1,5}-?\d{1,4}[A-Z]{0,2}")
_VERSIONED = re.compile(r"[\w -]*[A-Za-z]-?\d\.\d[\w-]*|[\w-]+(?: [\w-]+)? [A-Z]\d{1,2}")
_STOP = frozenset("of for that which who whose where in at on from with by to and or as than".split())
_SURE = 3  # votes of an apposition, enough against the shape of a person's name


@dataclass(frozen=True)
class CueReader:
    """Reads types off the context of names whose shape does not tell them."""

    lists: WordLists

    def votes(self, text: str, start: int, end: int) -> Counter[str]:
        """Return votes for the types of what `text[start:end]` names, from the words before and after it."""
        before = text[max(0, start - 60) : start].rpartition("\n")[2]
        after = text[end : end + 110].partition("\n")[0]
        votes: Counter[str] = Counter()
        for kind, weight in (*self._by_noun(before, after), *self._by_verb(before, after)):
            votes[kind] += weight
        return votes

    def _by_noun(self, before: str, after: str) -> Iterator[tuple[str, int]]:
        for pattern, weight in ((_APPOSITION, _SURE), (_IS_A, 2)):
            match = pattern.match(after)
            if match and (kind := self._head_kind(match["rest"])):
                yield kind, weight
        for pattern, weight in ((_CALLED, _SURE), (_BEFORE, 2), (_SUCH_AS, 2)):
            match = pattern.search(before)
            if match and (kind := self.lists.cue_nouns.get(match["noun"])):
                yield kind, weight

    def _by_verb(self, before: str, after: str) -> Iterator[tuple[str, int]]:
        if _MADE.search(before):
            yield "Product", 1
        if _OPENED.search(before):
            yield "Facility", 1
        if _RANK_OF.search(before) or _RANK_AFTER.match(after):
            yield "Company", 2
        following = _NEXT_WORD.match(after)
        if following and following.group(1) in self.lists.sets["organisation_verbs"]:
            yield "Company", 1

    def _head_kind(self, phrase: str) -> str | None:
        """Return the type of the first noun phrase of some words: that of the last noun before a preposition."""
        kind = None
        for word in phrase.split():
            folded = word.strip("\"'“”‘’").casefold()
            if folded in _STOP:
                break
            kind = self.lists.cue_nouns.get(folded, kind)
        return kind

    def settle(self, text: str, names: Sequence[Candidate]) -> list[Candidate]:
        """Return the names with those typed by shape alone typed by what stands around all their occurrences.

        A plain word with a capital that is found once, and that nothing around it makes a name, is dropped.
        """
        families = {name.family_name for name in names if name.type == "Person" and name.family_name}
        counts = Counter(text[name.start : name.end] for name in names)
        firms = _short_firms(text, names)
        votes: dict[str, Counter[str]] = {}
        for name in names:
            if name.finder == "shape":
                votes.setdefault(text[name.start : name.end], Counter()).update(self.votes(text, name.start, name.end))
        settled = []
        for name in names:
            surface = text[name.start : name.end]
            if name.finder == "persons":
                settled.append(self._maybe_firm(text, name, firms))
            elif name.finder != "shape":
                settled.append(name)
            elif surface in families or self._is_surname(surface):
                settled.append(replace(name, type="Person", finder="surname", family_name=surface, weight=2.5))
            elif votes[surface]:
                settled.append(replace(name, type=votes[surface].most_common(1)[0][0], weight=name.weight + 0.5))
            elif _CODE.fullmatch(surface) or _VERSIONED.fullmatch(surface):
                site = "data cent" in text and _CODE.fullmatch(surface)
                settled.append(replace(name, type="Facility" if site else "Product"))
            elif counts[surface] > 1 or not self.lists.is_english(surface):
                settled.append(name)
        return settled

    def _is_surname(self, surface: str) -> bool:
        return surface in self.lists.surnames and not self.lists.is_english(surface) and surface.istitle()

    def _maybe_firm(self, text: str, name: Candidate, firms: frozenset[str]) -> Candidate:
        """A name with the shape of a person's is a firm's where an apposition says so or the text has its full name."""
        if name.weight >= 3.5:
            return name
        after = text[name.end : name.end + 110].partition("\n")[0]
        before = text[max(0, name.start - 60) : name.start].rpartition("\n")[2]
        said = {kind for kind, weight in self._by_noun(before, after) if weight >= _SURE}
        firm = "Company" in said or text[name.start : name.end] in firms
        return replace(name, type="Company", family_name=None) if firm else name


def _short_firms(text: str, names: Sequence[Candidate]) -> frozenset[str]:
    """Return the first two or three words of the names of firms, by which a text may go on about them."""
    firms = [text[n.start : n.end].split() for n in names if n.type == "Company" and n.finder in {"head", "opener"}]
    return frozenset(" ".join(words[:length]) for words in firms for length in (2, 3) if len(words) > length)
