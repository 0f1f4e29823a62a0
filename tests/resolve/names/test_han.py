import pytest

from kg.resolve.names.han import cantonese, common_characters, fold, han_part, is_han, mandarin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("黃美玲", "黄美玲"),
        ("衞生署", "卫生署"),
        ("衛", "衞"),
        ("李麗峯", "李丽峰"),
        ("恒", "恆"),
        ("樑", "梁"),
        ("廸", "迪"),
    ],
)
def test_fold_writes_forms_of_one_character_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("家", "嘉"), ("玲", "寧"), ("張", "章"), ("子", "志"), ("ABC", "abc")])
def test_fold_keeps_other_characters_apart(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("character", "sounds"), [("許", {"heoi"}), ("许", {"heoi"}), ("茂", {"mau", "mou"})])
def test_cantonese_reads_either_form_and_name_readings(character, sounds):
    assert cantonese(character) == sounds


@pytest.mark.parametrize(("character", "sounds"), [("正", {"zheng"}), ("曾", {"ceng", "zeng"}), ("呂", {"lv"})])
def test_mandarin_reads_without_tones(character, sounds):
    assert mandarin(character) == sounds


def test_common_characters_are_those_in_use():
    found = {character for character, _ in common_characters()}
    assert 4_500 < len(found) < 5_200
    assert {"港", "陳", "玲"} <= found


def test_han_part_leaves_latin_letters_out():
    assert han_part("Chris 許正宇 (GBS)") == "許正宇"
    assert is_han("許")
    assert not is_han("H")
