"""The stories of a page: where the main one starts, where a teaser starts, and which lines belong to which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.sources.comments import drop_comments
from kg.sources.headlines import content_words
from kg.sources.lines import Line

_NEAR = 60  # lines: as far above a text its headline is looked for
_SOLID = 20  # words: a shorter first sentence may be a slogan above the headline


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines that stand above some running text, and that text."""

    head: tuple[Line, ...]
    prose: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The lines above a story, its paragraphs, and whether it is the main one of the page."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    main: bool = False


def split_stories(lines: list[Line]) -> tuple[Story, ...]:
    """Cut a page into its main story and its teasers."""
    lines = drop_comments(_mute_menus(lines))
    digest = sum(line.more for line in lines) >= 2
    first, *others = _fold_opening(list(_stretches(lines))) or [Stretch((), ())]
    stories = [Story(first.head, first.prose, main=True)]
    listing = False
    for stretch in (part for other in others for part in _split_at_section(other)):
        back = _returns_to_main(stretch)
        previous, rest = _give_back_stamps(stories[-1], stretch) if listing else (stories[-1], stretch)
        stories[-1] = previous
        listing = (listing or any(line.kind == "section" for line in stretch.head)) and not back
        if _lists_story(rest) if listing else _starts_story(rest, previous, digest=digest):
            stories.append(Story(_below_section(rest.head), rest.prose))
        elif back:
            stories[0] = _extend(stories[0], Stretch((), rest.prose))
        elif rest.prose or not listing:
            stories[-1] = _extend(previous, rest)
    return tuple(stories)


def _split_at_section(stretch: Stretch) -> Iterator[Stretch]:
    """Part the end of one story, such as a list, from the heading of a list of others."""
    section = next((i for i, line in enumerate(stretch.head) if line.kind == "section"), 0)
    if section:
        yield Stretch(stretch.head[:section], ())
    yield Stretch(stretch.head[section:], stretch.prose)


def _mute_menus(lines: list[Line]) -> list[Line]:
    """Above the first running text, headings of lists and comments are only entries of a menu."""
    prose = (i for i, line in enumerate(lines) if line.kind == "prose")
    first = next((i for i in prose if _is_text(lines[i], lines[max(0, i - _NEAR) : i])), len(lines))
    menu = {"section", "comments"}
    return [replace(line, kind="noise") if i < first and line.kind in menu else line for i, line in enumerate(lines)]


def _is_text(line: Line, above: Sequence[Line]) -> bool:
    """A long sentence is the text of an article; a short one is where a headline above it shares a word with it."""
    known = content_words(line.text)
    return line.words >= _SOLID or any(other.is_headline and content_words(other.text) & known for other in above)


def _stretches(lines: list[Line]) -> Iterator[Stretch]:
    head: list[Line] = []
    prose: list[Line] = []
    for line in lines:
        if line.kind == "prose":
            prose.append(line)
            continue
        if prose:
            yield Stretch(tuple(head), tuple(prose))
            head, prose = [], []
        head.append(line)
    if prose or head:
        yield Stretch(tuple(head), tuple(prose))


def _fold_opening(stretches: list[Stretch]) -> list[Stretch]:
    """Take a short sentence above the headline, such as a slogan, for a part of what stands above the story."""
    while len(stretches) > 1 and not any(_is_text(line, stretches[0].head) for line in stretches[0].prose):
        first, second = stretches[:2]
        if not any(line.is_headline for line in second.head) or not second.prose:
            break
        stretches = [Stretch(first.head + first.prose + second.head, second.prose), *stretches[2:]]
    return stretches


def _lists_story(stretch: Stretch) -> bool:
    """Below the heading of a list, every headline with a text is a story."""
    return bool(stretch.prose) and any(line.kind == "short" and line.words >= 2 for line in stretch.head)


def _starts_story(stretch: Stretch, before: Story, *, digest: bool) -> bool:
    """Elsewhere a story starts at a headline that comes with a date, or after the link to a whole story."""
    filled = [line for line in stretch.head if line.kind != "blank"]
    if not stretch.prose or not any(line.is_headline for line in filled):
        return False
    if digest and filled[0].more and filled[-1].is_headline:
        return True
    stamps = [line.stamp for line in filled if line.stamp and not line.stamp.updated]
    dated = any(line.stamp for line in before.head)
    return any(dated or (stamp.day is None and len(before.body) >= 2) for stamp in stamps)


def _give_back_stamps(story: Story, stretch: Stretch) -> tuple[Story, Stretch]:
    """Where the dates stand below the summaries, move them from the next story to the one they belong to."""
    if story.main or any(line.stamp for line in story.head):
        return story, stretch
    shorts = (i for i, line in enumerate(stretch.head) if line.kind in {"short", "section"})
    above = next(shorts, len(stretch.head))
    stamps = tuple(line for line in stretch.head[:above] if line.stamp)
    return replace(story, head=stamps + story.head), replace(stretch, head=stretch.head[above:])


def _returns_to_main(stretch: Stretch) -> bool:
    """A box of bare links in the middle of an article ends where text follows after a blank line."""
    head = stretch.head
    links = [line for line in head if line.bullet and line.kind == "short"]
    boxed = bool(head) and any(line.kind == "section" for line in head) and head[-1].kind == "blank"
    return boxed and len(links) >= 2 and bool(stretch.prose) and not stretch.prose[0].indented


def _below_section(head: tuple[Line, ...]) -> tuple[Line, ...]:
    last = max((i for i, line in enumerate(head) if line.kind == "section"), default=-1)
    return head[last + 1 :]


def _extend(story: Story, stretch: Stretch) -> Story:
    """Add further text; of the lines before it, items of lists, sub-headings and dates count."""
    titles = {line.text for line in story.head}
    known = content_words(" ".join(line.text for line in story.body + stretch.prose))
    below = (*stretch.head[1:], None)[: len(stretch.head)]
    items = tuple(
        line
        for line, following in zip(stretch.head, below, strict=True)
        if line.kind == "short" and line.text not in titles and _is_kept(line, following, known, last=not stretch.prose)
    )
    stamps = tuple(line for line in stretch.head if line.stamp)
    return replace(story, head=story.head + stamps, body=story.body + items + stretch.prose)


def _is_kept(line: Line, following: Line | None, known: set[str], *, last: bool) -> bool:
    """A headline with a link below it belongs to another article; below the last text only lists count."""
    if following is not None and following.more:
        return False
    return line.is_item or ((line.words >= 5 or len(content_words(line.text) & known) >= 2) and not last)
