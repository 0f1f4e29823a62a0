"""Turns what one article says into the quads of its graph, without touching any store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.model import Article, ArticleGraph, Entity, Link, Period, Phrase, Quantity, Span, Statement
from kg.store import terms
from kg.store.terms import OA, PROV, SCHEMA, ontology_term, resource

Term = NamedNode | Literal

_MONEY, _QUANTITY = NamedNode(SCHEMA + "MonetaryAmount"), NamedNode(SCHEMA + "QuantitativeValue")
_VALUE = NamedNode(SCHEMA + "value")
_CURRENCY, _UNIT = NamedNode(SCHEMA + "currency"), NamedNode(SCHEMA + "unitText")
_EXACT, _START, _END = NamedNode(OA + "exact"), NamedNode(OA + "start"), NamedNode(OA + "end")
_FROM, _BY = NamedNode(PROV + "wasDerivedFrom"), NamedNode(PROV + "wasGeneratedBy")


def article_quads(graph: ArticleGraph) -> frozenset[Quad]:
    """Return all quads of an article's graph; the graph bears the name of the article."""
    name = terms.article_graph(graph.article.id)
    return frozenset(Quad(t.subject, t.predicate, t.object, name) for t in _article_triples(graph, name))


def entity_quads(entities: Iterable[Entity], graph_name: NamedNode) -> frozenset[Quad]:
    """Return the quads that describe known entities in a background graph."""
    return frozenset(
        Quad(t.subject, t.predicate, t.object, graph_name)
        for entity in entities
        for t in [*_describe_entity(entity), *_describe_curation(entity)]
    )


def text_hash(text: str) -> str:
    """Return the fingerprint by which the text of an article is found."""
    return sha256(text.encode("utf-8")).hexdigest()


def evidence_id(statement_id: str, article_id: str, span: Span) -> str:
    """Return the id of the place in an article that a statement rests on."""
    return _short_hash(statement_id, article_id, span.start, span.end)


def mention_id(article_id: str, span: Span, entity_id: str) -> str:
    """Return the id of a stretch of text that stands for an entity."""
    return _short_hash(article_id, span.start, span.end, entity_id)


def _short_hash(*parts: object) -> str:
    return sha256("|".join(map(str, parts)).encode("utf-8")).hexdigest()[:16]


def _article_triples(graph: ArticleGraph, name: NamedNode) -> Iterator[Triple]:
    yield from _describe_article(graph.article, name)
    for entity in graph.entities:
        yield from _describe_entity(entity, graph.names.get(entity.id, ()))
    for link in graph.links:
        yield from _describe_mention(link, graph.article.id, name)
    for statement in graph.statements:
        yield from _describe_statement(statement)
    for places in _by_place(graph.statements, graph.article.id).items():
        yield from _describe_evidence(*places, name)


def _describe_article(article: Article, node: NamedNode) -> Iterator[Triple]:
    yield Triple(node, terms.TYPE, NamedNode(SCHEMA + "NewsArticle"))
    yield Triple(node, NamedNode(SCHEMA + "headline"), Literal(article.title, language=article.lang.lower()))
    yield Triple(node, NamedNode(SCHEMA + "inLanguage"), Literal(article.lang))
    yield Triple(node, terms.TEXT_HASH, Literal(text_hash(article.text)))
    if article.url:
        yield Triple(node, NamedNode(SCHEMA + "url"), terms.address(article.url))
    if article.publisher:
        yield Triple(node, NamedNode(SCHEMA + "publisher"), Literal(article.publisher))
    if article.published:
        yield Triple(node, NamedNode(SCHEMA + "datePublished"), terms.typed(article.published.isoformat(), "date"))
    if article.fetched_at:
        yield Triple(node, terms.FETCHED_AT, terms.typed(article.fetched_at.isoformat(), "dateTime"))
    if article.source_file:
        yield Triple(node, ontology_term("sourceFile"), Literal(article.source_file))
    if article.partial:
        yield Triple(node, ontology_term("partial"), Literal(True))
    for cited in article.cites:
        yield Triple(node, terms.SOURCE, terms.address(cited))


def _describe_entity(entity: Entity, names: Iterable[str] = ()) -> Iterator[Triple]:
    node = resource(entity.id)
    yield Triple(node, terms.TYPE, ontology_term(entity.type))
    yield Triple(node, terms.LABEL, terms.name_literal(entity.label))
    if entity.label_zh:
        yield Triple(node, terms.LABEL, Literal(entity.label_zh, language=terms.CHINESE))
    for name in {*entity.aliases, *entity.aliases_zh, *names} - {entity.label, entity.label_zh}:
        yield Triple(node, terms.ALT_LABEL, terms.name_literal(name))
    for same in entity.same_as:
        yield Triple(node, terms.SAME_AS, terms.address(same))


