import re
from pathlib import Path

import pytest

from kg.errors import NamesError
from kg.resolve.names import Score, compare_names, read_pairs, score_pairs, shipped_names

TABLE = Path(__file__).parents[2] / "data" / "hk_name_pairs.csv"
FLOOR = 0.99  # only raised
HEAD = "a,b,same,kind,category,note\n"


def test_score_counts_right_and_wrong():
    score = Score(found=3, wrong=1, missed=1, apart=5)
    assert (score.pairs, score.precision, score.recall, score.f1, score.accuracy) == (10, 0.75, 0.75, 0.75, 0.8)
    assert (Score().f1, Score(apart=2).precision) == (1.0, 1.0)


def test_score_pairs_counts_by_kind_and_category(tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text(HEAD + "x,x,1,person,one,\nx,y,0,person,two,\nx,x,0,organisation,two,\n", encoding="utf-8-sig")
    scores = score_pairs(read_pairs(path), lambda pair: pair.a == pair.b)
    assert scores.all == Score(found=1, wrong=1, apart=1)
    assert scores.by_kind["person"] == Score(found=1, apart=1)
    assert scores.by_category["two"] == Score(wrong=1, apart=1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\nx,y\n", "missing: same, kind"),
        (HEAD + "x,y,yes,person,,\n", "line 2: `same` must be 1 or 0; found 'yes'"),
        (HEAD + "x,y,1,place,,\n", "line 2: `kind` must be person or organisation; found 'place'"),
    ],
)
def test_read_pairs_says_what_is_wrong(tmp_path, text, message):
    path = tmp_path / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NamesError, match=re.escape(message)):
        read_pairs(path)


def test_read_pairs_wants_utf8(tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_bytes(HEAD.encode() + "黃".encode("big5") + b",y,1,person,,\n")
    with pytest.raises(NamesError, match="UTF-8"):
        read_pairs(path)


def test_shipped_pairs_are_many_and_balanced():
    pairs = read_pairs(TABLE)
    chinese = [p for p in pairs if re.search("[\u4e00-\u9fff]", p.a + p.b)]
    assert len(pairs) >= 900
    assert len(chinese) >= 350
    assert 0.45 < sum(p.same for p in pairs) / len(pairs) < 0.55
    assert len({(p.a, p.b, p.kind) for p in pairs}) == len(pairs)
    assert all(p.a != p.b and p.category for p in pairs)


def test_shipped_pairs_are_told_apart():
    known = shipped_names()
    scores = score_pairs(read_pairs(TABLE), lambda p: compare_names(p.a, p.b, p.kind, known=known).same)
    assert scores.all.f1 >= FLOOR
    assert min(score.accuracy for score in scores.by_category.values()) >= 0.95


def test_shipped_pairs_are_told_apart_in_either_order():
    known = shipped_names()
    pairs = read_pairs(TABLE)[::5]
    assert [
        p
        for p in pairs
        if compare_names(p.a, p.b, p.kind, known=known).same != compare_names(p.b, p.a, p.kind, known=known).same
    ] == []


def test_a_name_is_the_same_as_itself():
    known = shipped_names()
    names = {(name, p.kind) for p in read_pairs(TABLE)[::5] for name in (p.a, p.b)}
    assert [(name, kind) for name, kind in names if not compare_names(name, name, kind, known=known).same] == []
