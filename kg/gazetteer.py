"""The known names of Hong Kong technology policy, read from `data/gazetteer/<type>.csv`.

Columns: id, label_en, label_zh, aliases_en, aliases_zh (several separated by `|`), wikidata, notes, source_url,
checked, zh_checked (`yes` where the name was seen in the source, anything else where it was not).
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg import resources
from kg.errors import GazetteerError
from kg.model import Entity

COLUMNS = (
    "id", "label_en", "label_zh", "aliases_en", "aliases_zh",
    "wikidata", "notes", "source_url", "checked", "zh_checked",
)  # fmt: skip
_ARTICLE = re.compile(r"^(?:the|a|an) ")


def normalise(name: str) -> str:
    """Fold what does not tell two names apart: case, width, punctuation, possessives and a leading article."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("’", "'").replace("&", " and ")
    text = re.sub(r"'s\b|'(?=\s|$)", "", text)
    text = re.sub(r"[^\w+]+", " ", text).strip()  # a plus sign tells RAISe+ from "raise", Sandbox++ from Sandbox
    text = re.sub(r"\bcenter\b", "centre", text)
    return _ARTICLE.sub("", text)


@dataclass(frozen=True)
class Gazetteer:
    """Known entities, found by id or by any of their names."""

    entities: tuple[Entity, ...]
    _by_id: dict[str, Entity] = field(init=False, repr=False, compare=False, default_factory=dict)
    _by_name: dict[str, tuple[Entity, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for entity in self.entities:
            if entity.id in self._by_id:
                raise GazetteerError(f"the id {entity.id!r} stands twice in the gazetteer; give one row another id")
            self._by_id[entity.id] = entity
            for key in {normalise(name) for name in names_of(entity)}:
                self._by_name[key] = (*self._by_name.get(key, ()), entity)

    def get(self, entity_id: str) -> Entity | None:
        """Return the entity with this id."""
        return self._by_id.get(entity_id)

    def named(self, name: str) -> tuple[Entity, ...]:
        """Return all known entities that carry this name, whatever its case and punctuation."""
        return self._by_name.get(normalise(name), ())

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.entities)

    def __len__(self) -> int:
        return len(self.entities)


def names_of(entity: Entity) -> Iterator[str]:
    """Yield every name of an entity, the label first."""
    yield entity.label
    if entity.label_zh:
        yield entity.label_zh
    yield from entity.aliases
    yield from entity.aliases_zh


def load_gazetteer(folder: Path = resources.GAZETTEER) -> Gazetteer:
    """Read all tables of known names in a folder; raise GazetteerError where one is malformed."""
    return Gazetteer(tuple(entity for path in sorted(folder.glob("*.csv")) for entity in _read_table(path)))


def _read_table(path: Path) -> Iterator[Entity]:
    rows = csv.DictReader(io.StringIO(_text(path), newline=""))
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise GazetteerError(f"{path.name}: the columns must be {', '.join(COLUMNS)}; found {rows.fieldnames}")
    for row in rows:
        where = f"{path.name}, line {rows.line_num}"
        if None in row or None in row.values():
            raise GazetteerError(f"{where}: a row has {len(COLUMNS)} cells; put a cell that holds a comma in quotes")
        if not row["id"] or not row["label_en"]:
            raise GazetteerError(f"{where}: id and label_en must be filled in")
        yield _entity(path.stem, row)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")  # spreadsheets put a byte order mark in front
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path.name}: not UTF-8 text; save it as 'CSV UTF-8' in the spreadsheet") from error


def _entity(entity_type: str, row: dict[str, str]) -> Entity:
    wikidata = row["wikidata"]
    return Entity(
        id=row["id"],
        type=entity_type,
        label=row["label_en"],
        label_zh=row["label_zh"] or None,
        aliases=_split(row["aliases_en"]),
        aliases_zh=_split(row["aliases_zh"]),
        same_as=(f"http://www.wikidata.org/entity/{wikidata}",) if wikidata else (),
        source=row["source_url"] or None,
        checked=row["checked"] == "yes",
        known=True,
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
