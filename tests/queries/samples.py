"""The plans that the catalogue's tests load together, and two real parameter sets for every entry."""

from __future__ import annotations

from datetime import date
from typing import Any

from queries.model import Entry
from tests.support import ROOT, ZHANGYE

_READABLE = {".txt", ".html", ".md", ".csv", ".docx", ".xlsx", ".pdf"}
PLANS = (ZHANGYE, *sorted(path for path in (ROOT / "tests" / "gold" / "plans").iterdir() if path.suffix in _READABLE))
"""The Zhangye plan and the project's own plans of made-up places: 市司法局 and 市政府法制办 stand in several of them."""

ZHANGYE_PLAN = "张掖市法治政府建设实施方案(2016-2020年)/市委发[2017]23号"
QINGZE_PLAN = "清泽市法治政府建设实施方案(2018-2020年)/清发[2018]15号"
_MINGSHA_PLAN = "2024年重点工作责任分解方案/鸣政发[2024]2号"
_BASIS = "甘肃省法治政府建设实施方案(2016-2020年)/甘发[2016]23号"

_ZHANGYE: dict[str, Any] = {
    "units": ["张掖市/市政府法制办"],
    "others": ["张掖市/市政府办公室"],
    "measures": [f"{ZHANGYE_PLAN}#(十一)"],
    "documents": [ZHANGYE_PLAN],
    "seconds": [QINGZE_PLAN],
    "roles": ["responsible"],
    "date": date(2018, 12, 31),
    "since": "2017-01-01",
    "until": "2018年12月31日",
    "year": 2018,
    "month": 10,
    "quarter": 1,
    "at_least": 3,
    "words": "规范性文件",
    "sections": ["保障机制"],
}
_QINGZE: dict[str, Any] = {
    "units": ["清泽市/市政府法制办", "清泽市/市司法局"],
    "others": ["清泽市/市委组织部", "清泽市/市司法局"],
    "measures": [f"{QINGZE_PLAN}#（六）", f"{QINGZE_PLAN}#（七）", f"{QINGZE_PLAN}#（九）"],
    "documents": [QINGZE_PLAN],
    "seconds": [ZHANGYE_PLAN],
    "places": ["清泽市"],
    "roles": ["lead"],
    "date": "2019-06-30",
    "since": date(2018, 1, 1),
    "until": "2019-12-31",
    "year": "2019年",
    "month": "3",
    "quarter": "1",
    "at_least": 2,
    "top": 3,
    "period": 6,
    "within": [f"{QINGZE_PLAN}#（六）", f"{QINGZE_PLAN}#（七）"],
    "without": ["清泽市/市编办"],
    "words": "审查",
}
_OWN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "documents-without-role": ({"roles": ["supporting"]}, {"roles": ["lead", "supporting"]}),
    "group-members": ({"units": "张掖市/市直各部门"}, {"units": "张掖市/各县区政府"}),
    "unit-successor": ({"units": "张掖市/市工商局"}, {"units": "市政府法制办"}),
    "unit-predecessors": ({"units": "张掖市/市司法局"}, {"units": "张掖市/市市场监管局"}),
    "inherited-measures": ({"units": "张掖市/市司法局"}, {"units": "清泽市/市司法局", "roles": ["牵头"]}),
    "unit-chain": (
        {"units": "张掖市/市教育局", "others": "张掖市/市司法局"},
        {"units": "清泽市/市政府法制办", "others": "清泽市/市委组织部"},
    ),
    "unit-supporters": ({"units": "星河市/市民政局"}, {"units": "鸣沙县/县财政局", "places": "鸣沙县"}),
    "unit-lead-responsible": ({"units": "张掖市/市司法局"}, {"units": "清泽市/市司法局"}),
    "unit-supports": ({"units": "鸣沙县/县财政局"}, {"units": "鸣沙县/县公安局", "places": "鸣沙县"}),
    "measure-supports": ({"measures": f"{_MINGSHA_PLAN}#“一核”"}, {"measures": [f"{_MINGSHA_PLAN}#“两带”"]}),
    "unit-responsible-alone": ({"units": "北苑区/区住建局"}, {"units": "张掖市/各县区政府"}),
    "unit-leads-alone": ({}, {"units": "张掖市/市司法局", "documents": [ZHANGYE_PLAN]}),
    "measures-by-section": ({"sections": ["保障机制"]}, {"sections": ["组织保障"]}),
    "measures-by-cited-document": ({"words": "政府信息公开条例"}, {"words": "规范性文件"}),
    "measure-citations": ({"measures": [f"{ZHANGYE_PLAN}#(十六)"]}, {"measures": [f"{ZHANGYE_PLAN}#(十)"]}),
    "targets-by-words": ({"words": "讲座"}, {"words": "抽查"}),
    "deadlines-by-words": ({"words": "诚信档案"}, {"words": "目录"}),
    "liabilities-by-words": ({"words": "追究"}, {"words": "约谈", "roles": ["responsible", "lead"]}),
    "document-based-on-it": ({"documents": [_BASIS]}, {}),
    "document-cited-by": ({"documents": "《中华人民共和国政府信息公开条例》"}, {}),
    "documents-issued-by": ({"units": "张掖市人民政府"}, {"units": "中共清泽市委"}),
}
MAY_FIND_NOTHING = frozenset({"corrected-assignments", "measures-without-unit"})
"""Entries that these plans have no rows for: nobody has corrected them, and every clause of theirs names somebody."""


def parameter_sets(entry: Entry) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two sets: one from the Zhangye plan without optional filters, one from another city with all of them."""
    own = _OWN.get(entry.name, ({}, {}))
    first = {p.name: _ZHANGYE[p.name] for p in entry.parameters if p.required} | own[0]
    second = {
        p.name: _QINGZE[p.name] for p in entry.parameters if p.name in _QINGZE and (p.required or not own[1])
    } | own[1]
    return first, second
