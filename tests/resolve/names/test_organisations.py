import pytest

from kg.resolve.names import compare_organisations, guess_kind, shipped_names


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Northbay Robotics", "Northbay Robotics Ltd."),
        ("Harbour Compute", "Harbor Compute Limited"),
        ("Oxford University", "University of Oxford"),
        ("Education Bureau", "HKSAR Education Bureau"),
        ("Digital Policy Office, HKSAR Government", "Digital Policy Office"),
        ("Tai Po InnoPark", "Tai Po Inno Park"),
        ("Northbay Technolgy Works", "Northbay Technology Works"),
        ("北灣機械人有限公司", "北湾机器人"),
        ("香港教育局", "教育局"),
        ("HKAIA", "Hong Kong Artificial Intelligence Association"),
        ("Wing Fung Construction Company Limited", "永豐建築有限公司"),
        ("Northbay (HK) Limited", "Northbay (Hong Kong) Limited"),
    ],
)
def test_compare_organisations_finds_one_body(a, b):
    assert compare_organisations(a, b).same
    assert compare_organisations(b, a).same


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Northbay Robotics Limited", "Northbay Robotics (Shenzhen) Limited", "branch"),
        ("Northbay Limited", "Northbay Holdings Limited", "parent"),
        ("Northbay Robotics", "Northgate Robotics", "words differ"),
        ("Northbay Limited", "Northbay Hong Kong Limited", "in Hong Kong"),
        ("北灣機械人有限公司", "北灣機械人（深圳）有限公司", "branch"),
        ("HKU", "HKUST", "short forms differ"),
        ("Pearl River Biotechnology Limited", "長江生物科技有限公司", "no translation"),
        ("CUHK", "CUHK (Shenzhen)", "branch"),
    ],
)
def test_compare_organisations_keeps_two_bodies_apart_and_says_why(a, b, reason):
    found = compare_organisations(a, b)
    assert not found.same
    assert reason in found.reason


@pytest.mark.parametrize(
    ("a", "b", "same", "reason"),
    [
        ("HKSTP", "香港科技園公司", True, "both are names of"),
        ("ITC", "International Trade Centre", False, "is known for"),
        ("ITC", "Innovation & Technology Commission", True, "both are names of"),
        ("Alibaba", "Alibaba Cloud", False, "two organisations"),
        ("SenseTime", "SenseTime Group", True, "both are names of"),
        ("ITB", "Innovation, Technology and Industry Bureau", False, "replaced by"),
        ("Open University of Hong Kong", "香港都會大學", True, "both are names of"),
        ("HKU Business School", "University of Hong Kong Business School", True, "written out"),
        ("財庫局", "Financial Services and the Treasury Bureau", True, "short form"),
        ("Bank of China", "Bank of China (Hong Kong)", False, "branch"),
    ],
)
def test_compare_organisations_uses_what_is_known(a, b, same, reason):
    found = compare_organisations(a, b, known=shipped_names())
    assert (found.same, reason in found.reason) == (same, True)


def test_compare_organisations_names_the_year_of_a_new_name():
    found = compare_organisations("City Polytechnic of Hong Kong", "CityU", known=shipped_names())
    assert "renamed in 1994" in found.reason


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [("Sun Dong", "孫東", "person"), ("HKSTP", "Cyberport", "organisation"), ("教育局", "x", "organisation")],
)
def test_guess_kind_looks_for_words_of_organisations(a, b, kind):
    assert guess_kind(a, b, known=shipped_names()) == kind
