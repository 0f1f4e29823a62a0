"""The second stage of extraction: from mentions and values to claims, by the patterns that the ontology declares."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc

from kg.extract.proposals import Proposal, chain_of, claim_of, literal_of
from kg.extract.beginnings import begun
from kg.extract.clauses import rewrite
from kg.extract.frames import settle, through_posts, without_body
from kg.extract.lines import Line, Slot, draw_lines
from kg.extract.lists import items_of
from kg.extract.modality import judge, starts_later
from kg.extract.patterns import ORGANISATIONS, Match, Pattern, compile_patterns, find_matches
from kg.extract.topics import SURENESS, Topics
from kg.model import Article, Modality, Period, Phrase
from kg.ontology import Ontology, RelationType

MAX_PROPOSALS = 400  # of one sentence: a page of names in a row must not explode
SETTLED = frozenset("hasStatus hasBudget locatedIn partOf postIn subsidiaryOf".split())  # facts even about what is still planned
_ANAPHOR = 0.9
_TOPIC = "a post without a body belongs to the one spoken of"


class RelationFinder:
    """Finds the claims of a text; a spaCy component."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        types = frozenset(ontology.types)
        self.patterns = tuple(p for relation in ontology.relations.values() for p in compile_patterns(relation, types))
        self._by_anchor: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in self.patterns:
            for anchor in pattern.anchors or {""}:
                self._by_anchor[anchor].append(pattern)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.claims`."""
        standing = [c for c in self.proposals(doc) if not c.reason]
        doc._.claims = [claim for c in best_of(standing) if (claim := claim_of(c)) is not None]
        return doc

    def proposals(self, doc: Doc) -> list[Proposal]:
        """Return all that the patterns propose, with the reason where something was dropped."""
        lines = draw_lines(doc)
        topics = Topics(lines)
        return [proposal for index in range(len(lines)) for proposal in self._of_sentence(index, topics)]

    def _of_sentence(self, index: int, topics: Topics) -> Iterator[Proposal]:
        proposals = settle(surest(islice(self._of_line(index, topics), MAX_PROPOSALS)))
        yield from proposals
        yield from through_posts(proposals)
        for held in without_body(proposals):
            body = topics.before(index, ORGANISATIONS, held.subject.number)
            if body is not None and not _names_body(topics.lines[index], held):
                yield replace(held, relation="affiliatedWith", object=body, rule=_TOPIC, confidence=held.confidence * SURENESS)

    def _of_line(self, index: int, topics: Topics) -> Iterator[Proposal]:
        for view in rewrite(topics.lines[index]):
            for pattern in self._fitting(view):
                for match in find_matches(pattern, view):
                    relation = self.ontology.relations[pattern.relation]
                    completed = complete(match, relation, index, topics)
                    if completed is not None:
                        yield from self._of_match(completed, relation)

    def _fitting(self, line: Line) -> Iterable[Pattern]:
        words = line.words
        found = {id(p): p for word in ("", *words) for p in self._by_anchor.get(word, ())}
        return found.values()

    def _of_match(self, match: Match, relation: RelationType) -> Iterator[Proposal]:
        for subject, target in _pairs(match, relation):
            proposal = _checked(_proposal(match, relation, subject, target), relation)
            yield proposal
            for implied in begun(match, proposal):
                yield _checked(_redated(implied), self.ontology.relations[implied.relation])


def _names_body(line: Line, held: Proposal) -> bool:
    """Tell whether words after a post say where it is, though in a form that no pattern reads."""
    post = held.object
    return isinstance(post, Slot) and bool(re.search(rf"{post.mark} (?:of|at|in|for|\(|, ‹\d+:(?!Person)[A-Z])", line.text))


def complete(match: Match, relation: RelationType, index: int, topics: Topics) -> Match | None:
    """Fill in an end that the template leaves out with what the text speaks of; None where that is nothing fitting."""
    needed = {"SUBJECT": relation.domain, **({"OBJECT": relation.range} if relation.kind == "entity" else {})}
    missing = {name: types for name, types in needed.items() if name not in match.slots}
    if not missing:
        return match
    position = min(match.slots.values(), default=None)
    found = {name: topics.before(index, types, position) for name, types in missing.items()}
    if len(missing) > 1 or None in found.values():
        return None
    numbers = {name: slot.number for name, slot in found.items() if slot is not None}
    return replace(match, slots={**match.slots, **numbers})


def surest(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return one proposal for each pair of slots, the surest one."""
    best: dict[tuple[object, ...], Proposal] = {}
    for proposal in proposals:
        target = proposal.object
        end = target.number if isinstance(target, Slot) else target
        key = (proposal.relation, proposal.subject.number, end, bool(proposal.reason))
        if key not in best or proposal.confidence > best[key].confidence:
            best[key] = proposal
    return list(best.values())


def best_of(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return one proposal for each thing said, the surest one."""
    best: dict[tuple[object, ...], Proposal] = {}
    for proposal in proposals:
        known = best.get(proposal.key)
        if known is None or proposal.confidence > known.confidence:
            best[proposal.key] = proposal
    return list(best.values())


def _pairs(match: Match, relation: RelationType) -> Iterator[tuple[Slot, Slot | Phrase]]:
    subjects = items_of(match.line, match.slots["SUBJECT"])
    if relation.name == "holdsPost":
        yield from _posts(match, subjects)
        return
    if "OBJECT" not in match.slots:
        constant = Phrase(match.pattern.template.constant or "", "status")
        yield from ((subject, constant) for subject in subjects)
        return
    objects = items_of(match.line, match.slots["OBJECT"])
    if len(subjects) == len(objects) > 1 and " respectively " in match.line.text:
        yield from zip(subjects, objects, strict=True)
        return
    yield from ((subject, target) for subject in subjects for target in objects)


def _posts(match: Match, persons: tuple[Slot, ...]) -> Iterator[tuple[Slot, Slot]]:
    """Pair persons with posts: each with his own, or all with one that is named in the plural."""
    person, post = (match.line.slots[match.slots[name]] for name in ("SUBJECT", "OBJECT"))
    posts = items_of(match.line, post.number)
    if len(persons) == len(posts) > 1:
        yield from zip(persons, posts, strict=True)
    elif post.span.text.endswith(("s", "men")):
        yield from ((one, post) for one in persons)
    else:
        yield from ((person, one) for one in posts)


def _proposal(match: Match, relation: RelationType, subject: Slot, target: Slot | Phrase) -> Proposal:
    modality = match.pattern.template.modality or judge(match.clause, plannable=relation.name not in SETTLED)
    if relation.kind == "date":
        modality = _dated(modality, target, match.line.sentence.doc._.article)
    confidence = match.pattern.template.confidence * match.line.weight
    for end in (subject, target):
        if isinstance(end, Slot) and end.is_mention and not end.span._.named:
            confidence *= _ANAPHOR
    return Proposal(relation.name, subject, target, match.line.sentence, match.pattern.template.source, confidence, modality)


def _redated(proposal: Proposal) -> Proposal:
    if proposal.relation != "startDate" or not isinstance(proposal.object, Slot):
        return proposal
    return replace(proposal, modality=_dated(proposal.modality, proposal.object, proposal.sentence.doc._.article))


def _dated(modality: Modality, target: Slot | Phrase, article: Article | None) -> Modality:
    """A beginning after the day of publication is planned, one before it has happened, whatever the verb looks like."""
    period = literal_of(target)
    if modality not in {"actual", "planned"} or not isinstance(period, Period) or article is None:
        return modality
    later = starts_later(period, article.published)
    return modality if later is None else "planned" if later else "actual"


def _checked(proposal: Proposal, relation: RelationType) -> Proposal:
    target = proposal.object
    kind = target.label if isinstance(target, Slot) else relation.kind
    if isinstance(target, Slot) and not target.is_mention:
        kind = relation.kind
        if literal_of(target) is None:
            return replace(proposal, reason="the value could not be read")
    elif isinstance(target, Slot) and chain_of(target) == chain_of(proposal.subject):
        return replace(proposal, reason="both ends are the same entity")
    if not relation.allows(proposal.subject.label, kind):
        return replace(proposal, reason=f"{relation.name} does not join {proposal.subject.label} and {kind}")
    return proposal
