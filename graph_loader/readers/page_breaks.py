"""Plain text that was taken out of a PDF: page numbers and running heads between its pages, sentences that go on behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from graph_loader.readers.lines import FINAL, LABEL, NUMBERED, PAGE_NUMBER, continues, ends_as_title, starts_paragraph
from graph_loader.readers.wrapped import columns, full_width

_LINE = re.compile(r"[^\n\f]*[\n\f]?")
_MARKED = re.compile(r"(?m)^[ \t　]*(?:[-—–－·]+ ?\d{1,4} ?[-—–－·]+|第 ?\d{1,4} ?页[^\n\f]{0,12})[ \t　]*$")
"""A line that is a page number by itself; a bare number is one only beside a form feed."""
_LABEL_BEGUN = re.compile(r"[\s　]*[一-鿿]{1,6}\Z")
"""The beginning of a label that the page break parts: 牵头单|位：."""
_BODY = re.compile("人民政府|政府|党委|管委会|办事处|按职责|牵头|负责|配合|落实")
"""What goes on behind a bracket: 各县（市、区）|人民政府."""
_NAME_ENDS = re.compile("[局厅署]|公司|有限|集团|中心[、，；]")
"""What only the rest of a name behind a label begins with: 市水务|局."""
_CELLS = re.compile(r"[|｜│\t]")
_PROSE = re.compile("[，。；：,;:]")
_BRACKET = re.compile(r"[（(\[〔［【）)\]〕］】]")
_OPENING, _CLOSING = "（([〔［【", "）)]〕］】"
_NUMBER_ALONE = re.compile(r"[\s　]*[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]\Z")
_REACH = 400
"""Characters on either side of a page break among which a bracket that it parts opens and closes."""
_LONGEST_HEAD = 40
_FEWEST_PAGES = 3


def mend_page_breaks(text: str) -> str:
    """The text without page numbers. A sentence, a bracket or a table that a page break parts is whole again, without the heads
    and feet that repeat on the pages; every other page break stays, for it may part two documents. Linear in the text.
    """
    if "\f" not in text and not _MARKED.search(text):
        return text
    full = full_width(text)  # a sentence goes on in the next line where lines are broken at a fixed width
    lines = [match[0] for match in _LINE.finditer(text) if match[0]]
    heads = _running_heads(lines)
    kept: list[str] = []
    place = 0
    while place < len(lines):
        run = place
        while run < len(lines) and _may_be_furniture(lines[run], heads):
            run += 1
        between = lines[place:run]
        ended = bool(kept) and kept[-1].endswith("\f")
        if ended or any("\f" in line or _MARKED.match(line) for line in between):
            joint = _joint(kept, lines[run : run + 8], full)
            if joint is None:
                kept.extend(_without_numbers(between))
            else:
                kept[-1] = kept[-1].rstrip() + joint
                lines[run] = lines[run].lstrip()
        else:
            kept.extend(between)
        kept.extend(lines[run : run + 1])
        place = run + 1
    return "".join(kept)


def _may_be_furniture(line: str, heads: frozenset[str]) -> bool:
    words = line.strip()
    return not words or bool(PAGE_NUMBER.match(words)) or _key(words) in heads


def _without_numbers(lines: Iterable[str]) -> list[str]:
    return [line if not PAGE_NUMBER.match(line.strip()) else "\f" * line.endswith("\f") for line in lines]


def _running_heads(lines: Sequence[str]) -> frozenset[str]:
    """The short lines that begin or end at least half of the pages, figures aside."""
    seen: Counter[str] = Counter()
    pages = 0
    page: list[str] = []
    for line in [*lines, "\f"]:
        if (words := line.strip()) and not PAGE_NUMBER.match(words):
            page.append(words)
        if line.endswith("\f"):
            seen.update({_key(each) for each in (*page[:1], *page[-1:]) if len(each) <= _LONGEST_HEAD})
            pages, page = pages + bool(page), []
    enough = max(_FEWEST_PAGES, pages / 2)
    return frozenset(key for key, count in seen.items() if count >= enough and not _PROSE.search(key))


def _key(words: str) -> str:
    return re.sub(r"\d+", "#", words[: _LONGEST_HEAD + 1])


def _joint(kept: Sequence[str], following: Sequence[str], full: int) -> str | None:
    """What stands for a page break between the text before it and the lines behind it; None where it parts two paragraphs."""
    if not kept or not following:
        return None
    before, after = kept[-1].rstrip(), following[0]
    if _CELLS.search(before) and _CELLS.search(after):
        return "\n"
    if not NUMBERED.match(after) and _NUMBER_ALONE.match(before):
        return ""
    if NUMBERED.match(after) or not (_inside_bracket(kept, following) or _inside_sentence(before, after, full)):
        return None
    return "\n" if full else ""


def _inside_bracket(kept: Sequence[str], following: Sequence[str]) -> bool:
    """Whether a bracket opens before the page break and closes behind it."""
    before, after = "".join(kept[-8:])[-_REACH:], "".join(following)[:_REACH]
    return _unpaired(reversed(_BRACKET.findall(before)), _CLOSING) and _unpaired(_BRACKET.findall(after), _OPENING)


def _unpaired(brackets: Iterable[str], outward: str) -> bool:
    """Whether one of the brackets, from the page break outward, has no partner. outward: those that would need one further out."""
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket in outward else -1
        if depth < 0:
            return True
    return False


def _inside_sentence(before: str, after: str, full: int) -> bool:
    if starts_paragraph(before) and not _PROSE.search(before):  # a heading at the foot of its page
        return False
    if _LABEL_BEGUN.match(before) and starts_paragraph(before.strip() + after):
        return True
    if before[-1] in _CLOSING and _BODY.match(after):
        return True
    flush = before[-1] not in FINAL and not after[0].isspace() and not starts_paragraph(after)
    if flush and LABEL.match(before) and (before[0].isspace() or _NAME_ENDS.match(after)):
        return True
    filled = flush and full and columns(before) >= full
    return bool(filled or continues(before, after)) and bool(_PROSE.search(after) or not ends_as_title(after))
