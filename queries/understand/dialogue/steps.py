"""下一条, 上一项: the measure beside the one that the answer before was about."""

from __future__ import annotations

import re

from queries.directory import Directory

STEP = re.compile("(?:再|往|紧挨着|紧接着)?(?P<way>下|后|上|前)面?(?:的)?那?[一1]?[条项款](?:措施|任务)?(?![文目规])")
_ONWARD = "下后"


def beside(measure_id: str, way: str, directory: Directory) -> str | None:
    """Id of the measure that stands next in its document (way: 下, 后) or before it (上, 前); None at the end."""
    here = directory.measures.get(measure_id)
    if here is None:
        return None
    row = sorted(
        (measure for measure in directory.measures.values() if measure.document_id == here.document_id),
        key=lambda measure: measure.position,
    )
    at = row.index(here) + (1 if way in _ONWARD else -1)
    return row[at].id if 0 <= at < len(row) else None
