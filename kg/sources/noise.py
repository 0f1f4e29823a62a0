"""Page noise: the lines that belong to a web page and not to any article on it.

Every test here looks at one line alone; fixed phrases stand in `furniture.txt`. A whole sentence is noise only when
it speaks to the reader about the site.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kg.sources.credits import is_caption
from kg.sources.identity import count_words, has_han


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.I)


_SECTIONS = _any(
    r"(?:more|other|latest|recent|top|related|recommended|trending|popular|further|selected|featured|suggested|similar"
    r"|must[- ]?read|today'?s)(?: \w+)? (?:articles?|stor(?:y|ies)|news|posts?|content|coverage|reading|topics?|links?"
    r"|reads?|headlines|picks|reports?)(?: for you| (?:from|on|in) .{2,40})?",
    r"you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| by .{2,20})?|related|recent|latest",
    r"(?:more|latest) (?:from|on|in|by|about) .{2,50}|most (?:read|popular|viewed|shared|commented)(?: .{2,20})?",
    r"trending(?: now)?|editor'?s'? (?:picks?|choice)|don'?t miss|what to read next|in other news|read next|up next",
    r"(?:from |around )+the web|in case you missed it|icymi|more to explore|keep reading|also on .{2,30}",
    r"(?:相關|相关|延伸|推薦|推荐|熱門|热门|最新|其他|更多|同類|精選|即時)"
    r"(?:文章|新聞|新闻|報道|報導|閱讀|阅读|消息|內容|故事|專題|帖文)",
    r"你可能(?:感興趣|也?喜歡|會喜歡|有興趣)(?:的(?:文章|內容|新聞))?|編輯(?:推介|推薦|精選)",
    r"最多人(?:閱讀|瀏覽)|猜你喜歡|更多相關",
)
_COMMENTS = _any(
    r"(?:\d+ )?(?:reader'?s'? |user )?comments?(?: section)?|(?:join|start) the (?:conversation|discussion)",
    r"leave a (?:comment|reply)|留言(?:區|板)?|評論(?:區)?|網民(?:留言|回應)|讀者(?:留言|回應)",
)
_MORE = _any(r"read (?:more|on|full|the full).*|full story|continue reading|more|learn more|閱讀(?:更多|全文)|繼續閱讀")
_BUTTONS = _any(
    r"(?:listen|watch|share|tweet|follow|subscribe|sign (?:up|in)|log ?in|register|print|download|get it on|get the"
    r"|join our|save) (?:to|this|on|us|with|via|now|for|in|our|the|app store|google|whatsapp|telegram|story|article"
    r"|@\w+)\b.{0,60}",
    r"explore what .{0,40} can do for you|try our .{0,40}|ask .{0,20} ai\b.{0,40}|powered by .{0,40}",
    r"(?:estimated )?reading time.{0,20}|\d+[- ]min(?:ute)?s?[- ](?:read|listen|watch)(?:ing)?",
    r"listen.{0,20}\(?\d+ ?min.{0,8}|.{0,40}\bcan search within past\b.{0,20}|click (?:to|here).{0,60}",
    r"[\d.,]+[km]? ?(?:shares?|views?|likes?|comments?|replies|reads?|retweets?|followers)",
    r"[\d.,]+ ?(?:次(?:瀏覽|閱讀|分享)|個?(?:讚|留言))|(?:temperature|humidity|氣溫|濕度).{0,30}",
    r"this article is more than .{1,20} old|before you go.{0,80}|no comments?\b.{0,30}|be the first to .{0,40}",
    r"(?:read|also read|read also|read more|see also|more|related|watch|listen|recommended|must read|in pictures"
    r"|相關新聞|相關文章|延伸閱讀|閱讀更多|另見) ?[:：>»] ?.{0,140}",
    r"(?:topics?|tags?|hashtags?|keywords?|filed under|categories|category|type of story"
    r"|標籤|關鍵字|分類) ?[:：].{0,160}",
    r"(?:email|contact|follow) (?:the )?(?:author|reporter|editor|writer|us).{0,60}",
    r".{0,30}\bis a (?:staff )?(?:reporter|correspondent)\b.{0,60}|.{0,40}\bto your inbox\b.{0,20}",
    r"\d{1,3} ?(?:/|of) ?\d{1,3}|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?",
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+",
    r"(?:分享|轉載|追蹤|關注|訂閱|下載|登入|列印)(?:至|到|給|我們|本文|此文|這篇)?.{0,20}",
)
_SIGNED = _any(
    r"(?:©|\(c\) (?=\d{4}|copyright)|copyright|版權所?有).{0,160}|.{0,80}\ball rights reserved\b.{0,40}",
    r".{0,40}(?:版權所有|不得轉載).{0,30}",
    r"(?:reporting|writing|additional reporting|editing|edited|compiled|translated) by .{2,120}",
    r"(?:by|written by|text by|文|撰文|記者)[:：]? ?(?-i:(?:[A-Z][\w.'’-]*|and|in|at|for|of|the|&)(?:,? |,?$)){1,9}",
)
_READER = _any(r"\b(?:you|your|yours)\b|您|你")
_SITE = _any(
    r"\b(?:cookies?|newsletters?|subscri(?:be|ber|ption)\w*|sign(?:ing)? (?:up|in)|log(?:ging)? in|privacy policy)\b",
    r"\b(?:terms of (?:use|service)|marketing emails?|ad[- ]?block\w*|unlimited access|free (?:trial|articles?))\b",
    r"\b(?:javascript|notifications|(?:your|our|this) (?:browser|site|website|app|inbox|email|journalism|video))\b",
    r"訂閱|電子報|本網站|瀏覽器|應用程式|私隱政策",
)
_PLEA = _any(
    r"(?:this|our|the) (?:site|website|page) uses cookies|\benable javascript\b|^本網站使用|^privacy notice\s?:",
    r"\bby continuing (?:to|you)\b.*\b(?:agree|accept)\b|\b(?:help us|support us|support press freedom)\b",
    r"\bbecome an? (?:patron|supporter|subscriber|member)\b|\byou are receiving this\b",
    r"\ban? (?:organi[sz]ation|outlet) we trust\b|\bjournalistic standards\b",
)
_QUOTED = _any(r"[\"“”「]|\b(?:said|says|told|added|according to)\b|表示|指出")
_SEPARATORS = ((r"\s*[|｜]\s*", 0), (r"\s+[>»›·•/]\s+", 0.3), (r"\s{2,}", 0.5))  # with the share of known items needed
_COUNTER = re.compile(r"[\s(（\[]*\d+[\d.,km]*[)）\]]*$", re.I)
_EDGE = re.compile(r"^[\W_]+|[^\w)）\]&+]+$")


def is_noise(line: str) -> bool:
    """Tell whether a line is furniture of the page."""
    line = line.strip()
    if not re.search(r"\w", line):
        return True
    return _is_phrase(line) or _is_furniture(line) or is_caption(line) or _addresses_reader(line)


def is_section(line: str) -> bool:
    """Tell whether a line is the heading of a list of other articles."""
    return bool(_SECTIONS.fullmatch(_core(line)))


def is_comments(line: str) -> bool:
    """Tell whether a line is the heading of the readers' comments."""
    return bool(_COMMENTS.fullmatch(_core(line)))


