import json
import shutil

import numpy as np
import pytest

from kg.errors import ModelError
from kg.extract.encoder.labels import TYPES
from kg.extract.encoder.reader import SHIPPED, Encoder
from kg.extract.extractor import build_extractor
from kg.gazetteer import load_gazetteer
from kg.model import Article


@pytest.fixture(scope="module")
def encoder():
    return Encoder()


@pytest.fixture(scope="module")
def read(encoder):
    extractor = build_extractor(load_gazetteer(), encoder=encoder)
    return lambda text: extractor.read(Article(id="x", title="", text=text))._.reading


def test_reading_has_a_vector_per_piece_and_labels_per_word(read):
    reading = read("Mary Lam joined Orchid Robotics Limited in Sha Tin.")
    assert len(reading.vectors) == sum(len(ids) for ids, _ in reading.pieces.chunks)
    assert reading.labels.shape == (len(reading.pieces.starts), 1 + 2 * len(TYPES))
    assert reading.labels.sum(1) == pytest.approx(1, abs=1e-3)


def test_reading_takes_a_company_for_a_company(read):
    reading = read("Orchid Robotics Limited, a start-up from Sha Tin, raised HK$30 million.")
    likely = reading.labels[0, 1::2].argmax()
    assert TYPES[likely] == "Company"


def test_reading_of_a_chunk_does_not_depend_on_the_rest(read):
    sentence = "Orchid Robotics Limited opened a laboratory in Sha Tin. "
    short, long = read(sentence), read(sentence + "\n" + "x " * 1000)
    assert len(long.vectors) > len(short.vectors)
    assert np.array_equal(short.vectors, long.vectors[: len(short.vectors)])


def test_reading_means_are_means(read):
    reading = read("Orchid Robotics Limited opened a laboratory.")
    assert reading.mean(np.array([[1, 4]]))[0] == pytest.approx(reading.vectors[1:4].mean(0), abs=1e-4)


def test_encoder_of_other_relations_is_refused(tmp_path):
    shutil.copytree(SHIPPED, tmp_path / "weights")
    settings = json.loads((tmp_path / "weights" / "model.json").read_text())
    (tmp_path / "weights" / "model.json").write_text(json.dumps(settings | {"outputs": ["loves"]}))
    with pytest.raises(ModelError, match="other relations"):
        Encoder(tmp_path / "weights")


def test_encoder_without_files_says_where_they_should_be(tmp_path):
    with pytest.raises(ModelError, match=str(tmp_path)):
        Encoder(tmp_path)
