"""Task tables (任务分解表, 责任清单): columns known by their header words, one measure a row, merged cells shared (census row 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph_loader.extract.assignments import declared
from graph_loader.extract.assignments.declared import Declaration
from graph_loader.extract.assignments.grammar import read
from graph_loader.extract.assignments.reading import Doubt, Reading
from graph_loader.extract.assignments.vet import vet
from graph_loader.extract.assignments.words import DIVIDED, PERSONAL, ROLE_NAMES, label_field, unknown_label
from graph_loader.extract.fold import HAN, Folded
from graph_loader.extract.outline import number_at, title_at
from graph_loader.model import Cell, Role, Table

_NUMBER = re.compile(r"\w{0,6}(?:序号|编号|编码)|项号|号|No\.?", re.IGNORECASE)
_TASK = re.compile(
    "任务|措施|内容|事项|项目|工作|举措|要点|目标|指标|问题|行动|工程|要求|名称|类别|领域|板块|方向|环节|清单|政策|条款|职责"
)
_CATEGORY = re.compile("领域|类别|类型|分类|板块|方向|环节")
_WORDS = re.compile(rf"[{HAN}]{{2}}")
_SCHEDULE = re.compile(
    r"(?:20\d\d年)?(?:第?[一二三四1-4]季度|[上下]半年|1?\d(?:月(?:1?\d日)?)?(?:[-—至]1?\d)?月|1?\d月[1-3]?\d日|20\d\d年|年)(?:份|度)?[底末初]?(?:之?前)?"
    r"(?:工作)?(?:目标|计划|进度|任务|安排|节点|要求)*"
)
_OWN_TIME = re.compile(r"\d ?[月日年]|季度|[年月][底末]|半年")
_GROUP_NUMBER = re.compile(r"[(]?[一二三四五六七八九十]{1,3}[)]?[、.]?")
_ROLES = ("lead", "responsible", "supporting")
_HEADER_ROWS = 8
_MAX_COLUMNS = 64
_MAX_PART = 60
_MAX_TITLE = 80
_SCHEDULE_COLUMNS = 2

_Column = str
"""What a column holds: number, task, statement (labels stand in its cells), schedule (its header is the time limit of what
stands in its cells), or a Field of a label."""
TimeField = tuple[tuple[int, int], tuple[int, int] | None]
"""Where a time limit is printed, and what it binds: None for all of the clause."""


@dataclass(slots=True)
class Row:
    """A row of a task table, folded offsets: its own stretch, number, the parts of its title, statement, time fields, task cells."""

    start: int
    end: int
    number: tuple[int, int]
    title: list[tuple[int, int]]
    reading: Reading | None = None
    times: list[TimeField] = field(default_factory=list)
    tasks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class TaskTable:
    """What a table says: its rows, the stretches of its heading rows, rules of its header, doubts."""

    start: int
    end: int
    rows: list[Row] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)
    declarations: list[Declaration] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def task_table(folded: Folded, table: Table, closing: Mapping[int, int]) -> TaskTable | None:
    """Read a table; None when no row of its first rows is a header with a column of units."""
    reader = _Reader(folded, closing)
    rows = _rows(table.cells)
    head: list[dict[int, Cell]] = []
    columns: dict[int, _Column] = {}
    result = TaskTable(folded.locate(table.span.start), folded.locate(table.span.end))
    for index, row in rows:
        if not columns:
            head.append(row)
            columns = reader.columns(head)
            if not columns and len(head) >= _HEADER_ROWS:
                return None
            if columns:
                result.declarations += reader.declared(head)
                reader.merged = {each.column for each in table.cells if each.rows > 1 and each.row > index}
                reader.merged |= reader.categories(
                    head[-1], columns, [each for each in table.cells if each.row > index]
                )
            continue
        own = [cell for cell in dict.fromkeys(row.values()) if cell.row == index]
        sub = reader.columns([*head, row]) if len(head) < _HEADER_ROWS and not result.rows else {}
        if sub and reader.is_header(row):
            columns = sub
            head.append(row)
            result.declarations += reader.declared([row])
        elif own and not reader.is_header(row):
            reader.row(result, row, own, columns)
    return result if columns else None


def _rows(cells: Sequence[Cell]) -> Iterator[tuple[int, dict[int, Cell]]]:
    """The rows of a table, each as the cells that cover its columns, merged cells in every row that they span."""
    active: dict[int, Cell] = {}
    row = -1
    pending: list[Cell] = []
    for cell in [*sorted(cells, key=lambda each: (each.row, each.column)), None]:
        if cell is None or cell.row != row:
            if pending:
                active = {column: each for column, each in active.items() if each.row + each.rows > row}
                for each in pending:
                    for column in range(each.column, min(each.column + each.columns, _MAX_COLUMNS)):
                        active[column] = each
                yield row, dict(sorted(active.items()))
            if cell is None:
                return
            row, pending = cell.row, []
        pending.append(cell)


class _Reader:
    def __init__(self, folded: Folded, closing: Mapping[int, int]) -> None:
        self.folded, self.text, self.closing = folded, folded.text, closing
        self.merged: set[int] = set()
        """Columns with cells that span rows, or would if the format had such cells: what stands there groups rows."""
        self.people: set[int] = set()
        """Columns that name persons beside the bodies (责任单位/责任人)."""
        self.schedule: dict[int, tuple[int, int]] = {}
        """Where the time limits of schedule columns are printed."""
        self.unusual: dict[int, str] = {}
        """Columns of bodies with an unusual header, and that header."""

    def place(self, cell: Cell) -> tuple[int, int]:
        """The cell's stretch of the folded text, without white space at its ends."""
        start, end = self.folded.locate(cell.span.start), self.folded.locate(cell.span.end)
        while start < end and self.text[start] in " \t\n":
            start += 1
        while end > start and self.text[end - 1] in " \t\n":
            end -= 1
        return start, end

    def declared(self, rows: Sequence[dict[int, Cell]]) -> list[Declaration]:
        """The rules that header cells state: 责任单位(排第一位的为牵头单位)."""
        cells = dict.fromkeys(cell for row in rows for cell in row.values())
        return [each for cell in cells for each in declared.find(self.text, *self.place(cell))]

    def categories(self, head: dict[int, Cell], columns: Mapping[int, _Column], below: Sequence[Cell]) -> set[int]:
        """Columns of tasks that only group them: named so, or left empty where the row above holds, with more tasks behind."""
        tasks = [column for column, kind in columns.items() if kind == "task"][:-1]
        empty = {cell.column for cell in below if cell.column in tasks and not self.words(cell)}
        named = {column for column in tasks if column in head and _CATEGORY.search(self.words(head[column]))}
        return empty | named

    def words(self, cell: Cell) -> str:
        start, end = self.place(cell)
        return re.sub(r"[\s*]+", "", self.text[start : min(end, start + 60)])

    def columns(self, head: Sequence[dict[int, Cell]]) -> dict[int, _Column]:
        """What each column holds, by the header rows; {} when they have no column of units beside another column."""
        kinds: dict[int, _Column] = {}
        for row in head:
            for column, kind in self._kinds(row).items():
                words, cell = self.words(row[column]), row[column]
                if kind in _ROLES and PERSONAL.search(words):
                    self.people.add(column)
                if kind == "schedule":
                    self.schedule[column] = self.place(cell)
                if kind in _ROLES and not label_field(words) and unknown_label(words):
                    self.unusual[column] = words
                if kind and not (kind == "task" and kinds.get(column) not in (None, "task", "statement")):
                    kinds[column] = kind
        if not any(kind in _ROLES or kind == "statement" for kind in kinds.values()):
            return {}
        return kinds if len(set(kinds.values())) > 1 else {}

    def _kinds(self, row: dict[int, Cell]) -> dict[int, _Column | None]:
        """What the cells of a row say as headers. A single time limit is no schedule: it stands in a row of its own."""
        kinds = {column: self._kind(self.words(cell)) for column, cell in row.items()}
        if sum(kind == "schedule" for kind in kinds.values()) < _SCHEDULE_COLUMNS:
            return {column: None if kind == "schedule" else kind for column, kind in kinds.items()}
        return kinds

    def _kind(self, words: str) -> _Column | None:
        plain = re.sub(r"[(\[].*?[)\]]", "", words) or words
        if not plain or len(plain) > 24:
            return None
        if _NUMBER.fullmatch(plain):
            return "number"
        if _SCHEDULE.fullmatch(plain):
            return "schedule"
        if DIVIDED.fullmatch(plain):
            return "statement"
        return (
            label_field(plain)
            or label_field(words)
            or unknown_label(plain)
            or ("task" if _TASK.search(plain) and len(plain) <= 14 else None)
        )

    def is_header(self, row: dict[int, Cell]) -> bool:
        """Whether a row holds header words and no units: a second header row, or the header repeated on the next page."""
        found = self._kinds(row)
        kinds = [found[column] for column, cell in row.items() if cell.column == column]
        return any(kind in _ROLES for kind in kinds) and sum(kind is not None for kind in kinds) * 2 >= len(kinds)

    def row(self, table: TaskTable, row: dict[int, Cell], own: Sequence[Cell], columns: dict[int, _Column]) -> None:
        start, end = self.place(own[0])[0], max(self.place(cell)[1] for cell in own)
        filled = [cell for cell in own if self.words(cell)]
        if not filled:
            return
        units = [column for column, kind in columns.items() if kind in _ROLES or kind == "statement"]
        printed = {id(row[column]) for column in units if column in row and self.words(row[column])}
        # A heading spans the column of units together with others, or is all that its row holds.
        across = any(
            id(cell) in printed and len({columns.get(column) for column in row if row[column] is cell}) > 1
            for cell in own
        )
        alone = len(filled) == 1 and (len(own) > 1 or len(row) == 1) and not printed
        grouped = not printed and any(
            columns.get(column) == "number" and _GROUP_NUMBER.fullmatch(self.words(cell))
            for column, cell in row.items()
        )
        if across or alone or (grouped and len(filled) == 2):
            table.headings.append((self.place(filled[0])[0], self.place(filled[-1])[1]))
            return
        result = Row(start, end, (start, start), [])
        self._title(result, row, own, columns)
        self._units(table, result, row, own, columns)
        if not result.title and not result.reading:
            return
        self._times(result, row, columns)
        table.rows.append(result)

    def _times(self, result: Row, row: dict[int, Cell], columns: dict[int, _Column]) -> None:
        for column, cell in row.items():
            if columns.get(column) == "time" and self.words(cell):
                result.times.append((self.place(cell), None))
            elif columns.get(column) == "schedule" and _WORDS.search(self.words(cell)):
                place = self.place(cell)
                if _OWN_TIME.search(self.text, *place):
                    result.tasks.append(place)
                else:
                    result.times.append((self.schedule[column], place))
        result.times = list(dict.fromkeys(result.times))

    def _title(self, result: Row, row: dict[int, Cell], own: Sequence[Cell], columns: dict[int, _Column]) -> None:
        parts: dict[tuple[int, int], bool] = {}
        for column, cell in row.items():
            kind = columns.get(column)
            place = self.place(cell)
            if kind == "number" and place[0] < place[1] and result.number[0] == result.number[1]:
                result.number = place
            elif kind == "task" and place[0] < place[1] and place not in parts:
                parts[place] = column in self.merged
                if cell in own:
                    result.tasks.append(place)
        numbered = result.number[0] < result.number[1]
        named: list[tuple[int, int]] = []
        grouped = False  # whether what names the row so far stands over several rows, and so names none of them
        for (start, end), shared in parts.items():
            behind = number_at(self.text, start, end)
            # The number of the row itself goes before that of a cell that spans several rows.
            if behind > start and not numbered:
                result.number, numbered = (start, behind), not shared
            while behind < end and self.text[behind] in " :、.":
                behind += 1
            name = title_at(self.text, behind, end)
            short = name[1] - name[0] <= _MAX_PART and bool(_WORDS.search(self.text, *name))
            if not short and (grouped or not named) and not (shared and named):
                named, name = [], name if name[0] < name[1] else self._opening(behind, end)
            if short or not named:
                named.append(name)
                grouped = shared and len(named) == 1
        result.title = [name for name in named if name[0] < name[1]]

    def _opening(self, start: int, end: int) -> tuple[int, int]:
        """The first sentence of a task, or as much of it as a title may be long."""
        end = min(end, start + _MAX_TITLE)
        stop = self.text.find("。", start, end)
        return start, end if stop < 0 else stop

    def _units(
        self, table: TaskTable, result: Row, row: dict[int, Cell], own: Sequence[Cell], columns: dict[int, _Column]
    ) -> None:
        readings: list[Reading] = []
        here: list[Reading] = []
        for cell in dict.fromkeys(row[column] for column in row if columns.get(column) in (*_ROLES, "statement")):
            column = next(column for column in row if row[column] is cell)
            kind = columns[column]
            start, end = self.place(cell)
            if start == end or re.fullmatch(r"[-—/无\s]+|[同见](?:上|前|左)", self.text[start:end]):
                continue
            label: Role = "lead" if kind == "lead" else "supporting" if kind == "supporting" else "responsible"
            rules = declared.find(self.text, start, end)
            table.declarations += rules
            readings.append(read(self.text, start, end, "table", self.closing, rules, label))
            readings[-1].people |= column in self.people
            if cell in own:
                here.append(readings[-1])
                if column in self.unusual:
                    message = f"栏名“{self.unusual[column]}”不常见，按{ROLE_NAMES[label]}读"
                    readings[-1].doubts.append(Doubt(message, start, end))
        if not readings:
            table.doubts.append(Doubt("责任单位一栏空白", result.start, result.end, "与上一行相同"))
            return
        placed = here or readings
        whole = Reading(min(each.start for each in placed), max(each.end for each in placed), "table")
        for reading in readings:
            whole.names += reading.names
            whole.doubts += reading.doubts
            whole.open_ended |= reading.open_ended
            whole.people |= reading.people
        for name in whole.names:
            name.rule = "table" if name.rule == "label" else name.rule
        if whole.names:
            result.reading = vet(self.text, whole)
