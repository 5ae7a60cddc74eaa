"""An evidence pack as an office document: each finding with the paper's words, who answers, who took over, what follows."""

from __future__ import annotations

from typing import Any

from graph_loader.rules import certainty, rule_name
from interface.downloads.docx import Chapter, Grid, Quote, document
from interface.records.facts import ROLES
from queries.pack import Finding, Pack


def pack_docx(pack: Pack) -> bytes:
    """The pack as .docx; the last chapter has everything that reproduces it."""
    chapters: list[Chapter] = []
    for number, finding in enumerate(pack["findings"], start=1):
        chapters += _finding(number, finding)
    chapters.append(_reproduction(pack))
    caption = f"截至 {pack['as_of']}，{len(pack['findings'])} 个事项。{pack['note']}"
    return document("证据材料", chapters, caption=caption)


def _finding(number: int, finding: Finding) -> list[Chapter]:
    place = f"《{finding['document']}》{finding['number']}{finding['title']}"
    due = finding["due_on"] or "没有写明到期日"
    parts: list[str | Quote | Grid] = [
        f"出处：{place}",
        f"时限：{due}（原文“{finding['deadline']}”，规则：{rule_name(finding['rule'] or '')}）",
        _quote(finding["sentence"], place),
    ]
    chapters = [
        Chapter(f"{number}. {finding['undertaking'] or finding['deadline']}", parts),
        Chapter("承担单位", _duties(finding, place), 2),
        Chapter("承继", _successions(finding), 2),
        Chapter("后果条款", _liabilities(finding), 2),
    ]
    return [*chapters, Chapter("备注", [finding["remark"]], 2)] if finding["remark"] else chapters


def certainty_with_reason(duty: dict[str, Any]) -> str:
    """写明, or what a reader must know of it: 推断 and 隐含 with the rule, 更正 with who, when and why."""
    word = certainty(inferred=duty["inferred"], implied=duty["implied"], correction=duty["correction"])
    return word if word == "写明" else f"{word}（{duty['correction'] or rule_name(duty['rule'])}）"


def _duties(finding: Finding, place: str) -> list[str | Quote | Grid]:
    duties = finding["duties"]
    if not duties:
        return ["这一条没有写任何单位。"]
    rows = [
        [
            ROLES[duty["role"]],
            duty["unit"],
            duty["as_written"],
            certainty_with_reason(duty),
            f"第 {duty['start'] + 1}–{duty['stop']} 字",
        ]
        for duty in duties
    ]
    quotes = {(duty["sentence"]["start"], duty["sentence"]["end"]): duty["sentence"] for duty in duties}
    return [
        Grid(["角色", "单位", "原文写法", "依据", "位置"], rows),
        *(_quote(sentence, place) for sentence in quotes.values()),
    ]


def _successions(finding: Finding) -> list[str | Quote | Grid]:
    names = {duty["unit_id"]: duty["unit"] for duty in finding["duties"]}
    if not finding["successions"]:
        return ["没有承继记录。"]
    rows = [
        [
            names[each["unit_id"]],
            each["successor"],
            each["taken_over_on"],
            each["scope"],
            each["basis"],
            rule_name(each["rule"]),
        ]
        for each in finding["successions"]
    ]
    return [Grid(["原单位", "承继单位", "日期", "承接职责", "依据", "规则"], rows)]


def _liabilities(finding: Finding) -> list[str | Quote | Grid]:
    if not finding["liabilities"]:
        return ["文件没有写后果条款。"]
    return [
        _quote(
            each["sentence"], f"{each['number']}{each['title']}{'（本条）' if each['own'] else '（同一文件的其他条）'}"
        )
        for each in finding["liabilities"]
    ]


def _quote(sentence: dict[str, Any], place: str) -> Quote:
    return Quote(sentence["text"].strip(), f"{place}，第 {sentence['start'] + 1}–{sentence['end']} 字")


def _reproduction(pack: Pack) -> Chapter:
    rows = [[row["title"], row["number"], row["sha256"]] for row in pack["documents"]]
    return Chapter(
        "出处与复现",
        [
            Grid(["文件", "发文字号", "文件指纹（SHA-256）"], rows),
            f"生成时间：{pack['made_at']}；程序版本：{pack['version']}；图库：{pack['store']}",
            f"校验值：{pack['digest']}",
            "查询语句和参数在同时导出的 json 里；用 zeren verify 可以核验。",
            *(f"参数 deadlines：{key}" for key in pack["query"]["deadlines"]),
        ],
    )
