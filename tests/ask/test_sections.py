"""Parts of the documents, by number, by heading and by a piece of one."""

from __future__ import annotations

import pytest

from queries.understand.papers.sections import Heading, SectionFinder, settled

HEADINGS = [
    Heading("a", "二、", "重点任务", "重点任务", ("重点任务", "企业端", "延伸链条，打造维修中心")),
    Heading("a", "（一）", "企业端", "企业端", ("企业端",)),
    Heading("a", "（二）", "延伸链条，打造维修中心", "延伸链条,打造维修中心", ("延伸链条，打造维修中心",)),
    Heading("b", "二、", "强化人才支撑", "强化人才支撑", ("强化人才支撑",)),
]
SECTIONS = SectionFinder(HEADINGS)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“企业端”部分包含哪些任务", {"企业端"}),
        ("企业端那一节有几条", {"企业端"}),
        ("“打造维修中心”这一章下面是哪几条", {"延伸链条，打造维修中心"}),
        ("人才支撑这部分谁牵头", {"强化人才支撑"}),
        ("第(二)部分有哪些任务", {"延伸链条，打造维修中心"}),
        ("第二部分“强化人才支撑”包括几项", {"强化人才支撑"}),
    ],
)
def test_a_part_is_found_by_what_the_question_calls_a_part(text: str, names: set[str]) -> None:
    (found,) = SECTIONS.marked(text)
    assert set(settled(found, {"a", "b"}).value.names) == names


def test_a_number_means_the_part_of_the_document_in_question_and_all_below_it() -> None:
    (found,) = SECTIONS.marked("第二部分有几条")
    assert settled(found, {"a"}).value.names == ("重点任务", "企业端", "延伸链条，打造维修中心")
    assert settled(found, {"b"}).value.names == ("强化人才支撑",)


@pytest.mark.parametrize("text", ["数据归集这块谁牵头", "提到“企业端”的有哪些", "有几个部分"])
def test_what_is_no_part(text: str) -> None:
    assert SECTIONS.marked(text) == []