def _describe_curation(entity: Entity) -> Iterator[Triple]:
    node = resource(entity.id)
    yield Triple(node, terms.CHECKED, Literal(entity.checked))
    if entity.source:
        yield Triple(node, terms.SOURCE, terms.address(entity.source))


def _describe_mention(link: Link, article_id: str, article: NamedNode) -> Iterator[Triple]:
    mention = link.mention
    node = resource(f"mention/{mention_id(article_id, mention.span, link.entity_id)}")
    yield Triple(node, terms.TYPE, terms.MENTION)
    yield Triple(node, ontology_term("refersTo"), resource(link.entity_id))
    yield Triple(node, ontology_term("mentionType"), ontology_term(mention.type))
    yield Triple(node, terms.CONFIDENCE, terms.confidence(link.score))
    yield from _locate(node, article, mention.text, mention.span)


def _describe_statement(statement: Statement) -> Iterator[Triple]:
    node, qualifiers = resource(f"statement/{statement.id}"), statement.qualifiers
    yield Triple(node, terms.TYPE, terms.STATEMENT)
    yield Triple(node, terms.SUBJECT, resource(statement.subject))
    yield Triple(node, terms.PREDICATE, ontology_term(statement.relation))
    yield Triple(node, terms.OBJECT, _object_term(statement.object))
    yield Triple(node, terms.MODALITY, ontology_term(statement.modality))
    if qualifiers.valid_from:
        yield Triple(node, terms.VALID_FROM, terms.period(qualifiers.valid_from))
    if qualifiers.valid_to:
        yield Triple(node, terms.VALID_TO, terms.period(qualifiers.valid_to))
    for value in (statement.object, qualifiers.amount, qualifiers.share):
        if isinstance(value, Quantity) and value.unit != "count":
            yield from _describe_value(value)


def _object_term(value: str | Quantity | Period | Phrase) -> Term:
    match value:
        case str():
            return resource(value)
        case Quantity(amount, unit):
            return terms.number(amount) if unit == "count" else terms.value_node(value)
        case Period():
            return terms.period(value)
        case Phrase(text, unit):
            return ontology_term(text) if unit == "status" else Literal(text)


def _describe_value(value: Quantity) -> Iterator[Triple]:
    node = terms.value_node(value)
    is_money = len(value.unit) == 3 and value.unit.isupper() and value.unit.isalpha()
    yield Triple(node, terms.TYPE, _MONEY if is_money else _QUANTITY)
    yield Triple(node, _VALUE, terms.number(value.amount))
    yield Triple(node, _CURRENCY if is_money else _UNIT, Literal(value.unit))


def _by_place(statements: Iterable[Statement], article_id: str) -> dict[str, list[Statement]]:
    places: dict[str, list[Statement]] = {}
    for statement in statements:
        key = evidence_id(statement.id, article_id, statement.provenance.evidence)
        places.setdefault(key, []).append(statement)
    return places


def _describe_evidence(place: str, found: list[Statement], article: NamedNode) -> Iterator[Triple]:
    # Two rules can find the same statement in the same sentence: that is one piece of evidence, as sure as the surer.
    node, first = resource(f"evidence/{place}"), found[0]
    yield Triple(node, terms.TYPE, terms.EVIDENCE)
    yield Triple(node, terms.SUPPORTS, resource(f"statement/{first.id}"))
    yield Triple(node, terms.MODALITY, ontology_term(first.modality))
    yield Triple(node, terms.CONFIDENCE, terms.confidence(max(s.provenance.confidence for s in found)))
    yield from _locate(node, article, first.provenance.quote, first.provenance.evidence)
    for statement in found:
        yield Triple(node, _BY, resource(f"extractor/{statement.provenance.rule}"))
        yield from _describe_qualifiers(node, statement)


def _describe_qualifiers(node: NamedNode, statement: Statement) -> Iterator[Triple]:
    qualifiers = statement.qualifiers
    if qualifiers.amount:
        yield Triple(node, terms.AMOUNT, _object_term(qualifiers.amount))
    if qualifiers.share:
        yield Triple(node, terms.SHARE, _object_term(qualifiers.share))
    if qualifiers.bound:
        yield Triple(node, terms.BOUND, Literal(qualifiers.bound))
    if isinstance(qualifiers.programme, str):
        yield Triple(node, terms.PROGRAMME, resource(qualifiers.programme))


def _locate(node: NamedNode, article: NamedNode, quote: str, span: Span) -> Iterator[Triple]:
    yield Triple(node, _FROM, article)
    yield Triple(node, _EXACT, Literal(quote))
    yield Triple(node, _START, Literal(span.start))
    yield Triple(node, _END, Literal(span.end))
