"""Why a claim was proposed or dropped, sentence by sentence, and where a telling word led to nothing.

Each step says what it saw: the finders their names, the patterns and the model their proposals, each with how sure it
was and, where it came to nothing, why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Doc, Span

from kg.extract.annotations import MENTIONS, VALUES, layer
from kg.extract.candidates import Candidate
from kg.extract.extractor import Extractor
from kg.extract.inflection import forms_of
from kg.extract.lines import Line, draw_lines
from kg.extract.proposals import Proposal, best_of
from kg.extract.relations import RelationFinder
from kg.model import Article, Literal
from kg.ontology import RelationType


@dataclass(frozen=True, slots=True)
class Name:
    """What a finder took for a name, or for words that stand for one; `reason` says why it was dropped."""

    text: str
    type: str
    finder: str
    weight: float
    chain: str = ""  # the first name of the same thing, where this is not it
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """Words that are an amount, date, share or count, with what they mean: one literal, or two for a span of time."""

    text: str
    kind: str
    means: tuple[Literal | None, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence as the patterns see it, with what each step made of it."""

    sentence: str
    line: str
    standing: tuple[Proposal, ...]
    dropped: tuple[Proposal, ...]
    gaps: tuple[str, ...]  # relations whose trigger words stand there without a claim
    mentions: tuple[Name, ...] = ()
    rejected: tuple[Name, ...] = ()
    values: tuple[Value, ...] = ()


def explain_article(extractor: Extractor, article: Article) -> tuple[Explanation, ...]:
    """Return an explanation for each sentence of an article."""
    finder = next(step for step in extractor.steps if isinstance(step, RelationFinder))
    return explain(finder, extractor.read(article))


def explain(finder: RelationFinder, doc: Doc) -> tuple[Explanation, ...]:
    """Return an explanation for each sentence of a text whose mentions and values are marked."""
    proposals = finder.proposals(doc)
    names = {span._.chain: span.text for span in reversed(layer(doc, MENTIONS)) if span._.named}
    # A very long sentence has several lines.
    sentences = groupby(draw_lines(doc), key=lambda line: line.sentence.start)
    return tuple(_explain_sentence(tuple(lines), proposals, finder, names) for _, lines in sentences)


def _explain_sentence(
    lines: Sequence[Line], proposals: Iterable[Proposal], finder: RelationFinder, names: Mapping[int, str]
) -> Explanation:
    sentence = lines[0].sentence
    here = [proposal for proposal in proposals if proposal.sentence.start == sentence.start]
    standing = best_of(proposal for proposal in here if not proposal.reason)
    dropped = best_of(proposal for proposal in here if proposal.reason)
    stated = {proposal.relation for proposal in standing}
    silent = [relation for relation in finder.ontology.relations.values() if relation.name not in stated]
    mentions = _inside(sentence, MENTIONS)
    return Explanation(
        sentence=sentence.text.strip(),
        line=" ".join(line.text.strip() for line in lines),
        standing=_surest_first(standing),
        dropped=_surest_first(dropped),
        gaps=tuple(relation.name for relation in silent if any(_has_trigger(line, relation) for line in lines)),
        mentions=tuple(_name_of(span, names) for span in mentions),
        rejected=tuple(_rejected(sentence, mentions)),
        values=tuple(_value_of(span) for span in _inside(sentence, VALUES)),
    )


def _surest_first(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    return tuple(sorted(proposals, key=lambda proposal: -proposal.confidence))


def _inside(sentence: Span, name: str) -> list[Span]:
    return [span for span in layer(sentence.doc, name) if sentence.start <= span.start < sentence.end]


def _name_of(span: Span, names: Mapping[int, str]) -> Name:
    first = names.get(span._.chain, span.text)
    return Name(span.text, span.label_, span._.finder, span._.weight, first if first != span.text else "")


def _value_of(span: Span) -> Value:
    means = span._.value
    return Value(span.text, span.label_, means if isinstance(means, tuple) else (means,))


def _rejected(sentence: Span, mentions: Sequence[Span]) -> Iterator[Name]:
    """Yield what a finder took for a name where another mention, or none, stands now."""
    standing = {(span.start_char, span.end_char, span.label_) for span in mentions}
    candidates: Iterable[Candidate] = sentence.doc._.candidates
    for candidate in dict.fromkeys(candidates):
        place = candidate.start, candidate.end, candidate.type
        if sentence.start_char <= candidate.start < sentence.end_char and place not in standing:
            words = sentence.doc.text[candidate.start : candidate.end]
            yield Name(words, candidate.type, candidate.finder, candidate.weight, reason=_reason(candidate, mentions))


def _reason(candidate: Candidate, mentions: Iterable[Span]) -> str:
    winner = next((m for m in mentions if m.start_char < candidate.end and candidate.start < m.end_char), None)
    if winner is None:
        return "its words tell too little, or the text goes on otherwise"
    if (winner.start_char, winner.end_char) == (candidate.start, candidate.end):
        return f"taken for a {winner.label_}"
    if winner.start_char <= candidate.start and candidate.end <= winner.end_char:
        return f"part of {winner.text!r}"
    return f"{winner.text!r} is surer"


def _has_trigger(line: Line, relation: RelationType) -> bool:
    return any(f" {form} " in line.text for trigger in relation.triggers for form in _forms(trigger))


def _forms(trigger: str) -> Iterator[str]:
    yield trigger.lower()
    yield from forms_of(trigger.lower()).all
