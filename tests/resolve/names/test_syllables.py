import pytest

from kg.resolve.names.syllables import can_be_hong_kong, fits_characters, fits_syllables, is_syllable, plain, splits


@pytest.mark.parametrize(
    ("latin", "characters"),
    [
        ("hui ching yu", "許正宇"),
        ("heoi zing jyu", "許正宇"),
        ("xu zheng yu", "许正宇"),
        ("hsu cheng yu", "許正宇"),
        ("chan mo po", "陳茂波"),
        ("wohng meih lihng", "黃美玲"),
        ("chiang lai wan", "蔣麗芸"),  # the family name as in Mandarin
        ("au nok hin", "區諾軒"),
    ],
)
def test_fits_characters_knows_the_systems(latin, characters):
    assert fits_characters(latin.split(), characters, surname=True)


@pytest.mark.parametrize(
    ("latin", "characters"),
    [("wong mei lin", "黃美玲"), ("hui ching dong", "許正東"), ("hui ching", "許正宇"), ("chan siu man", "陳兆明")],
)
def test_fits_characters_wants_one_language_and_every_sound(latin, characters):
    assert fits_characters(latin.split(), characters, surname=True) is None


def test_fits_characters_scores_rare_spellings_lower():
    usual, rare = (fits_characters(["leung", s], "梁昌", surname=True) for s in ("cheung", "cheong"))
    assert usual > rare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hui ching yu", "xu zheng yu"),
        ("hui ching yu", "heoi zing jyu"),
        ("hsu cheng yu", "xu zheng yu"),
        ("wong mei ling", "huang mei ling"),
        ("chau tsz kit", "chow tze kit"),
        ("lau tak wah", "liu de hua"),
    ],
)
def test_fits_syllables_finds_common_characters(one, other):
    assert fits_syllables(one.split(), other.split())
    assert fits_syllables(other.split(), one.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wong mei ling", "wong mei lin"),
        ("chan tsz kit", "chan chi kit"),
        ("hui ching yu", "xu jing yi"),
        ("ho ka ling", "ho ka lin"),
        ("leung chun ying", "leung chun"),
    ],
)
def test_fits_syllables_keeps_other_sounds_apart(one, other):
    assert fits_syllables(one.split(), other.split()) is None


def test_splits_reads_syllables_written_together():
    assert ("zheng", "yu") in splits("zhengyu")
    assert splits("meiling")[0] == ("mei", "ling")
    assert splits("peter") == splits("ab") == ()


@pytest.mark.parametrize(("token", "text"), [("Méih", "meih"), ("Zing3", "zing"), ("Lǚ", "lv"), ("O'Neil", "oneil")])
def test_plain_takes_marks_off(token, text):
    assert plain(token) == text


def test_syllables_are_told_from_other_words():
    assert is_syllable("cheung")
    assert not is_syllable("peter")
    assert can_be_hong_kong(["wong", "mei", "ling"])
    assert not can_be_hong_kong(["huang", "mei", "ling"])
