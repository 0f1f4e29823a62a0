"""Extractions by hand: a text, its mentions as words of it, and claims between mentions by their number."""

from kg.gazetteer import Gazetteer
from kg.model import Article, Claim, Entity, Extraction, Mention, Qualifiers, Span

KNOWN = Gazetteer(
    (
        Entity("hkma", "GovernmentBody", "Hong Kong Monetary Authority", aliases=("HKMA",), known=True),
        Entity(
            "hksar-government",
            "GovernmentBody",
            "Government of the HKSAR",
            aliases=("Hong Kong government",),
            known=True,
        ),
        Entity(
            "cyberport",
            "Company",
            "Cyberport Management Company",
            label_zh="數碼港",
            aliases=("Cyberport",),
            known=True,
        ),
        Entity("paul-chan", "Person", "Paul Chan Mo-po", aliases=("Paul Chan",), known=True),
        Entity("sun-dong", "Person", "Sun Dong", known=True),
        Entity("twin-a", "Company", "Twin Systems", aliases=("Twin",), known=True),
        Entity("twin-b", "Company", "Twin Foods", aliases=("Twin",), known=True),
        Entity("loop-product", "Product", "Loop", known=True),
        Entity("loop-place", "Place", "Loop", known=True),
        Entity(
            "ce-post", "Post", "Chief Executive of the HKSAR", aliases=("Chief Executive of Hong Kong",), known=True
        ),
        Entity("fs-post", "Post", "Financial Secretary", known=True),
        Entity("pc-post", "Post", "Privacy Commissioner for Personal Data", known=True),
        Entity("cyberport-ceo", "Post", "Chief Executive Officer of Cyberport", known=True),
    )
)


def article(text, *, key="a1b2c3d4e5f6"):
    return Article(key, text[:20], text)


def read(text, *mentions, claims=(), key="a1b2c3d4e5f6"):
    """Mentions are (words, type, chain) or (words, type, chain, False), in the order of the text."""
    found, position = [], 0
    for words, kind, chain, *named in mentions:
        start = text.index(words, position)
        position = start + len(words)
        found.append(Mention(Span(start, position), words, kind, chain, *named))
    return Extraction(article(text, key=key), tuple(found), tuple(claim(text, found, *given) for given in claims))


def claim(text, mentions, relation, subject, target, *, confidence=0.9, modality="actual", evidence=None, **qualifiers):
    span = Span(text.index(evidence), text.index(evidence) + len(evidence)) if evidence else Span(0, len(text))
    end = mentions[target] if isinstance(target, int) else target
    programme = qualifiers.pop("programme", None)
    narrowed = Qualifiers(programme=mentions[programme] if isinstance(programme, int) else programme, **qualifiers)
    return Claim(relation, mentions[subject], end, span, "rule", confidence, modality, narrowed)


def ids_by_words(graph):
    """Return which entity each mention was linked to."""
    return {(link.mention.text, link.mention.chain): link.entity_id for link in graph.links}
