"""From an article to its mentions and claims: a spaCy pipeline without a trained model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from kg.extract.anaphora import AnaphoraFinder
from kg.extract.annotations import MENTIONS, declare_marks, layer
from kg.extract.described import DescriptionFinder
from kg.extract.joining import NameJoiner
from kg.extract.known import KnownNames
from kg.extract.mentions import MentionFinder
from kg.extract.names import NameFinder
from kg.extract.persons import PersonFinder
from kg.extract.posts import PostFinder
from kg.extract.wordlists import load_word_lists
from kg.extract.structure import mark_sentences
from kg.extract.values import find_values
from kg.gazetteer import Gazetteer
from kg.model import Article, Extraction, Mention, Span


if TYPE_CHECKING:
    from kg.ontology import Ontology

Step = Callable[[Doc], Doc]
MAX_LENGTH = 20_000_000  # characters; far above any page, so that a long line is read rather than refused


@dataclass(frozen=True)
class Extractor:
    """Reads articles; loaded once and used for many."""

    nlp: Language
    steps: tuple[Step, ...]

    def read(self, article: Article) -> Doc:
        """Return the text with all its layers, as the steps leave it."""
        doc = self.nlp.make_doc(article.text if article.lang.startswith("en") else "")
        doc._.article = article
        for step in self.steps:
            doc = step(doc)
        return doc

    def extract(self, article: Article) -> Extraction:
        """Return what an article says in its own words: mentions and claims."""
        doc = self.read(article)
        return Extraction(article, tuple(_mention(span) for span in layer(doc, MENTIONS)), tuple(doc._.claims or ()))


def load_extractor(ontology: Ontology, gazetteer: Gazetteer) -> Extractor:
    """Build the pipeline from the ontology and the known names."""
    from kg.extract.relations import RelationFinder

    return build_extractor(gazetteer, (RelationFinder(ontology),))


def build_extractor(gazetteer: Gazetteer, further: Iterable[Step] = ()) -> Extractor:
    """Build the part of the pipeline that finds mentions and values, followed by further steps."""
    declare_marks()
    nlp = spacy.blank("en")
    nlp.max_length = MAX_LENGTH
    lists = load_word_lists()
    mentions = MentionFinder(KnownNames(nlp, gazetteer), PersonFinder(lists), PostFinder(lists), NameFinder(lists, NameJoiner(lists)), DescriptionFinder(lists), AnaphoraFinder(lists))
    return Extractor(nlp, (mark_sentences, find_values, mentions, *further))


def _mention(span: DocSpan) -> Mention:
    return Mention(Span(span.start_char, span.end_char), span.text, span.label_, span._.chain, span._.named)

