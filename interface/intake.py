"""From an uploaded file to the graph: read, shown for review, corrected, loaded. Nothing is written before load()."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph_loader.errors import StoreError, ZerenError
from graph_loader.loading import FileReport, load_plans, understand
from graph_loader.model import ROLES, Plan, SourceText
from graph_loader.readers import SUFFIXES, read_bytes
from graph_loader.settings import Settings
from graph_loader.stores import open_store
from graph_loader.units import Correction, Registry, append_correction, read_corrections

TYPES = tuple(sorted(suffix.lstrip(".") for suffix in SUFFIXES))
"""Endings that the upload box takes; the readers look at the bytes again."""
_CORRECTIONS = "corrections.csv"


@dataclass(frozen=True, slots=True)
class Read:
    """One uploaded file as understood; error says why it was not (Chinese), plans is empty then."""

    name: str
    source: SourceText | None = None
    plans: tuple[Plan, ...] = ()
    error: str = ""

    @property
    def warnings(self) -> int:
        """How many places a person should check."""
        return sum(len(plan.warnings) for plan in self.plans)

    def units(self) -> list[str]:
        """The units' names as this file is understood, in the order of the paper."""
        mentions = (
            mention.unit
            for plan in self.plans
            for measure in plan.measures
            for assignment in measure.assignments
            for role in ROLES
            for mention in assignment.of(role)
        )
        return list(dict.fromkeys(mentions))


def read_upload(content: bytes, name: str, settings: Settings) -> Read:
    """Read and understand a file's bytes; its name is only a name, never a path."""
    label = Path(name.replace("\\", "/")).name or "未命名"
    try:
        source = read_bytes(content, label)
        return Read(label, source, _understand(source, settings))
    except ZerenError as error:
        return Read(label, error=str(error))


def reread(read: Read, settings: Settings) -> Read:
    """The same file understood again, after a correction."""
    return Read(read.name, read.source, _understand(read.source, settings)) if read.source else read


def rename_unit(read: Read, unit: str, to: str, who: str, why: str, settings: Settings) -> None:
    """Remember, for this and every later load, that a unit goes by another name. Raises StoreError when nothing may be
    changed, DataError when the line is not of its form or cannot be written."""
    refuse_if_readonly(settings)
    line = Correction("rename", "", "", unit, to, who, date.today().isoformat(), why)
    append_correction(settings.data / _CORRECTIONS, line)


def load(read: Read, settings: Settings) -> FileReport:
    """Put the file's documents into the graph, each in a transaction. Raises StoreError."""
    refuse_if_readonly(settings)
    store = open_store(settings, write=True)
    try:
        store.prepare()
        return load_plans(Path(read.name), read.plans, store)
    finally:
        store.close()


def remove(document_id: str, settings: Settings) -> bool:
    """Take a document out of the graph; whether anything changed. Raises StoreError."""
    refuse_if_readonly(settings)
    store = open_store(settings, write=True)
    try:
        return store.remove_document(document_id).changed
    finally:
        store.close()


def refuse_if_readonly(settings: Settings) -> None:
    """Raises StoreError under ZEREN_READONLY=1."""
    if settings.readonly:
        raise StoreError("现在是只读状态，不能上传、更正或移除", todo="需要改动请找管理员")


def _understand(source: SourceText, settings: Settings) -> tuple[Plan, ...]:
    path = settings.data / _CORRECTIONS
    corrections = read_corrections(path) if path.exists() else ()
    return understand(source, Registry.load(settings.data), corrections)
