"""Chinese names in English texts, typed by their last characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.candidates import Candidate

_NAME = re.compile(r"[\u3400-\u9fff]{1,12}(?:[（(][\u3400-\u9fff]{1,6}[）)])?[\u3400-\u9fff]{1,14}")
_HEADS = (
    (
        "Company",
        "公司|集團|集团|控股|銀行|银行|科技|資本|资本|證券|证券|保險|保险|投資|投资|創投|创投|電訊|电讯|電力|地產|地产|置業|實業|实业|"
        "生物|醫藥|医药|製藥|制药|電子|电子|半導體|半导体|航空|物流|網絡|网络|軟件|软件|機械人|机器人|能源|國際|国际|巴士|電視|传媒|傳媒|"
        "鐵路|铁路|汽車|汽车|交易所|智能",
    ),
    ("University", "大學|大学|學院|学院"),
    ("ResearchInstitute", "研究院|研究所|實驗室|实验室|研發中心|研发中心|研發院|科學院|科学院"),
    ("GovernmentBody", "局|署|處|部|委員會|委员会|辦公室|政府|法院"),
    ("Programme", "計劃|计划|基金"),
    ("Policy", "條例|施政報告|預算案|藍圖|法"),
    ("Organization", "協會|协会|學會|学会|商會|商会|醫院|医院|聯盟|联盟|總會|基金會|聯會"),
    ("Facility", "中心|園|科學園|大樓"),
)


def find_chinese(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield the Chinese names in `text[start:end]` whose last characters tell their type."""
    for match in _NAME.finditer(text, start, end):
        name = match.group()
        kind = next((kind for kind, heads in _HEADS if re.search(f"(?:{heads})$", name)), None)
        if kind and len(name) >= 4:
            yield Candidate(match.start(), match.end(), kind, "chinese", 2.4)
