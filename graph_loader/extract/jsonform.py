"""A plan in the JSON form of `zeren parse FILE --json`."""

from __future__ import annotations

from typing import Any

from graph_loader.model import Assignment, Deadline, Liability, Measure, Mention, Plan, Target


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """The plan as plain dicts and lists: {"document", "measures", "warnings"}. Dates are ISO, spans [start, end]."""
    info = plan.document
    return {
        "document": {
            "title": info.title,
            "number": info.number,
            "issuers": list(info.issuers),
            "issued_on": info.issued_on.isoformat() if info.issued_on else None,
            "jurisdiction": info.jurisdiction,
            "period": list(info.period) if info.period else None,
            "based_on": [
                {"title": each.title, "number": each.number} for each in info.citations if each.kind == "basis"
            ],
        },
        "measures": [_measure(plan, measure) for measure in plan.measures],
        "warnings": [
            {"message": each.message, "span": list(each.span), "text": each.text, "other": each.other}
            for each in plan.warnings
        ],
    }


def _measure(plan: Plan, measure: Measure) -> dict[str, Any]:
    section = plan.sections[measure.section] if measure.section is not None else None
    return {
        "number": measure.number,
        "title": measure.title,
        "section": f"{section.number}{section.title}" if section else None,
        "span": list(measure.span),
        "assignments": [_assignment(each) for each in measure.assignments],
        "deadlines": [_deadline(each) for each in measure.deadlines],
        "targets": [_target(each) for each in measure.targets],
        "cites": [{"title": each.title, "number": each.number} for each in measure.citations],
        "liabilities": [_liability(each) for each in measure.liabilities],
    }


def _assignment(assignment: Assignment) -> dict[str, Any]:
    return {
        "text": assignment.text,
        "span": list(assignment.span),
        "rule": assignment.rule,
        "open_ended": assignment.open_ended,
        "lead": [_mention(each) for each in assignment.lead],
        "responsible": [_mention(each) for each in assignment.responsible],
        "supporting": [_mention(each) for each in assignment.supporting],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "unit": mention.unit,
        "as_written": mention.as_written,
        "inferred": mention.inferred,
        "implied": mention.implied,
        "rule": mention.rule,
        "span": list(mention.span),
    }


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "text": deadline.text,
        "undertaking": deadline.undertaking,
        "kind": deadline.kind,
        "start": deadline.start.isoformat() if deadline.start else None,
        "end": deadline.end.isoformat() if deadline.end else None,
        "rrule": deadline.rrule,
        "span": list(deadline.span),
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "metric": target.metric,
        "op": target.op,
        "value": target.value,
        "value_to": target.value_to,
        "unit": target.unit,
        "span": list(target.span),
    }


def _liability(liability: Liability) -> dict[str, Any]:
    return {
        "trigger": liability.trigger,
        "subject": liability.subject,
        "consequence": liability.consequence,
        "span": list(liability.span),
    }
