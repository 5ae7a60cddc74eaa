"""Evidence packs: findings with every sentence that proves them, and all that another person needs to get the same.

A finding is one undertaking with its time limit: the paper's words, who led and who was responsible, who took over, and what the
paper says happens if it is not done. It says what the paper asks, never that somebody failed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from graph_loader.errors import VerificationError
from graph_loader.rows import product_version
from graph_loader.stores.base import GraphStore
from queries.evidence import document_texts, sentence_around
from queries.jsonform import plain

FORMAT = "zeren-evidence/1"

Finding = dict[str, Any]
Pack = dict[str, Any]

STATEMENTS = {
    "deadlines": """MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
WHERE t.id IN $deadlines
RETURN t.id AS id, d.id AS document_id, d.title AS document, m.id AS measure_id, m.number AS number, m.title AS title,
  t.text AS deadline, t.undertaking AS undertaking, t.kind AS kind, t.start_on AS start_on, t.due_on AS due_on,
  t.rrule AS rrule, t.rule AS rule, t.start AS start, t.`end` AS stop
ORDER BY due_on, document_id, start, id""",
    "duties": """MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
WHERE m.id IN $measures
RETURN m.id AS measure_id, type(r) AS role, u.id AS unit_id, u.name AS unit, r.as_written AS as_written, r.rule AS rule,
  r.inferred AS inferred, r.implied AS implied, r.open_ended AS open_ended, r.correction AS correction,
  r.start AS start, r.`end` AS stop, r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY measure_id, assignment_start, start, role, unit_id""",
    "successions": """MATCH (u:Unit)-[s:SUCCEEDED_BY]->(b:Unit)
WHERE u.id IN $units
RETURN u.id AS unit_id, b.id AS successor_id, b.name AS successor, s.`on` AS taken_over_on, s.scope AS scope, s.basis AS basis,
  s.rule AS rule, s.source AS source
ORDER BY unit_id, taken_over_on, successor_id""",
    "liabilities": """MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)-[:HAS_LIABILITY]->(l:Liability)
WHERE d.id IN $documents
RETURN d.id AS document_id, m.id AS measure_id, m.number AS number, m.title AS title, l.trigger AS trigger,
  l.subject AS subject, l.consequence AS consequence, l.start AS start, l.`end` AS stop
ORDER BY document_id, start""",
    "hashes": """MATCH (d:Document) WHERE d.id IN $documents
RETURN d.id AS id, d.title AS title, d.number AS number, d.sha256 AS sha256 ORDER BY id""",
}
"""What a pack is read with, in this order; each statement's parameters are ids out of the ones before it."""


def findings(store: GraphStore, deadline_ids: Iterable[str]) -> list[Finding]:
    """What the graph says of these deadlines, by date; ids that the graph lacks are left out. Dates are ISO text."""
    rows = _read(store, "deadlines", deadlines=sorted(set(deadline_ids)))
    duties = _read(store, "duties", measures=sorted({row["measure_id"] for row in rows}))
    successions = _read(store, "successions", units=sorted({row["unit_id"] for row in duties}))
    documents = sorted({row["document_id"] for row in rows})
    liabilities = _read(store, "liabilities", documents=documents)
    texts = document_texts(store, documents)
    return [_finding(row, duties, successions, liabilities, texts[row["document_id"]]) for row in rows]


def build(
    store: GraphStore,
    deadline_ids: Sequence[str],
    on: date,
    remarks: Mapping[str, str],
    made_at: datetime | None = None,
) -> Pack:
    """A pack of these deadlines as of a day. remarks: by deadline id. made_at: now when not given.

    Raises VerificationError when the graph lacks one of them.
    """
    found = findings(store, deadline_ids)
    if missing := set(deadline_ids) - {finding["id"] for finding in found}:
        raise VerificationError(
            "有事项已不在图谱里，没有生成证据包", where="、".join(sorted(missing)), todo="请刷新后重新选择"
        )
    pack: Pack = {
        "format": FORMAT,
        "made_at": (made_at or datetime.now(UTC)).isoformat(timespec="seconds"),
        "version": product_version(),
        "store": f"{store.name} {store.address}",
        "as_of": on.isoformat(),
        "note": "只列文件所载内容。是否完成不在这些文件里，本证据包不作责任认定。",
        "documents": _read(store, "hashes", documents=sorted({finding["document_id"] for finding in found})),
        "query": {"deadlines": sorted(set(deadline_ids)), "statements": STATEMENTS},
        "findings": [{**finding, "remark": remarks.get(finding["id"], "")} for finding in found],
    }
    return {**pack, "digest": digest(pack)}


