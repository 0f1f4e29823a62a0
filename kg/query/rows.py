"""What questions to the graph are answered with: plain frozen rows, free of RDF and of any widget."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity as a list shows it. `id` is the local part of its IRI; `degree` counts its statements."""

    id: str
    type: str
    label: str
    label_zh: str | None = None
    degree: int = 0


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A literal as people read it (`HK$3,000,000,000`), and its parts for sorting and sums.

    `short` is a shorter way to write it (`HK$3 billion`), empty where there is none.
    """

    text: str
    value: str
    unit: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One sentence that a statement rests on, with its place in the article text."""

    id: str
    article_id: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    quote: str
    start: int
    end: int
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A statement with all its evidence. `support` counts the articles it rests on."""

    id: str
    subject: EntityRow
    relation: str
    object: EntityRow | ValueRow
    modality: str
    confidence: float
    support: int
    valid_from: str | None = None
    valid_to: str | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityPage:
    """All that is known about one entity; `facts` holds statements in which it is subject or object.

    `left_out` counts the facts that a limit cut off.
    """

    entity: EntityRow
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    source: str | None
    checked: bool
    facts: tuple[FactRow, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement between two entities, as a line in a drawing."""

    id: str
    source: str
    target: str
    relation: str
    modality: str
    support: int
    confidence: float


@dataclass(frozen=True, slots=True)
class GraphView:
    """A part of the graph small enough to draw. `left_out` counts neighbours that the limit cut off."""

    nodes: tuple[EntityRow, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as a list shows it; `cites` are the addresses it names as sources of its facts."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    lang: str
    statements: int = 0
    mentions: int = 0
    cites: tuple[str, ...] = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A marked stretch of an article's text and the entity it stands for."""

    start: int
    end: int
    text: str
    entity: EntityRow


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with its stored text, its marked mentions and the facts that rest on it."""

    article: ArticleRow
    text: str
    mentions: tuple[MentionRow, ...]
    facts: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the graph holds; `unsourced` counts statements without any evidence."""

    articles: int
    entities: int
    statements: int
    evidence: int
    unsourced: int
    by_type: dict[str, int] = field(default_factory=dict)
    by_relation: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT query: column names in the order asked, and one tuple of terms a row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    truncated: bool = False
