"""How well mentions of one entity are joined, measured on the annotated texts in `tests/data/coreference`.

    python -m benchmarks.coreference

prints one Markdown table for the texts that may be looked at while improving ("tune") and one for those that are
only measured ("held"). A mention that is not its entity's first is a *link*: it is right when the extractor has found
it and put it into a chain whose other mentions before it mostly mean the same entity. Precision counts the links that
the extractor made, recall those that are annotated. B-cubed is the usual mean over all mentions of both sides. Only the
rules are measured here, without the trained model.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.extract.extractor import Extractor, build_extractor
from kg.gazetteer import load_gazetteer
from kg.model import Article

FOLDER = Path(__file__).parents[1] / "tests" / "data" / "coreference"
KINDS = ("name", "acronym", "surname", "description", "pronoun")
_MARK = re.compile(r"\[(?P<words>[^|\]]+)\|(?P<entity>[\w+-]+)\]")
_LEAD = re.compile(r"(?:the|a|an|its|his|her|their|one|mr|mrs|ms|dr|professor) ", re.IGNORECASE)
_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their themselves the latter|the former".split()
)


@dataclass(frozen=True, slots=True)
class Reference:
    """An annotated mention: where it stands and the entities it means (several for "the two companies")."""

    start: int
    end: int
    words: str
    entities: frozenset[str]


@dataclass(frozen=True)
class Annotated:
    """A text with what its mentions mean."""

    name: str
    article: Article
    references: Sequence[Reference]


@dataclass
class Tally:
    """Links of one kind: annotated, made, and right."""

    annotated: int = 0
    made: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share of links made that are right."""
        return self.right / self.made if self.made else 0.0

    @property
    def recall(self) -> float:
        """The share of annotated links that were made."""
        return self.right / self.annotated if self.annotated else 0.0


