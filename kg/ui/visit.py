"""What a page is drawn from during one visit: the graph as it stands, the reader's language and the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import StoreError
from kg.ontology import Ontology
from kg.query.rows import EntityRow, ValueRow
from kg.store import Reader
from kg.ui.language import Language, Words
from kg.ui.markup import page_href
from kg.ui.theme import TYPE_COLOURS

_ORDER = {name: place for place, name in enumerate(TYPE_COLOURS)}


class EmptyGraphError(StoreError):
    """A page needs a graph and none was built yet."""


@dataclass(frozen=True)
class Visit:
    """The graph, the words and the vocabulary that a page shows its answers with.

    `reader` is None as long as nothing was built; `carried` is the language that links have to name, because the
    reader chose another one than the browser's.
    """

    reader: Reader | None
    say: Words
    ontology: Ontology
    carried: Language | None = None

    @property
    def graph(self) -> Reader:
        """The graph; raises EmptyGraphError where there is none yet."""
        if self.reader is None:
            raise EmptyGraphError("there is no graph yet; run `kg build`, or add an article")
        return self.reader

    def text_of(self, article_id: str) -> str:
        """Return the stored text of an article, empty where it is no longer there."""
        try:
            return self.graph.text(article_id)
        except StoreError:
            return ""

    def href(self, page: str, **parameters: str | None) -> str:
        """Return the address of one of our pages, in this reader's language."""
        return page_href(page, self.carried, **parameters)

    def name(self, entity: EntityRow) -> str:
        """Return an entity's name in the reader's language, as far as it has one."""
        return self.say.name(entity.label, entity.label_zh)

    def other_name(self, entity: EntityRow) -> str | None:
        """Return an entity's name in the other language, where there is one."""
        return entity.label if self.say.chinese and entity.label_zh else (None if self.say.chinese else entity.label_zh)

    def type_label(self, name: str) -> str:
        """Return what a type of entity is called."""
        known = self.ontology.types.get(name)
        label = self.say.name(known.label, known.label_zh) if known else name
        return label[:1].upper() + label[1:]

    def relation_label(self, name: str) -> str:
        """Return what a relation is called."""
        known = self.ontology.relations.get(name)
        return self.say.name(known.label, known.label_zh) if known else name

    def type_order(self, name: str) -> int:
        """Return the place of a type in legends: related types stand together."""
        return _ORDER.get(name, len(_ORDER))

    def value(self, value: ValueRow) -> str:
        """Write a date, a state or a sum as readers of this language expect it, and any other value as it stands."""
        if value.unit == "date":
            return self.say.date(value.value)
        if value.unit == "status":
            return self.say.or_else(f"status.{value.value}", value.text)
        return self.say.amount(value.value, value.unit) or value.text
