import pytest

from kg.resolve.names import parse_organisation, stands_for
from kg.resolve.names.acronyms import is_short_form, shortens_han
from kg.resolve.names.organisation import fold_han, fold_words, without_here


@pytest.mark.parametrize(
    ("text", "words", "place", "legal"),
    [
        ("Northbay Robotics (Shenzhen) Co., Ltd.", ("northbay", "robotics"), ("shenzhen",), True),
        ("The University of Hong Kong", ("university", "hongkong"), (), False),
        ("HK R&D Centre", ("hongkong", "research", "development", "centre"), (), False),
        ("Harbor Compute Limited", ("harbour", "compute"), (), True),
    ],
)
def test_parse_organisation_finds_the_parts(text, words, place, legal):
    name = parse_organisation(text)
    assert (name.words, name.place, bool(name.legal)) == (words, place, legal)


@pytest.mark.parametrize(
    ("text", "han", "place", "legal"),
    [
        ("北灣機械人（深圳）有限公司", "北湾机器人", "深圳", True),
        ("香港教育局", "香港教育局", "", False),
        ("Cyberport 數碼港", "数字港", "", False),
    ],
)
def test_parse_organisation_reads_chinese(text, han, place, legal):
    name = parse_organisation(text)
    assert (name.han, name.han_place, name.han_legal) == (han, place, legal)


def test_parse_organisation_takes_a_short_form_out_of_brackets():
    name = parse_organisation("Digital Policy Office (DPO)")
    assert (name.short, name.is_short_form) == ("DPO", False)
    assert parse_organisation("HKMA").is_short_form


@pytest.mark.parametrize("text", ["", "()", "（）", "有限公司", "Limited", "港", "&", "H" * 500])
def test_parse_organisation_bears_anything(text):
    assert parse_organisation(text).text is not None


def test_fold_words_writes_variants_alike():
    assert fold_words("Int'l Dept. for Labor & AI") == fold_words("International Department of Labour and A.I.")


def test_fold_han_writes_mainland_words_alike():
    assert fold_han("資訊科技及機械人中心") == fold_han("信息科技和机器人中心")
    assert (without_here("香港教育局"), without_here("香港")) == ("教育局", "香港")


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("HKMA", "Hong Kong Monetary Authority", True),
        ("LegCo", "Legislative Council", True),
        ("EdUHK", "The Education University of Hong Kong", True),
        ("HKUST", "Hong Kong University of Science and Technology", True),
        ("SFC", "Hong Kong Securities and Futures Commission", True),
        ("HKSTP", "Hong Kong Science and Technology Parks Corporation", True),
        ("HKU", "Hong Kong University of Science and Technology", False),
        ("HKMA", "Monetary Authority of Singapore", False),
        ("IA", "Insurance", False),
    ],
)
def test_stands_for_follows_the_beginnings_of_words(short, name, fits):
    assert stands_for(short, name) is fits


@pytest.mark.parametrize(
    ("name", "short"), [("HKMA", True), ("PolyU", True), ("Cyberport", False), ("SenseTime", False)]
)
def test_is_short_form_wants_capitals(name, short):
    assert is_short_form(name) is short


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("金管局", "香港金融管理局", True),
        ("港大", "香港大学", True),
        ("证监会", "证券及期货事务监察委员会", True),
        ("港大", "香港科技局", False),
        ("教育局", "教育发展局", False),
        ("科大", "香港城市大学", False),
    ],
)
def test_shortens_han_takes_characters_in_order(short, name, fits):
    assert shortens_han(short, name) is fits
