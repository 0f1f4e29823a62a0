"""A scraped page becomes articles: its main story and each teaser that says something."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

from kg.errors import SourceError
from kg.model import Article
from kg.sources.compose import compose
from kg.sources.credits import split_credits
from kg.sources.dates import Stamp
from kg.sources.headlines import belongs, choose_title, content_words, split_date, split_site
from kg.sources.lines import Line, is_page, read_lines, write_line
from kg.sources.paragraphs import join_soft_breaks, restore_stops
from kg.sources.stories import Story, split_stories


def cut_page(text: str, name: str) -> tuple[Article, ...]:
    """Return the articles of a text without a header: several from a scraped page, else one."""
    raw = join_soft_breaks(text.split("\n"))
    lines = read_lines(raw)
    if not is_page(lines):
        return (_read_plain(lines, name),)
    stories = split_stories(lines)
    if not any(story.body for story in stories):
        stories = _read_fact_sheet(lines)
    if not stories:
        raise SourceError(f"{name}: only menus and headlines were found; give the text of the article")
    outlets = _find_outlets(lines)
    main = _read_main(stories[0], name)
    articles = [main, *(_read_teaser(story, outlets, main.published) for story in stories[1:] if story.body)]
    unique = {article.id: replace(article, source_file=name) for article in reversed(articles)}
    return tuple(reversed(unique.values()))


def _read_fact_sheet(lines: list[Line]) -> tuple[Story, ...]:
    """Take a page without a sentence for a story where it has at least two entries of a list."""
    entries = [i for i, line in enumerate(lines) if line.is_item]
    if len(entries) < 2:
        return ()
    return (Story(tuple(lines[: entries[0]]), tuple(lines[i] for i in entries), main=True),)


def _read_plain(lines: list[Line], name: str) -> Article:
    """Keep every line but a date under the title: there is nothing here that is not the article."""
    filled = [i for i, line in enumerate(lines) if line.kind != "blank"]
    titled = len(filled) > 1 and lines[filled[0]].kind == "short"
    title = lines[filled[0]].text if titled else None
    near = [i for i in filled[1:6] if lines[i].stamp and lines[i].stamp.day]  # type: ignore[union-attr]
    ends = [i for i in filled[6:] if re.match(r"ends\b|完", lines[i].text, re.I) and lines[i].stamp]
    dated = (near + ends)[:1]
    skipped = {*filled[: int(titled)], *dated}
    blocks = "\n".join("" if i in skipped else write_line(line) for i, line in enumerate(lines))
    article = compose(title, [block.strip("\n") for block in re.split(r"\n{2,}", blocks)])
    stamp = lines[dated[0]].stamp if dated else None
    return replace(article, published=stamp.day if stamp else None, source_file=name)


def _read_main(story: Story, name: str) -> Article:
    known = content_words(" ".join(line.text for line in story.body))
    heading = choose_title(story.head, known)
    position = story.head.index(heading) if heading else len(story.head)
    title, site = split_site(heading.text) if heading else (None, None)
    above = [line.text for line in story.head[:position] if line.kind == "prose" and line.words >= 12]
    below = [line.text for line in story.head[position + 1 :] if belongs(line, known, title or "")]
    body = [part for line in story.body for part in split_credits(line.text)]
    stamps = sorted((line.stamp for line in story.head if line.stamp), key=lambda stamp: stamp.updated)
    days = [stamp.day for stamp in stamps if stamp.day]
    return replace(
        compose(title, above + below + body), publisher=site, published=days[0] if days else None, source_file=name
    )


def _find_outlets(lines: list[Line]) -> set[str]:
    """Names of outlets stand beside dates, or come back on the page as lines of their own."""
    counted = Counter(line.text for line in lines if line.kind == "short" and line.words <= 6)
    return {text for text, count in counted.items() if count > 1} | {line.stamp.label for line in lines if line.stamp}


def _read_teaser(story: Story, outlets: set[str], today: date | None) -> Article:
    names = [line.text for line in story.head if line.kind == "short" and line.text in outlets]
    names += [line.stamp.label for line in story.head if line.stamp and line.stamp.label]
    names += _beside_age(story.head)
    heads = [line.text for line in story.head if line.kind == "short" and line.text not in names]
    title, day = split_date(heads[-1]) if heads else (None, None)
    stamps: list[Stamp] = [line.stamp for line in story.head if line.stamp]
    days = [day, *(stamp.resolve(today) for stamp in stamps)]
    body = [restore_stops(part) for line in story.body for part in split_credits(line.text)]
    article = compose(title, body)
    published = next((day for day in days if day), None)
    return replace(article, publisher=names[-1] if names else None, published=published, partial=True)


def _beside_age(head: tuple[Line, ...]) -> list[str]:
    """Return the short line right above an age ("Reuters", "2 hours ago"), where another line is the headline."""
    shorts = [line for line in head if line.kind == "short"]
    pairs = pairwise(head)
    above = [a.text for a, b in pairs if a.kind == "short" and a.words <= 4 and b.stamp and not b.stamp.label]
    return above if len(shorts) > 1 else []
