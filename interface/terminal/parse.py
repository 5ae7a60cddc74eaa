"""zeren parse: what a document says, and what was not understood."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from graph_loader.errors import ReadError
from graph_loader.extract.jsonform import plan_to_json
from graph_loader.loading import understand
from graph_loader.model import ROLES, Plan
from graph_loader.readers import read
from graph_loader.rules import rule_name
from graph_loader.settings import from_environment
from graph_loader.units import Registry
from interface.review import review_html
from interface.terminal.chinese import Command
from interface.terminal.options import corrections_for, corrections_option, json_option
from interface.terminal.output import out, print_json, print_table
from interface.words import ROLE_ZH


@click.command("parse", cls=Command)
@click.argument("path", metavar="文件", type=click.Path(path_type=Path))
@click.option(
    "--review",
    metavar="网页",
    type=click.Path(path_type=Path, dir_okay=False),
    help="另写一个网页，逐处标出读到的内容，供人对照原文核对",
)
@corrections_option
@json_option
def command(path: Path, review: Path | None, corrections: Path | None, as_json: bool) -> None:
    """读一份文件，列出措施、单位、时限，以及没读懂的地方；不写入图库。"""
    registry = Registry.load(from_environment().data)
    plans = understand(read(path), registry, corrections_for(corrections))
    if review is not None:
        _write(review, review_html(plans))
    if as_json:
        forms = [plan_to_json(plan) for plan in plans]
        print_json(forms[0] if len(forms) == 1 else forms)
        return
    for plan in plans:
        _print_summary(plan)
    if review is not None:
        out.print(f"核对页已写到 {review}", markup=False)


def _print_summary(plan: Plan) -> None:
    document = plan.document
    facts = [document.number, "、".join(document.issuers), document.issued_on and document.issued_on.isoformat()]
    out.print(document.title or "（没有读到标题）", markup=False, style="bold")
    out.print("  ".join(fact for fact in facts if fact), markup=False)
    assignments = [assignment for measure in plan.measures for assignment in measure.assignments]
    deadlines = sum(len(measure.deadlines) for measure in plan.measures)
    roles = "，".join(
        f"{ROLE_ZH[role]} {count}" for role in ROLES if (count := sum(len(one.of(role)) for one in assignments))
    )
    out.print(
        f"措施 {len(plan.measures)} 项，责任分工 {len(assignments)} 处（{roles or '无'}），时限 {deadlines} 个",
        markup=False,
    )
    rules = Counter(assignment.rule for assignment in assignments)
    if rules:
        print_table(["依据的规则", "处"], [(rule_name(rule), count) for rule, count in rules.most_common()])
    for notice in plan.source.notices:
        out.print(f"说明：{notice}", markup=False)
    if not plan.warnings:
        out.print("没有需要核对的地方", markup=False)
        return
    out.print(f"有 {len(plan.warnings)} 处请核对：", markup=False, style="yellow")
    for warning in plan.warnings:
        line = plan.source.text.count("\n", 0, warning.span.start) + 1
        other = f"；也可读作：{warning.other}" if warning.other else ""
        out.print(f"  第 {line} 行：{warning.message}{other}", markup=False)
        out.print(f"    {' '.join(warning.text.split())[:120]}", markup=False, style="dim")


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ReadError("写不了核对页", where=str(path), todo=f"请换一个能写的位置（{error.strerror}）") from error
