"""Chinese names in English texts, typed by their last characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.candidates import Candidate

_NAME = re.compile(r"[\u3400-\u9fff]{1,12}(?:[（(][\u3400-\u9fff]{1,6}[）)])?[\u3400-\u9fff]{1,14}")
_HEADS = (
    ("Company", "公司|集團|集团|控股|銀行|科技|資本"),
    ("University", "大學|大学|學院"),
    ("ResearchInstitute", "研究院|研究所|實驗室|研發中心"),
    ("GovernmentBody", "局|署|處|部|委員會|委员会|辦公室|政府|法院"),
    ("Programme", "計劃|计划|基金"),
    ("Policy", "條例|施政報告|預算案|藍圖|法"),
    ("Organization", "協會|學會|商會|醫院|聯盟"),
    ("Facility", "中心|園|科學園|大樓"),
)


def find_chinese(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield the Chinese names in `text[start:end]` whose last characters tell their type."""
    for match in _NAME.finditer(text, start, end):
        name = match.group()
        kind = next((kind for kind, heads in _HEADS if re.search(f"(?:{heads})$", name)), None)
        if kind and len(name) >= 4:
            yield Candidate(match.start(), match.end(), kind, "chinese", 2.4)
