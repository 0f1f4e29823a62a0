"""Annotated articles are divided by story, the same way each time."""

from collections import Counter

import pytest

from kg import resources
from training.split import Annotated, divide, find_stories, read_annotated, read_split, read_stories

FOLDER = resources.ROOT / "data" / "training"


def article(name, *, sources="", words="", names="", events=""):
    runs = frozenset((word,) for word in words.split())
    facts = frozenset((event, "builds", event) for event in events.split())
    return Annotated(name, frozenset(sources.split()), runs, frozenset(names.split()), facts)


FILLER = [article(f"z{number}", names=f"other{number}") for number in range(20)]


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ({"sources": "x y"}, {"sources": "x"}, True),
        ({"sources": "x y z"}, {"sources": "x v"}, False),
        ({"words": "a b c d e"}, {"words": "a b c d"}, True),
        ({"words": "a b c d"}, {"words": "a b c"}, False),
        ({"names": "bay dock"}, {"names": "bay dock quay"}, True),
        ({"names": "bay a b c d e f"}, {"names": "bay g h i j k l"}, False),
        ({"events": "dock quay"}, {"events": "dock quay park"}, True),
        ({"events": "dock"}, {"events": "dock park"}, False),
        ({}, {}, False),
    ],
)
def test_find_stories_joins_what_is_alike(first, second, is_one):
    stories = find_stories([article("b", **first), article("a", **second), *FILLER])
    assert (stories["b"] == stories["a"]) is is_one


def test_find_stories_takes_common_names_for_no_sign():
    common = [article(f"c{number}", names="city") for number in range(9)]
    assert len(set(find_stories(common).values())) == 9


def test_find_stories_joins_through_others_and_names_the_story_after_the_first():
    chain = [article("c", sources="x"), article("b", sources="x y"), article("a", sources="y"), *FILLER]
    assert {find_stories(chain)[name] for name in "abc"} == {"a"}


def test_divide_keeps_stories_whole_and_parts_near_their_shares():
    stories = {f"a{number}": f"a{number // 2 * 2}" for number in range(2000)}
    parts = divide(stories)
    assert all(parts[f"a{number}"] == parts[f"a{number + 1}"] for number in range(0, 2000, 2))
    counts = Counter(parts.values())
    assert 0.10 < counts["held-out"] / 2000 < 0.18
    assert 0.10 < counts["calibration"] / 2000 < 0.18


def test_divide_trains_on_sagas():
    stories = {f"a{number}": "a0" for number in range(60)} | {f"b{number}": f"b{number}" for number in range(200)}
    assert {divide(stories)[f"a{number}"] for number in range(60)} == {"train"}


@pytest.mark.parametrize(
    ("known", "part"),
    [
        ({"a": "held-out"}, "held-out"),
        ({"a": "train", "b": "held-out"}, "held-out"),
        ({"a": "calibration", "b": "train"}, "calibration"),
    ],
)
def test_divide_keeps_known_articles_and_what_joins_them_from_training(known, part):
    parts = divide(dict.fromkeys("abc", "a"), known)
    assert {name: parts[name] for name in known} == known
    assert parts["c"] == part


def test_split_file_is_what_the_script_writes():
    stories = find_stories(read_annotated(FOLDER / "articles"))
    assert read_stories(FOLDER / "split.csv") == stories
    assert read_split(FOLDER / "split.csv") == divide(stories)


def test_read_split_of_a_new_folder_is_empty(tmp_path):
    assert read_split(tmp_path / "split.csv") == {}
