"""The rules that read or inferred something, each with the Chinese name that people are told, and how sure that makes a duty.

A rule's identifier stands in the graph (property `rule`); which row of the census of 50 plans it comes from is said where the
rule is applied.
"""

from __future__ import annotations

RULES: dict[str, str] = {
    # statements of responsibility, and the role of a unit in them
    "label": "按标签（牵头单位：…）",
    "label-line": "独立成行的标签",
    "verb": "按动词（…牵头、…负责）",
    "role-behind": "单位之后括注角色（市教育局（牵头））",
    "sentence": "整句只写由谁负责",
    "shared": "几项任务共用一句分工（以上两项由…）",
    "table": "任务分解表的表头",
    "unlabelled-first": "首个角色无标签，列在责任单位或配合单位之前，推断为牵头",
    "after-lead": "列在牵头单位之后，推断为责任",
    "bare-list": "只列单位、没有写角色，推断为责任",
    "first-listed": "文件声明列第一位的为牵头单位",
    "before-separator": "文件声明第一个分隔号之前的为牵头单位",
    "no-lead": "文件声明没有牵头单位的由责任单位牵头",
    "asterisk": "带星号的为牵头单位",
    "mark": "按文件声明的记号",
    "declared": "由文件别处声明，条内不再列出",
    # deadlines
    "before": "某日以前（…前、到…）",
    "until": "到某日止",
    "during": "限定在某一期间",
    "whole-year": "限定在某一年内",
    "range": "从某日到某日",
    "since": "从某日起",
    "since-lasting": "从某日起持续一段时间",
    "through-period": "贯穿规划期",
    "period-end": "规划期末",
    "after-period": "满一段时间之后",
    "recurring": "周期性要求（每年、每季度…）",
    "recurring-in-period": "限定年份内的周期性要求",
    "ongoing": "长期坚持",
    "from-now": "即日起至某日",
    "from-issue": "从印发之日起算",
    "from-issue-understood": "从印发之日起算（按文意）",
    "from-event": "从某一事件起算",
    "set-elsewhere": "时间由别处规定",
    "at-once": "立即办理",
    "field": "时限栏",
    "not-understood": "没有读懂，照原文保留",
    # targets and liabilities
    "quantity": "数量要求（至少、不低于、达到…）",
    "quantity-plain": "数量要求（没有写比较词）",
    "condition-consequence": "情形与后果（对…的，…）",
    # units
    "general": "机构改革的通行规则",
    "local": "本地文件",
    "departments-of-jurisdiction": "同一地方已载入的部门",
    "correction": "人工更正",
}
"""Identifier to Chinese name."""


def rule_name(rule: str) -> str:
    """The rule's Chinese name; several, joined by 、 in a text, are each named. An identifier that an older version wrote is
    given as it is."""
    return "、".join(RULES.get(each, each) for each in rule.split("、"))


def certainty(*, inferred: bool, implied: bool, correction: str = "") -> str:
    """In one word, what a reader must know of a duty: 写明, 推断, 隐含 or 更正, the same as in the answers of the catalogue.

    A unit that is printed nowhere in the clause is 隐含, whatever its role was concluded from.
    """
    return "更正" if correction else "隐含" if implied else "推断" if inferred else "写明"