def digest(pack: Pack) -> str:
    """SHA-256 of the pack without its digest, as canonical JSON (sorted keys, UTF-8, no spaces)."""
    content = {name: value for name, value in pack.items() if name != "digest"}
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def verify(store: GraphStore, pack: Pack) -> list[str]:
    """What differs between a pack and the loaded documents, as Chinese sentences; empty when it verifies.

    Raises VerificationError for something that is no pack of this format.
    """
    if not isinstance(pack, dict) or pack.get("format") != FORMAT or not isinstance(pack.get("findings"), list):
        raise VerificationError("这不是责任图谱的证据包", todo=f"应为本产品导出的 json，格式 {FORMAT}")
    try:
        return list(_differences(store, pack))
    except (KeyError, TypeError, AttributeError) as error:
        raise VerificationError("证据包缺少内容，无法核验", where=str(error), todo="请用原始导出的文件") from error


def _differences(store: GraphStore, pack: Pack) -> Iterator[str]:
    if digest(pack) != pack["digest"]:
        yield "证据包导出之后被改动过：内容与自带的校验值不符。"
    loaded = {row["id"]: row for row in _read(store, "hashes", documents=[row["id"] for row in pack["documents"]])}
    for document in pack["documents"]:
        now = loaded.get(document["id"])
        if now is None or not now["sha256"]:
            yield f"《{document['title']}》没有载入，无法核验。"
        elif now["sha256"] != document["sha256"]:
            yield f"《{document['title']}》载入的不是同一个文件：指纹 {now['sha256'][:12]}…，证据包里是 {document['sha256'][:12]}…。"
    now_found = {finding["id"]: finding for finding in findings(store, [finding["id"] for finding in pack["findings"]])}
    for then in pack["findings"]:
        name = f"{then['number']}“{then['undertaking'] or then['deadline']}”"
        now = now_found.get(then["id"])
        if now is None:
            yield f"{name}：图谱里没有这一事项。"
            continue
        for field, word in _COMPARED.items():
            if now[field] != then.get(field):
                yield f"{name}：{word}与现在的图谱不一致。"


_COMPARED = {
    "sentence": "时限原句",
    "deadline": "时限",
    "undertaking": "要做的事",
    "kind": "时限类型",
    "start_on": "开始日期",
    "due_on": "到期日",
    "rrule": "周期",
    "duties": "承担单位",
    "successions": "承继关系",
    "liabilities": "后果条款",
}
"""Fields of a finding that verification compares, with their words."""


def _read(store: GraphStore, name: str, **params: list[str]) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = plain(store.read(STATEMENTS[name], params).records())
    return records


def _finding(
    row: dict[str, Any],
    duties: Sequence[dict[str, Any]],
    successions: Sequence[dict[str, Any]],
    liabilities: Sequence[dict[str, Any]],
    text: str,
) -> Finding:
    own = [duty for duty in duties if duty["measure_id"] == row["measure_id"]]
    units = {duty["unit_id"] for duty in own}
    return {
        **row,
        "sentence": _quoted(text, *sentence_around(text, row["start"], row["stop"])),
        "duties": [{**duty, "sentence": _quoted(text, *_assignment(text, duty))} for duty in own],
        "successions": [each for each in successions if each["unit_id"] in units],
        "liabilities": [
            {
                **each,
                "own": each["measure_id"] == row["measure_id"],
                "sentence": _quoted(text, each["start"], each["stop"]),
            }
            for each in liabilities
            if each["document_id"] == row["document_id"]
        ],
    }


def _assignment(text: str, duty: dict[str, Any]) -> tuple[int, int]:
    """Where the words stand that give a duty: the whole assignment, or for an implied unit the sentence that declares it."""
    if duty["assignment_start"] <= duty["start"] < duty["stop"] <= duty["assignment_end"]:
        return duty["assignment_start"], duty["assignment_end"]
    return sentence_around(text, duty["start"], duty["stop"])


def _quoted(text: str, start: int, stop: int) -> dict[str, Any]:
    return {"start": start, "end": stop, "text": text[start:stop]}
