import pytest

from kg.gazetteer import Gazetteer
from kg.resolve.chains import collect_chains
from kg.resolve.governments import find_government, is_bare_government
from tests.resolve.making import KNOWN, article, read


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("the government", True),
        ("The Government", True),
        ("authorities", True),
        ("the city's government", True),
        ("government departments", True),
        ("Hong Kong government", False),
        ("Singapore government", False),
        ("Government Laboratory", False),
    ],
)
def test_bare_government_names_no_country(words, bare):
    chain = collect_chains(read(f"{words} acted.", (words, "GovernmentBody", 0)))[0]
    assert is_bare_government(chain) is bare


@pytest.mark.parametrize(("named", "bare"), [(True, True), (False, True)])
def test_bare_government_may_be_marked_as_a_description(named, bare):
    extraction = read(
        "The government acted. It paid.",
        ("The government", "GovernmentBody", 0, named),
        ("It", "GovernmentBody", 0, False),
    )
    assert is_bare_government(collect_chains(extraction)[0]) is bare


def test_bare_government_is_of_no_other_type():
    assert not is_bare_government(collect_chains(read("The government.", ("The government", "Company", 0)))[0])


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The government of the city, Hong Kong, will pay.", True),
        ("香港 and its labs: the government will pay.", True),
        ("The city's government will pay. The Singapore government will not.", True),
        ("The Hong Kong government and the central government will pay.", True),
        ("Firms from Hong Kong lobby the Singaporean government. The government will pay.", False),
        ("Hong Kong firms hope that the Trump administration pays. The government is silent.", False),
        ("Hong Kong firms wait for the government of Bermuda. The government is silent.", False),
        ("Norway's government met a firm from Hong Kong. The government is silent.", False),
        ("The government will pay.", False),
    ],
)
def test_government_is_that_of_hong_kong_only_where_no_other_is_named(text, here):
    found = find_government(article(text), KNOWN)
    assert found.entity.id == ("hksar-government" if here else "government-body-government-a1b2c3d4e5f6")


def test_government_stays_in_its_article_where_the_gazetteer_has_none():
    found = find_government(article("Hong Kong pays."), Gazetteer(()))
    assert found.entity.id.endswith("a1b2c3d4e5f6")
