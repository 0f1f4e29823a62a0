"""How facts are shown: who, relation, whom; what narrows them; and, one click away, the sentences they rest on."""

from __future__ import annotations

from kg.query.rows import EntityRow, EvidenceRow, FactRow, ValueRow
from kg.ui.markup import Html, el, outside_link, spaced
from kg.ui.theme import colour_of
from kg.ui.visit import Visit

CONTEXT = 180
"""Characters shown before and after the sentence that a fact rests on."""


def entity_link(visit: Visit, entity: EntityRow, *, with_type: bool = False) -> Html:
    """Return an entity's name as a link to its page, with a dot in the colour of its type."""
    name = el("a", visit.name(entity), href=visit.href("entity", id=entity.id), title=visit.type_label(entity.type))
    kind = el("small", visit.type_label(entity.type)) if with_type else None
    return el("span", _dot(entity.type), spaced((name, kind)), cls="kg-entity")


def type_chip(visit: Visit, entity_type: str) -> Html:
    """Return the name of a type with its colour."""
    return el("span", _dot(entity_type), visit.type_label(entity_type), cls="kg-chip")


def modality_badge(visit: Visit, modality: str) -> Html:
    """Return what kind of statement it is: made as a fact, planned, claimed by somebody, or denied."""
    return el(
        "span",
        visit.say(f"modality.{modality}"),
        cls=f"kg-badge {modality}",
        title=visit.say(f"modality.{modality}_help"),
    )


def fact_line(visit: Visit, fact: FactRow) -> Html:
    """Return a fact as one line of its own."""
    relation = el("span", visit.relation_label(fact.relation), cls="kg-relation")
    sides = (entity_link(visit, fact.subject), relation, object_of(visit, fact))
    return el("p", spaced((*sides, *details_of(visit, fact))), cls=f"kg-line {fact.modality}")


def object_of(visit: Visit, fact: FactRow) -> Html:
    """Return the object of a fact: a link to an entity, a value, or words somebody said."""
    if isinstance(fact.object, EntityRow):
        return entity_link(visit, fact.object)
    return value_of(visit, fact.object, bound=_bound(visit, fact))


def value_of(visit: Visit, value: ValueRow, *, bound: str | None = None) -> Html:
    """Return a value as people read it; the exact figure shows when the pointer rests on it."""
    shown = visit.value(value) if bound is None else visit.say("facts.bounded", bound=bound, value=visit.value(value))
    if value.unit == "text":
        return el("q", shown, cls="kg-said")
    return el("b", shown, cls="kg-value", title=value.text if value.text != shown else None)


def details_of(visit: Visit, fact: FactRow, *, always_badge: bool = False) -> tuple[Html, ...]:
    """Return what narrows a fact: its modality, if not plainly stated, then sums, shares and the time it holds."""
    badge = (modality_badge(visit, fact.modality),) if always_badge or fact.modality != "actual" else ()
    notes = [el("span", text, cls="kg-note") for text in (*_qualifiers(visit, fact), _period(visit, fact)) if text]
    return (*badge, *notes)


def footing_of(visit: Visit, fact: FactRow) -> Html:
    """Return how well a fact is founded: how sure the reading is and how many articles say so."""
    percent = round(100 * fact.confidence)
    return el(
        "span",
        el("span", el("i", style=f"width:{percent}%"), cls="kg-meter", aria_hidden="true"),
        visit.say("facts.confidence", percent=percent),
        " · ",
        visit.say("facts.articles", n=fact.support),
        cls="kg-footing",
        title=visit.say("facts.confidence_help"),
    )


def with_evidence(visit: Visit, head: Html, fact: FactRow, *, unfolded: bool = False) -> Html:
    """Return a fact whose sentences unfold on a click."""
    if not fact.evidence:
        return el("article", head, el("p", visit.say("facts.no_evidence"), cls="kg-quiet"), cls="kg-fact")
    sentences = [evidence_block(visit, evidence) for evidence in fact.evidence]
    summary = el("summary", footing_of(visit, fact))
    return el("article", head, el("details", summary, *sentences, open="" if unfolded else None), cls="kg-fact")


def evidence_block(visit: Visit, evidence: EvidenceRow) -> Html:
    """Return a sentence marked in its surroundings, with a link to its place in the article."""
    before, quote, after = in_context(visit.text_of(evidence.article_id), evidence)
    href = visit.href("article", id=evidence.article_id, at=f"{evidence.start}-{evidence.end}")
    return el(
        "figure",
        el("blockquote", el("span", before), el("mark", quote), el("span", after)),
        el("cite", el("a", evidence.title, href=href), *_origin(visit, evidence)),
        cls="kg-evidence",
    )


def in_context(text: str, evidence: EvidenceRow, margin: int = CONTEXT) -> tuple[str, str, str]:
    """Cut out a sentence and what stands around it in the same paragraph, at the ends of words."""
    if text[evidence.start : evidence.end] != evidence.quote:
        return "", evidence.quote, ""  # the article was replaced since; the quote still says what it rests on
    line_start = text.rfind("\n", 0, evidence.start) + 1
    line_end = text.find("\n", evidence.end)
    before = text[line_start : evidence.start]
    after = text[evidence.end : line_end if line_end >= 0 else len(text)]
    return _last_words(before, margin), evidence.quote, _first_words(after, margin)


def where_stated(visit: Visit, fact: FactRow, article_id: str) -> Html:
    """Return how well a fact is founded and a link to the sentence of this article that states it."""
    here = next((evidence for evidence in fact.evidence if evidence.article_id == article_id), None)
    link = None
    if here:
        href = visit.href("article", id=article_id, at=f"{here.start}-{here.end}")
        link = el("a", visit.say("facts.show_sentence"), href=href)
    return el("p", spaced((footing_of(visit, fact), link)), cls="kg-fact-foot")


def _dot(entity_type: str) -> Html:
    return el("i", style=f"background:{colour_of(entity_type)}", aria_hidden="true")


def _origin(visit: Visit, evidence: EvidenceRow) -> tuple[Html | str, ...]:
    publisher = outside_link(evidence.publisher, evidence.url) if evidence.publisher else None
    parts = [part for part in (publisher, visit.say.date(evidence.published)) if part]
    return tuple(piece for part in parts for piece in (" · ", part))


def _qualifiers(visit: Visit, fact: FactRow) -> tuple[str, ...]:
    shown = ((name, text) for name, text in fact.qualifiers if name != "bound" or isinstance(fact.object, EntityRow))
    return tuple(visit.say(f"qualifier.{name}", value=_said(visit, name, text)) for name, text in shown)


def _bound(visit: Visit, fact: FactRow) -> str | None:
    return next((_said(visit, name, text) for name, text in fact.qualifiers if name == "bound"), None)


def _said(visit: Visit, name: str, text: str) -> str:
    if name != "bound":
        return text
    key = text.replace(" ", "_")
    return visit.say.or_else(f"bound.{key}", text)


def _period(visit: Visit, fact: FactRow) -> str | None:
    start, end = visit.say.date(fact.valid_from), visit.say.date(fact.valid_to)
    if start and end:
        return visit.say("facts.from_to", start=start, end=end)
    if start:
        return visit.say("facts.since", start=start)
    return visit.say("facts.until", end=end) if end else None


def _last_words(text: str, margin: int) -> str:
    if len(text) <= margin:
        return text
    return "… " + text[-margin:].partition(" ")[2]


def _first_words(text: str, margin: int) -> str:
    if len(text) <= margin:
        return text
    return text[:margin].rpartition(" ")[0] + " …"
