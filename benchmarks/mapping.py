"""What peers find, put into our vocabulary as kindly as possible.

A peer is given what it does not have: the annotated names with their types stand wherever one of its phrases touches
them, our own reading of amounts and dates stands for its numbers, and of the relations that may join two types and
whose trigger words it says, the one is taken that joins such types most often in the training articles. A passive
("was built by") is turned round, and so is a pair that only fits the other way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from benchmarks.triples import Triple
from kg.evaluation.gold import GoldArticle
from kg.extract.inflection import forms_of
from kg.model import Article, ArticleGraph, Entity, Literal, Provenance, Span, Statement
from kg.ontology import Ontology, RelationType

_BY = re.compile(r"\bby\W*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an annotated entity or a value stands; `kinds` are its types, or the kind of the value."""

    span: Span
    what: str | Literal
    kinds: tuple[str, ...]


def mark_names(article: GoldArticle, text: str) -> list[Mark]:
    """Find every annotated name in a text, the longer ones first."""
    names = [(name, entity) for entity in article.entities for name in entity.names]
    marks: list[Mark] = []
    taken: set[int] = set()
    for name, entity in sorted(names, key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if taken.isdisjoint(range(match.start(), match.end())):
                taken.update(range(match.start(), match.end()))
                kinds = (entity.type, *sorted(entity.types_ok))
                marks.append(Mark(Span(match.start(), match.end()), entity.key, kinds))
    return marks


@dataclass(frozen=True)
class Lexicon:
    """Which relation the words between two things may mean. `usual` counts relations by the types that they join."""

    ontology: Ontology
    usual: Mapping[tuple[str, str, str], int]
    must_say: bool  # whether one of the relation's trigger words has to be said
    _says: dict[str, re.Pattern[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for relation in self.ontology.relations.values():
            words = {form for trigger in relation.triggers for form in (trigger, *forms_of(trigger).all)}
            alternatives = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
            self._says[relation.name] = re.compile(rf"(?<!\w)(?:{alternatives or '(?!)'})(?!\w)", re.I)

    def relate(self, triple: Triple, one: Mark, other: Mark) -> tuple[Mark, str, Mark] | None:
        """Return the most usual relation between two marks that the words of a triple allow."""
        turned = bool(_BY.search(triple.words))
        best = max(
            self._fitting(triple.words, one, other), key=lambda found: (found[0], found[1] != turned), default=None
        )
        if best is None:
            return None
        _, forwards, relation = best
        return (one, relation, other) if forwards else (other, relation, one)

    def _fitting(self, words: str, one: Mark, other: Mark) -> Iterator[tuple[tuple[bool, int], bool, str]]:
        for relation in self.ontology.relations.values():
            said = bool(self._says[relation.name].search(words))
            if not said and self.must_say:
                continue
            for forwards, (subject, target) in ((True, (one, other)), (False, (other, one))):
                if count := self._count(relation, subject, target):
                    yield (said, count), forwards, relation.name

    def _count(self, relation: RelationType, subject: Mark, target: Mark) -> int:
        """Say how often a relation joins such types, 1 at least where it may; 0 where it may not."""
        pairs = [(s, t) for s in subject.kinds for t in target.kinds if relation.allows(s, t)]
        return max((1 + self.usual.get((s, relation.name, t), 0) for s, t in pairs), default=0)


def count_usual(articles: Iterable[GoldArticle], ontology: Ontology) -> Counter[tuple[str, str, str]]:
    """Count how often each relation joins each two types in annotated articles."""
    usual: Counter[tuple[str, str, str]] = Counter()
    for article in articles:
        types = {entity.key: entity.type for entity in article.entities}
        for said in article.statements:
            target = types[said.object] if isinstance(said.object, str) else ontology.relations[said.relation].kind
            usual[types[said.subject], said.relation, target] += 1
    return usual


def state(
    article: Article, gold: GoldArticle, marks: list[Mark], triples: Iterable[Triple], lexicon: Lexicon
) -> ArticleGraph:
    """Return what the triples of one article come to in our vocabulary."""
    found: dict[tuple[str, str, str], Statement] = {}
    for triple in triples:
        for one in _touched(marks, triple.subject):
            for other in _touched(marks, triple.object):
                related = lexicon.relate(triple, one, other) if one.what != other.what else None
                if related and isinstance(related[0].what, str):
                    statement = _state(article, triple, related)
                    found.setdefault((statement.subject, statement.relation, repr(statement.object)), statement)
    entities = tuple(Entity(entity.key, entity.type, entity.names[0]) for entity in gold.entities)
    return ArticleGraph(article, entities, (), tuple(found.values()))


def _touched(marks: list[Mark], span: Span) -> list[Mark]:
    return [mark for mark in marks if mark.span.start < span.end and span.start < mark.span.end]


def _state(article: Article, triple: Triple, related: tuple[Mark, str, Mark]) -> Statement:
    subject, relation, target = related
    quote = article.text[triple.sentence.start : triple.sentence.end]
    found = Provenance(article.id, triple.sentence, quote, "peer", 1.0)
    return Statement(
        f"{subject.what} {relation} {target.what}", str(subject.what), relation, target.what, found, triple.modality
    )
