"""Plans made by hand, small enough to see through, so that the stores are tested without reading any document."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from graph_loader.model import (
    Assignment,
    Citation,
    Deadline,
    DocumentInfo,
    Jurisdiction,
    Liability,
    Measure,
    Mention,
    ParseWarning,
    Plan,
    Section,
    SourceText,
    Span,
    Target,
    UnitLink,
    UnitName,
)

GROUP = "市直各部门"


def plan(
    title: str = "青河市法治建设方案",
    *,
    number: str = "",
    city: str = "青河市",
    leads: Sequence[str] = ("市司法局", "市政府办"),
    shares: Sequence[str] = (GROUP,),
    cites: Sequence[tuple[str, str]] = (),
    basis: Sequence[tuple[str, str]] = (),
    clauses: int = 2,
) -> Plan:
    """A plan of `clauses` measures, each led by `leads`, shared by `shares`, with one fact of each kind.

    A name that ends in 办 is one body with its long form (办公室): 市政府办 and 市政府办公室.
    """
    lines = [title]
    measures = []
    for index in range(clauses):
        body = f"({index + 1})第{index + 1}项。到2018年完成清理。覆盖率达到90%。拒不整改的,予以通报。"
        bracket = f"(牵头单位:{'、'.join(leads)},责任单位:{'、'.join(shares)})"
        start = sum(len(line) + 1 for line in lines)
        lines.append(body + bracket)
        at = start + len(body)
        measures.append(
            Measure(
                f"({index + 1})",
                f"第{index + 1}项",
                Span(start, at + len(bracket)),
                section=0,
                assignments=(
                    Assignment(
                        bracket,
                        Span(at, at + len(bracket)),
                        "label",
                        lead=tuple(_mention(name, city, at) for name in leads),
                        responsible=tuple(_mention(name, city, at) for name in shares),
                    ),
                ),
                deadlines=(_deadline(start),),
                targets=(Target("覆盖率", ">=", 90.0, "%", Span(start + 17, start + 26)),),
                citations=tuple(Citation(t, n, "cited", Span(start, start + 3)) for t, n in cites),
                liabilities=(_liability(start),),
            )
        )
    text = "\n".join(lines)
    return Plan(
        SourceText(f"{title}.txt", "txt", hashlib.sha256(text.encode()).hexdigest(), text),
        DocumentInfo(
            title,
            number,
            (f"{city}人民政府",),
            date(2017, 4, 24),
            city,
            ("2016", "2020"),
            tuple(Citation(t, n, "basis", Span(0, 2)) for t, n in basis),
        ),
        sections=(Section("一", "总则", Span(0, len(title))),),
        measures=tuple(measures),
        warnings=(ParseWarning("请核对", Span(0, 2), text[:2]),),
        units=_units([*leads, *shares], city),
        links=_links([*leads, *shares], city),
        jurisdictions=(
            Jurisdiction("000000", "国家", "national"),
            Jurisdiction(f"code-{city}", city, "prefecture", "000000"),
        ),
    )


def _mention(name: str, city: str, at: int) -> Mention:
    return Mention(name, Span(at, at + len(name)), name, _id(name, city), rule="label")


def _id(name: str, city: str) -> str:
    return f"{city}/{name.removesuffix('公室')}" if name.endswith("办公室") else f"{city}/{name}"


def _units(names: Sequence[str], city: str) -> tuple[UnitName, ...]:
    units = {
        f"{city}/市政府": UnitName(f"{city}/市政府", "市政府", f"{city}人民政府", city, "government", "prefecture")
    }
    for name in names:
        key = _id(name, city)
        aliases = {other for other in (key.split("/")[1], key.split("/")[1] + "公室", name) if _id(other, city) == key}
        kind, group = ("group", "departments") if name == GROUP else ("government", "")
        units[key] = UnitName(key, name, "", city, kind, "prefecture", tuple(sorted(aliases - {name})), group)  # type: ignore[arg-type]
        if name == "市法制办":
            heir = f"{city}/市司法局"
            units.setdefault(heir, UnitName(heir, "市司法局", "", city, "government", "prefecture"))
    return tuple(units.values())


def _links(names: Sequence[str], city: str) -> tuple[UnitLink, ...]:
    if "市法制办" not in names:
        return ()
    reform = "深化党和国家机构改革方案"
    row = UnitLink(
        "SUCCEEDED_BY", f"{city}/市法制办", f"{city}/市司法局", "general", "csv", date(2019, 1, 1), reform, "法制"
    )
    return (row,)


def _deadline(start: int) -> Deadline:
    return Deadline(
        "到2018年", "完成清理", "by", Span(start + 7, start + 13), Span(start + 13, start + 17), end=date(2018, 12, 31)
    )


def _liability(start: int) -> Liability:
    here = Span(start + 20, start + 30)
    return Liability("拒不整改的", None, "予以通报", here, here, here)
