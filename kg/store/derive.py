"""Derives the default graph, which people query, from the graphs of the articles and of the background tables.

Everything here is a pure function of a `Match`: a look-up of quads in those graphs. What is derived about one entity,
value or statement depends only on the quads about it and on its evidence, so that after a change only those need to
be derived again, and the outcome is the same as deriving all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.store import terms
from kg.store.terms import HKR, Object, Subject, text_of

Match = Callable[[Subject | None, NamedNode | None, Object | None], Iterable[Quad]]
"""Quads of the article and background graphs with this subject, predicate and object; None matches all."""

DESCRIPTION = frozenset({terms.TYPE, terms.LABEL, terms.ALT_LABEL, terms.SAME_AS, terms.SOURCE, terms.CHECKED})
"""The predicates that describe an entity; all its other triples in the default graph are direct triples of facts."""

SUREST = 0.99
"""However many articles agree, extraction never makes a statement surer than this, unless one of them was."""

_VALUES, _STATEMENTS = HKR + "value/", HKR + "statement/"
_IS_ACTUAL = (terms.MODALITY, terms.ACTUAL)
_COPIED = (terms.TYPE, terms.SUBJECT, terms.PREDICATE, terms.OBJECT, terms.MODALITY, terms.VALID_FROM, terms.VALID_TO)


@dataclass(frozen=True, slots=True)
class Touched:
    """The parts of the default graph that a change may concern."""

    entities: frozenset[Subject]
    values: frozenset[Subject]
    statements: frozenset[Subject]
    facts: frozenset[Triple]


def touched_by(old: Set[Quad], new: Set[Quad], default: Match) -> Touched:
    """List what it concerns when the old quads of a graph are replaced by new ones.

    `default` looks up the default graph as it is before the change.
    """
    context = old | new
    subjects = {quad.subject for quad in old ^ new}
    supported = {quad.object for quad in context if quad.predicate == terms.SUPPORTS and quad.subject in subjects}
    statements = {s for s in subjects | supported if text_of(s).startswith(_STATEMENTS)}
    parts: dict[Subject, list[Quad]] = {}
    for quad in context:
        if quad.subject in statements:
            parts.setdefault(quad.subject, []).append(quad)
    return Touched(
        entities=frozenset(q.subject for q in old - new if is_entity(q.subject))
        | frozenset(q.subject for q in new - old if is_entity(q.subject) and not _is_settled(q, default)),
        values=frozenset(s for s in subjects if text_of(s).startswith(_VALUES)),
        statements=frozenset(parts),
        facts=frozenset(fact for fact in map(_fact, parts.values()) if fact),
    )


def derive(touched: Touched, match: Match, default: Match) -> set[Quad]:
    """Return what the default graph must hold about the touched parts; `default` looks it up as it was."""
    triples: set[Triple] = set()
    for entity in touched.entities:
        triples.update(_derive_entity(entity, list(match(entity, None, None))))
    for value in touched.values:
        triples.update(Triple(q.subject, q.predicate, q.object) for q in match(value, None, None))
    for statement in touched.statements:
        triples.update(_derive_statement(statement, match))
    asserted = _asserted(triples)
    for fact in touched.facts:
        # Statements that were not touched assert a fact only if it stands already.
        if fact in asserted or (_has(default, fact) and _asserted_elsewhere(fact, match)):
            triples.add(fact)
    return {Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples}


def derived_about(touched: Touched, default: Match) -> set[Quad]:
    """Return what the default graph, looked up with `default`, now holds about the touched parts."""
    held = {q for entity in touched.entities for predicate in DESCRIPTION for q in default(entity, predicate, None)}
    for node in touched.values | touched.statements:
        held.update(default(node, None, None))
    for fact in touched.facts:
        held.update(default(fact.subject, fact.predicate, fact.object))
    return held


def is_entity(node: Subject) -> bool:
    """Tell whether a node is an entity, and not a statement, an article or a value."""
    iri = text_of(node)
    return iri.startswith(HKR) and "/" not in iri[len(HKR) :]


def combine(scores: Iterable[float]) -> float:
    """Return how sure articles make a statement together: the chance that not all of them are wrong.

    Articles are taken as independent, each with its surest sentence; since they often copy each other, the outcome
    is held at SUREST.
    """
    ordered = sorted(scores)
    doubt = 1.0
    for score in ordered:
        doubt *= 1.0 - score
    return max(ordered[-1], min(SUREST, 1.0 - doubt))


def _is_settled(quad: Quad, default: Match) -> bool:
    """Tell whether one more article saying this leaves the description of the entity as it is.

    A name that stands already changes nothing, and one more voice for the elected label or type leaves it elected.
    Without this, every article on Hong Kong would make us read all others.
    """
    predicates = (terms.ALT_LABEL, terms.LABEL) if quad.predicate == terms.ALT_LABEL else (quad.predicate,)
    return any(True for predicate in predicates for _ in default(quad.subject, predicate, quad.object))


def _fact(quads: Iterable[Quad | Triple]) -> Triple | None:
    """Return the triple that the description of a statement is about."""
    parts = {quad.predicate: quad.object for quad in quads}
    subject, predicate = parts.get(terms.SUBJECT), parts.get(terms.PREDICATE)
    if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and terms.OBJECT in parts:
        return Triple(subject, predicate, parts[terms.OBJECT])
    return None


def _derive_entity(entity: Subject, quads: list[Quad]) -> Iterator[Triple]:
    if not quads:
        return
    curated = [q for q in quads if q.graph_name == terms.GAZETTEER]
    yield from _elect(entity, terms.TYPE, curated, quads)
    labels = [*_elect(entity, terms.LABEL, _in(terms.ENGLISH, curated), _in(terms.ENGLISH, quads))]
    labels += _elect(entity, terms.LABEL, _in(terms.CHINESE, curated), _in(terms.CHINESE, quads))
    yield from labels
    names = {q.object for q in quads if q.predicate in (terms.LABEL, terms.ALT_LABEL)}
    for name in names - {t.object for t in labels}:
        yield Triple(entity, terms.ALT_LABEL, name)
    for quad in quads:
        if quad.predicate in (terms.SAME_AS, terms.SOURCE, terms.CHECKED):
            yield Triple(entity, quad.predicate, quad.object)


def _in(language: str, quads: Iterable[Quad]) -> list[Quad]:
    return [q for q in quads if isinstance(q.object, Literal) and q.object.language == language]


def _elect(entity: Subject, predicate: NamedNode, curated: list[Quad], quads: list[Quad]) -> Iterator[Triple]:
    """Yield the curated value, else what most articles say, else what comes first in the alphabet."""
    votes = Counter(q.object for q in curated or quads if q.predicate == predicate)
    if votes:
        yield Triple(entity, predicate, min(votes, key=lambda term: (-votes[term], text_of(term))))


def _derive_statement(statement: Subject, match: Match) -> Iterator[Triple]:
    evidence = {q.subject: q.graph_name for q in match(None, terms.SUPPORTS, statement)}
    if not evidence:
        return
    for quad in match(statement, None, None):
        if quad.predicate in _COPIED:
            yield Triple(statement, quad.predicate, quad.object)
    surest = dict.fromkeys(evidence.values(), 0.0)
    for quad in (q for node in evidence for q in match(node, None, None)):
        if quad.predicate in terms.QUALIFIERS:
            yield Triple(statement, quad.predicate, quad.object)
        elif quad.predicate == terms.CONFIDENCE:
            surest[quad.graph_name] = max(float(text_of(quad.object)), surest[quad.graph_name])
    yield Triple(statement, terms.RANK, terms.NORMAL)
    yield Triple(statement, terms.SUPPORT, Literal(len(surest)))
    yield Triple(statement, terms.CONFIDENCE, terms.confidence(combine(surest.values())))


def _asserted(derived: Set[Triple]) -> set[Triple | None]:
    """Return the facts that the derived statements assert: those meant as actual, whatever their validity."""
    statements: dict[Subject, list[Triple]] = {}
    for triple in derived:
        if triple.predicate in _COPIED:
            statements.setdefault(triple.subject, []).append(triple)
    return {_fact(parts) for node, parts in statements.items() if Triple(node, *_IS_ACTUAL) in derived}


def _has(default: Match, fact: Triple) -> bool:
    return any(True for _ in default(fact.subject, fact.predicate, fact.object))


def _asserted_elsewhere(fact: Triple, match: Match) -> bool:
    return any(
        _fact(match(q.subject, None, None)) == fact
        and any(True for _ in match(q.subject, terms.MODALITY, terms.ACTUAL))
        and any(True for _ in match(None, terms.SUPPORTS, q.subject))
        for q in match(None, terms.OBJECT, fact.object)
    )
