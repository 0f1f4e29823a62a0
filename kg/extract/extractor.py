"""From an article to its mentions and claims: a spaCy pipeline of rules and a small trained encoder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from kg import resources
from kg.extract.anaphora import AnaphoraFinder
from kg.extract.annotations import MENTIONS, declare_marks, layer
from kg.extract.cues import CueReader
from kg.extract.described import DescriptionFinder
from kg.extract.encoder.judging import Judge
from kg.extract.encoder.reader import Encoder
from kg.extract.joining import NameJoiner
from kg.extract.known import KnownNames
from kg.extract.mentions import MentionFinder
from kg.extract.names import NameFinder
from kg.extract.persons import PersonFinder
from kg.extract.posts import PostFinder
from kg.extract.relations import RelationFinder
from kg.extract.structure import mark_sentences
from kg.extract.tokens import make_tokenizer, tokenise
from kg.extract.values import find_values, load_known_dates
from kg.extract.wordlists import load_word_lists
from kg.gazetteer import Gazetteer
from kg.model import Article, Extraction, Mention, Span
from kg.ontology import Ontology

Step = Callable[[Doc], Doc]
MAX_LENGTH = 20_000_000  # characters; far above any page, so that a long line is read rather than refused
KNOWN_DATES = resources.ROOT / "data" / "background" / "dates.csv"


@dataclass(frozen=True)
class Extractor:
    """Reads articles; loaded once and used for many."""

    nlp: Language
    steps: tuple[Step, ...]

    def read(self, article: Article) -> Doc:
        """Return the text with all its layers; of a text that is not English, an empty one."""
        doc = tokenise(self.nlp, article.text if article.lang.startswith("en") else "")
        doc._.article = article
        for step in self.steps:
            doc = step(doc)
        return doc

    def extract(self, article: Article) -> Extraction:
        """Return what an article says in its own words: mentions and claims."""
        doc = self.read(article)
        return Extraction(article, tuple(_mention(span) for span in layer(doc, MENTIONS)), tuple(doc._.claims or ()))


def load_extractor(
    ontology: Ontology, gazetteer: Gazetteer, *, known_dates: Path = KNOWN_DATES, encoder: Encoder | None = None
) -> Extractor:
    """Build the pipeline from the ontology, the known names, the curated dates and the trained model."""
    dates = load_known_dates(known_dates)
    encoder = encoder or Encoder()
    relations = RelationFinder(ontology, Judge(encoder, ontology))
    return build_extractor(gazetteer, (dates, relations, dates.mark_claims), encoder=encoder)


def build_extractor(gazetteer: Gazetteer, further: Iterable[Step] = (), *, encoder: Encoder | None = None) -> Extractor:
    """Build the part of the pipeline that finds mentions and values, followed by further steps.

    Without an encoder names rest on rules alone.
    """
    declare_marks()
    nlp = English(create_tokenizer=make_tokenizer)
    nlp.max_length = MAX_LENGTH
    lists = load_word_lists()
    mentions = MentionFinder(
        known=KnownNames(nlp, gazetteer, lists),
        persons=PersonFinder(lists),
        posts=PostFinder(lists),
        names=NameFinder(lists, NameJoiner(lists)),
        described=DescriptionFinder(lists),
        cues=CueReader(lists),
        anaphora=AnaphoraFinder(lists),
    )
    reading = () if encoder is None else (encoder.mark,)
    return Extractor(nlp, (mark_sentences, *reading, find_values, mentions, *further))


def _mention(span: DocSpan) -> Mention:
    return Mention(Span(span.start_char, span.end_char), span.text, span.label_, span._.chain, span._.named)
