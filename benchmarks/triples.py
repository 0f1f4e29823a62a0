"""What peers find in a text, as they say it: who, in which words, whom or what.

iKnow and textacy are asked for their triples; co-occurrence takes every two names or values of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from kg.model import Modality, Span

_NEGATION = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.I)
_FUTURE = re.compile(r"\b(?:will|shall|would|plans?|is to|are to|aims?|intends?)\b", re.I)
# Universal Dependencies under the names that textacy expects.
_RENAMED = {
    "nsubj:pass": "nsubjpass", "nsubj:outer": "nsubj", "csubj:pass": "csubjpass", "csubj:outer": "csubj",
    "aux:pass": "auxpass", "obj": "dobj", "iobj": "dative",
}  # fmt: skip
_INSIDE_PHRASE = frozenset("compound flat fixed amod nmod nmod:poss nummod det case appos".split())


@dataclass(frozen=True, slots=True)
class Triple:
    """Two stretches of text and the words that relate them."""

    subject: Span
    words: str
    object: Span
    sentence: Span
    modality: Modality = "actual"


TripleFinder = Callable[[str], Iterable[Triple]]


def modality_of(words: str) -> Modality:
    """Read a modality out of a verb phrase, more kindly than the peers themselves do."""
    if _NEGATION.search(words):
        return "denied"
    return "planned" if _FUTURE.search(words) else "actual"


def iknow_finder() -> TripleFinder:
    """Return the triples of InterSystems iKnow: concept, relation, concept along the path of a sentence."""
    import iknowpy  # noqa: PLC0415 - a peer need not be installed

    engine = iknowpy.iKnowEngine()

    def find(text: str) -> Iterator[Triple]:
        engine.index(text, "en")
        for sentence in engine.m_index["sentences"]:
            yield from _along_path(sentence, text)

    return find


def _along_path(sentence: dict[str, Any], text: str) -> Iterator[Triple]:
    entities = sentence["entities"]
    path = [entities[index] for index in sentence["path"] if index < len(entities)]
    whole = Span(entities[0]["offset_start"], entities[-1]["offset_stop"])
    concepts = [place for place, entity in enumerate(path) if entity["type"] == "Concept"]
    for left, right in pairwise(concepts):
        between = path[left + 1 : right]
        words = text[between[0]["offset_start"] : between[-1]["offset_stop"]] if between else ""
        yield Triple(_iknow_span(path[left]), words, _iknow_span(path[right]), whole, modality_of(words))


def _iknow_span(entity: dict[str, Any]) -> Span:
    return Span(entity["offset_start"], entity["offset_stop"])


def textacy_finder(parser: Path) -> TripleFinder:
    """Return the subject-verb-object triples of textacy over a spaCy pipeline that tags and parses."""
    import spacy  # noqa: PLC0415
    from textacy.extract import subject_verb_object_triples  # noqa: PLC0415 - a peer need not be installed

    nlp = spacy.load(parser)
    nlp.max_length = 10_000_000

    def find(text: str) -> Iterator[Triple]:
        for found in subject_verb_object_triples(_rename(nlp(text))):
            words = " ".join(token.text for token in found.verb)
            sentence = found.verb[0].sent
            yield Triple(
                _token_span(found.subject),
                words,
                _token_span(found.object),
                Span(sentence.start_char, sentence.end_char),
                modality_of(words),
            )

    return find


def _token_span(tokens: list[Any]) -> Span:
    """Widen what textacy names, often single words, to the noun phrases that they head."""
    whole = [each for token in tokens for each in _phrase(token)]
    return Span(min(token.idx for token in whole), max(token.idx + len(token) for token in whole))


def _phrase(token: Any) -> Iterator[Any]:
    yield token
    for child in token.children:
        if child.dep_ in _INSIDE_PHRASE:
            yield from _phrase(child)


def _rename(doc: Any) -> Any:
    """Return a parse under older labels, with "by" between a passive verb and its agent."""
    from spacy.tokens import Doc  # noqa: PLC0415

    heads = [token.head.i for token in doc]
    labels = [_RENAMED.get(token.dep_, token.dep_) for token in doc]
    for token in doc:
        if token.dep_ == "advmod" and _NEGATION.fullmatch(token.text):
            labels[token.i] = "neg"
        by = next((child for child in token.children if child.dep_ == "case" and child.lower_ == "by"), None)
        if by is not None and (token.dep_ == "obl:agent" or (token.dep_ == "obl" and _is_passive(token.head))):
            heads[by.i], labels[by.i] = token.head.i, "agent"
            heads[token.i], labels[token.i] = by.i, "pobj"
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[token.pos_ for token in doc],
        heads=heads,
        deps=labels,
    )


def _is_passive(verb: Any) -> bool:
    return verb.pos_ == "VERB" and verb.tag_ != "VBG" and verb.lower_.endswith(("ed", "en", "wn", "ne", "lt", "ld"))


def pairs_of(sentences: Iterable[Span], places: Iterable[Span], text: str) -> Iterator[Triple]:
    """Yield every two places of a sentence, with the whole sentence as the words that relate them."""
    places = sorted(places)
    for sentence in sentences:
        inside = [place for place in places if sentence.start <= place.start and place.end <= sentence.end]
        words = text[sentence.start : sentence.end]
        for one, other in combinations(inside, 2):
            yield Triple(one, words, other, sentence)
