"""Finds the statements of responsibility in a text: brackets, label lines, whole sentences; leaves alone what is none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph_loader.extract.assignments import declared
from graph_loader.extract.assignments.brackets import Brackets
from graph_loader.extract.assignments.declared import Declaration
from graph_loader.extract.assignments.grammar import LABEL_IN_BRACKETS, STRONG_LABEL, read
from graph_loader.extract.assignments.reading import Doubt, Name, Reading
from graph_loader.extract.assignments.vet import vet
from graph_loader.extract.assignments.words import label_field, looks_like_unit, surely_unit
from graph_loader.extract.outline import number_at

_TRIGGER = re.compile("单位|部门|牵头|负责|责任|配合|落实|参与|实施|主办|承办|协办|协助|分工|推进|执行")
_LABELLED = re.compile(r"(?:单位|部门|科室|处室|机关|主体|牵头|责任|配合|主办|承办|协办|参与|主责)[)人]?[ *]*:")
_ANY_LABEL = re.compile(_LABELLED.pattern.replace("主责)", "主责|时限|期限|时间|进度|领导|责任人|负责人|联系人)"))
_LABEL_START = re.compile(r"[*\s]*(?:牵头|责任|配合|主办|承办|协办|参与|主责)(?:责任)?(?:单位|部门)[\s]*\S")
_LABEL_LINE = re.compile(
    r"(?m)^[ \t>*●■◆·-]*(?:牵头|责任|配合|主办|承办|协办|参与|主责)(?:责任)?(?:单位|部门)(?=[ \t]+[^ \t\n:])"
    r"|(?m:^)[ \t>*●■◆·-]*(?:完成|办结|整改)(?:时限|时间|期限)(?=[ \t]+[^ \t\n:])"
)
_COPULA_LABEL = re.compile(
    r"[。;\n\d)][ \t.、]*(?P<label>(?:牵头|责任|配合|主办|承办|协办|主责)(?:责任)?(?:单位|部门)(?:[为是。](?!牵头|责任|主)))"
)
_LABEL_EDGE = re.compile(r"[。;,、!?\s<〈>|*”》]")
_SENTENCE_VERB = re.compile(r"(?:负责|牵头|配合|落实|参与|组织实施|承办|协助)(?=[。;]?[ \t]*(?:\n|\Z))")
_SENTENCE_ENDS = "。;!?"
_LOOK_BACK = 24
_VALUE_LINES = 3
_MAX_VALUE = 1_000
_USUAL = 3
"""So many brackets of nothing but units make them the paper's way of writing who is responsible."""


_PAGE_FOOT = re.compile(r"网站标识码|ICP备|备案号|公网安备|版权所有|网站地图|网站声明|技术支持")
_HOSTS = re.compile(r"(?:主办|承办|协办|维护|指导|技术支持)(?:单位)?[ ]?:")
_FOOT_REACH = 160
_PLACE = re.compile(r"[^各]{1,8}[省市县区州盟旗]\Z")


@dataclass(slots=True)
class Statements:
    """What was found: readings in order, rules declared anywhere, doubts about places that gave no reading."""

    readings: list[Reading] = field(default_factory=list)
    declarations: list[Declaration] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def find(
    text: str, brackets: Brackets, skip: Sequence[tuple[int, int]] = (), breaks: frozenset[int] = frozenset()
) -> Statements:
    """All statements of a folded text. skip: ranges that are read elsewhere (task tables); breaks: starts of numbered lines."""
    return _Finder(text, brackets, skip, breaks).run()


