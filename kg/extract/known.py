"""Known names: every name of the gazetteer where it stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from kg.extract.candidates import Candidate
from kg.gazetteer import Gazetteer, names_of

WEIGHT = 3.7
_WITH_BODY = re.compile(
    r"(?:[\w-]+ )*(?:chair\w*|chief executive(?: officer)?|president|ceo|governor) of |"
    r".+ (?:chair(?:man|woman)?|chief executive(?: officer)?|president|ceo|governor)$",
    re.IGNORECASE,
)


class KnownNames:
    """Finds the names of known entities, whatever their type."""

    def __init__(self, nlp: Language, gazetteer: Gazetteer) -> None:
        self._matcher = PhraseMatcher(nlp.vocab)
        self._types = {entity.id: entity.type for entity in gazetteer}
        for entity in gazetteer:
            names = {
                name
                for name in names_of(entity)
                if self._tells(name) and not (entity.type == "Post" and _WITH_BODY.match(name))
            }
            if names:
                self._matcher.add(entity.id, [nlp.make_doc(name) for name in sorted(names)])

    @staticmethod
    def _tells(name: str) -> bool:
        """Whether a name tells its bearer from plain words: it has a capital, or is not written in Latin letters."""
        return len(name) > 1 and (any(char.isupper() for char in name) or not name.isascii())

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """Yield every known name; where several entities share one, the first of the gazetteer."""
        seen: set[tuple[int, int]] = set()
        for key, start, end in sorted(self._matcher(doc), key=lambda match: (match[1], -match[2], match[0])):
            if (start, end) in seen:
                continue
            seen.add((start, end))
            entity_id = doc.vocab.strings[key]
            span = doc[start:end]
            yield Candidate(
                span.start_char, span.end_char, self._types[entity_id], "gazetteer", WEIGHT, known=entity_id
            )
