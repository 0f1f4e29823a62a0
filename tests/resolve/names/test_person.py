import pytest

from kg.resolve.names import parse_person, read_person

HUI = (("hui",), ("ching", "yu"))


@pytest.mark.parametrize(
    ("text", "family", "given", "western"),
    [
        ("Hui Ching-yu", *HUI, ()),
        ("Hui Ching Yu", *HUI, ()),
        ("Christopher Hui Ching-yu", *HUI, ("christopher",)),
        ("HUI Ching Yu, Christopher", *HUI, ("christopher",)),
        ("Mr Christopher Hui Ching-yu, GBS, JP", *HUI, ("christopher",)),
        ("Christopher Hui Ching-yu, Secretary for Health", *HUI, ("christopher",)),
        ("Hui Ching-yu (Christopher)", *HUI, ("christopher",)),
        ("Chris Hui", ("hui",), (), ("chris",)),
        ("Mr Hui", ("hui",), (), ()),
        ("許正宇", ("許",), ("正", "宇"), ()),
        ("歐陽德偉博士", ("歐陽",), ("德", "偉"), ()),
        ("林鄭月娥", ("林", "鄭"), ("月", "娥"), ()),
        ("Carrie Lam Cheng Yuet-ngor", ("lam", "cheng"), ("yuet", "ngor"), ("carrie",)),
        ("Au-yeung Tak-wai", ("au yeung",), ("tak", "wai"), ()),
        ("Szeto Wah", ("sze to",), ("wah",), ()),
        ("Xǔ Zhèngyǔ", ("xu",), ("zheng", "yu"), ()),
        ("Stephen Kai-yi Wong", ("wong",), ("kai", "yi"), ("stephen",)),
        ("Georges Elhedery", ("elhedery",), (), ("georges",)),
        ("Bernadette Linn Hon-ho", ("linn",), ("hon", "ho"), ("bernadette",)),
        ("Chris 許正宇", ("許",), ("正", "宇"), ("chris",)),
    ],
)
def test_parse_person_finds_the_parts(text, family, given, western):
    name = parse_person(text)
    assert (name.family, name.given, name.western) == (family, given, western)


@pytest.mark.parametrize(("text", "initials"), [("C.Y. Leung", "cy"), ("CY Leung", "cy"), ("Nicholas W. Yang", "w")])
def test_parse_person_reads_initials(text, initials):
    assert parse_person(text).initials == initials


@pytest.mark.parametrize(("text", "family"), [("NG Wai Ming", "ng"), ("Mr HO", "ho")])
def test_parse_person_takes_short_family_names_for_no_initials(text, family):
    assert parse_person(text).family == (family,)


def test_read_person_gives_both_orders():
    assert {(n.family, n.given) for n in read_person("Sun Dong")} >= {(("sun",), ("dong",)), (("dong",), ("sun",))}


def test_read_person_reads_both_scripts():
    assert {name.script for name in read_person("Christopher Hui (許正宇)")} == {"latin", "han"}


@pytest.mark.parametrize("text", ["", " ", "…", "123", "@", "1 2 3 4 5 6 7 8 9", "A" * 300, "許" * 50, "a " * 60])
def test_parse_person_bears_anything(text):
    assert parse_person(text).script in {"latin", "han"}


@pytest.mark.parametrize(
    ("text", "gender"), [("Mr Hui", "m"), ("Ms Hui", "f"), ("Carrie Lam", "f"), ("Sun Dong", None)]
)
def test_person_name_says_man_or_woman_where_it_shows(text, gender):
    assert parse_person(text).gender == gender


def test_family_alone_is_told():
    assert parse_person("Mr Hui").is_family_alone
    assert not parse_person("Chris Hui").is_family_alone
