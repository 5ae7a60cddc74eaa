"""The graph's schema, declared once: DDL, write statements, the data dictionary and the console's schema panel come from it.

Labels, types and properties are ASCII; values are Chinese. Every relationship that was read from a text carries start and end
(half-open character offsets into `Document.text`); every inferred one carries `inferred` and `rule`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PropertyType = Literal["STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "STRINGS"]


@dataclass(frozen=True, slots=True)
class Property:
    """name, type, and what it means: doc in English for docs/, zh the heading shown to people."""

    name: str
    type: PropertyType
    doc: str
    zh: str


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label. The key is always `id`. owned: belongs to one document (has document_id) and goes when that document goes."""

    label: str
    zh: str
    doc: str
    properties: tuple[Property, ...]
    owned: bool = True


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A relationship type between the pairs of labels that it may join. identity: properties that part parallel ones."""

    type: str
    zh: str
    doc: str
    pairs: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...] = ()
    identity: tuple[str, ...] = ()


def _p(name: str, kind: PropertyType, doc: str, zh: str) -> Property:
    return Property(name, kind, doc, zh)


_ID = _p("id", "STRING", "stable key", "标识")
_DOCUMENT_ID = _p("document_id", "STRING", "id of the document that it was read from", "文件标识")
_START = _p("start", "INTEGER", "first character in Document.text, 0-based", "起始位置")
_END = _p("end", "INTEGER", "one past the last character in Document.text", "结束位置")
_POSITION = _p("position", "INTEGER", "order in the document, 0-based", "次序")
_RULE = _p("rule", "STRING", "identifier of the rule that read or inferred it", "规则")
_NUMBER = _p("number", "STRING", "number as printed", "编号")
_TEXT = _p("text", "STRING", "the characters as printed", "原文")

NODES: tuple[NodeType, ...] = (
    NodeType(
        "Document",
        "文件",
        "A plan, or a document that a plan cites",
        (
            _ID,
            _p("title", "STRING", "title without 《》", "标题"),
            _p(
                "title_key",
                "STRING",
                "folded title, equal however it is printed: what citations are matched by",
                "标题键",
            ),
            _p("number", "STRING", "document number (发文字号) as printed, '' when none", "发文字号"),
            _p("issuers", "STRINGS", "issuing bodies", "发文机关"),
            _p("issued_on", "DATE", "day of issue", "成文日期"),
            _p("jurisdiction", "STRING", "name of the place that it governs", "行政区"),
            _p("period_start", "STRING", "start of its period, ISO year or day", "起始年份"),
            _p("period_end", "STRING", "end of its period, ISO year or day", "截止年份"),
            _p("source", "STRING", "name of the file that it was read from", "来源文件"),
            _p("format", "STRING", "format of that file", "格式"),
            _p("sha256", "STRING", "SHA-256 of the file's bytes, hex", "文件指纹"),
            _p("loaded", "BOOLEAN", "false: known only because it is cited", "已载入"),
            _p("loaded_at", "STRING", "UTC time of the load that last changed it, ISO 8601", "载入时间"),
            _p("read_by", "STRING", "version of the product that read it", "读取版本"),
            _p("digest", "STRING", "SHA-256 of all that was read from it: equal digests, equal readings", "读取指纹"),
            _p("text", "STRING", "the whole extracted text that spans point into", "全文"),
        ),
        owned=False,
    ),
    NodeType(
        "Section",
        "章节",
        "A heading over measures",
        (_ID, _DOCUMENT_ID, _NUMBER, _p("title", "STRING", "title", "标题"), _TEXT, _START, _END, _POSITION),
    ),
    NodeType(
        "Measure",
        "措施",
        "A clause with something to do",
        (_ID, _DOCUMENT_ID, _NUMBER, _p("title", "STRING", "title", "标题"), _TEXT, _START, _END, _POSITION),
    ),
    NodeType(
        "Deadline",
        "时限",
        "A time limit and what must be done within it",
        (
            _ID,
            _DOCUMENT_ID,
            _TEXT,
            _p("undertaking", "STRING", "the words that the time limit binds", "要做的事"),
            _p("kind", "STRING", "by, within, recurring, ongoing or relative", "类型"),
            _p("start_on", "DATE", "first day", "开始日期"),
            _p("due_on", "DATE", "last day", "到期日期"),
            _p("due_year", "INTEGER", "year of due_on", "到期年份"),
            _p("due_month", "INTEGER", "month of due_on", "到期月份"),
            _p("rrule", "STRING", "RFC 5545 recurrence rule", "重复规则"),
            _RULE,
            _START,
            _END,
        ),
    ),
    NodeType(
        "Target",
        "目标",
        "A measurable aim",
        (
            _ID,
            _DOCUMENT_ID,
            _p("metric", "STRING", "what is measured", "指标"),
            _p("op", "STRING", ">=, <=, =, range or change", "关系"),
            _p("value", "FLOAT", "the figure", "数值"),
            _p("value_to", "FLOAT", "upper figure of a range", "上限"),
            _p("unit", "STRING", "unit of the figure", "单位"),
            _TEXT,
            _RULE,
            _START,
            _END,
        ),
    ),
    NodeType(
        "Liability",
        "问责",
        "What happens when it is not done",
        (
            _ID,
            _DOCUMENT_ID,
            _p("trigger", "STRING", "when it applies, as printed", "情形"),
            _p("subject", "STRING", "who is held to account, '' when not said", "对象"),
            _p("consequence", "STRING", "what follows, as printed", "后果"),
            _TEXT,
            _RULE,
            _START,
            _END,
        ),
    ),
    NodeType(
        "Warning",
        "待核对",
        "Something that a person should check against the paper",
        (
            _ID,
            _DOCUMENT_ID,
            _p("message", "STRING", "what is unsure, Chinese", "说明"),
            _p("other", "STRING", "the other reading, '' when none", "另一种读法"),
            _TEXT,
            _START,
            _END,
        ),
    ),
    NodeType(
        "Unit",
        "单位",
        "A body, or a group of bodies, that answers for something",
        (
            _ID,
            _p("name", "STRING", "the form that the documents use most", "名称"),
            _p("full_name", "STRING", "full official name where known", "全称"),
            _p("aliases", "STRINGS", "every form known or seen", "别名"),
            _p("kind", "STRING", "government, party, group … (data/unit_names.csv)", "类别"),
            _p("level", "STRING", "national, provincial, prefecture, county, township or ''", "层级"),
            _p("jurisdiction", "STRING", "name of its place", "行政区"),
            _p("group", "STRING", "'' for a single body, else departments, listed or open", "集合"),
        ),
        owned=False,
    ),
    NodeType(
        "Jurisdiction",
        "行政区",
        "An administrative division",
        (
            _p("id", "STRING", "GB/T 2260 code where known, else the name", "代码"),
            _p("name", "STRING", "name", "名称"),
            _p("level", "STRING", "national, provincial, prefecture, county", "层级"),
        ),
        owned=False,
    ),
)

_ROLE = (
    _POSITION,
    _p("part", "INTEGER", "which assignment of the measure, 0-based", "第几处"),
    _p("as_written", "STRING", "the unit as printed", "原文写法"),
    _START,
    _END,
    _p("assignment_start", "INTEGER", "start of the whole assignment in Document.text", "括号起始"),
    _p("assignment_end", "INTEGER", "end of the whole assignment in Document.text", "括号结束"),
    _RULE,
    _p("inferred", "BOOLEAN", "the role was concluded by the rule, not written", "推断"),
    _p("implied", "BOOLEAN", "declared elsewhere for this clause, not printed here", "隐含"),
    _p("open_ended", "BOOLEAN", "the assignment ends in 等 or 有关部门", "未尽列举"),
    _p("correction", "STRING", "who, when and why, when a person corrected it; '' otherwise", "更正"),
)
_UNIT_MEASURE = (("Unit", "Measure"),)
_CITATION = (
    _p("title", "STRING", "title of the cited document as printed", "所引标题"),
    _p("number", "STRING", "its document number as printed, '' when none", "所引文号"),
    _START,
    _END,
)
_LINK = (
    _RULE,
    _p("source", "STRING", "where the row comes from", "数据来源"),
)

RELATIONSHIPS: tuple[RelationshipType, ...] = (
    RelationshipType("HAS_SECTION", "含章节", "a document's heading", (("Document", "Section"),)),
    RelationshipType(
        "HAS_MEASURE",
        "含措施",
        "a heading's or a document's measure",
        (("Document", "Measure"), ("Section", "Measure")),
    ),
    RelationshipType("LEADS", "牵头", "leads the measure", _UNIT_MEASURE, _ROLE, ("position",)),
    RelationshipType("RESPONSIBLE_FOR", "责任", "is responsible for it", _UNIT_MEASURE, _ROLE, ("position",)),
    RelationshipType("SUPPORTS", "配合", "supports it", _UNIT_MEASURE, _ROLE, ("position",)),
    RelationshipType("HAS_DEADLINE", "有时限", "the measure's time limit", (("Measure", "Deadline"),)),
    RelationshipType("HAS_TARGET", "有目标", "the measure's aim", (("Measure", "Target"),)),
    RelationshipType("HAS_LIABILITY", "有问责", "the measure's liability clause", (("Measure", "Liability"),)),
    RelationshipType("HAS_WARNING", "待核对", "something to check in the document", (("Document", "Warning"),)),
    RelationshipType(
        "CITES",
        "引用",
        "names another document",
        (("Measure", "Document"), ("Document", "Document")),
        (_p("kind", "STRING", "basis, cited or superseded", "方式"), *_CITATION),
        ("start",),
    ),
    RelationshipType(
        "BASED_ON", "依据", "was made on the basis of", (("Document", "Document"),), _CITATION, ("start",)
    ),
    RelationshipType(
        "NAMES",
        "提及",
        "a loaded document names the unit, or brings it in as a successor or member of one that it names",
        (("Document", "Unit"),),
        (
            _p(
                "forms",
                "STRINGS",
                "the forms that it uses, each as often as it is used; none for a unit brought in",
                "写法",
            ),
            _p(
                "facts",
                "STRING",
                "what its reading knew of the unit (JSON): the unit is made of these over all documents",
                "依据数据",
            ),
        ),
    ),
    RelationshipType("ISSUED", "印发", "issued the document", (("Unit", "Document"),)),
    RelationshipType("MEMBER_OF", "成员", "is one of the bodies of a group", (("Unit", "Unit"),), _LINK),
    RelationshipType(
        "SUCCEEDED_BY",
        "承继",
        "a reform moved its duties to",
        (("Unit", "Unit"),),
        (
            *_LINK,
            _p("on", "DATE", "day of the reform", "日期"),
            _p("basis", "STRING", "the document that ordered it", "依据"),
            _p("scope", "STRING", "what was taken over", "承接职责"),
        ),
    ),
    RelationshipType("OF", "属于", "belongs to a place", (("Unit", "Jurisdiction"),)),
    RelationshipType("PART_OF", "隶属", "lies in a larger place", (("Jurisdiction", "Jurisdiction"),)),
)

ROLE_TYPES = {"lead": "LEADS", "responsible": "RESPONSIBLE_FOR", "supporting": "SUPPORTS"}
"""Relationship type of each role of model.Role."""


def node_type(label: str) -> NodeType:
    """The declaration of a label. Raises KeyError for a label that the schema does not have."""
    return _BY_LABEL[label]


def relationship_type(name: str) -> RelationshipType:
    """The declaration of a relationship type. Raises KeyError for one that the schema does not have."""
    return _BY_TYPE[name]


_BY_LABEL = {node.label: node for node in NODES}
_BY_TYPE = {relationship.type: relationship for relationship in RELATIONSHIPS}