class _Finder:
    def __init__(self, text: str, brackets: Brackets, skip: Sequence[tuple[int, int]], breaks: frozenset[int]) -> None:
        self.text, self.brackets, self.breaks = text, brackets, breaks
        self.found = Statements()
        self.taken = sorted(skip)
        self.opens = sorted(brackets.closing)
        self.strays = frozenset(brackets.stray)
        self.bare: list[tuple[Reading, bool, Sequence[Declaration]]] = []

    def run(self) -> Statements:
        found = self.found
        for start, end in self.brackets.outer:
            if not self._is_taken(start):
                self._bracket(start, end)
        self._bare_lists()
        for start in self.brackets.opened:
            self._unclosed(start)
        self._take(found.readings)
        for start, end in self._label_runs():
            self._label_run(start, end)
        self._take(found.readings)
        for match in _SENTENCE_VERB.finditer(self.text):
            self._sentence(match.end())
        self._take(found.readings)
        found.readings.sort(key=lambda reading: reading.start)
        # A bracket inside a label line was looked at by itself before the line was read.
        found.doubts = [doubt for doubt in found.doubts if not self._is_taken(doubt.start)]
        inside = found.declarations
        found.declarations = []
        edge = 0
        for start, end in [*self.taken, (len(self.text), len(self.text))]:
            if start > edge:
                found.declarations.extend(declared.find(self.text, edge, start))
            edge = max(edge, end)
        found.declarations.extend(inside)
        found.declarations.sort(key=lambda declaration: declaration.start)
        return found

    def _take(self, readings: Sequence[Reading]) -> None:
        self.taken = sorted({*self.taken, *((reading.start, reading.end) for reading in readings)})

    def _is_taken(self, at: int) -> bool:
        place = bisect_right(self.taken, (at, len(self.text)))
        return place > 0 and self.taken[place - 1][1] > at

    # Brackets

    def _bracket(self, start: int, end: int) -> None:
        """Read a bracket at `start` that closes at `end`; when it is no statement, the brackets inside it."""
        text = self.text
        bare = self._is_bare_list(start, end) or self._is_at_head(start)
        if not bare and not _TRIGGER.search(text, start + 1, end):
            return
        reading = self._statement(start + 1, end)
        if reading:
            reading.start, reading.end = start, end + 1
            self.found.readings.append(reading)
            return
        place = bisect_right(self.opens, start)
        while place < len(self.opens) and self.opens[place] < end:
            inner = self.opens[place]
            close = self.brackets.closing[inner]
            self._bracket(inner, close)
            place = bisect_right(self.opens, close)

    def _statement(self, start: int, end: int) -> Reading | None:
        text = self.text
        rules = declared.find(text, start, end)
        labelled = bool(_LABELLED.search(text, start, end) or _LABEL_START.match(text, start, end))
        reading = read(text, start, end, "label" if labelled else "verb", self.brackets.closing, rules)
        names = reading.names
        if labelled and any(name.labelled or name.rule in ("unlabelled-first", "role-behind") for name in names):
            return self._accept(reading, rules)
        if not names:
            self.found.declarations.extend(rules)
            if labelled and not rules:
                self.found.doubts.append(Doubt("像是责任分工，没有读出单位", start, end))
            return None
        reading.rule = "verb"
        sure = _sure(text, names)
        if any(name.rule in ("verb", "role-behind") for name in names):
            if 2 * sure >= len(names):
                return self._accept(reading, rules)
            if sure or self._ends_sentence(end) or _like(text, names) > 1:
                self.found.doubts.append(Doubt("像是责任分工，没有读成责任单位", start, end))
            return None
        if sure == len(names) and self._is_bare_list(start - 1, end):
            reading.rule, reading.start, reading.end = "bare-list", start - 1, end + 1
            self.bare.append((reading, len(names) > 1 or text[start - 2] in _SENTENCE_ENDS, rules))
        elif sure and self._is_bare_list(start - 1, end):
            self.found.doubts.append(Doubt("句末括号里像是单位名称，没有读成责任单位", start, end, "责任单位"))
        elif sure == len(names) > 1 and self._is_at_head(start - 1):
            self.found.doubts.append(Doubt("条目开头括号里是单位名称，没有读成责任单位", start, end, "责任单位"))
        elif labelled or STRONG_LABEL.match(text, start, end):
            self.found.doubts.append(Doubt("像是责任分工，没有读出单位", start, end))
        return None

    def _bare_lists(self) -> None:
        """Brackets of nothing but units: statements when the paper has several, or when they stand as statements do."""
        usual = len(self.bare) >= _USUAL
        message = "括号里只有单位名称，没有写角色，按责任单位读"
        said = False
        for reading, placed, rules in self.bare:
            if not (usual or placed):
                doubt = Doubt("句末括号里是单位名称，没有读成责任单位", reading.start, reading.end, "责任单位")
                self.found.doubts.append(doubt)
                continue
            if not (usual and said):
                reading.doubts.append(Doubt(message, reading.start, reading.end, "第一个单位为牵头单位"))
            said = True
            self.found.readings.append(self._accept(reading, rules))

    def _is_bare_list(self, start: int, end: int) -> bool:
        """Whether a bracket stands at the end of a sentence, as statements do, and begins with a unit's name."""
        text = self.text
        if start == 0 or not self._ends_sentence(end):
            return False
        return surely_unit(re.split("[、,;]", text[start + 1 : end], maxsplit=1)[0].strip())

    def _ends_sentence(self, close: int) -> bool:
        """Whether a bracket that closes at `close` is the last of its sentence."""
        text, after = self.text, close + 1
        while after < len(text) and text[after] in " \t":
            after += 1
        return after >= len(text) or text[after] in "\n。;"

    def _is_at_head(self, start: int) -> bool:
        """Whether nothing but a number stands before a bracket on its line."""
        line = max(self.text.rfind("\n", max(0, start - _LOOK_BACK), start) + 1, start - _LOOK_BACK, 0)
        return line < start and line in self.breaks and number_at(self.text, line, start) >= start

    def _accept(self, reading: Reading, rules: Sequence[Declaration]) -> Reading:
        self.found.declarations.extend(rules)
        return vet(self.text, reading)

    def _unclosed(self, start: int) -> None:
        """An opening bracket without a partner: read to the end of its line when a label stands behind it."""
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        inner = self.text.find("(", start + 1, end)
        if (
            end - start > 600
            or self._is_taken(start)
            or not _LABELLED.search(self.text, start + 1, min(end, start + 20))
        ):
            return
        if inner >= 0 and inner in self.brackets.unclosed:
            return
        reading = self._statement(start + 1, end)
        if reading:
            reading.start, reading.end = start, end
            reading.doubts.append(Doubt("括号没有配对，读到行末为止", start, end))
            self.found.readings.append(reading)

    def _line_end(self, at: int) -> int:
        """The end of the line, at most _MAX_VALUE characters on."""
        limit = min(len(self.text), at + _MAX_VALUE)
        end = self.text.find("\n", at, limit)
        return limit if end < 0 else end

    # Label lines

    def _label_hits(self) -> Iterator[tuple[int, int, str]]:
        """Labels outside brackets: (start, place behind it, field)."""
        text = self.text
        hits: list[tuple[int, int, str]] = []
        at = text.find(":")
        while at >= 0:
            if not self._is_taken(at):
                start = self._label_start(at)
                words = re.sub(r"[\s*]", "", text[start:at])
                field_ = label_field(words) if words else None
                if field_:
                    hits.append((start, at + 1, field_))
            at = text.find(":", at + 1)
        for match in _COPULA_LABEL.finditer(text):
            value = re.split("[、,。;]", text[match.end() : match.end() + 40], maxsplit=1)[0]
            if not self._is_taken(match.end()) and surely_unit(value):
                hits.append((match.start("label"), match.end(), "responsible"))
        for match in LABEL_IN_BRACKETS.finditer(text):
            field_ = label_field(match["label"])
            if field_ and not self._is_taken(match.start()):
                hits.append((match.start(), match.end(), field_))
        for match in _LABEL_LINE.finditer(text):
            if not self._is_taken(match.start()):
                start = match.start() + len(match.group()) - len(match.group().lstrip(" \t>*●■◆·-"))
                words = text[start : match.end()]
                hits.append((start, match.end(), label_field(words) or "responsible"))
        return iter(sorted(hits))

    def _label_start(self, at: int) -> int:
        low = max(self.text.rfind("\n", max(0, at - _LOOK_BACK), at) + 1, at - _LOOK_BACK, 0)
        start = low
        for match in _LABEL_EDGE.finditer(self.text, low, at):
            if self.text[match.end() : at].strip(" *"):
                start = match.end()
        if start == low and (low == 0 or self.text[low - 1] == "\n"):
            start = max(start, number_at(self.text, low, at))
            while start < at and self.text[start] in " \t.、":
                start += 1
        if label_field(re.sub(r"[\s*]", "", self.text[start:at])) is None:
            for char in ")]":
                place = self.text.rfind(char, start, at - 1) + 1
                if place > start and label_field(self.text[place:at].strip(" *")):
                    return place
        return start

    def _label_runs(self) -> Iterator[tuple[int, int]]:
        """Stretches that hold labels one behind the other, on one line or on neighbouring lines."""
        run: list[tuple[int, int, str]] = []
        run_end = 0
        for hit in self._label_hits():
            start, behind, _ = hit
            if run and (start < run_end or self._is_gap(run_end, start)) and not self._opens_new(run, hit, run_end):
                run.append(hit)
            else:
                yield from self._whole_run(run, min(run_end, start))
                run = [hit]
            run_end = self._value_end(behind)
        yield from self._whole_run(run, run_end)

    def _is_gap(self, start: int, end: int) -> bool:
        """Whether nothing but white space and perhaps a number stands between two label lines."""
        if end - start > _LOOK_BACK:
            return False
        gap = self.text[start:end].strip()
        return number_at(gap, 0, len(gap)) == len(gap) or not gap.strip(".、)")

    def _opens_new(self, run: Sequence[tuple[int, int, str]], hit: tuple[int, int, str], run_end: int) -> bool:
        """Whether a hit begins another statement: the same label again, or a numbered line in between."""
        label = self.text[hit[0] : hit[1]].strip(" :")
        if any(self.text[start:behind].strip(" :") == label for start, behind, _ in run):
            return True
        line = self.text.rfind("\n", max(0, run_end - 1), hit[0]) + 1
        return line > 0 and line in self.breaks

    def _whole_run(self, run: Sequence[tuple[int, int, str]], end: int) -> Iterator[tuple[int, int]]:
        if any(field_ in ("lead", "responsible", "supporting") for _, _, field_ in run):
            yield run[0][0], end

    def _value_end(self, behind: int) -> int:
        """Where the value of a label ends: its sentence or line, or the following lines when it goes on or begins there."""
        text = self.text
        end = self._line_end(behind)
        for _ in range(_VALUE_LINES):
            value = text[behind:end].strip()
            if value and value[-1] not in "、,":
                break
            start = end
            while start < len(text) and text[start] in " \t\n":
                start += 1
            line_start = text.rfind("\n", end, start) + 1
            stop = self._line_end(start)
            first = re.split("[、, ;]", text[start:stop])[0]
            if line_start in self.breaks or not surely_unit(first):
                break
            end = stop
        line = max(text.rfind("\n", max(0, behind - _LOOK_BACK), behind) + 1, behind - _LOOK_BACK)
        full_stop = text.find("。", behind, end)
        goes_on = full_stop >= 0 and text[full_stop + 1 : end].strip() and text[line:behind].strip()
        if goes_on and not self._is_label_or_rule(full_stop + 1, end):
            return full_stop
        return end

    def _is_label_or_rule(self, start: int, end: int) -> bool:
        """Whether a further label or a rule, not the clause's text, stands behind a full stop."""
        return bool(
            _ANY_LABEL.search(self.text, start, min(end, start + _LOOK_BACK)) or declared.find(self.text, start, end)
        )

    def _label_run(self, start: int, end: int) -> None:
        text = self.text
        while end > start and (text[end - 1] in " \t\n>〉" or self._closes_outside(start, end - 1)):
            end -= 1
        rules = declared.find(text, start, end)
        reading = read(text, start, end, "label-line", self.brackets.closing, rules)
        if _is_page_foot(text, start, end):
            return
        if any(name.labelled or name.rule == "role-behind" for name in reading.names):
            self.found.readings.append(self._accept(reading, rules))
        elif not rules and (":" in text[start:end].rstrip(":") or end - start > 8):
            self.found.doubts.append(Doubt("像是责任分工，没有读出单位", start, end))

    def _closes_outside(self, start: int, at: int) -> bool:
        """Whether a closing bracket at `at` has no partner behind `start`."""
        return self.text[at] in ")]" and (
            at in self.strays or not self.text[start:at].count("(") + self.text[start:at].count("[")
        )

    # Sentences

    def _sentence(self, end: int) -> None:
        """A whole sentence at the end of a line that says nothing but who does it: `市教育局牵头,市财政局配合。`"""
        text = self.text
        low = max(text.rfind("\n", max(0, end - 200), end) + 1, end - 200, 0)
        start = max(low, text.rfind("。", low, end - 1) + 1)
        if start == low and low > 0 and text[low - 1] != "\n":
            return
        while start < end and text[start] in " \t":
            start += 1
        if self._is_taken(start) or self._is_taken(end - 1) or start in self.breaks:
            return
        reading = read(text, start, end, "sentence", self.brackets.closing)
        names = reading.names
        if (
            names
            and not reading.doubts
            and all(name.rule == "verb" and surely_unit(text[name.start : name.end]) for name in names)
        ):
            self.found.readings.append(reading)


def _like(text: str, names: Sequence[Name]) -> int:
    return sum(looks_like_unit(text[name.start : name.end]) for name in names)


def _sure(text: str, names: Sequence[Name]) -> int:
    """How many names surely are units. In 北京市、上海市人民政府 places stand for what the last name spells out."""
    words = [text[name.start : name.end] for name in names]
    last = max((place for place, word in enumerate(words) if word.endswith("政府")), default=-1)
    return sum(surely_unit(word) or (place < last and bool(_PLACE.match(word))) for place, word in enumerate(words))


def _is_page_foot(text: str, start: int, end: int) -> bool:
    """Whether labels name the hosts of a web site: 主办:某市人民政府办公室 网站标识码…"""
    near = _PAGE_FOOT.search(text, max(0, start - _FOOT_REACH), min(len(text), end + _FOOT_REACH))
    return bool(near and _HOSTS.match(text, start, end))
