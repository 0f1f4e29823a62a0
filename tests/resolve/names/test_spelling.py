import pytest

from kg.resolve.names.cantonese import is_dental, spellings, yale
from kg.resolve.names.mandarin import pinyin, wade_giles


@pytest.mark.parametrize(
    ("jyutping", "dental", "spelling"),
    [
        ("zing", False, "ching"),
        ("heoi", True, "hui"),
        ("zi", True, "tsz"),
        ("zi", False, "chi"),
        ("gwok", False, "kwok"),
        ("coeng", False, "cheung"),
        ("jip", False, "ip"),
        ("waa", False, "wah"),
        ("ng", False, "ng"),
        ("syut", True, "suet"),
    ],
)
def test_spellings_are_those_of_hong_kong(jyutping, dental, spelling):
    assert spelling in spellings(jyutping, dental=dental)[0]


@pytest.mark.parametrize(
    ("jyutping", "dental", "spelling"), [("zi", True, "chi"), ("loeng", False, "leong"), ("din", False, "din")]
)
def test_spellings_set_rare_ones_apart(jyutping, dental, spelling):
    usual, rare = spellings(jyutping, dental=dental)
    assert spelling in rare
    assert not usual & rare


def test_spellings_tell_sounds_apart():
    assert not spellings("ling", dental=False)[0] & spellings("lin", dental=False)[0]
    assert not spellings("zi", dental=True)[0] & spellings("zi", dental=False)[0]


@pytest.mark.parametrize(
    ("mandarin", "dental"), [("zi", True), ("zhi", False), ("xu", True), ("shao", False), ("li", False)]
)
def test_is_dental_hears_mandarin(mandarin, dental):
    assert is_dental(mandarin) is dental


@pytest.mark.parametrize(
    ("jyutping", "spelling"), [("zing", "jing"), ("jyu", "yu"), ("ling", "lihng"), ("mei", "meih"), ("ng", "ngh")]
)
def test_yale_may_mark_low_tones(jyutping, spelling):
    assert spelling in yale(jyutping)


@pytest.mark.parametrize(("syllable", "spelling"), [("lv", "lyu"), ("lv", "lu"), ("zheng", "zheng")])
def test_pinyin_writes_u_with_dots_in_three_ways(syllable, spelling):
    assert spelling in pinyin(syllable)


@pytest.mark.parametrize(
    ("syllable", "spelling"),
    [
        ("xu", "hsu"),
        ("zheng", "cheng"),
        ("jia", "chia"),
        ("zi", "tzu"),
        ("dong", "tung"),
        ("shao", "shao"),
        ("guo", "kuo"),
    ],
)
def test_wade_giles_respells_pinyin(syllable, spelling):
    assert spelling in wade_giles(syllable)
