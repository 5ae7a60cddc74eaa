"""The Chinese words for what the code names in English: roles, kinds of deadline, relations, rules."""

from __future__ import annotations

from graph_loader.model import ROLES, Deadline, Role, Target
from graph_loader.schema import ROLE_TYPES, relationship_type

ROLE_ZH: dict[Role, str] = {role: relationship_type(ROLE_TYPES[role]).zh for role in ROLES}
DEADLINE_ZH = {"by": "截止", "within": "期间", "recurring": "周期", "ongoing": "长期", "relative": "待定"}
STORE_ZH = {"embedded": "本地图库", "neo4j": "Neo4j 服务器"}
REASON_ZH = {
    "exact": "同名",
    "alias": "别名",
    "family": "同一机构的另一种写法",
    "elision": "省略了前缀",
    "variant": "繁体或异体字",
    "as written": "照原文",
    "pinyin": "读音相同",
    "fuzzy": "字形相近",
}
"""Reasons of graph_loader.units.Candidate."""
_OP_ZH = {">=": "不低于", "<=": "不超过", "=": "为", "change": "变化"}


def deadline_words(deadline: Deadline) -> str:
    """When, in a few words: 2018-12-31 截止, 2017-01-01 至 2017-12-31, 每年, 长期, 待定."""
    if deadline.kind == "recurring":
        start = f"，自 {deadline.start.isoformat()}" if deadline.start else ""
        return f"周期{start}"
    if deadline.kind == "within" and deadline.start and deadline.end:
        return f"{deadline.start.isoformat()} 至 {deadline.end.isoformat()}"
    if deadline.end:
        return f"{deadline.end.isoformat()} {DEADLINE_ZH['by']}"
    return DEADLINE_ZH[deadline.kind]


def target_words(target: Target) -> str:
    """A target in one line: 法治专题讲座 不低于 2 期."""
    if target.op == "range" and target.value_to is not None:
        return f"{target.metric} {target.value:g} 至 {target.value_to:g} {target.unit}"
    return f"{target.metric} {_OP_ZH.get(target.op, target.op)} {target.value:g} {target.unit}"
