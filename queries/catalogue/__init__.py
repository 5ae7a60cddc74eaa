"""The catalogue: every question that the product can answer, one file each in a folder for its subject."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph_loader.errors import DataError
from queries.catalogue.header import read_entry
from queries.model import Entry

FOLDER = Path(__file__).resolve().parent
SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "units": "单位",
        "measures": "措施",
        "deadlines": "时限",
        "targets": "目标",
        "accountability": "追责",
        "documents": "文件",
        "overview": "总览",
    }
)
"""Folders of the catalogue, in the order in which they are shown, with their Chinese headings."""


@cache
def load(folder: Path = FOLDER) -> Mapping[str, Entry]:
    """Every entry by name, by subject and then name. Raises DataError for a file that is not of its form."""
    entries: dict[str, Entry] = {}
    for subject in SUBJECTS:
        for path in sorted((folder / subject).glob("*.cypher")):
            if path.stem in entries:
                raise DataError(
                    f"问题 {path.stem} 在 {entries[path.stem].subject} 中已有", where=f"{subject}/{path.name}"
                )
            entries[path.stem] = read_entry(path, subject)
    return MappingProxyType(entries)