def is_read_more(line: str) -> bool:
    """Tell whether a line is the link from a summary to its whole story."""
    return bool(_MORE.fullmatch(_core(line)))


@cache
def _phrases() -> frozenset[str]:
    lines = (Path(__file__).parent / "furniture.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _is_phrase(line: str) -> bool:
    return _core(line) in _phrases()


def _core(line: str) -> str:
    """Return a line without case, counters, brackets and decoration: "Comments (2)" becomes "comments"."""
    if len(line) > 200:
        return line
    folded = re.sub(r"\s+", " ", line).strip().casefold().replace("’", "'")
    shorter = _COUNTER.sub("", folded)
    return _EDGE.sub("", shorter or folded).strip("()[]（） ")


def _is_furniture(line: str) -> bool:
    sentence = _is_sentence(line) and count_words(line) >= 12
    button = not sentence and _BUTTONS.fullmatch(line.rstrip(" :：.!…→>»"))
    return bool(button or _SIGNED.fullmatch(line)) or _is_menu(line) or _is_tag_list(line)


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "。")) and not line.endswith("..")


def _is_menu(line: str) -> bool:
    """Tell a row of links: short items with separators, wide gaps or brackets between them and no sentence."""
    if len(line) > 240 or _is_sentence(line):
        return False
    if re.fullmatch(r"(?:\[[^\]]{1,30}\]\s*){2,}", line):
        return True
    for separator, least in _SEPARATORS:
        items = [item for item in re.split(separator, line) if item]
        if len(items) >= 2 and all(count_words(item) <= 6 for item in items):
            known = sum(_is_phrase(item) or bool(_BUTTONS.fullmatch(item)) for item in items)
            return known >= least * len(items)
    return False


def _is_tag_list(line: str) -> bool:
    words = line.split()
    return sum(word.startswith(("#", "＃")) for word in words) > len(words) / 2


def _addresses_reader(line: str) -> bool:
    """Tell a sentence about cookies, subscriptions and the like; reports and quotations are left alone."""
    if len(line) > 400 or count_words(line) > 60 or _QUOTED.search(line):
        return False
    pleads = _PLEA.search(line) or (_READER.search(line) and _SITE.search(line))
    return bool(pleads) and not (has_han(line) and count_words(line) > 30)
