"""Where a paragraph goes on in the next line, for formats that break lines inside paragraphs (<br>, PDF)."""

from __future__ import annotations

import re

# Beginnings of a new paragraph: numbering, a label, a date alone, a bullet, an attachment.
NUMBERED = re.compile(
    r"[\s　]*(?:第[一二三四五六七八九十百零〇\d]+[章节条编]|[（(〔\[][一二三四五六七八九十百\d１-９０]{1,4}[)）〕\]]|"
    r"[一二三四五六七八九十百]{1,4}[、.．]|[\d１-９０]{1,3}(?:[、．]|[.](?!\d))|[①-⑳]|[●■◆▪•·]|附件)"
)
PAGE_NUMBER = re.compile(r"[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／，,]?\s*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*\Z")
LABEL = re.compile(r"[\s　]*[（(]?[一-鿿](?:[\s　]?[一-鿿]){1,7}[:：]")
_DATE_ALONE = re.compile(
    r"[\s　]*[\d一二三四五六七八九〇○零１-９０]{2,4}年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日[\s　]*$"
)
_CLOSED = re.compile(r"(?:通知|方案|计划|意见|规划|措施|办法|规定|决定|要点|细则|分工|清单|[〕\]]\d+号)$")
FINAL = "。！？；：!?;:"
_OPEN = "，、（〔《“‘—,(["
_NEVER_FIRST = "，、。；：）〕》”’！？,;)"


def starts_paragraph(line: str) -> bool:
    """Whether a line can only be the beginning of a paragraph."""
    return bool(NUMBERED.match(line) or LABEL.match(line) or _DATE_ALONE.match(line))


def ends_as_title(line: str) -> bool:
    """Whether a line ends as titles and numbers of papers do."""
    return bool(_CLOSED.search(line.rstrip()))


def continues(before: str, after: str) -> bool:
    """Whether the line `after` goes on with the sentence of `before`, judged by their characters alone."""
    ended = before.rstrip()
    if not ended or not after.strip():
        return False
    if ended[-1] in _OPEN or after[0] in _NEVER_FIRST:
        return True
    if after[:1] in " \t　" or ended[-1] in FINAL or starts_paragraph(after):
        return False
    sentence = len(ended) >= 20 or any(char in ended for char in "，。、；")
    return sentence and ended[-1].isalnum() and not ends_as_title(ended)
