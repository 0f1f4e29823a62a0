"""The types that travel between the stages; frozen, and knowing nothing of any library.

bytes --> Article --> Extraction --> ArticleGraph --> named graphs --> rows
     sources      extract        resolve         store            query
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal as OneOf

Modality = OneOf["actual", "planned", "reported", "denied"]
Bound = OneOf["gt", "ge", "approx", "lt", "le"]

_ISO_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets into `Article.text`; the quote is always `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One news item, press release or paper as plain text.

    `text` starts with the title line when the article has one, so that headlines can be evidence.
    `id` is stable: a hash of the canonical address, or of the text where there is none (see `kg.sources`).
    `cites` are the addresses that the article itself names as the sources of its facts.
    `partial` marks a teaser that was cut out of a page. `source_file` is the file name it was read from.
    """

    id: str
    title: str
    text: str
    lang: str = "en"
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    fetched_at: datetime | None = None
    source_file: str | None = None
    cites: tuple[str, ...] = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: an ISO 4217 code, `percent`, `count`, or a unit of capacity such as `PFLOPS`."""

    amount: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year in ISO 8601 at the precision the text gives: `2024-12-09`, `2024-12` or `2024`."""

    iso: str

    def __post_init__(self) -> None:
        if not _ISO_PERIOD.fullmatch(self.iso):
            raise ValueError(f"not a year, month or day in ISO 8601: {self.iso!r}")

    @property
    def precision(self) -> OneOf["year", "month", "day"]:
        """How exact the text is."""
        return {4: "year", 7: "month"}.get(len(self.iso), "day")  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as a value: a status such as `planned` (unit `status`) or a quotation (unit `text`)."""

    text: str
    unit: OneOf["status", "text"]


Literal = Quantity | Period | Phrase


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for an entity.

    Mentions with the same `chain` mean the same entity inside the article. `named` is False for pronouns and
    bare descriptions ("it", "the centre"), which must never become a label.
    """

    span: Span
    text: str
    type: str
    chain: int
    named: bool = True


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What narrows a statement: sums, shares, bounds, the programme concerned and the time it holds.

    `programme` is a Mention in claims and an entity id in statements.
    """

    amount: Quantity | None = None
    share: Quantity | None = None
    bound: Bound | None = None
    programme: Mention | str | None = None
    valid_from: Period | None = None
    valid_to: Period | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation that a sentence states between mentions, before it is known which entities they are."""

    relation: str
    subject: Mention
    object: Mention | Literal
    evidence: Span
    rule: str
    confidence: float
    modality: Modality = "actual"
    qualifiers: Qualifiers = field(default_factory=Qualifiers)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong with one input and was survived."""

    stage: str
    article: str
    message: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says, in its own words: mentions and claims about them."""

    article: Article
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that has a name. `id` is the local part of its IRI under `hkr:`.

    `aliases` are English, `aliases_zh` Traditional Chinese. `checked` is False for curated rows whose names were
    not seen in `source`. Entities that come from articles only have no source of their own.
    """

    id: str
    type: str
    label: str
    label_zh: str | None = None
    aliases: tuple[str, ...] = ()
    aliases_zh: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    source: str | None = None
    checked: bool = True
    known: bool = False  # it stands in the gazetteer


@dataclass(frozen=True, slots=True)
class Link:
    """Which entity a mention stands for, how sure that is (0 to 1), and why."""

    mention: Mention
    entity_id: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a statement was found: the sentence in the article, and what found it."""

    article_id: str
    evidence: Span
    quote: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation between an entity and an entity or literal, resting on one sentence of one article.

    Two statements with the same content have the same `id` (a hash of subject, relation, object, modality and
    validity), whatever article they come from; the provenance tells them apart.
    """

    id: str
    subject: str
    relation: str
    object: str | Literal
    provenance: Provenance
    modality: Modality = "actual"
    qualifiers: Qualifiers = field(default_factory=Qualifiers)


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """All that one article contributes to the graph."""

    article: Article
    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # entity id -> surface forms in this article
