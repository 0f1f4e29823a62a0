import pytest

from kg.resolve.names import compare_persons, shipped_names


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Christopher Hui Ching-yu", "許正宇"),
        ("HUI Ching Yu, Christopher", "Chris Hui"),
        ("Sun, Dong", "Dong Sun"),
        ("孫東", "孙东教授"),
        ("Xu Zhengyu", "Hui Ching-yu"),
        ("Carrie Lam Cheng Yuet-ngor", "Cheng Yuet-ngor"),
        ("C.Y. Leung", "梁振英"),
        ("Mr Hui", "許正宇"),
        ("Chan Tai-man", "CHAN Tai Man Peter"),
    ],
)
def test_compare_persons_finds_one_person(a, b):
    assert compare_persons(a, b).same
    assert compare_persons(b, a).same


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Wong Mei-ling", "Wong Mei-lin", "given names differ"),
        ("黃美玲", "黃美寧", "given names differ"),
        ("Peter Wong", "Peter Wang", "spelled otherwise"),
        ("Peter Chan Tai-man", "Paul Chan Tai-man", "other given names differ"),
        ("Ms Hui", "Christopher Hui", "a man's and a woman's name"),
        ("Chris Hui", "Chris Lam", "family names differ"),
        ("Nicholas W. Yang", "Nicholas T. Yang", "initials"),
        ("Financial Secretary Chan", "Transport Secretary Chan", "different posts"),
        ("Peter Wong", "Wong Chi-ming", "only the family name"),
        ("Ching-yu", "Hui Ching-yu", "only the given name"),
        ("Cheung Wai Kit", "Cheung Kit Wai", "given names differ"),
    ],
)
def test_compare_persons_keeps_two_people_apart_and_says_why(a, b, reason):
    found = compare_persons(a, b)
    assert not found.same
    assert reason in found.reason


@pytest.mark.parametrize(("a", "b"), [("Mr Hui", "許正宇"), ("Mr Chan", "Paul Chan")])
def test_compare_persons_marks_a_family_name_alone_as_weak(a, b):
    assert not compare_persons(a, b).decisive


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Mrs Carrie Lam", "林鄭月娥", True),
        ("C.H. Tung", "董建華", True),
        ("Christopher Hui", "Hui Ching-yu", True),
        ("陳茂波", "陈茂坡", False),  # each is said like Chan Mo-po
        ("Leung Chun-ying", "Leung Chun-yin", False),
        ("Paul Chan", "Carrie Lam", False),
    ],
)
def test_compare_persons_uses_what_is_known(a, b, same):
    assert compare_persons(a, b, known=shipped_names()).same is same


def test_compare_persons_lets_chinese_characters_decide():
    assert not compare_persons("Chan Ka-fai (陳家輝)", "Chan Ka-fai (陳嘉輝)").same
