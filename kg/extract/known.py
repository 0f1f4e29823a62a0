"""Known names: every name of the gazetteer where it stands in a text, however its words are joined and capitalised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from kg.extract.candidates import Candidate
from kg.extract.shared import find_shared
from kg.extract.wordlists import WordLists, load_word_lists
from kg.gazetteer import Gazetteer, names_of
from kg.model import Entity

WEIGHT = 3.7
_WITH_BODY = re.compile(
    r"(?:[\w-]+ )*(?:chair\w*|chief executive(?: officer)?|president|ceo|governor) of |"
    r".+ (?:chair(?:man|woman)?|chief executive(?: officer)?|president|ceo|governor)$",
    re.IGNORECASE,
)
_SPELLINGS = (
    (re.compile(r" and "), " & "),
    (re.compile(r" & "), " and "),
    (re.compile(r"(?<=[a-z])-(?=[A-Za-z])"), " "),
    (re.compile(r"\b([Cc]o)-(?=[a-z])"), r"\1"),
    (re.compile(r"\bCentre\b"), "Center"),
    (re.compile(r"\bCenter\b"), "Centre"),
    (re.compile(r"\+(?=$| )"), " +"),
)
_ARTICLE = re.compile(r"^(?:The|the) (?=\S+ \S+ \S)")
_NAME_GOES_ON = re.compile(r" [A-Z][a-z]+-[a-z]+")
_APOSTROPHES = str.maketrans("’‘", "''")


class KnownNames:
    """Finds the names of known entities, whatever their type."""

    def __init__(self, nlp: Language, gazetteer: Gazetteer, lists: WordLists | None = None) -> None:
        self._lists = lists or load_word_lists()
        self._gazetteer = gazetteer
        self._matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        self._types = {entity.id: entity.type for entity in gazetteer}
        self._order = {entity.id: number for number, entity in enumerate(gazetteer)}
        self._exact: dict[str, frozenset[str]] = {}
        for entity in gazetteer:
            spellings = {spelling for name in self._names(entity) for spelling in _spellings(name)}
            if spellings:
                self._exact[entity.id] = frozenset(spelling.translate(_APOSTROPHES) for spelling in spellings)
                self._matcher.add(entity.id, [nlp.make_doc(spelling) for spelling in sorted(spellings)])

    def _names(self, entity: Entity) -> Iterator[str]:
        """Yield the names by which an entity can be told from plain words; a post with its body is two names."""
        for name in names_of(entity):
            titled = entity.type == "Person" and name.split()[0] in self._lists.sets["titles"]
            tells = len(name) > 1 and not titled and (any(char.isupper() for char in name) or not name.isascii())
            if tells and not (entity.type == "Post" and _WITH_BODY.match(name)):
                yield name

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """Yield every known name; where several entities share one, the first of the gazetteer."""
        text = doc.text
        found = {(name.start, name.end): name for name in find_shared(text, self._only)}
        for start, end, entity_id in self._matches(doc):
            span = doc[start:end]
            place = (span.start_char, span.end_char)
            if place not in found and self._is_name(text, place, entity_id):
                found[place] = Candidate(*place, self._types[entity_id], "gazetteer", WEIGHT, known=entity_id)
        yield from sorted(found.values(), key=lambda name: (name.start, -name.end))

    def _only(self, name: str) -> Entity | None:
        return next(iter(self._gazetteer.named(name)), None)

    def _matches(self, doc: Doc) -> Iterable[tuple[int, int, str]]:
        found = [(start, end, doc.vocab.strings[key]) for key, start, end in self._matcher(doc)]
        return sorted(found, key=lambda match: self._order[match[2]])

    def _is_name(self, whole: str, place: tuple[int, int], entity_id: str) -> bool:
        """Whether what matches but for capitals and the like is meant as the name."""
        text = whole[slice(*place)].translate(_APOSTROPHES)
        if self._types[entity_id] == "Person" and _NAME_GOES_ON.match(whole, place[1]):
            return False  # "Peter Chan Siu-fan" is another man than the known Peter Chan
        if text in self._exact[entity_id]:
            return True
        words = text.split()
        if len(words) == 1:
            return self._is_respelt(text, entity_id)
        capitals = [word for word in words if word[0].isupper() or word[0].isdigit()]
        return words[0] in capitals and (len(capitals) > 1 or not self._lists.is_english(words[0]))

    def _is_respelt(self, text: str, entity_id: str) -> bool:
        """Whether one word is a name in capitals ("LANTERN") or an acronym that is read as a word ("Unesco")."""
        if self._lists.is_english(text) or len(text) < 5:
            return False
        return text.isupper() or (text.istitle() and text.upper() in self._exact[entity_id])


def _spellings(name: str) -> set[str]:
    """Return a name with and without its article, its small words, hyphens and plus signs written otherwise."""
    fitting = [(pattern, other) for pattern, other in _SPELLINGS if pattern.search(name)][:3]
    found = {name}
    for chosen in product((False, True), repeat=len(fitting)):
        spelling = _ARTICLE.sub("", name)
        for (pattern, other), applies in zip(fitting, chosen, strict=True):
            spelling = pattern.sub(other, spelling) if applies else spelling
        found.add(spelling)
    return found
