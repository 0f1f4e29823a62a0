import pytest

from kg.gazetteer import Gazetteer
from kg.model import Entity, Mention, Span
from kg.resolve.chains import make_chain
from kg.resolve.known import compatible, find_known
from tests.resolve.making import KNOWN


def chain(kind, *names):
    return make_chain(0, tuple(Mention(Span(i, i + 1), name, kind, 0) for i, name in enumerate(names)))


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Company", "Company", True),
        ("Company", "Facility", True),
        ("Company", "Organization", True),
        ("Facility", "Place", True),
        ("Programme", "Policy", True),
        ("Company", "Place", False),
        ("University", "Place", False),
        ("Company", "Product", False),
        ("Person", "Company", False),
        ("Post", "Person", False),
        ("Event", "Programme", False),
    ],
)
def test_compatible_allows_only_types_that_articles_mix(one, other, fit):
    assert compatible(one, other) is fit
    assert compatible(other, one) is fit


@pytest.mark.parametrize(
    ("kind", "names", "found"),
    [
        ("GovernmentBody", ["the Hong Kong Monetary Authority"], "hkma"),
        ("GovernmentBody", ["HKMA's"], "hkma"),
        ("Facility", ["Cyberport"], "cyberport"),
        ("Company", ["數碼港"], "cyberport"),
        ("Person", ["Mr Paul Chan"], "paul-chan"),
        ("Person", ["Paul Chan Mo-po", "Chan"], "paul-chan"),
        ("Place", ["Loop"], "loop-place"),
        ("Product", ["Loop"], "loop-product"),
        ("Person", ["Chan"], None),
        ("Person", ["Cyberport"], None),
        ("Product", ["Cyberport"], None),
        ("Event", ["Loop"], None),
        ("Company", ["Harbour Loop"], None),
    ],
)
def test_find_known_wants_name_and_type(kind, names, found):
    match = find_known(chain(kind, *names), KNOWN)
    assert (match.entity.id if match else None) == found


def test_find_known_leaves_a_draw_open():
    assert find_known(chain("Company", "Twin"), KNOWN) is None


def test_find_known_settles_a_draw_by_the_longest_name():
    assert find_known(chain("Company", "Twin", "Twin Foods"), KNOWN).entity.id == "twin-b"


def test_find_known_refuses_a_namesake_with_another_given_name():
    assert find_known(chain("Person", "Paul Chan Ho-him", "Paul Chan"), KNOWN) is None


def test_find_known_refuses_an_acronym_that_the_article_spells_otherwise():
    assert find_known(chain("GovernmentBody", "Harbour Kiosk Management Association", "HKMA"), KNOWN) is None


def test_find_known_says_how_sure_it_is_and_why():
    exact = find_known(chain("GovernmentBody", "HKMA", "Hong Kong Monetary Authority"), KNOWN)
    other_type = find_known(chain("Facility", "Cyberport"), KNOWN)
    assert (exact.score, exact.reason) == (1.0, "gazetteer: exact name")
    assert (other_type.score, other_type.reason) == (0.9, "gazetteer: exact name, listed as Company")


def test_find_known_takes_a_single_word_that_is_all_of_a_chinese_name():
    gazetteer = Gazetteer((Entity("sun-dong", "Person", "Sun Dong", label_zh="孫東", known=True),))
    assert find_known(chain("Person", "孫東"), gazetteer).entity.id == "sun-dong"


def test_find_known_takes_no_person_by_a_bare_surname_that_the_gazetteer_lists():
    gazetteer = Gazetteer((Entity("paul-chan", "Person", "Paul Chan Mo-po", aliases=("Chan",), known=True),))
    assert find_known(chain("Person", "Mr Chan"), gazetteer) is None
