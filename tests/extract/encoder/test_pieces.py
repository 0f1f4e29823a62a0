import numpy as np
import pytest

from kg.extract.encoder.labels import PLACES, SHAPES
from kg.extract.encoder.pieces import LIMIT, cut_pieces, load_tokenizer
from kg.extract.encoder.reader import SHIPPED


@pytest.fixture(scope="module")
def tokenizer():
    return load_tokenizer(SHIPPED / "tokenizer.json")


def test_pieces_cover_every_word_once(tokenizer):
    text = "Cyberport's AISC opened. 超算中心 too, (HK$3bn)!"
    pieces = cut_pieces(text, [(0, 24), (25, len(text))], tokenizer)
    words = [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    assert words[:5] == ["Cyberport", "'", "s", "AISC", "opened"]
    assert words[6:10] == list("超算中心")
    assert pieces.sentence.tolist()[:6] == [0] * 6
    assert set(pieces.sentence.tolist()[6:]) == {1}
    assert (pieces.last > pieces.first).all()


def test_pieces_of_words_point_into_the_chunks(tokenizer):
    text = "The scheme opened. " * 120
    pieces = cut_pieces(text, [(n * 19, n * 19 + 18) for n in range(120)], tokenizer)
    flat = np.concatenate([ids for ids, _ in pieces.chunks])
    opened = tokenizer.encode("opened", add_special_tokens=False).ids[0]
    assert len(pieces.chunks) > 1
    assert all(len(ids) <= LIMIT for ids, _ in pieces.chunks)
    assert (flat[pieces.first[2::4]] == opened).all()


def test_pieces_of_a_sentence_stay_in_one_chunk_where_it_fits(tokenizer):
    text = "word " * 200 + "\n" + "next " * 100
    pieces = cut_pieces(text, [(0, 1000), (1001, len(text))], tokenizer)
    assert [len(ids) for ids, _ in pieces.chunks] == [202, 102]


def test_pieces_of_an_endless_sentence_are_cut(tokenizer):
    text = "word " * 1000
    assert max(len(ids) for ids, _ in cut_pieces(text, [(0, len(text))], tokenizer).chunks) == LIMIT


@pytest.mark.parametrize("text", ["", " ", "\u200b\u200b", "\x07 \x07", "🙂🙂", "Ω" * 5000])
def test_pieces_take_any_text(text, tokenizer):
    pieces = cut_pieces(text, [(0, len(text))] if text else [], tokenizer)
    assert len(pieces.starts) == len(pieces.first) == len(pieces.last)
    assert (pieces.last > pieces.first).all()


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("the", "lower"),
        ("Fund", "title"),
        ("AISC", "upper"),
        ("HKChat", "mixed"),
        ("2024", "digits"),
        ("數", "han"),
        ("A", "capital"),
        ("$", "other"),
    ],
)
def test_pieces_carry_the_shape_of_their_word(word, shape, tokenizer):
    features = cut_pieces(word, [(0, len(word))], tokenizer).chunks[0][1]
    assert features[1] // len(PLACES) == SHAPES.index(shape)


def test_pieces_know_where_lines_and_sentences_start(tokenizer):
    text = "One.\nTwo. Three four."
    features = cut_pieces(text, [(0, 4), (5, 9), (10, len(text))], tokenizer).chunks[0][1]
    pieces = cut_pieces(text, [(0, 4), (5, 9), (10, len(text))], tokenizer)
    places = [PLACES[features[first] % len(PLACES)] for first in pieces.first]
    assert places == ["line start", "inside", "line start", "inside", "sentence start", "inside", "inside"]


def test_pieces_find_the_words_of_a_stretch(tokenizer):
    text = "The AI Supercomputing Centre opened"
    pieces = cut_pieces(text, [(0, len(text))], tokenizer)
    assert pieces.words(4, 28) == (1, 4)
    assert pieces.words(5, 6) == (1, 2)
