"""One article from mentions to entities: known names first, then what the article itself joins, then posts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.gazetteer import Gazetteer
from kg.model import Article, ArticleGraph, Entity, Extraction, Link, Mention
from kg.resolve.anchors import anchor_posts, find_place
from kg.resolve.chains import Chain, collect_chains, make_chain
from kg.resolve.claims import Claims, index_claims
from kg.resolve.described import find_described, is_described
from kg.resolve.governments import find_government, is_bare_government, says_government
from kg.resolve.ids import entity_id
from kg.resolve.known import Match, find_known
from kg.resolve.merging import Joined, join_chains
from kg.resolve.names import fullest, has_han, is_bare_surname
from kg.resolve.posts import find_post
from kg.resolve.statements import make_statements
from kg.resolve.table import Place, Table


def resolve_extraction(extraction: Extraction, gazetteer: Gazetteer) -> ArticleGraph:
    """Return the entities that an article mentions and the statements it makes about them."""
    chains = collect_chains(extraction)
    table = _resolve_names(chains, gazetteer, extraction.article)
    claims = index_claims(extraction.claims)
    table = table.with_chains(_resolve_described(chains, table, claims, extraction.article))
    table = table.with_mentions(_resolve_posts(chains, table, claims, gazetteer, extraction.article))
    statements, problems = make_statements(extraction, table)
    entities = {entity.id: entity for entity in table.entities()}
    return ArticleGraph(
        article=extraction.article,
        entities=tuple(entities[key] for key in sorted(entities)),
        links=tuple(_make_links(chains, table)),
        statements=statements,
        problems=extraction.problems + problems,
        names=_collect_names(chains, table),
    )


def _resolve_names(chains: Mapping[int, Chain], gazetteer: Gazetteer, article: Article) -> Table:
    """Find known entities, join chains that mean the same, and name the rest by its fullest name."""
    governments = {n: find_government(article, gazetteer) for n, c in chains.items() if is_bare_government(c)}
    plain = {n: c for n, c in chains.items() if c.type != "Post" and n not in governments}
    known = {n: match for n, c in plain.items() if (match := find_known(c, gazetteer))}
    joined = join_chains(plain.values(), frozenset(known))
    rest = {n: c for n, c in _merge(plain, joined).items() if n not in known and c.names and not is_described(c)}
    own = {n: _make_entity(c, article) for n, c in rest.items()}
    found = {**governments, **own, **known}
    others = {n: Match(found[to].entity, 0.8, reason) for n, (to, reason) in joined.items() if to in found}
    return Table({**found, **others})


def _merge(chains: Mapping[int, Chain], joined: Joined) -> dict[int, Chain]:
    """Give the mentions of chains that mean another one to that one."""
    groups: dict[int, list[Mention]] = {}
    for number, chain in chains.items():
        groups.setdefault(joined[number][0] if number in joined else number, []).extend(chain.mentions)
    return {n: make_chain(n, tuple(mentions), entity_type=chains[n].type) for n, mentions in groups.items()}


def _make_entity(chain: Chain, article: Article) -> Match:
    """Make an entity of a name that nobody knows; a bare surname is a person of this article only."""
    label = fullest(chain.names)
    chinese = next((name for name in chain.names if has_han(name) and name != label), None)
    bare = chain.type == "Person" and is_bare_surname(label)
    key = entity_id(chain.type, label, anchor=f"in-{article.id}-{chain.number}" if bare else None)
    entity = Entity(key, chain.type, label, label_zh=chinese)
    return Match(entity, 0.5, "surname only") if bare else Match(entity, 0.9, "name as the article has it")


def _resolve_described(chains: Mapping[int, Chain], table: Table, claims: Claims, article: Article) -> dict[int, Match]:
    described = {n: c for n, c in chains.items() if n not in table.chains and is_described(c)}
    return {n: find_described(c, find_place(c, table, claims), article) for n, c in described.items()}


def _resolve_posts(
    chains: Mapping[int, Chain], table: Table, claims: Claims, gazetteer: Gazetteer, article: Article
) -> dict[Place, Match]:
    posts = [chain for chain in chains.values() if chain.type == "Post" and chain.names]
    return {
        place: find_post(chain, anchor, gazetteer, article)
        for chain in posts
        for place, anchor in anchor_posts(chain, table, claims).items()
    }


def _make_links(chains: Mapping[int, Chain], table: Table) -> Iterator[Link]:
    mentions = sorted((m for chain in chains.values() for m in chain.mentions), key=lambda m: (m.span, m.chain))
    for mention in mentions:
        if match := table.match(mention):
            yield Link(mention, match.entity.id, match.score, match.reason)


def _collect_names(chains: Mapping[int, Chain], table: Table) -> dict[str, tuple[str, ...]]:
    """Return the words that the article uses for each entity, in the order of the text."""
    names: dict[str, dict[str, None]] = {}
    for link in _make_links(chains, table):
        if link.mention.named or says_government(link.mention.text):
            names.setdefault(link.entity_id, {})[link.mention.text] = None
    return {entity: tuple(found) for entity, found in sorted(names.items())}
