"""What web pages and Markdown have in common: the page's own lines around the paper, its title, and parts put together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph_loader.readers.build import GridCell, TextBuilder

Part = str | list[GridCell]
"""A paragraph or a table."""

_FRONT_MATTER = re.compile(r"\s*---[ ]*\n(?:[^\n]*\n){0,200}?---[ ]*(?:\n|\Z)")
_FRONT_TITLE = re.compile(r"^title:[ ]*(.+)$", re.MULTILINE)
_PAPER = re.compile(
    r"方案|计划|意见|通知|规划|措施|办法|规定|决定|要点|细则|清单|条例|分工|任务|行动|政策|批复|公告|通报"
)
_SITE = re.compile(r"\s*(?:[_|｜]|-{1,3}|—{1,2})[^_|｜\-—]*\Z")
_LINE = re.compile(
    r"(?:打印(?:本页)?|关闭(?:窗口|本页)?|收藏|分享(?:到|至)?.{0,12}|字[体号](?:[:：\s].{0,16}|)|扫一扫.{0,20}|"
    r"(?:您|你)?(?:现在|当前)?(?:所在)?的?位置[:：].*|首页\s*[>＞›»].*|(?:←\s*)?上一[篇条].*|下一[篇条].*|返回(?:顶部|首页|.{0,8}列表)|"
    r"(?:检索时间|检索关键词|原文链接|更新时间)[:：].*|浏览(?:次数|量)[:：].{0,10}|点击(?:次数|数|率)[:：].{0,10}|(?:责任)?编辑[:：].{0,10})\Z"
)
_TAIL = re.compile(r"(?:相关(?:链接|文章|解读|新闻|阅读|稿件|推荐|信息|政策)|猜你喜欢|原文下载)\Z")


def cut_front_matter(source: str) -> tuple[list[str], str]:
    """Titles named in a `---` block at the beginning, and the source without the block."""
    front = _FRONT_MATTER.match(source)
    if not front:
        return [], source
    return [match[1].strip(" \"'") for match in _FRONT_TITLE.finditer(front[0])], source[front.end() :]


def put_together(builder: TextBuilder, titles: Iterable[str], parts: list[Part]) -> None:
    """Add the parts without the page's own lines; first the title where the body lacks it. titles: best first."""
    parts = _without_page(parts)
    builder.lines(_missing_title(titles, parts))
    for part in parts:
        if isinstance(part, str):
            builder.line(part)
        else:
            builder.table(part)


def _without_page(parts: list[Part]) -> list[Part]:
    """Parts but position lines, print and share buttons, and the related links that end the page (a quarter of it at most)."""
    sizes = [len(part) if isinstance(part, str) else sum(len(cell.text) for cell in part) for part in parts]
    left, kept = sum(sizes), list[Part]()
    quarter = left / 4
    for part, size in zip(parts, sizes, strict=True):
        if isinstance(part, str) and left <= quarter and _TAIL.match(part.strip("【】[]:： ")):
            break
        left -= size
        if not (isinstance(part, str) and _LINE.match(part.strip("【】[] "))):
            kept.append(part)
    return kept


def _missing_title(titles: Iterable[str], parts: list[Part]) -> list[str]:
    """The first title that names a paper, without the site's name, unless the body begins with it."""
    body = _squeeze("".join(part for part in parts[:200] if isinstance(part, str)))
    for full in titles:
        shown = [title for title in (full, _SITE.sub("", full)) if _PAPER.search(title)]
        if shown:
            return [] if any(_squeeze(title) in body for title in shown) else shown[-1:]
    return []


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)
