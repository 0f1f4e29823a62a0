import pytest

from kg.resolve.names import (
    abbreviates,
    clean_name,
    clean_person,
    fullest,
    is_acronym,
    is_bare_surname,
    is_description,
    surnames,
    without_brackets,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Hong Kong Monetary Authority", "Hong Kong Monetary Authority"),
        ("Cyberport's", "Cyberport"),
        ("the Airports’", "Airports"),
        ("“GenA.I. Sandbox”", "GenA.I. Sandbox"),
        ("Tidal\n  Cooling,", "Tidal Cooling"),
        ("A", "A"),
        ("數碼港", "數碼港"),
    ],
)
def test_clean_name_takes_off_what_belongs_to_the_sentence(text, name):
    assert clean_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Professor Sun Dong", "Sun Dong"),
        ("Prof. Yang Qiang", "Yang Qiang"),
        ("the Hon Mrs Carrie Lam", "Carrie Lam"),
        ("Mr Lee's", "Lee"),
        ("Ms Wu", "Wu"),
        ("Drew Wong", "Drew Wong"),
    ],
)
def test_clean_person_takes_off_courtesy(text, name):
    assert clean_person(text) == name


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Digital Policy Office (DPO)", "Digital Policy Office"),
        ("Cyberport (數碼港)", "Cyberport"),
        ("Harbour Insurance (Bermuda)", "Harbour Insurance (Bermuda)"),
        ("(HK)", "(HK)"),
    ],
)
def test_without_brackets_drops_short_forms_only(name, rest):
    assert without_brackets(name) == rest


@pytest.mark.parametrize(
    ("name", "short"), [("HKMA", True), ("R&D", True), ("AI+", True), ("Hkma", False), ("A", False)]
)
def test_is_acronym_wants_capitals(name, short):
    assert is_acronym(name) is short


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("new supercomputing centre", True),
        ("Steering Committee", True),
        ("the Scheme", True),
        ("Sandy Ridge data centre", False),
        ("iPhone", False),
        ("5g network", False),
        ("超算中心", False),
    ],
)
def test_is_description_tells_common_words_from_names(name, description):
    assert is_description(name) is description


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("HKMA", "Hong Kong Monetary Authority", True),
        ("DPO", "Digital Policy Office", True),
        ("HKUST", "Hong Kong University of Science and Technology", True),
        ("HKGAI", "Hong Kong Generative AI Research and Development Centre", True),
        ("OASES", "Office for Attracting Strategic Enterprises", False),  # these letters are not all first ones
        ("DPO", "Development Bureau", False),
        ("HK", "Hong", False),
        ("IA", "Innovation Agency Asia", False),
    ],
)
def test_abbreviates_compares_first_letters(short, name, fits):
    assert abbreviates(short, name) is fits


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("John Lee Ka-chiu", {"lee"}),
        ("Chan Mo-po", {"chan"}),
        ("Sun Dong", {"sun", "dong"}),
        ("Mr Harry Shum", {"harry", "shum"}),
    ],
)
def test_surnames_are_where_a_surname_can_stand(name, found):
    assert surnames(name) == found


@pytest.mark.parametrize(("name", "bare"), [("Mr Chan", True), ("Chan", True), ("Sun Dong", False), ("孫東", False)])
def test_is_bare_surname_tells_single_words(name, bare):
    assert is_bare_surname(name) is bare


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (["HKMA", "Hong Kong Monetary Authority"], "Hong Kong Monetary Authority"),
        (["數碼港", "Cyberport"], "Cyberport"),
        (["sandbox", "Low-altitude Sandbox"], "Low-altitude Sandbox"),
        (["HKMA"], "HKMA"),
        (["Tidal B", "Tidal A"], "Tidal A"),
    ],
)
def test_fullest_prefers_proper_english_names_whatever_their_order(names, label):
    assert fullest(names) == label
    assert fullest(reversed(names)) == label
