"""Makes the table of Chinese characters that names are compared with, from the Unihan database of Unicode.

    python benchmarks/make_han_table.py FOLDER > kg/resolve/names/tables/han.tsv

FOLDER holds Unihan_Readings.txt, Unihan_Variants.txt and Unihan_DictionaryLikeData.txt (in Unihan.zip on unicode.org;
Debian packs them in `unicode-data`), and TSCharacters.txt of OpenCC for what Unihan does not call simplified.

A line of the result has a character, the character it is folded to, its Cantonese syllables in Jyutping, its Mandarin
syllables in Pinyin, and `1` where the character is one of those in everyday use in Hong Kong.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

Fields = dict[str, dict[str, str]]
SAME_IN_HONG_KONG = dict(
    zip(
        "峯啓裏裡綫羣滙恒温説黄邨衞户床秘厨鷄痴葯粤鈎濶衆脚却唇綉麪爲汚煙粧淸靑吿鋭悅郞嫺廸",
        "峰啟里里線群匯恆溫說黃村衛戶牀祕廚雞癡藥粵鉤闊眾腳卻脣繡麵為污烟妝清青告銳悦郎嫻迪",
        strict=True,
    )
)


def read_fields(folder: Path) -> Fields:
    """Return field -> character -> value."""
    fields: Fields = defaultdict(dict)
    for name in ("Readings", "Variants", "DictionaryLikeData"):
        for line in (folder / f"Unihan_{name}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("U+"):
                code, field, value = line.split("\t", 2)
                fields[field][chr(int(code[2:], 16))] = value
    for line in (folder / "TSCharacters.txt").read_text(encoding="utf-8").splitlines():
        character, _, simplified = line.partition("\t")
        fields["OpenCC"][character] = f"U+{ord(simplified[0]):04X}"
    return fields


def fold(character: str, fields: Fields) -> str:
    """Return the one form of a character: its simplified form or a variant, the smallest if they turn in a circle."""
    seen = {character}
    while True:
        step = SAME_IN_HONG_KONG.get(character) or _variant(character, fields)
        if not step or step in seen:
            return min(seen) if step else character
        seen.add(step)
        character = step


def _variant(character: str, fields: Fields) -> str | None:
    for field in ("kSimplifiedVariant", "OpenCC", "kZVariant"):
        found = [chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]+)", fields[field].get(character, ""))]
        if found and character not in found and (field != "kZVariant" or found[0] < character):
            return min(found)
    return None


def mandarin(character: str, fields: Fields) -> list[str]:
    """Return the syllables of a character without tones, the customary ones first."""
    values = [fields[field].get(character, "") for field in ("kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983")]
    found = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", re.sub(r"[\d.*,()]+:?", " ", " ".join(values))))
    return list(dict.fromkeys(_plain(syllable) for syllable in found))


def _plain(syllable: str) -> str:
    decomposed = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    text = "".join(c for c in decomposed if not unicodedata.combining(c) or c == "\u0308")
    return text.replace("u\u0308", "v")


def main(folder: Path) -> None:
    """Print the table."""
    fields = read_fields(folder)
    characters = {c for c, v in fields["kUnihanCore2020"].items() if set(v) & set("GHMT")} | set(SAME_IN_HONG_KONG)
    for character in sorted(characters):
        cantonese = re.findall(r"[a-z]+(?=\d)", fields["kCantonese"].get(character, ""))
        syllables = mandarin(character, fields)
        folded = fold(character, fields)
        if cantonese or syllables or folded != character:
            common = "1" if character in fields["kHKGlyph"] else ""
            cells = (character, folded, ",".join(dict.fromkeys(cantonese)), ",".join(syllables), common)
            sys.stdout.write("\t".join(cells).rstrip("\t") + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
