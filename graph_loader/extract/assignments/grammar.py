"""The grammar of a statement of responsibility: labels, units, separators, verbs, signs. Reads [start, end) of a folded text.

    statement = { clause }              clause = [label] { item }         item = { unit verb | unit }
A label gives its role to the units behind it, a verb to the units before it; a rule that the document declares here is no unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graph_loader.extract.assignments.declared import Declaration
from graph_loader.extract.assignments.lexing import clauses, items
from graph_loader.extract.assignments.reading import Doubt, Name, Reading
from graph_loader.extract.assignments.times import is_time
from graph_loader.extract.assignments.words import (
    HAS_MIDDLE,
    HEADED,
    IT_ALL,
    LABEL,
    LABEL_IN_BRACKETS,
    OPEN,
    PERSONAL,
    ROLE_NAMES,
    STRONG_LABEL,
    VERB_MID,
    WITH,
    Field,
    is_bare_group,
    is_oversight,
    label_field,
    looks_like_unit,
    role_of,
    surely_unit,
    unknown_label,
    unspaced,
    verb_tail,
)
from graph_loader.model import Role

SIGNS = "*★☆▲△●◆■※√◎"
_MAX_NAME = 80
_EDGE = " \t\n·•.:、,。;-—"
_FILLER = re.compile(
    r"(?:(?:(?:此|本|该)项(?:工作|任务)?)?(?:具体|分别|统一|均|主要)?由(?!贸)|请|并由|并|其中[,:]?|以及|和|及|与|同|注:)(?=\S)"
)
_ROLE_BEHIND = re.compile(
    r"[(\[〈<](?:为)?(?P<role>牵头|主办|主责|配合|协办|参与|负责|落实|实施|承办)(?:单位|部门)?[)\]〉>]\Z"
)
_BRACKET = re.compile(r"[(\[]")
_COPULA = re.compile(r"[ ]*(?:为|是|[-—]{1,2})[ ]*")
_ITEM_NUMBER = re.compile(r"^(?:[(\[]?[\d一二三四五六七八九十]{1,2}[)\]][.、]?|\d{1,2}[.、]|[①-⑳])")
_NOTE = re.compile(r"(?:以?下同|略|排名不分先后|(?:排名)?不分先后(?:顺序)?|按.{0,10}排序)")
_ABOUT = re.compile(r"负责(?:落实|组织|实施|牵头)*\Z")
"""What stands behind this verb may be what it is about: 负责资金保障."""
_GENERIC_ROLE = re.compile("负责|落实|实施|推进|承担|完成|办理|执行|开展|组织|推动|承办|职责|分工")


def read(
    text: str,
    start: int,
    end: int,
    rule: str,
    closing: Mapping[int, int],
    declared: Sequence[Declaration] = (),
    field: Field | None = None,
) -> Reading:
    """Read one statement. start, end: its content without the brackets. declared: rules that stand inside it. field: what a
    label outside (a table's header) says of it.
    """
    reader = _Reader(text, Reading(start, end, rule), closing)
    reader.field = field
    for clause in clauses(text, start, end, closing):
        begin, stop = clause.start, clause.end
        for declaration in declared:
            if begin < declaration.end and declaration.start < stop:
                # What is left of the clause before the rule is still a clause.
                stop = max(begin, min(stop, declaration.start)) if declaration.start > begin else begin
                while stop > begin and text[stop - 1] in "([":
                    stop -= 1
        reader.clause(begin, stop, clause.separator)
    reader.finish()
    return reader.reading


class _Reader:
    def __init__(self, text: str, reading: Reading, closing: Mapping[int, int]) -> None:
        self.text, self.reading, self.closing = text, reading, closing
        self.field: Field | None = None
        self.since = self.clause_from = 0
        self.led = False
        self.commas = self.semicolons = 0

    # Clauses

    def clause(self, start: int, end: int, separator: str) -> None:
        start, end = self._trim(start, end)
        if start >= end or _NOTE.fullmatch(self.text, start, end):
            return
        self.clause_from = len(self.reading.names)
        self.commas += separator == ","
        self.semicolons += separator == ";"
        if self.field not in ("time", "person", "other") and is_time(self.text, start, end):
            self.reading.times.append((start, end))
            return
        if self.field == "time" and separator in ";。\n" and not is_time(self.text, start, end):
            self.field = None
        if separator == "。" and self._is_sentence(start, end):
            self._doubt("责任括号里还有一句话，没有读成责任单位", start, end)
            return
        for item in items(self.text, start, end, self.closing):
            before = len(self.reading.names)
            self._labelled(item.start, item.end)
            if (
                item.separator == "、"
                and len(self.reading.names) == before
                and self.field not in ("time", "person", "other")
            ):
                self._doubt("没有读成单位", item.start, item.end)

    def _is_sentence(self, start: int, end: int) -> bool:
        words = self.text[start:end]
        return (
            not LABEL.match(words)
            and verb_tail(words, 0, len(words)) == len(words)
            and not looks_like_unit(words.split("、")[0])
        )

    # Labels

    def _labelled(self, start: int, end: int) -> None:
        start, end = self._trim(start, end)
        if start >= end:
            return
        framed = LABEL_IN_BRACKETS.search(self.text, start, end)
        if framed and label_field(framed["label"]):
            self._labelled(start, framed.start())
            self._label(*framed.span("label"))
            self._labelled(framed.end(), end)
            return
        colon = self._colon(start, end)
        if colon >= 0:
            self._label(start, colon)
            self._labelled(colon + 1, end)
            return
        match = STRONG_LABEL.match(self.text, start, end)
        if match:
            behind = match.end()
            copula = _COPULA.match(self.text, behind, end)
            spaced = behind == end and self.text.startswith((" ", "\n", "\t", "。"), end)
            if spaced or copula or looks_like_unit(self.text[behind:end].strip()):
                self._label(start, behind)
                self._labelled(copula.end() if copula else behind, end)
                return
        if self.text.startswith(":", end) and label_field(self.text[start:end]):
            self._label(start, end)  # a label without a value
        elif self.text.startswith((" ", "\n", "\t"), end) and label_field(self.text[start:end]) in ("time", "person"):
            self._label(start, end)
        elif self.field == "time" or (self.field not in ("person", "other") and is_time(self.text, start, end)):
            self._time(start, end)
        elif self.field not in ("person", "other"):
            self._item(start, end)

    def _colon(self, start: int, end: int) -> int:
        """The first colon outside brackets; -1 where there is none."""
        colon = self.text.find(":", start, end)
        bracket = start
        while colon >= 0 and (inside := _BRACKET.search(self.text, bracket, colon)):
            bracket = self.closing.get(inside.start(), inside.start()) + 1
            if bracket > colon:
                colon = self.text.find(":", bracket, end)
        return colon

    def _label(self, start: int, end: int) -> None:
        words = _ITEM_NUMBER.sub("", unspaced(self.text[start:end]).lstrip(SIGNS))
        field = label_field(words) or self._unknown(words, start, end)
        if field is None:
            if HEADED.search(words) or looks_like_unit(words):
                self._doubt("冒号前的文字没有读成标签", start, end)
            elif surely_unit(self._first_value(end)):
                self._doubt(f"标签“{words}”没有读成角色", start, min(end + _MAX_NAME, self.reading.end))
            field = "other"
        elif field == "supporting" and is_oversight(words):
            self._doubt(f"“{words}”按配合单位读", start, end, "只是督导，不算配合单位")
        if field in ("lead", "responsible", "supporting"):
            self._unlabelled_before(field)
            self.reading.labelled = True
            self.commas = self.semicolons = 0
        self.reading.people |= bool(field in ROLE_NAMES and PERSONAL.search(words))
        self.field = field
        self.since = len(self.reading.names)

    def _unknown(self, words: str, start: int, end: int) -> Role | None:
        """The role of an unusual label that units follow."""
        role = unknown_label(words) if looks_like_unit(self._first_value(end)) else None
        if role:
            stop = self.text.find("\n", end, self.reading.end)
            stop = self.reading.end if stop < 0 else stop
            self._doubt(f"标签“{words}”不常见，按{ROLE_NAMES[role]}读", start, stop)
        return role

    def _first_value(self, colon: int) -> str:
        """The first name behind a colon."""
        stop = self.text.find("\n", colon, self.reading.end)
        stop = min(self.reading.end if stop < 0 else stop, colon + _MAX_NAME)
        return re.split("[、,;。 ]", self.text[colon + 1 : stop].strip())[0]

    def _unlabelled_before(self, field: Field) -> None:
        """Units that stand before the first label, with no verb: they lead, when the label is not that of the leads."""
        names = [name for name in self.reading.names if name.role is None]
        for name in names:
            name.role = "responsible" if field == "lead" else "lead"
            name.rule, name.inferred = "unlabelled-first", True

    # Units and verbs

    def _item(self, start: int, end: int) -> None:
        start, end = self._trim(start, end)
        filler = _FILLER.match(self.text, start, end)
        if filler:
            start = filler.end()
        if start >= end:
            return
        for pattern in (VERB_MID, WITH) if HAS_MIDDLE.search(self.text, start, end) else ():
            match = pattern.search(self.text, start, end)
            while match and match.start() - start <= _MAX_NAME and not self._plausible(start, match.start()):
                match = pattern.search(self.text, match.start() + 1, end)
            if match and match.end() < end and verb_tail(self.text, match.start(), end) > match.start():
                self._unit(start, match.start())
                if pattern is VERB_MID:
                    self._verb(match.start(), match.end())
                self._object(match.end(), end)
                return
        tail = verb_tail(self.text, start, end)
        if tail < end and self._plausible(start, tail):
            self._unit(start, tail)
            self._verb(tail, end)
        else:
            self._unit(start, end)

    def _object(self, start: int, end: int) -> None:
        """What stands behind a verb: further units, or what the verb is about (`A负责资金保障`)."""
        words = self.text[start:end]
        head = self.text[start : verb_tail(self.text, start, end)]
        if WITH.match(words) or any(looks_like_unit(part) for part in re.split("[、和及与]", head)) or not head:
            self._item(start, end)
        elif not _ABOUT.search(self.text, max(0, start - 6), start):
            self._doubt("动词后的文字没有读成单位", start, end)

    def _plausible(self, start: int, end: int) -> bool:
        words = self.text[start:end].strip(_EDGE + SIGNS)
        return not words or looks_like_unit(words.removesuffix("等")) or is_bare_group(words[words.rfind("等") + 1 :])

    def _verb(self, start: int, end: int) -> None:
        words = self.text[start:end]
        role = role_of(words)
        if role == "supporting" and is_oversight(words):
            self._doubt(f"“{words}”按配合读", start, end, "只是督导，不算配合单位")
        if role == "responsible" and not _GENERIC_ROLE.search(words):
            return
        apart = role == "responsible" and self.field == "lead" and self.clause_from > self.since
        others = self.reading.names[self.clause_from :] if apart else []
        for name in others:
            name.role, name.rule, name.labelled = role, "verb", False
        if others:
            self._doubt("牵头标签之后的单位另有动词，按责任单位读", others[0].start, end, "也是牵头单位")
        if role == "supporting" and not self.led:
            self._first_list_leads(end)
        # Behind a label a verb speaks of its own clause, or of all before it (以上单位按职责分别牵头).
        own = self.field in ROLE_NAMES and role != "responsible" and len(self.reading.names) > self.clause_from
        for name in self.reading.names[max(self.since, self.clause_from) if own else self.since :]:
            # A semicolon parts what is said of one group from what is said of the next.
            if name.role is None and role != "responsible" and name.semicolons < self.semicolons:
                continue
            if name.role is None or (name.labelled and role != "responsible" and name.rule != "role-behind"):
                name.role, name.rule, name.labelled = role, "verb", False
        self.led |= role == "lead"
        if self.field in ("lead", "responsible", "supporting"):
            return
        self.since = len(self.reading.names)

    def _first_list_leads(self, end: int) -> None:
        """A list without label or verb before the comma behind which others support (`A,B、C配合`): it leads."""
        names = [name for name in self.reading.names[self.since : self.clause_from] if name.role is None]
        names = [name for name in names if name.semicolons == self.semicolons]
        if not names or len(self.reading.names) == self.clause_from:
            return
        if len({name.commas for name in names}) == 1:
            for name in names:
                name.role, name.rule, name.inferred = "lead", "unlabelled-first", True
            self._doubt("配合单位之前的单位没有写角色，按牵头单位读", names[0].start, end, "也是配合单位")
        else:
            self._doubt("逗号隔开的几组单位都按配合单位读", names[0].start, end, "第一组为牵头单位")

    def _unit(self, start: int, end: int) -> None:
        start, end, sign = self._signed(start, end)
        if start >= end:
            return
        told = _ROLE_BEHIND.search(self.text[start:end])
        if told and told.start():
            self._unit_alone(start, start + told.start(), sign)
            name = self.reading.names[-1]
            name.role, name.rule, name.labelled = role_of(told["role"]), "role-behind", False
            self.led |= name.role == "lead"
            return
        words = self.text[start:end]
        at = words.rfind("等")
        while at > 0:
            left, right = words[:at], words[at + 1 :]
            bare = is_bare_group(right)
            rest = re.sub("^(?:以及|[和及与])", "", right)
            if bare or (rest and looks_like_unit(rest) and (looks_like_unit(left) or OPEN.match(rest))):
                self.reading.open_ended = True
                self._unit_alone(start, start + at, sign)
                if not bare:
                    self._unit_alone(end - len(rest), end, "")
                return
            at = words.rfind("等", 0, at)
        self._unit_alone(start, end, sign)

    def _unit_alone(self, start: int, end: int, sign: str) -> None:
        start, end = self._trim(start, end)
        words = self.text[start:end]
        if not words or IT_ALL.fullmatch(words):
            return
        if OPEN.search(words):
            self.reading.open_ended = True
        role: Role | None = None
        if self.field == "lead" or self.field == "responsible" or self.field == "supporting":
            role = self.field
        self.reading.names.append(
            Name(
                start,
                end,
                role,
                "label" if role else "",
                False,
                role is not None,
                False,
                sign,
                self.commas,
                self.semicolons,
            )
        )

    def _signed(self, start: int, end: int) -> tuple[int, int, str]:
        """Without the signs before and behind it, and the sign. Two asterisks are Markdown's bold type, no sign."""
        signs = ""
        while start < end and self.text[start] in SIGNS:
            signs, start = signs + self.text[start], start + 1
        while end > start and self.text[end - 1] in SIGNS:
            signs, end = signs + self.text[end - 1], end - 1
        start, end = self._trim(start, end)
        return start, end, signs.replace("**", "")[:1]

    # The rest

    def _time(self, start: int, end: int) -> None:
        times = self.reading.times
        if times and times[-1][1] <= start and start - times[-1][1] <= 2:
            times[-1] = (times[-1][0], end)
        else:
            times.append((start, end))

    def finish(self) -> None:
        """Give a role to the units that neither a label nor a verb gave one."""
        left = [name for name in self.reading.names if name.role is None]
        if not left:
            return
        rule = "after-lead" if self.led else "bare-list"
        for name in left:
            name.role, name.rule, name.inferred = "responsible", rule, True
        if self.led:
            self._doubt("牵头单位之后的单位没有写角色，按责任单位读", left[0].start, left[-1].end, "这些单位是配合单位")

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start] in _EDGE:
            start += 1
        while end > start and self.text[end - 1] in _EDGE:
            end -= 1
        return start, end

    def _doubt(self, message: str, start: int, end: int, other: str = "") -> None:
        self.reading.doubts.append(Doubt(message, start, end, other))
