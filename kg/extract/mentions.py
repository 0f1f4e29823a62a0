"""The component that finds the mentions of a text: known names, persons, posts, names by shape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from kg.extract.acronyms import Definition, find_definitions
from kg.extract.aliases import link_names
from kg.extract.anaphora import AnaphoraFinder
from kg.extract.annotations import MENTIONS, VALUES
from kg.extract.candidates import Candidate, choose
from kg.extract.cues import settle_types
from kg.extract.described import DescriptionFinder
from kg.extract.government import find_government
from kg.extract.known import KnownNames
from kg.extract.names import NameFinder
from kg.extract.persons import PersonFinder
from kg.extract.posts import PostFinder
from kg.extract.words import Sentence, split_sentences


@dataclass(frozen=True)
class MentionFinder:
    """Joins the finders and lets the best candidate win where several overlap."""

    known: KnownNames
    persons: PersonFinder
    posts: PostFinder
    names: NameFinder
    described: DescriptionFinder
    anaphora: AnaphoraFinder

    def __call__(self, doc: Doc) -> Doc:
        """Mark the mentions of a text."""
        known = list(self.known.find(doc))
        values = [(span.start_char, span.end_char) for span in doc.spans.get(VALUES, ()) if span.label_ != "count"]
        sentences = list(split_sentences(doc.text))
        found: list[Candidate] = []
        definitions: list[Definition] = []
        for number, sentence in enumerate(sentences):
            start, end = sentence[0].start, sentence[-1].end
            inside = [c for c in known if c.start >= start and c.end <= end]
            candidates = self._read(doc.text, sentence, inside, values, lead=number < 3)
            defined = list(find_definitions(doc.text, sentence))
            found += candidates + [self.names.long_form(sentence, d.start, d.end) for d in defined if d.matched]
            definitions += defined
        chosen = choose(found)
        chosen = settle_types(doc.text, chosen, self.names.lists)
        linked = link_names(doc.text, chosen, definitions)
        mentions = self.anaphora.find(doc.text, sentences, linked)
        doc.spans[MENTIONS] = [span for c in mentions if (span := _mark(doc, c)) is not None]
        return doc

    def _read(self, text: str, sentence: Sentence, known: list[Candidate], values: list[tuple[int, int]], *, lead: bool) -> list[Candidate]:
        start, end = sentence[0].start, sentence[-1].end
        taken = _words_inside(sentence, [v for v in values if v[0] < end and v[1] > start])
        things = [(c.start, c.end) for c in known if c.type not in {"Person", "Post"}]
        persons = list(self.persons.find(sentence, taken | _words_inside(sentence, things)))
        persons += [c for c in known if c.type == "Person"]
        posts = list(self.posts.find(text, start, end + 1, persons))
        blocked = taken | _words_inside(sentence, [(c.start, c.end) for c in [*persons, *posts]])
        posts = [post for post in posts if persons or post.finder == "portfolio" or _speaks_of_person(sentence)]
        names = list(self.names.find(sentence, blocked))
        described = list(self.described.find(text, sentence, lead=lead))
        return [*known, *persons, *posts, *names, *described, *find_government(text, start, end)]


def _speaks_of_person(sentence: Sentence) -> bool:
    """Whether a sentence means a person without naming one."""
    return any(word.text.casefold() in {"he", "she", "his", "her"} for word in sentence)


def _words_inside(sentence: Sentence, ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(word.start for word in sentence for start, end in ranges if word.start < end and start < word.end)


def _mark(doc: Doc, candidate: Candidate) -> Span | None:
    span = doc.char_span(candidate.start, candidate.end, label=candidate.type, alignment_mode="expand")
    if span is None:
        return None
    span._.known = candidate.known
    span._.chain, span._.named = candidate.chain, candidate.named
    return span
