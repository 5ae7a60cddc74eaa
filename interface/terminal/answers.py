"""An answer in the terminal: the sentence, the table, the words of the paper."""

from __future__ import annotations

from rich.text import Text

from interface.terminal.output import cell_text, out, print_table
from queries.model import Answer, Evidence

_EVIDENCE_SHOWN = 8


def print_answer(answer: Answer) -> None:
    """Print an answer, or why there is none and what can be asked."""
    if answer.refused:
        out.print(f"不能回答：{answer.refused}", markup=False, style="yellow")
    else:
        if answer.understood and answer.understood.sentence:
            out.print(f"{answer.understood.sentence}", markup=False, style="dim")
        out.print(answer.answer, markup=False, style="bold")
        for note in answer.notes:
            out.print(f"注意：{note}", markup=False, style="yellow")
        _print_rows(answer)
        _print_evidence(answer.evidence)
    if answer.alternatives:
        out.print("也可以问：", style="dim")
        for question in answer.alternatives:
            out.print(f"  {question}", markup=False)


def _print_rows(answer: Answer) -> None:
    """The rows as a table; what is the same in every row is said once above it, so that the table fits. One row stands upright."""
    if not answer.rows or answer.entry is None:
        return
    shown = [(index, column.zh) for index, column in enumerate(answer.entry.columns) if column.zh]
    if len(answer.rows) == 1:
        print_table(["项目", "值"], [(zh, answer.rows[0][index]) for index, zh in shown])
        return
    same = [(index, zh) for index, zh in shown if len({cell_text(row[index]) for row in answer.rows}) == 1]
    if same:
        facts = "，".join(f"{zh} {cell_text(answer.rows[0][index])}" for index, zh in same)
        out.print(f"各行相同：{facts}", markup=False, style="dim")
        shown = [column for column in shown if column not in same]
    print_table([zh for _, zh in shown], [[row[index] for index, _ in shown] for row in answer.rows])


def _print_evidence(evidence: tuple[Evidence, ...]) -> None:
    if not evidence:
        return
    out.print("原文依据：", style="dim")
    for item in evidence[:_EVIDENCE_SHOWN]:
        text = Text("  " + item.text.strip().replace("\n", " "))
        indent = 2 - (len(item.text) - len(item.text.lstrip()))
        for mark in item.marks:
            text.stylize("bold underline", mark.start + indent, mark.end + indent)
        out.print(text)
        said = "，推断" if item.inferred else "，隐含" if item.implied else ""
        place = f"{item.measure}{item.measure_title}，第 {item.start + 1}–{item.end} 字{said}"
        out.print(f"    《{item.document}》{place}", markup=False, style="dim")
    if len(evidence) > _EVIDENCE_SHOWN:
        out.print(f"  另有 {len(evidence) - _EVIDENCE_SHOWN} 段，用 --json 查看全部", style="dim")
