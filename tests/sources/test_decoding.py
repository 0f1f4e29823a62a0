import pytest

from kg.errors import SourceError
from kg.sources.decoding import clean, decode

CHINESE = "數碼港人工智能超算中心已有超過九成算力被使用。政府昨日宣布撥款三十億元。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "big5", "big5hkscs", "gb18030"])
def test_decode_finds_the_encoding_of_chinese_text(encoding):
    assert decode(CHINESE.encode(encoding), "a.txt") == CHINESE


def test_decode_reads_western_text_of_windows():
    text = "The café’s “data centre” – £3 million for crème brûlée"
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    ("encoding", "declared"), [("big5hkscs", "Big5"), ("gb18030", "gb2312"), ("cp1252", "iso-8859-1")]
)
def test_decode_believes_what_a_page_declares(encoding, declared):
    text = "Café" if encoding == "cp1252" else "北角"
    assert decode(text.encode(encoding), "a.html", declared=declared) == text


def test_decode_does_not_stumble_over_a_wrong_declaration():
    assert decode(CHINESE.encode(), "a.html", declared="no-such-charset") == CHINESE
    assert decode(CHINESE.encode(), "a.html", declared="big5") == CHINESE


def test_decode_reads_utf8_with_a_broken_byte_as_utf8():
    data = ("A long text about slopes. " * 20).encode() + b"\xc3" + "數碼港".encode()
    assert decode(data, "a.txt").endswith("slopes. 數碼港")


@pytest.mark.parametrize(
    "start", [b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n", b"GIF89a", b"\x1f\x8b\x08", b"\xff\xd8\xff\xe0"]
)
def test_decode_refuses_known_binary_formats(start):
    with pytest.raises(SourceError, match=r"a\.bin is .*, not text; save it as plain text"):
        decode(start + b"text " * 100, "a.bin")


def test_decode_refuses_other_binary_files():
    with pytest.raises(SourceError, match="looks like a binary file"):
        decode(bytes(range(256)) * 4, "a.bin")


def test_decode_refuses_text_without_a_letter():
    with pytest.raises(SourceError, match="no readable text"):
        decode(b"--- *** ---", "a.txt")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\x85d\u2028e\x0bf\x0cg", "a\nb\nc\nd\ne\nf\ng"),
        ("HK$3\u00a0billion\tand\u3000more", "HK$3 billion and more"),
        ("a\x00b\x07c\x1bd\x7fe", "abcde"),
        ("soft\u00adhyphen\u200bzero\ufeffwidth\u202e", "softhyphenzerowidth"),
        ("icon \uf09a here", "icon  here"),
        ("Cafe\u0301", "Café"),
        ("end  \nnext \n\n", "end\nnext"),
        ("  kept", "  kept"),
        ("a\x1cb", "a\nb"),
        ("𠮷 and 🚀", "𠮷 and 🚀"),
    ],
)
def test_clean_makes_text_uniform(raw, text):
    assert clean(raw) == text
