"""Label lines: where labels stand outside brackets, which of them belong together, and where their values end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from graph_loader.extract.assignments import declared
from graph_loader.extract.assignments.words import LABEL_IN_BRACKETS, label_field, surely_unit, unknown_label, unspaced
from graph_loader.extract.frame import DATE_LINE
from graph_loader.extract.outline import number_at
from graph_loader.model import Role

LABELLED = re.compile(r"(?:单位|部门|科室|处室|机关|主体|牵头|责任|配合|主办|承办|协办|参与|分工|主责)[)人]?[ *]*:")
_ANY_LABEL = re.compile(LABELLED.pattern.replace("主责)", "主责|时限|期限|时间|进度|领导|责任人|负责人|联系人)"))
_USUAL = re.compile(r"(?:牵头|责任|配合|主办|承办|协办|参与|主责|完成|办结|整改)(?:责任)?(?:单位|部门|时限|时间|期限)")
"""The usual labels. One pass finds all that stand without a colon."""
_BODY_LABEL = r"(?:牵头|责任|配合|主办|承办|协办|主责)(?:责任)?(?:单位|部门)"
_TIME_LABEL = r"(?:完成|办结|整改)(?:时限|时间|期限)"
_LABEL_LINE = re.compile(rf"(?:{_BODY_LABEL}|参与(?:责任)?(?:单位|部门)|{_TIME_LABEL})(?=[ \t]+[^ \t\n:])")
_ALONE = re.compile(rf"(?m)(?P<label>{_BODY_LABEL}|{_TIME_LABEL})[ \t]*$(?=\n[ \t]*(?P<below>[^\n]{{2,200}})$)")
"""A label alone on its line, and the line below."""
_TIME_BELOW = re.compile(r"\d{1,4} ?[年月.-]|长期|持续|常态|每[年月季周]|全年|立行立改")
_HEADER = re.compile(r"[^。;,、\n]{1,8}")
_COPULA_LABEL = re.compile(rf"{_BODY_LABEL}[为是。](?!牵头|责任|主)")
_COPULA_BEHIND = re.compile(r"[。;,\n\d)]")
_LABEL_EDGE = re.compile(r"[。;,、!?\s<〈>|*”》—]")
_LINE_ENDS = ("", "\n")
_LINE_SIGNS = " \t.、●■◆▲►•★☆◇□○·>*-—"
_VALUE_LINES = 3
_MAX_VALUE = 1_000
_PARTED = re.compile(r"[、,;\s]+")
_LOOK_BACK = 24


def _before(text: str, at: int, signs: str) -> str:
    """The character before `at` and the signs that stand there; "" at the beginning of the text."""
    while at and text[at - 1] in signs:
        at -= 1
    return text[at - 1 : at]


def alone_at(text: str, at: int) -> re.Match[str] | None:
    """The label alone on its line at `at` with the line below (groups label and below), None where there is none."""
    match = _ALONE.match(text, at)
    return match if match and _before(text, at, " \t") in _LINE_ENDS else None


def alone(text: str) -> Iterator[re.Match[str]]:
    """All labels that stand alone on their lines."""
    return filter(None, (alone_at(text, label.start()) for label in _USUAL.finditer(text)))


def runs(text: str, breaks: frozenset[int], is_taken: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Stretches of a folded text that hold labels one behind the other, on one line or on neighbouring lines.

    breaks: starts of numbered lines. is_taken: whether a place was read as something else.
    """
    return _Lines(text, breaks, is_taken).runs()


