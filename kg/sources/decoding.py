"""Bytes become clean text: the encoding is found, and what nobody can see is removed.

Everything happens here that would move characters, so that offsets into the text of an article stay true.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

import charset_normalizer

from kg.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = ["big5hkscs", "gb18030", "cp1252", "shift_jis", "euc_kr"]  # what pages read in Hong Kong are written in
_WIDER = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs", "gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}
_MAGIC = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x7fELF": "a program",
}
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co"})


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    """Return the clean text of some bytes; raise SourceError where they are no text."""
    _refuse_binary(data, name)
    text = clean(_to_text(data, name, declared))
    if not any(character.isalnum() for character in text):
        raise SourceError(f"{name}: there is no readable text in it; give it some sentences")
    return text


def clean(text: str) -> str:
    """Compose accents, give every line the same end and every gap a plain blank, and remove invisible characters."""
    text = unicodedata.normalize("NFC", text)
    text = _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text))
    text = "".join(c for c in text if c == "\n" or _is_visible(c))
    return re.sub(r" +$", "", text, flags=re.M).strip("\n")


def _is_visible(character: str) -> bool:
    """Unassigned characters stay: they may be newer than the tables of this Python."""
    if character.isascii():
        return " " <= character <= "~"
    return unicodedata.category(character) not in _INVISIBLE


def _refuse_binary(data: bytes, name: str) -> None:
    for start, kind in _MAGIC.items():
        if data.startswith(start):
            raise SourceError(f"{name} is {kind}, not text; save it as plain text or as a web page")
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return
    sample = data[:65536]
    if len(_CONTROLS.findall(sample)) > max(1, len(sample) // 50):
        raise SourceError(f"{name} looks like a binary file, not text; save it as plain text or as a web page")


def _to_text(data: bytes, name: str, declared: str | None) -> str:
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data.decode(marked, errors="replace")
    for encoding in ("utf-8", _WIDER.get((declared or "").casefold(), declared)):
        decoded = _try_decode(data, encoding)
        if decoded is not None:
            return decoded
    return _guess(data, name)


def _try_decode(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(data: bytes, name: str) -> str:
    """Take the likeliest encoding; UTF-8 with a few broken bytes is still read as UTF-8."""
    lenient = data.decode("utf-8", errors="replace")
    if lenient.count("\ufffd") * 200 <= len(lenient):
        return lenient.replace("\ufffd", "")
    best = charset_normalizer.from_bytes(data, cp_isolation=_LIKELY).best()
    if best is None:
        raise SourceError(f"{name}: the encoding of the text cannot be told; save it as UTF-8")
    return str(best)
