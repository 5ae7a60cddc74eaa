"""Finds the statements of responsibility in a text: brackets, label lines, whole sentences; leaves alone what is none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph_loader.extract.assignments import declared, label_lines, lookalikes, openings
from graph_loader.extract.assignments.brackets import Brackets
from graph_loader.extract.assignments.declared import Declaration
from graph_loader.extract.assignments.grammar import read
from graph_loader.extract.assignments.label_lines import LABELLED
from graph_loader.extract.assignments.reading import Doubt, Name, Reading
from graph_loader.extract.assignments.vet import vet
from graph_loader.extract.assignments.words import STRONG_LABEL, looks_like_unit, surely_unit, verb_tail
from graph_loader.extract.outline import number_at

_TRIGGER = re.compile(
    "单位|部门|牵头|负责|责任|配合|落实|参与|实施|主办|承办|协办|协助|分工|推进|执行|主责|协同|会同|抓总"
)
_LABEL_START = re.compile(r"[*\s]*(?:牵头|责任|配合|主办|承办|协办|参与|主责)(?:责任)?(?:单位|部门)[\s]*\S")
_SENTENCE_VERB = re.compile(
    r"(?:负责|牵头|配合|落实|参与|组织实施|承办|协助)"
    r"(?=[。;]?[ \t]*(?:\n|\Z|(?:完成|办结|整改)?(?:时限|期限|时间)(?:要求)?:))"
)
_SENTENCE_ENDS = "。;!?"
_LOOK_BACK = 24
_MAX_UNCLOSED = 600
_PARTING = re.compile("[、,;]")
_TORN = "括号没有配对，像是责任分工，没有读出"
_ELIDED = 6
"""A list may begin with a name that elides its end (广州、深圳市政府): it has at most so many characters."""
_TIME_FIRST = re.compile(
    r"[\d年月日底末前至到初中上下旬半季度一二三四十 —~-]{2,24}(?:完成)?|(?:长期|持续|常态化?)[^、,;]{0,6}"
)
_FEW = 2
_USUAL = 3
"""So many brackets of nothing but units make them the paper's way of writing who is responsible."""
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
        self.alone_said = False
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
        for start, end in label_lines.runs(self.text, self.breaks, self._is_taken):
            self._label_run(start, end)
        self._take(found.readings)
        for match in _SENTENCE_VERB.finditer(self.text):
            self._sentence(match.end())
        self._take(found.readings)
        for end in self.brackets.stray:
            self._unopened(end)
        self._openings()
        self._letter_foot()
        self._lone_labels()
        if duties := lookalikes.duties(self.text):
            found.doubts.append(Doubt("以“单位：负责…”写明的部门职责，没有读成责任单位", *duties))
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
        labelled = bool(LABELLED.search(text, start, end) or _LABEL_START.match(text, start, end))
        reading = read(text, start, end, "label" if labelled else "verb", self.brackets.closing, rules)
        names = reading.names
        if labelled and reading.labelled and self._names_units(reading):
            return self._accept(reading, rules)
        if not names:
            self.found.declarations.extend(rules)
            if labelled and not rules:
                self.found.doubts.append(Doubt("像是责任分工，没有读出单位", start, end))
            return None
        reading.rule = "verb"
        sure = _sure(text, names)
        if lookalikes.is_contact(text, start, end):
            return None
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

    def _names_units(self, reading: Reading, *, inline: bool = False) -> bool:
        """Whether what stands behind labels are bodies, not prose about the label's words (牵头单位为企业的), nor a form's blanks.

        inline: the labels stand inside a paragraph, where the first name must be one.
        """
        words = [self.text[name.start : name.end] for name in reading.names]
        return any(map(looks_like_unit, words)) and not (
            inline and len(words[0]) > _ELIDED and not looks_like_unit(words[0])
        )

    def _bare_lists(self) -> None:
        """Brackets of nothing but units: statements when the paper has several, or when they stand as statements do."""
        usual = len(self.bare) >= _USUAL
        # Among statements with labels or verbs a list of several bodies says nothing else.
        clear = len(self.found.readings) >= _USUAL
        message = "括号里只有单位名称，没有写角色，按责任单位读"
        said = False
        for reading, placed, rules in self.bare:
            if not (usual or placed):
                doubt = Doubt("句末括号里是单位名称，没有读成责任单位", reading.start, reading.end, "责任单位")
                self.found.doubts.append(doubt)
                continue
            if not (usual and said) and not (clear and len(reading.names) > 1):
                reading.doubts.append(Doubt(message, reading.start, reading.end, "第一个单位为牵头单位"))
                said = True
            self.found.readings.append(self._accept(reading, rules))

    def _is_bare_list(self, start: int, end: int) -> bool:
        """Whether a bracket stands at or behind the end of a sentence, as statements do, and begins with a unit's name."""
        text = self.text
        if start == 0 or not (self._ends_sentence(end) or text[start - 1] in _SENTENCE_ENDS):
            return False
        parts = (part.strip() for part in re.split("[、,;]", text[start + 1 : end]))
        return surely_unit(next((part for part in parts if not _TIME_FIRST.fullmatch(part)), ""))

    def _opens_line(self, start: int) -> bool:
        """Whether nothing but white space, signs and perhaps a number stands before `start` on its line."""
        line = max(self.text.rfind("\n", max(0, start - _LOOK_BACK), start) + 1, start - _LOOK_BACK, 0)
        before = self.text[line:start].strip(" \t>*●■◆·-#.、")
        return number_at(before, 0, len(before)) == len(before)

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
        limit = min(len(self.text), start + _MAX_UNCLOSED + 1)
        end = self.text.find("\n", start, limit)
        end = limit if end < 0 else end
        inner = self.text.find("(", start + 1, end)
        if end - start > _MAX_UNCLOSED or self._is_taken(start):
            return
        if not LABELLED.search(self.text, start + 1, min(end, start + 20)):
            first = _PARTING.split(self.text[start + 1 : end], maxsplit=1)
            if len(first) > 1 and surely_unit(first[0]):
                self.found.doubts.append(Doubt(_TORN, start, end))
            return
        if inner >= 0 and inner in self.brackets.unclosed:
            return
        reading = self._statement(start + 1, end)
        if reading:
            reading.start, reading.end = start, end
            reading.doubts.append(Doubt("括号没有配对，读到行末为止", start, end))
            self.found.readings.append(reading)

    def _unopened(self, end: int) -> None:
        """A closing bracket without a partner, behind a verb that says who does it: the end of a statement that was torn apart."""
        low = max(0, end - _LOOK_BACK)
        if self._is_taken(end) or not _TRIGGER.search(self.text, low, end) or verb_tail(self.text, low, end) == end:
            return
        line = max(self.text.rfind("\n", max(0, end - _MAX_UNCLOSED), end) + 1, end - _MAX_UNCLOSED, 0)
        self.found.doubts.append(Doubt(_TORN, max(line, self.text.rfind("。", line, end) + 1), end))

    def _label_run(self, start: int, end: int) -> None:
        text = self.text
        while end > start and (text[end - 1] in " \t\n>〉" or self._closes_outside(start, end - 1)):
            end -= 1
        rules = declared.find(text, start, end)
        reading = read(text, start, end, "label-line", self.brackets.closing, rules)
        if lookalikes.is_page_line(text, start, end):
            return
        if label_lines.alone_at(text, start) and not self.alone_said:
            self.alone_said = True
            reading.doubts.append(Doubt("标签单独成行，下一行按其单位读", start, end))
        if reading.labelled and reading.names and self._names_units(reading, inline=not self._opens_line(start)):
            self.found.readings.append(self._accept(reading, rules))
        elif not rules and (":" in text[start:end].rstrip(":") or end - start > 8):
            self.found.doubts.append(Doubt("像是责任分工，没有读出单位", start, end))

    def _closes_outside(self, start: int, at: int) -> bool:
        """Whether a closing bracket at `at` has no partner behind `start`."""
        return self.text[at] in ")]" and (
            at in self.strays or not self.text[start:at].count("(") + self.text[start:at].count("[")
        )

    def _openings(self) -> None:
        """Sentences that open with who does it: statements among others, else doubtful, for reports tell of such work too."""
        clear = len(self.found.readings) >= _FEW
        for reading in openings.find(self.text, self.brackets.closing):
            if self._is_taken(reading.start) or self._is_taken(reading.end - 1):
                continue
            if clear:
                self.found.readings.append(reading)
            else:
                self.found.doubts.append(Doubt("句首写明由谁负责，没有读成责任单位", reading.start, reading.end))
        self._take(self.found.readings)

    def _letter_foot(self) -> None:
        """The body at the foot of a letter (承办单位:… 联系人:…) answers for the letter, when that is all there is."""
        if len(self.found.readings) != 1:
            return
        (reading,) = self.found.readings
        if lookalikes.is_letter_foot(self.text, reading.start, reading.end):
            self.found.readings.clear()
            self.taken.remove((reading.start, reading.end))
            self.found.doubts.append(Doubt("像是公文的承办单位，没有读成责任单位", reading.start, reading.end))

    def _lone_labels(self) -> None:
        """Labels alone on their lines over units that may be headers of a table copied as text: not read, but not passed over."""
        for match in label_lines.alone(self.text):
            first = re.split("[、,; ]", match["below"], maxsplit=1)[0]
            if surely_unit(first) and not self._is_taken(match.start("below")):
                self.found.doubts.append(Doubt("标签后没有冒号，下一行没有读成责任单位", *match.span("below")))

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