class _Lines:
    def __init__(self, text: str, breaks: frozenset[int], is_taken: Callable[[int], bool]) -> None:
        self.text, self.breaks, self.is_taken = text, breaks, is_taken
        self.last = len(text.rstrip())

    def _hits(self) -> Iterator[tuple[int, int, str]]:
        """Labels outside brackets: (start, place behind it, field)."""
        text = self.text
        hits: list[tuple[int, int, str]] = []
        at = text.find(":")
        while at >= 0:
            if not self.is_taken(at):
                start = self._start_of(at)
                words = unspaced(text[start:at])
                field_ = (label_field(words) or self._unusual(words, at)) if words else None
                if field_:
                    hits.append((start, at + 1, field_))
            at = text.find(":", at + 1)
        for match in LABEL_IN_BRACKETS.finditer(text):
            field_ = label_field(match["label"])
            if field_ and not self.is_taken(match.start()):
                hits.append((match.start(), match.end(), field_))
        for label in _USUAL.finditer(text):
            hit = None if self.is_taken(label.start()) else self._without_colon(label.start())
            if hit:
                hits.append(hit)
        return iter(sorted(hits))

    def _without_colon(self, at: int) -> tuple[int, int, str] | None:
        """The usual label at `at`, where a copula, or its place at the head of a line, says that it is one."""
        text = self.text
        if match := _COPULA_LABEL.match(text, at):
            value = re.split("[、,。;]", text[match.end() : match.end() + 40], maxsplit=1)[0]
            stands = _COPULA_BEHIND.match(_before(text, at, " \t.、")) and surely_unit(value)
            return (at, match.end(), "responsible") if stands else None
        if match := _LABEL_LINE.match(text, at):
            heads = _before(text, at, " \t>*●■◆·-") in _LINE_ENDS
            return (at, match.end(), label_field(match[0]) or "responsible") if heads else None
        label = alone_at(text, at)
        if label and self._heads_units(label):
            return at, label.end("label"), label_field(label["label"]) or "responsible"
        return None

    def _heads_units(self, match: re.Match[str]) -> bool:
        """Whether a label alone on its line has nothing but units (or its time limit) below it, and is no header beside others
        that became lines.
        """
        if label_field(match["label"]) == "time":
            return bool(_TIME_BELOW.match(match["below"]))
        above = self.text[max(0, match.start() - 2 * _LOOK_BACK) : match.start()].rstrip()
        last = above[above.rfind("\n") + 1 :].strip()
        beside = _HEADER.fullmatch(last) and not surely_unit(last)
        return not beside and all(map(surely_unit, _PARTED.split(match["below"].strip())))

    def _unusual(self, words: str, at: int) -> Role | None:
        """The role of an unusual label before the colon at `at` that a unit follows: 分办单位:市城管局."""
        value = re.split("[、,;。 \n]", self.text[at + 1 : at + _LOOK_BACK].strip(), maxsplit=1)[0]
        return unknown_label(words) if surely_unit(value) else None

    def _start_of(self, at: int) -> int:
        low = max(self.text.rfind("\n", max(0, at - _LOOK_BACK), at) + 1, at - _LOOK_BACK, 0)
        start = low
        for match in _LABEL_EDGE.finditer(self.text, low, at):
            if self.text[match.end() : at].strip(" *"):
                start = match.end()
        if start == low and (low == 0 or self.text[low - 1] == "\n"):
            start = max(start, number_at(self.text, low, at))
            while start < at and self.text[start] in _LINE_SIGNS:
                start += 1
        if label_field(unspaced(self.text[start:at])) is None:
            for char in ")]":
                place = self.text.rfind(char, start, at - 1) + 1
                if place > start and label_field(self.text[place:at].strip(" *")):
                    return place
        return start

    def runs(self) -> Iterator[tuple[int, int]]:
        """Stretches that hold labels one behind the other, on one line or on neighbouring lines."""
        run: list[tuple[int, int, str]] = []
        run_end = 0
        for hit in self._hits():
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
        gap = self.text[start:end].strip().strip(_LINE_SIGNS)
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
            if line_start in self.breaks or not (surely_unit(first) or (not value and _TIME_BELOW.match(first))):
                break
            end = stop
        if text[behind:end].strip():
            end = self._with_lines_of_units(end)
        line = max(text.rfind("\n", max(0, behind - _LOOK_BACK), behind) + 1, behind - _LOOK_BACK)
        full_stop = text.find("。", behind, end)
        goes_on = full_stop >= 0 and text[full_stop + 1 : end].strip() and text[line:behind].strip()
        if goes_on and not self._is_label_or_rule(full_stop + 1, end):
            return full_stop
        return end

    def _with_lines_of_units(self, end: int) -> int:
        """The end of the lines right below that hold nothing but units: a value written one unit a line, no signature."""
        last = end
        for _ in range(_VALUE_LINES):
            stop = self._line_end(last + 1)
            words = self.text[last + 1 : stop].strip()
            if last + 1 in self.breaks or not words or not all(map(surely_unit, _PARTED.split(words))):
                break
            last = stop
        below = self.text[last : last + _LOOK_BACK + 1].strip()
        return end if last == end or DATE_LINE.match(below) or last >= self.last else last

    def _is_label_or_rule(self, start: int, end: int) -> bool:
        """Whether a further label or a rule, not the clause's text, stands behind a full stop."""
        return bool(
            _ANY_LABEL.search(self.text, start, min(end, start + _LOOK_BACK)) or declared.find(self.text, start, end)
        )

    def _line_end(self, at: int) -> int:
        """The end of the line, at most _MAX_VALUE characters on."""
        limit = min(len(self.text), at + _MAX_VALUE)
        end = self.text.find("\n", at, limit)
        return limit if end < 0 else end
