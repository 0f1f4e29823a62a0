import pytest

from kg.resolve.names.titles import is_titles, starts_with_post, take_han_titles, take_latin_titles
from kg.resolve.names.western import alike, gender_of, is_western


@pytest.mark.parametrize(
    ("text", "name", "post", "honours"),
    [
        ("Professor Sun Dong", "Sun Dong", "", ()),
        ("The Hon Mrs Carrie Lam GBM JP", "Carrie Lam", "", ("GBM", "JP")),
        ("Financial Secretary Paul Chan", "Paul Chan", "financial secretary", ()),
        ("Transport Secretary Chan", "Chan", "transport secretary", ()),
        ("Kong Lai-sheung", "Kong Lai-sheung", "", ()),
        ("Secretary", "Secretary", "", ()),
    ],
)
def test_take_latin_titles_leaves_the_name(text, name, post, honours):
    words, titles = take_latin_titles(text.split())
    assert (" ".join(words), titles.post, titles.honours) == (name, post, honours)


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("許正宇先生", "許正宇", "m"),
        ("陳太", "陳", "f"),
        ("孫東局長", "孫東", None),
        ("財政司司長陳茂波", "陳茂波", None),
        ("馮國棟太平紳士", "馮國棟", None),
        ("許", "許", None),
    ],
)
def test_take_han_titles_leaves_the_name(text, name, gender):
    found, titles = take_han_titles(text)
    assert (found, titles.gender) == (name, gender)


def test_posts_and_titles_are_told_from_names():
    assert starts_with_post("the Secretary for Health")
    assert not starts_with_post("Sun Dong")
    assert is_titles(["GBS", "JP"])
    assert not is_titles(["GBS", "Chan"])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("christopher", "chris", True),
        ("chris", "christine", True),
        ("christopher", "christine", False),
        ("bill", "william", True),
        ("peter", "p", True),
        ("peter", "paul", False),
        ("unheard", "unheard", True),
    ],
)
def test_alike_knows_short_forms(one, other, same):
    assert alike(one, other) is alike(other, one) is same


def test_gender_is_given_where_a_name_is_clear():
    assert (gender_of("christopher"), gender_of("carrie"), gender_of("chris")) == ("m", "f", None)
    assert is_western("chris")
    assert not is_western("ching")
