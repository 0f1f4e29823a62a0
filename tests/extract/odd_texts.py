"""Texts as nobody would write them: shapes that grow without an end, characters at random, and mutated articles.

`SHAPES` maps the name of a shape to a function from a length to a text of about that many characters, for measuring
how the time grows. `odd_texts` yields the texts of the fuzz loop, the same ones for the same seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

STARTS = "Aber Bran Cald Dorn Elder Fenn Garth Holt Inver Kirk Lorn Mor Nar Ost Pen Quar Ros Strath Tor Ulver".split()
ENDS = "ton wick dale mere stead worth ford ham ley by combe den fold gate hurst".split()
HEADS = "Robotics Limited,Fund,Bureau,University,Data Centre,Ordinance,Research Institute,Council,Park,Scheme".split(
    ","
)
FAMILIES = "Chan Lau Kwok Wong Ho Lam Ng Yip Tam Fung".split()
VALUES = ("HK$3.5 billion", "US$20m", "45%", "1,300 racks", "12 MW", "20 projects")
CHINESE = "香港數碼港管理有限公司宣布人工智能超算中心將於十二月啟用，獲撥款三十億元。「創新科技」（ITC）"
EMOJI = "😀🚀👩‍🔬🇭🇰👍🏽✨🏙️1️⃣"
CONTROLS = "\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x85\u200b\u200d\u2028\u2029\ufeff\ufffe\ufffd"
RIGHT_TO_LEFT = "مركز الحوسبة في هونغ كونغ \u202eשלום\u202c \u2067בנק\u2069 "
MARKS = ".,;:!?…\"'“”‘’()[]{}<>«»‹›|/\\-–—_*#&%$€£@+=~^`"
PHRASES = (
    "said that", "will open", "has yet to approve", "denied that", "under the", "Secretary for", "(AISC)", "of", "and",
    "which runs", "is in charge of", "Mr", "Professor", "the company", "it", "the centre", "’s", "respectively",
    "according to", "people familiar with the matter", "was appointed", "chief executive of", "in Hong Kong", "at",
    "from", "to", "between", "by the end of", "more than", "by 2027", "\n\n", "\n", "\n- ", ". ", ", ", "“", "”", ": ",
)  # fmt: skip

Shape = Callable[[int], str]


def _names(number: int) -> list[str]:
    """Return different invented names, kinds of things mixed."""
    firsts = [start + end for end in ENDS for start in STARTS]
    return [
        f"{firsts[i % len(firsts)]} {firsts[i // len(firsts) % len(firsts)]} {HEADS[i % len(HEADS)]}"
        for i in range(number)
    ]


def _row(pieces: Sequence[str], gap: str = "") -> Shape:
    """Return a shape that repeats pieces."""

    def build(length: int) -> str:
        whole = gap.join(pieces) + gap
        return (whole * (length // max(1, len(whole)) + 1))[:length]

    return build


def _names_in_a_row(gap: str) -> Shape:
    return lambda length: gap.join(_names(length // (24 + len(gap)) + 1))[:length] + "."


def _persons(number: int) -> list[str]:
    """Return different invented names of people."""
    syllables = "Siu Oi Wai Ka Chi Mei Hoi Tsz Yuk Wing Lok Man Sum Yan Kit Fai".split()
    count = len(syllables)
    return [
        f"{FAMILIES[i % 10]} {syllables[i // 10 % count]}-{syllables[i // 10 // count % count].lower()}"
        for i in range(number)
    ]


def _filled(template: str) -> Shape:
    """Return a shape that repeats a sentence with other names each time."""

    def build(length: int) -> str:
        number = length // len(template) + 1
        names, persons = _names(number + 7), _persons(number + 7)
        return "".join(
            template.format(names[i], persons[i], other=names[i + 7], friend=persons[i + 7]) for i in range(number)
        )[:length]

    return build


def _nested(length: int) -> str:
    return "(a [Fund " * (length // 18) + "])" * (length // 18)


SHAPES: dict[str, Shape] = {
    "one sentence": _row(["the centre that Harbour Robotics Limited runs and the fund which Mr Chan leads met"], " "),
    "plain prose": _row(["Harbour Robotics Limited opened an office on 5 May 2025. It got HK$5 million."], " "),
    "facts": _filled("The {0} opened the {other} in Sha Tin on 5 May 2025 with HK$5 million from the fund. It grew. "),
    "holders": _filled("{1}, the chief executive of the {0}, met Mr {friend}, chairman of the {other}. He smiled. "),
    "surnames": _filled("{1} met {friend}. Mr Chan smiled. "),
    "short forms": _filled("The {0} (ABC) met ABC and the {other} (XYZ). "),
    "speech": _filled("“The {0} will fund the {other},” said {1}, who denied that {friend} had left. "),
    "punctuation": _row(list(MARKS)),
    "punctuation apart": _row(list(MARKS), " "),
    "full stops": _row(["."]),
    "emoji": _row([EMOJI]),
    "Chinese": _row([CHINESE]),
    "Chinese and English": _row(["香港 Harbour Robotics Limited（港灣機械人）於 Sha Tin 開設，獲 HK$3 million。 It "]),
    "control characters": _row([*CONTROLS, "Fund "]),
    "right to left": _row([RIGHT_TO_LEFT, "Harbour Fund "]),
    "names and commas": _names_in_a_row(", "),
    "names and blanks": _names_in_a_row(" "),
    "names and ands": _names_in_a_row(" and "),
    "names of": _names_in_a_row(" of the "),
    "names in lines": _names_in_a_row("\n"),
    "values and commas": _row([*VALUES, "June 2025"], ", "),
    "values and blanks": _row([*VALUES, "9 May"], " "),
    "digits": _row(["1234567890"]),
    "numbers": _row(["1,234.5"], " "),
    "number words": _row(["twenty three hundred million"], " "),
    "nested brackets": _nested,
    "open brackets": _row(["Harbour Fund (HF) ("], " "),
    "open quotes": _row(["“Harbour Fund said "]),
    "quotes": _row(["“It runs,” Mr Chan said. "]),
    "lines": _row(["\n"]),
    "blanks": _row([" "]),
    "tabs and lines": _row([" \t\r\n\u3000"]),
    "one word": _row(["a"]),
    "one capitalised word": _row(["Aa"]),
    "hyphens": _row(["state-", "of-", "the-"]),
    "capitals": _row(["HARBOUR ROBOTICS FUND"], " "),
    "title case": _row(["Harbour Robotics Fund Opens New Park In Sha Tin"], "\n"),
    "acronyms": _row(["Harbour Robotics Fund (HRF)", "Sha Tin Park (STP)"], " "),
    "titles": _row(["Secretary for Innovation, Technology and Industry", "Professor"], " "),
    "pronouns": _row(["it", "he", "the company", "they", "the scheme", "its"], " "),
    "possessives": _row(["Harbour Robotics’s"], " "),
    "verbs": _row(["opened", "will fund", "denied", "was not approved by", "and"], " "),
    "dates": _row(["from 1 May to 3 June 2025"], " "),
    "bullets": _row(["- Harbour Robotics: HK$3 million"], "\n"),
    "abbreviations": _row(["Mr. A. B. Chan of U.S. Co. Ltd. and Dr. C."], " "),
    "addresses": _row(["https://www.example.org/a/b?c=d&e=f#g,name@example.org;"]),
}  # fmt: skip


def odd_texts(number: int, seed: int, articles: Sequence[str], *, length: int = 400) -> Iterator[str]:
    """Yield the texts of a fuzz loop: of each ten, six are mutated articles, three word salads, one is a shape."""
    chance = random.Random(seed)
    shapes = list(SHAPES.values())
    for count in range(number):
        kind = count % 10
        if kind < 6 and articles:
            yield _mutated(chance.choice(articles), chance, length)
        elif kind < 9:
            yield _salad(chance, chance.randrange(length))
        else:
            yield chance.choice(shapes)(chance.randrange(length)) + _salad(chance, chance.randrange(60))


def _salad(chance: random.Random, length: int) -> str:
    """Return names, values, telling phrases and odd characters in any order."""
    pieces: list[str] = []
    while sum(map(len, pieces)) < length:
        pieces.append(chance.choice(_INGREDIENTS)(chance))
        pieces.append(chance.choice((" ", " ", " ", "", ", ")))
    return "".join(pieces)


_INGREDIENTS: tuple[Callable[[random.Random], str], ...] = (
    lambda chance: chance.choice(_names(300)),
    lambda chance: chance.choice(PHRASES),
    lambda chance: chance.choice(PHRASES),
    lambda chance: chance.choice(PHRASES),
    lambda chance: chance.choice((*VALUES, "June 2025", "9 May")),
    lambda chance: chance.choice(MARKS + EMOJI + CONTROLS + CHINESE),
    lambda chance: chr(chance.choice((chance.randrange(0x20, 0x250), chance.randrange(0x3000, 0xD7FF)))),
)


def _mutated(text: str, chance: random.Random, length: int) -> str:
    """Return a piece of an article, changed one to four times."""
    start = chance.randrange(max(1, len(text) - length))
    piece = text[start : start + chance.randrange(1, length)]
    for _ in range(chance.randrange(1, 5)):
        piece = chance.choice(_MUTATIONS)(piece, chance)
    return piece


def _cut(text: str, chance: random.Random) -> str:
    a, b = sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)))
    return text[:a] + text[b:]


def _double(text: str, chance: random.Random) -> str:
    a, b = sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)))
    return text[:b] + text[a:b] * chance.choice((1, 1, 2)) + text[b:]


def _shuffle_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _shuffle_sentences(text: str, chance: random.Random) -> str:
    sentences = text.split(". ")
    chance.shuffle(sentences)
    return ". ".join(sentences)


def _flip(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(min(len(letters), chance.randrange(1, 9))):
        letters[chance.randrange(len(letters))] = chance.choice(MARKS + EMOJI + CONTROLS + CHINESE + "aZ0 \n")
    return "".join(letters)


def _recase(text: str, chance: random.Random) -> str:
    return chance.choice((text.upper, text.lower, text.title, text.swapcase))()


def _respace(text: str, chance: random.Random) -> str:
    return text.replace(" ", chance.choice(("  ", "\n", "\u00a0", "", "\u3000", "\t")))


def _drop_marks(text: str, chance: random.Random) -> str:
    return text.replace(chance.choice(".,()\n’“"), chance.choice(("", " ", ",")))


_MUTATIONS = (_cut, _double, _shuffle_words, _shuffle_sentences, _flip, _recase, _respace, _drop_marks)