def read_annotated(path: Path) -> Annotated:
    """Read a text with mentions in brackets, as the README beside the texts describes them."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    plain, references, position = "", [], 0
    for match in _MARK.finditer(body):
        plain += body[position : match.start()]
        references.append(
            Reference(
                len(plain), len(plain) + len(match["words"]), match["words"], frozenset(match["entity"].split("+"))
            )
        )
        plain += match["words"]
        position = match.end()
    text = (plain + body[position:]).strip()
    title = text.partition("\n")[0]
    article = Article(id=path.stem, title=title, text=text, published=date.fromisoformat(fields["Published"]))
    return Annotated(path.stem, article, references)


def read_group(group: str) -> list[Annotated]:
    """Read all texts of a group: `tune` or `held`."""
    return [read_annotated(path) for path in sorted(FOLDER.glob(f"{group}-*.txt"))]


def kind_of(words: str, entity_names: Sequence[str]) -> str:
    """Return what sort of expression a mention is; a surname needs the longer names of its entity to be told."""
    bare = _core(words)
    if words.casefold() in _PRONOUNS or bare.casefold() in {"latter", "former"}:
        return "pronoun"
    if not any(char.isupper() for char in bare[:1]) and not re.search(r"\b[A-Z][a-z]", bare):
        return "description" if not re.search(r"[A-Z]{2}", bare) or " " in bare else "acronym"
    if re.match(r"[Tt]he ", words) and " " not in bare and bare.istitle() and bare.casefold() in _NOUNS:
        return "description"
    if " " not in bare and sum(char.isupper() for char in bare) > 1:
        return "acronym"
    longer = (_core(name).split() for name in entity_names)
    if " " not in bare and any(len(name) > 1 and bare in name for name in longer):
        return "surname" if not re.match(r"[Tt]he ", words) else "description"
    return "name"


_NOUNS = frozenset(
    "university government bureau commission council authority office corporation scheme academy".split()
)


def measure(extractor: Extractor, texts: Sequence[Annotated]) -> tuple[dict[str, Tally], tuple[float, float]]:
    """Return the links by kind, and the precision and recall of B-cubed."""
    tallies = {kind: Tally() for kind in KINDS}
    shares: list[tuple[float, float, int, int]] = []
    for text in texts:
        found = _found(extractor, text)
        for kind, annotated, made, right, _ in links(text, found):
            tally = tallies[kind]
            tally.annotated += annotated
            tally.made += made
            tally.right += right
        shares.append(_b_cubed(text, found))
    precision = sum(p for p, _, _, _ in shares) / max(1, sum(n for _, _, n, _ in shares))
    recall = sum(r for _, r, _, _ in shares) / max(1, sum(n for _, _, _, n in shares))
    return tallies, (precision, recall)


Found = Sequence[tuple[int, int, int, bool]]
"""Mentions that the extractor found: start, end, chain, whether it is a name."""


def _found(extractor: Extractor, text: Annotated) -> Found:
    doc = extractor.read(text.article)
    return [(span.start_char, span.end_char, span._.chain, span._.named) for span in doc.spans["mentions"]]


def links(text: Annotated, found: Found) -> Iterator[tuple[str, bool, bool, bool, str]]:
    """Yield for every mention that goes on about something: its kind, annotated, made, right, and its words."""
    body = text.article.text
    names: dict[frozenset[str], list[str]] = {}
    for reference in text.references:
        names.setdefault(reference.entities, []).append(reference.words)
    aligned = _aligned(text, found)
    seen: set[str] = set()
    for reference in text.references:
        at = aligned.get(reference)
        first = not reference.entities & seen
        seen |= reference.entities
        means = _meant(found, at, aligned) if at is not None else None
        if first and means is None:
            continue
        kind = kind_of(reference.words, names[reference.entities])
        yield (
            kind,
            not first,
            means is not None,
            means is not None and bool(means & reference.entities),
            reference.words,
        )
    matched = set(aligned.values())
    for index, (start, end, _, named) in enumerate(found):
        if index not in matched and not named:
            yield kind_of(body[start:end], ()), False, True, False, body[start:end]


def _meant(found: Found, at: int, aligned: Mapping[Reference, int]) -> frozenset[str] | None:
    """Return the entity that the mentions before this one in its chain mostly mean; None without any."""
    counted = Counter(
        reference.entities for reference, index in aligned.items() if index < at and found[index][2] == found[at][2]
    )
    if counted:
        return counted.most_common(1)[0][0]
    joined = any(chain == found[at][2] for _, _, chain, _ in found[:at])
    return frozenset() if joined and not found[at][3] else None


def _aligned(text: Annotated, found: Found) -> dict[Reference, int]:
    """Pair each annotated mention with the found one that has the same words but for articles and titles."""
    body = text.article.text
    places: dict[tuple[int, int], int] = {}
    for index, (start, end, _, _) in enumerate(found):
        places.setdefault(_core_place(body, start, end), index)
    pairs = (
        (reference, places.get(_core_place(body, reference.start, reference.end))) for reference in text.references
    )
    return {reference: index for reference, index in pairs if index is not None}


def _core(words: str) -> str:
    while match := _LEAD.match(words):
        words = words[match.end() :]
    return words


def _core_place(body: str, start: int, end: int) -> tuple[int, int]:
    return end - len(_core(body[start:end])), end


def _b_cubed(text: Annotated, found: Found) -> tuple[float, float, int, int]:
    """Return the sums of precision and recall over the mentions of one text, with their numbers."""
    aligned = _aligned(text, found)
    chains: dict[int, set[int]] = {}
    entities: dict[frozenset[str], set[int]] = {}
    numbers = {reference: aligned.get(reference, -1 - n) for n, reference in enumerate(text.references)}
    for reference, number in numbers.items():
        entities.setdefault(reference.entities, set()).add(number)
    relevant = {found[index][2] for index in aligned.values()}
    for index, (_, _, chain, _) in enumerate(found):
        if chain in relevant:
            chains.setdefault(chain, set()).add(index)
    gold = {number: entities[reference.entities] for reference, number in numbers.items()}
    mine = {index: members for members in chains.values() for index in members}
    both = gold.keys() & mine.keys()
    precision = sum(len(gold[n] & mine[n]) / len(mine[n]) for n in both)
    recall = sum(len(gold[n] & mine[n]) / len(gold[n]) for n in both)
    return precision, recall, len(mine), len(gold)


def table(tallies: Mapping[str, Tally], b_cubed: tuple[float, float]) -> str:
    """Return the figures as a Markdown table."""
    every = Tally(*(sum(getattr(t, part) for t in tallies.values()) for part in ("annotated", "made", "right")))
    rows = [
        f"| {kind} | {tally.annotated} | {tally.precision:.2f} | {tally.recall:.2f} |"
        for kind, tally in [*tallies.items(), ("**all links**", every)]
    ]
    header = ["| mentions that go on about something | annotated | precision | recall |", "|---|---:|---:|---:|"]
    return "\n".join([*header, *rows, f"| B-cubed, all mentions | | {b_cubed[0]:.2f} | {b_cubed[1]:.2f} |"])


def main() -> None:
    """Print the tables of both groups."""
    extractor = build_extractor(load_gazetteer())
    for group, title in (("tune", "Texts for tuning"), ("held", "Texts held back")):
        texts = read_group(group)
        sys.stdout.write(f"{title} ({len(texts)})\n\n{table(*measure(extractor, texts))}\n\n")


if __name__ == "__main__":
    main()
