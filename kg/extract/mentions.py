"""The component that finds the mentions of a text and joins them into chains, each of which means one entity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from kg.extract.acronyms import Definition, find_definitions
from kg.extract.aliases import link_names
from kg.extract.anaphora import AnaphoraFinder
from kg.extract.annotations import MENTIONS, VALUES
from kg.extract.candidates import Candidate, choose
from kg.extract.chinese import find_chinese
from kg.extract.cues import CueReader
from kg.extract.described import DescriptionFinder, settle_definites
from kg.extract.encoder.naming import find_names, join_opinions
from kg.extract.government import find_government
from kg.extract.known import KnownNames
from kg.extract.names import NameFinder
from kg.extract.persons import PersonFinder
from kg.extract.posts import PostFinder, is_owned
from kg.extract.words import Sentence, is_headline_case, split_sentences, split_words

Range = tuple[int, int]
_LEAD = 3  # sentences, the headline included, that introduce what an article is about


@dataclass(frozen=True)
class MentionFinder:
    """Joins the finders, lets the best candidate win where several overlap, and links what means the same."""

    known: KnownNames
    persons: PersonFinder
    posts: PostFinder
    names: NameFinder
    described: DescriptionFinder
    cues: CueReader
    anaphora: AnaphoraFinder

    def __call__(self, doc: Doc) -> Doc:
        """Mark the mentions of a text."""
        text = doc.text
        sentences = list(split_sentences(text))
        known = self._known(doc, text)
        values = [(span.start_char, span.end_char) for span in doc.spans.get(VALUES, ()) if span.label_ != "count"]
        found: list[Candidate] = []
        definitions: list[Definition] = []
        for number, (sentence, inside, taken) in enumerate(_apart(sentences, known, values)):
            found += self._read(text, sentence, inside, taken, lead=number < _LEAD)
            for definition in find_definitions(text, sentence):
                definitions.append(definition)
                if definition.matched:
                    found.append(self.names.long_form(sentence, definition.start, definition.end))
        headlines = [s for s in sentences if is_headline_case(s, self.names.lists)]
        if doc._.reading is not None:
            found = join_opinions(found, find_names(doc._.reading, text))
        found += _echoes(text, headlines, found)
        doc._.candidates = tuple(found)
        chosen = self.cues.settle(text, settle_definites(text, choose(found)))
        linked = link_names(text, chosen, definitions, self.names.lists)
        mentions = self.anaphora.find(text, sentences, linked)
        doc.spans[MENTIONS] = [span for mention in mentions if (span := _mark(doc, mention)) is not None]
        return doc

    def _known(self, doc: Doc, text: str) -> list[Candidate]:
        return [
            replace(c, family_name=self.persons.family_name(list(split_words(text, c.start, c.end))))
            if c.type == "Person"
            else c
            for c in self.known.find(doc)
        ]

    def _read(
        self, text: str, sentence: Sentence, known: Sequence[Candidate], values: Sequence[Range], *, lead: bool
    ) -> list[Candidate]:
        """Return all candidates of one sentence."""
        start, end = sentence[0].start, sentence[-1].end
        headline = is_headline_case(sentence, self.names.lists)
        taken = _words_inside(sentence, values)
        things = [(c.start, c.end) for c in known if c.type not in {"Person", "Post"}]
        persons = list(self.persons.find(sentence, taken | _words_inside(sentence, things), headline=headline))
        persons += [c for c in known if c.type == "Person"]
        posts = list(self.posts.find(text, start, end + 1, persons))
        blocked = taken | _words_inside(sentence, [(c.start, c.end) for c in [*persons, *posts]])
        if not (persons or _speaks_of_person(sentence)):
            posts = [post for post in posts if post.finder == "portfolio" or is_owned(text, post)]
        names = [c for c in self.names.find(sentence, blocked) if not headline or c.finder in {"places", "known"}]
        described = [] if headline else self.described.find(text, sentence, lead=lead)
        return [
            *known,
            *persons,
            *posts,
            *names,
            *described,
            *find_government(text, start, end),
            *find_chinese(text, start, end),
        ]


def _apart(
    sentences: Sequence[Sentence], known: Sequence[Candidate], values: Sequence[Range]
) -> Iterator[tuple[Sentence, list[Candidate], list[Range]]]:
    """Yield each sentence with the known names and the values inside it."""
    k = v = 0
    for sentence in sentences:
        start, end = sentence[0].start, sentence[-1].end + 1
        inside: list[Candidate] = []
        taken: list[Range] = []
        while k < len(known) and known[k].start < end:
            if known[k].start >= start and known[k].end <= end:
                inside.append(known[k])
            k += 1
        while v < len(values) and values[v][0] < end:
            if values[v][1] > start:
                taken.append(values[v])
            v += 1
        yield sentence, inside, taken


def _echoes(text: str, headlines: Sequence[Sentence], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the names of the running text where they stand in a headline whose capitals tell nothing."""
    surfaces = (
        {text[c.start : c.end]: c for c in found if c.finder not in {"described", "government", "post"}}
        if headlines
        else {}
    )
    for headline in headlines:
        for surface, candidate in surfaces.items():
            for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text[headline[0].start : headline[-1].end]):
                offset = headline[0].start
                yield replace(candidate, start=offset + match.start(), end=offset + match.end())


def _speaks_of_person(sentence: Sentence) -> bool:
    """Whether a sentence means a person without naming one."""
    return any(word.text.casefold() in {"he", "she", "his", "her"} for word in sentence)


def _words_inside(sentence: Sentence, ranges: Iterable[Range]) -> frozenset[int]:
    return frozenset(word.start for start, end in ranges for word in sentence if word.start < end and start < word.end)


def _mark(doc: Doc, candidate: Candidate) -> Span | None:
    span = doc.char_span(candidate.start, candidate.end, label=candidate.type, alignment_mode="expand")
    if span is None:
        return None
    span._.known, span._.chain, span._.named = candidate.known, candidate.chain, candidate.named
    span._.finder, span._.weight = candidate.finder, candidate.weight
    return span
