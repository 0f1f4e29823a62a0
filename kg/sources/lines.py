"""The lines of a page, each with what it is: running text, headline, date, furniture, or the heading of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from kg.sources.dates import Stamp, read_stamp
from kg.sources.identity import count_words, has_han
from kg.sources.noise import is_comments, is_noise, is_read_more, is_section
from kg.sources.paragraphs import ends_sentence, split_bullet

_ENTRY = re.compile(r"[^\W\d][^:：]{1,50}(?:: |：)\S.*|\(?(?:\d{1,2}|[a-z])[.)] \S.*")
_STAMP_WORDS = 20  # longer lines are no dates
Kind = Literal["blank", "noise", "section", "comments", "stamp", "prose", "short"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page. `short` lines are headlines, labels and names; `stamp` lines give a date or an age."""

    text: str
    kind: Kind
    bullet: bool = False
    indented: bool = False
    listed: bool = False  # an item of the list that a sentence announces
    more: bool = False  # a link from a summary to the whole story
    stamp: Stamp | None = None

    @property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.text)

    @property
    def is_item(self) -> bool:
        """Tell an entry of a list or fact sheet ("Owner: Tidal Cooling") from a label."""
        return self.kind == "short" and (self.bullet or bool(_ENTRY.fullmatch(self.text)))

    @property
    def is_headline(self) -> bool:
        """Tell whether it is long enough to be a headline and not only a label."""
        return self.kind == "short" and self.words >= (4 if not has_han(self.text) else 3)


def read_lines(raw: list[str]) -> list[Line]:
    """Classify lines; indented summaries and the items of a sentence's list are known by what stands above."""
    lines: list[Line] = []
    for text in raw:
        lines.append(_read_below(lines[-1] if lines else None, classify(text)))
    return lines


def _read_below(above: Line | None, line: Line) -> Line:
    """Read a line in the light of the one above it."""
    if above is None:
        return line
    listed = above.listed or (above.kind == "prose" and above.text.endswith((":", "：")))
    if line.bullet and listed:
        return replace(line, kind="short", listed=True, more=False, stamp=None)
    if line.kind == "short" and line.indented and above.bullet and not line.bullet:
        return replace(line, kind="prose")
    return line


def classify(raw: str) -> Line:
    """Tell what a line is from its own words."""
    bullet, text = split_bullet(raw)
    indented = raw[:1] == " " or raw[:1] == "\t"
    if not text:
        return Line("", "blank")
    if is_section(text):
        return Line(text, "section")
    if is_comments(text):
        return Line(text, "comments")
    if is_noise(raw.strip()) or is_noise(text):
        return Line(text, "noise", bullet=bullet, more=is_read_more(text))
    stamp = read_stamp(text) if count_words(text) <= _STAMP_WORDS else None
    if stamp:
        return Line(text, "stamp", bullet=bullet, stamp=stamp)
    return Line(text, "prose" if is_prose(text) else "short", bullet=bullet, indented=indented)


def write_line(line: Line) -> str:
    """Return the text of a line as it stands in an article: items of lists keep a bullet."""
    return f"- {line.text}" if line.bullet else line.text


def is_prose(text: str) -> bool:
    """Tell running text: a sentence with its full stop, or too many words for a headline."""
    words = count_words(text)
    if words >= 25:
        return True
    if re.search(r"(?:…|\.\.\.)$", text):
        return words >= 8
    if re.search(r"[?？!！]$", text):
        return words > 14
    return words >= 4 and ends_sentence(text)


def is_page(lines: list[Line]) -> bool:
    """Tell a scraped page, with its furniture, from an article in plain text."""
    furniture = {line.text.casefold() for line in lines if line.kind in {"noise", "section", "comments"}}
    listed = any(line.kind == "section" for line in lines) and any(line.kind == "stamp" for line in lines)
    return len(furniture) >= 2 or listed
