"""The pipeline as a whole: what it returns, and that odd or long texts do it no harm."""

from __future__ import annotations

import time
from datetime import date
from itertools import product

import pytest
from spacy.tokens import Doc

from kg.extract.extractor import Extractor, build_extractor
from kg.gazetteer import Gazetteer
from kg.model import Article, Entity

STARTS = "Aber Bran Cald Dorn Elder Fenn Garth Holt Inver Kirk".split()
ENDS = "ton wick dale mere stead worth ford ham ley by".split()
TRADES = (
    "Robotics Compute Kites Energy Media Foods Steel Glass Paper Optics Motors Yachts Toys Lamps Bikes Boats Maps "
    "Drums Bells Clocks"
).split()
FIRMS = tuple(f"{start}{end} {trade} Limited" for start, end, trade in product(STARTS, ENDS, TRADES))
PERSONS = tuple(
    f"{given}{family} {first}-{second}"
    for given, family, first, second in product(
        ("", "Peter "),
        "Chan Lau Kwok Wong Ho Lam Ng Yip Tam Fung".split(),
        "Siu Oi Wai Ka Chi Mei Hoi Tsz Yuk Wing".split(),
        "fan ling yee yan man kit ming sum ha keung".split(),
    )
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(Gazetteer((Entity("kites", "Company", "Kite Robotics"),)))


def article(text: str, lang: str = "en") -> Article:
    return Article(id="a", title="", text=text, lang=lang, published=date(2025, 7, 5))


def test_extraction_holds_the_mentions_in_order(extractor: Extractor) -> None:
    told = article("Kite Robotics met Peter Kwok. The company grew. Pearl Bay University watched.")
    extraction = extractor.extract(told)
    mentions = [(m.text, m.type, m.named) for m in extraction.mentions]
    assert mentions == [
        ("Kite Robotics", "Company", True),
        ("Peter Kwok", "Person", True),
        ("The company", "Company", False),
        ("Pearl Bay University", "University", True),
    ]
    assert extraction.article is told
    assert extraction.claims == ()


def test_mention_stands_where_its_words_stand(extractor: Extractor) -> None:
    told = article("😀 Kite Robotics met\n\nMr Kwok’s “Pearl Bay University” (PBU) in Hong Kong. It grew 3%.")
    mentions = extractor.extract(told).mentions
    assert len(mentions) > 4
    assert all(told.text[m.span.start : m.span.end] == m.text for m in mentions)


def test_mentions_of_one_entity_share_a_chain(extractor: Extractor) -> None:
    mentions = extractor.extract(article("Kite Robotics met Peter Kwok. The company grew.")).mentions
    assert mentions[0].chain == mentions[2].chain != mentions[1].chain


def test_reading_twice_gives_the_same(extractor: Extractor) -> None:
    told = article("Kite Robotics met Peter Kwok. Mr Kwok smiled. It grew.")
    assert extractor.extract(told) == extractor.extract(told)


def test_further_steps_run_last() -> None:
    seen: list[int] = []

    def count(doc: Doc) -> Doc:
        seen.append(len(doc.spans["mentions"]))
        return doc

    build_extractor(Gazetteer(()), (count,)).read(article("Peter Kwok met Lantern Compute Limited."))
    assert seen == [2]


@pytest.mark.parametrize("lang", ["zh-Hant", "zh-Hans", "fr"])
def test_text_that_is_not_english_gives_nothing(extractor: Extractor, lang: str) -> None:
    extraction = extractor.extract(article("燈籠運算有限公司昨日公布 Kite Robotics 的計劃。", lang))
    assert (extraction.mentions, extraction.claims) == ((), ())


@pytest.mark.parametrize("lang", ["en", "en-GB"])
def test_any_english_is_read(extractor: Extractor, lang: str) -> None:
    assert len(extractor.extract(article("Kite Robotics grew.", lang)).mentions) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "\t",
        ".",
        "…",
        "😀🚀",
        "\x00\x07\x1b",
        "(((",
        "))) (",
        "”“",
        "'s",
        "-",
        "\u200b\ufeff",
        "1 2 3",
    ],
)
def test_text_without_words_gives_no_mentions(extractor: Extractor, text: str) -> None:
    assert extractor.extract(article(text)).mentions == ()


@pytest.mark.parametrize(
    "text",
    [
        "😀 Lantern Compute Limited 😀 grew 🚀.",
        "\x07 Lantern Compute Limited grew.",
        "Lantern Compute Limited grew.\r\nNobody\tcame.",
        "\u3000Lantern Compute Limited\u3000grew.",
        "Prices (rose. Lantern Compute Limited grew.",
    ],
)
def test_odd_characters_do_not_hide_a_name(extractor: Extractor, text: str) -> None:
    assert [m.text for m in extractor.extract(article(text)).mentions] == ["Lantern Compute Limited"]


@pytest.mark.parametrize(
    ("names", "gap"),
    [(FIRMS, ", "), (FIRMS, " and "), (FIRMS, "\n"), (FIRMS, " grew. "), (PERSONS, ", "), (PERSONS, ". ")],
)
def test_time_grows_with_the_number_of_names(extractor: Extractor, names: tuple[str, ...], gap: str) -> None:
    taken = []
    for number in (1000, 2000):
        text = gap.join(names[:number]) + "."
        begun = time.process_time()
        doc = extractor.read(article(text))
        taken.append(time.process_time() - begun)
        assert len(doc.spans["mentions"]) > 0.9 * number
    assert taken[1] < 4 * taken[0]


@pytest.mark.parametrize("piece", ["Lantern ", "the Bureau of ", "Lantern (", "Mr ", "Secretary for ", "it "])
def test_endless_repetition_is_read(extractor: Extractor, piece: str) -> None:
    begun = time.process_time()
    extractor.read(article(piece * 2000))
    assert time.process_time() - begun < 20
