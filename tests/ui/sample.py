"""A small graph of invented articles, written by hand, for looking at pages without the pipeline."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from kg.model import (
    Article,
    ArticleGraph,
    Entity,
    Link,
    Literal,
    Mention,
    Modality,
    Period,
    Phrase,
    Provenance,
    Qualifiers,
    Quantity,
    Span,
    Statement,
)
from kg.store import open_writer

LANTERN = Entity("lantern-centre", "Facility", "Lantern Supercomputing Centre", "燈塔超算中心", ("LSC",), known=True)
HARBOUR = Entity(
    "harbour-tech", "Company", "Harbour Tech Limited", "海港科技有限公司", ("Harbour Tech",), ("海港科技",)
)
BUREAU = Entity(
    "example-bureau", "GovernmentBody", "Example Technology Bureau", "示例科技局", ("ETB",), known=True,
    same_as=("http://www.wikidata.org/entity/Q4115189",), source="https://example.org/bodies/etb",
)  # fmt: skip
FUND = Entity("lantern-fund", "Programme", "Lantern Innovation Fund", "燈塔創新基金", known=True)
TAN = Entity("mei-tan", "Person", "Mei Tan", "陳美")
POST = Entity("post-head-of-etb", "Post", "Head of the Example Technology Bureau")
PARK = Entity("pearl-park", "Place", "Pearl Park", "明珠園")
UNIVERSITY = Entity("example-university", "University", "Example University", "示例大學")
ENGINE = Entity("tidal-engine", "Product", "Tidal Engine")
HOSTILE = Entity("company-hostile", "Company", "<script>alert(1)</script> & Sons", '"><img src=x onerror=alert(2)>')
LONELY = Entity(
    "lonely-body", "Organization", "Lonely Society", known=True, source="https://example.org/l", checked=False
)


@dataclass
class Draft:
    """An article on its way into the graph; facts name the sentence they rest on."""

    article: Article
    mentions: list[tuple[str, Entity]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)

    def states(
        self,
        quote: str,
        subject: Entity,
        relation: str,
        target: Entity | Literal,
        modality: Modality = "actual",
        *,
        confidence: float = 0.9,
        **qualifiers: object,
    ) -> None:
        start = self.article.text.index(quote)
        content = f"{subject.id} {relation} {target} {modality} {sorted(qualifiers.items(), key=str)}"
        self.entities[subject.id] = subject
        if isinstance(target, Entity):
            self.entities[target.id] = target
        self.statements.append(
            Statement(
                id=hashlib.sha256(content.encode()).hexdigest()[:16],
                subject=subject.id,
                relation=relation,
                object=target.id if isinstance(target, Entity) else target,
                provenance=Provenance(self.article.id, Span(start, start + len(quote)), quote, "sample", confidence),
                modality=modality,
                qualifiers=Qualifiers(**qualifiers),  # type: ignore[arg-type]
            )
        )

    def names(self, *pairs: tuple[str, Entity]) -> None:
        self.mentions += pairs
        self.entities.update({entity.id: entity for _, entity in pairs})

    def graph(self) -> ArticleGraph:
        links = tuple(self._links())
        return ArticleGraph(self.article, tuple(self.entities.values()), links, tuple(self.statements))

    def _links(self) -> list[Link]:
        links, chains = [], {name: place for place, name in enumerate(self.entities)}
        for words, entity in self.mentions:
            start = -1
            while (start := self.article.text.find(words, start + 1)) >= 0:
                mention = Mention(Span(start, start + len(words)), words, entity.type, chains[entity.id])
                links.append(Link(mention, entity.id, 1.0, "sample"))
        return links


def article(title: str, body: str, day: date, publisher: str = "Example Wire", **more: object) -> Draft:
    text = f"{title}\n\n{body}"
    key = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Draft(Article(key, title, text, published=day, publisher=publisher, **more))  # type: ignore[arg-type]


def opening() -> Draft:
    draft = article(
        "Lantern centre opens at Pearl Park",
        "Harbour Tech opened the Lantern Supercomputing Centre at Pearl Park on Monday. "
        "The Example Technology Bureau set aside HK$2.5 billion for the Lantern Innovation Fund.\n"
        "More than 80 per cent of the centre's capacity is in use, Harbour Tech said. "
        "The fund has received more than 40 applications.\n"
        "Mei Tan, head of the Example Technology Bureau, said a second hall was planned for 2027.",
        date(2025, 3, 4),
        url="https://example.org/news/lantern",
        cites=("https://example.org/gazette/1", "javascript:alert(3)"),
    )
    first = "Harbour Tech opened the Lantern Supercomputing Centre at Pearl Park on Monday."
    money = "The Example Technology Bureau set aside HK$2.5 billion for the Lantern Innovation Fund."
    head = "Mei Tan, head of the Example Technology Bureau, said a second hall was planned for 2027."
    draft.names(
        ("Harbour Tech", HARBOUR), ("Lantern Supercomputing Centre", LANTERN), ("Pearl Park", PARK),
        ("Example Technology Bureau", BUREAU), ("Lantern Innovation Fund", FUND), ("Mei Tan", TAN),
    )  # fmt: skip
    draft.states(first, HARBOUR, "operates", LANTERN, confidence=0.94)
    draft.states(first, LANTERN, "locatedIn", PARK, confidence=0.97)
    draft.states(first, LANTERN, "startDate", Period("2025-03-03"))
    draft.states(money, FUND, "hasBudget", Quantity(Decimal(2_500_000_000), "HKD"))
    draft.states(money, BUREAU, "funds", FUND, amount=Quantity(Decimal(2_500_000_000), "HKD"))
    draft.states(
        "More than 80 per cent of the centre's capacity is in use, Harbour Tech said.",
        LANTERN, "hasUtilisation", Quantity(Decimal(80), "percent"), "reported", bound="gt", confidence=0.81,
    )  # fmt: skip
    draft.states(
        "The fund has received more than 40 applications.",
        FUND, "applicationsReceived", Quantity(Decimal(40), "count"), bound="gt",
    )  # fmt: skip
    draft.states(head, TAN, "holdsPost", POST, confidence=0.88)
    draft.states(head, POST, "postIn", BUREAU)
    draft.states(head, LANTERN, "hasStatus", Phrase("planned", "status"), "planned", valid_from=Period("2027"))
    return draft


def second() -> Draft:
    draft = article(
        "University to use Lantern for its Tidal Engine",
        "Example University works with Harbour Tech on the Tidal Engine. "
        "Harbour Tech denied that it would buy the park. "
        "Harbour Tech opened the Lantern Supercomputing Centre at Pearl Park in March.",
        date(2025, 5, 20),
        publisher="Sample Post",
    )
    draft.names(
        ("Example University", UNIVERSITY), ("Harbour Tech", HARBOUR), ("Tidal Engine", ENGINE),
        ("Lantern Supercomputing Centre", LANTERN), ("Pearl Park", PARK),
    )  # fmt: skip
    works = "Example University works with Harbour Tech on the Tidal Engine."
    draft.states(works, UNIVERSITY, "collaboratesWith", HARBOUR)
    draft.states(works, HARBOUR, "develops", ENGINE, confidence=0.72)
    draft.states("Harbour Tech denied that it would buy the park.", HARBOUR, "invests", PARK, "denied", confidence=0.7)
    again = "Harbour Tech opened the Lantern Supercomputing Centre at Pearl Park in March."
    draft.states(again, HARBOUR, "operates", LANTERN, confidence=0.9)
    draft.states(again, LANTERN, "locatedIn", PARK, confidence=0.95)
    return draft


def hostile() -> Draft:
    draft = article(
        "<img src=x onerror=alert(4)> in a headline",
        "<script>alert(1)</script> & Sons signed an agreement with Harbour Tech. [link](javascript:alert(5)) **bold**",
        date(2025, 6, 1),
        publisher="<b>Evil</b> Wire",
        url="javascript:alert(6)",
    )
    sentence = "<script>alert(1)</script> & Sons signed an agreement with Harbour Tech."
    draft.names(("<script>alert(1)</script> & Sons", HOSTILE), ("Harbour Tech", HARBOUR))
    draft.states(sentence, HOSTILE, "collaboratesWith", HARBOUR, confidence=0.6)
    draft.states(sentence, HOSTILE, "said", Phrase("<i>we</i> & they", "text"), "reported")
    return draft


def write_sample(data_dir: Path, *drafts: Draft) -> None:
    """Write the sample graph, by default all three articles."""
    with open_writer(data_dir) as writer:
        for draft in drafts or (opening(), second(), hostile()):
            writer.put(draft.graph())
