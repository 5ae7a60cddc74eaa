"""Task tables (census row 16)."""

from __future__ import annotations

from collections.abc import Sequence

from graph_loader.extract import parse
from graph_loader.model import Cell, Plan, SourceText, Span, Table
from graph_loader.readers import read_bytes
from tests.extract.reading import all_roles, units

Entry = str | tuple[str, int, int]
"""A cell's text, or its text with the rows and columns that it spans."""


def table_plan(rows: Sequence[Sequence[Entry]], before: str = "某市任务分解表\n", behind: str = "") -> Plan:
    """The plan of a document that holds one table."""
    text, cells, taken = before, [], set()
    for row, entries in enumerate(rows):
        column = 0
        for entry in entries:
            words, down, across = entry if isinstance(entry, tuple) else (entry, 1, 1)
            while (row, column) in taken:
                column += 1
            taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
            cells.append(Cell(row, column, Span(len(text), len(text) + len(words)), down, across))
            text += words + "\t"
            column += across
        text += "\n"
    table = Table(Span(len(before), len(text)), tuple(cells))
    return parse(SourceText("table.xlsx", "xlsx", "0" * 64, text + behind, (table,)))


def plan_of_text(text: str) -> Plan:
    """The plan of a plain text that draws its table with bars."""
    return parse(read_bytes(text.encode(), "table.txt"))


def test_header_words_merged_cells_and_leaders() -> None:
    plan = table_plan(
        [
            [("序号", 2, 1), ("重点任务", 2, 1), ("责任分工", 1, 3), ("完成时限", 2, 1)],
            ["牵头领导", "牵头单位", "责任单位"],
            [("一、产业发展", 1, 6)],
            [
                "1",
                "引进项目20个",
                "王伟",
                ("市商务局", 2, 1),
                "市发改委\n市工信局、各县（市、区）政府",
                "2025年12月底前",
            ],
            ["2", "新增企业30家", "李强", "市统计局", "长期坚持"],
        ]
    )
    assert [(measure.number, measure.title) for measure in plan.measures] == [
        ("1", "引进项目20个"),
        ("2", "新增企业30家"),
    ]
    assert all_roles(plan) == [
        units("牵 市商务局 | 责 市发改委 市工信局 各县（市、区）政府"),
        units("牵 市商务局 | 责 市统计局"),
    ]
    assert [
        (each.kind, str(each.end), each.undertaking) for measure in plan.measures for each in measure.deadlines
    ] == [
        ("by", "2025-12-31", "引进项目20个"),
        ("ongoing", "None", "新增企业30家"),
    ]
    assert [section.title for section in plan.sections] == ["产业发展"]
    assert all(measure.section == 0 for measure in plan.measures)


def test_rule_in_the_header_and_repeated_header() -> None:
    header: list[Entry] = ["任务", "责任单位（排第一位的为牵头单位）", "时限"]
    plan = table_plan(
        [
            header,
            ["（一）加强统筹。定期调度。", "县委办、县政府办", "持续推进"],
            header,
            ["（二）督促检查", "县委督查室", "/"],
        ]
    )
    assert [(measure.number, measure.title) for measure in plan.measures] == [
        ("（一）", "加强统筹"),
        ("（二）", "督促检查"),
    ]
    assert all_roles(plan) == [units("牵 县委办 | 责 县政府办"), units("牵 县委督查室")]


def test_columns_of_dates_over_what_is_to_be_done_by_then() -> None:
    plan = table_plan(
        [
            [("序号", 2, 1), ("项目名称", 2, 1), ("进度安排", 1, 3), ("责任单位", 2, 1)],
            ["一季度", "6月底前", "2025年底"],
            ["1", "滨江大道", "完成招标", "—", "主线贯通", "市交通局"],
            ["2", "第二水厂", "—", "6月20日前完成土建", "√", "市水务局"],
        ],
        before="某市2025年项目清单\n",
    )
    limits = [(each.text, str(each.end), each.undertaking) for measure in plan.measures for each in measure.deadlines]
    assert limits == [
        ("一季度", "2025-03-31", "完成招标"),
        ("2025年底", "2025-12-31", "主线贯通"),
        ("6月20日前", "2025-06-20", "完成土建"),
    ]
    assert all_roles(plan) == [units("责 市交通局"), units("责 市水务局")]
    assert not plan.warnings


def test_names_broken_over_the_lines_of_a_narrow_cell() -> None:
    cells = [
        "区住房和城乡\n建设局",
        "市人力资源和社会保\n障局",
        "市大数据\n中心",
        "人行\n某某市中心支行",
        "国家税务总局某某市\n税务局",
        "省林草局\n（国家公园省管理局）",
        "市教育局\n区财政局",
    ]
    plan = table_plan([["任务", "责任单位"], *([f"第{place}件事", cell] for place, cell in enumerate(cells))])
    assert all_roles(plan) == [*({"responsible": [cell]} for cell in cells[:-1]), units("责 市教育局 区财政局")]


def test_a_cell_over_several_rows_names_none_of_them() -> None:
    long = (
        "在媒体、社区宣传栏、户外电子屏广泛开展宣传，评选表彰道德模范和身边好人，建立健全关爱礼遇制度，组织优秀成果展评"
    )
    plan = table_plan(
        [
            ["项目", "序号", "工作任务", "责任单位"],
            [("公民道德建设", 2, 1), "1", long + "。", "市文明办"],
            ["2", "开展主题教育", "市教育局"],
        ]
    )
    assert [measure.title for measure in plan.measures] == [long, "公民道德建设 开展主题教育"]


def test_a_category_names_none_of_its_rows_in_a_table_without_merged_cells() -> None:
    text = (
        "| 序号 | 事项 | 工作任务 | 牵头单位 |\n|---|---|---|---|\n"
        "| 1 | 企业开办 | 推行名称自主申报和住所承诺，免费赠送首套印章，全面实现开办零成本，压缩办理时间。 | 市行政审批局 |\n"
        "|  |  | 推进跨区迁移一次申请、一地办结。 | 市市场监管局 |\n"
        "| 2 | 办理许可 | 全面推行拿地即开工，对简易低风险项目实行清单制管理，精简审批环节和材料。 | 市住建局 |\n"
    )
    titles = [each.title for each in plan_of_text(text).measures]
    assert [title[:6] for title in titles] == ["推行名称自主", "推进跨区迁移", "全面推行拿地"]


def test_a_plain_year_in_a_task_says_no_more_than_the_rows_time_limit() -> None:
    text = (
        "| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n"
        "| 1 | 2025年泵站改造项目全部开工 | 市水务局 | 2025年10月底前 |\n"
        "| 2 | 2025年建成泵站3座 | 市水务局 | 长期坚持 |\n"
    )
    limits = [[each.text for each in measure.deadlines] for measure in plan_of_text(text).measures]
    assert limits == [["2025年10月底前"], ["2025年", "长期坚持"]]


def test_empty_unit_cell_is_a_gap_and_is_warned_of() -> None:
    plan = table_plan([["序号", "任务", "责任单位"], ["1", "甲事", "市教育局"], ["2", "乙事", ""]])
    assert [len(measure.assignments) for measure in plan.measures] == [1, 0]
    assert [warning.other for warning in plan.warnings] == ["与上一行相同"]


def test_people_in_a_unit_cell_are_no_units() -> None:
    plan = table_plan([["序号", "任务", "责任单位"], ["1", "甲事", "市教育局 张三"]])
    assert all_roles(plan) == [units("责 市教育局")]
    assert any("张三" in warning.text for warning in plan.warnings)


def test_tables_without_a_column_of_units_are_text() -> None:
    plan = table_plan(
        [["序号", "项目", "投资"], ["1", "学校", "100万元"]], behind="一、任务\n1.甲事。文。（责任单位：市教育局）"
    )
    assert [measure.number for measure in plan.measures] == ["1."]


def test_signs_and_labels_in_cells() -> None:
    plan = table_plan(
        [["任务", "分工"], ["甲事", "牵头单位：市教育局\n配合单位：市财政局"], ["乙事", "*市人社局、市公安局"]]
    )
    assert all_roles(plan) == [units("牵 市教育局 | 配 市财政局"), units("牵 市人社局 | 责 市公安局")]


def test_heading_rows_with_a_number_of_their_own() -> None:
    header: list[Entry] = ["序号", "任务", "内容", "责任单位", "时限"]
    plan = table_plan([header, ["（一）", ("夯实底座", 1, 4)], ["1", "甲事", "建设平台", "市教育局", "2025年底"]])
    assert [(section.number, section.title) for section in plan.sections] == [("（一）", "夯实底座")]
    assert [(measure.number, measure.section) for measure in plan.measures] == [("1", 0)]
    assert plan.warnings == ()


def test_the_rows_own_number_goes_before_that_of_its_group() -> None:
    plan = table_plan(
        [
            ["任务", "具体工作", "责任单位"],
            [("一、促发展", 2, 1), "1.公开政策", "区发改局"],
            ["2.公开项目", "区住建局"],
            ["二、惠民生", "3.公开招生", "区教育局"],
        ]
    )
    assert [measure.number for measure in plan.measures] == ["1.", "2.", "3."]


def test_figures_of_the_years_are_no_part_of_the_title() -> None:
    plan = table_plan(
        [
            [("序号", 2, 1), ("任务", 2, 1), ("责任单位", 2, 1), ("年度目标", 1, 2)],
            ["2023年", "2024年"],
            ["1", "推行分类", "区城管局", "90%", "√"],
        ]
    )
    assert [measure.title for measure in plan.measures] == ["推行分类"]


def test_unusual_columns_of_bodies_are_read_and_warned_of() -> None:
    plan = table_plan(
        [
            ["排口编号", "问题", "责任主体", "监管部门", "整治时限"],
            ["BH-001", "雨污混流", "水务集团", "市水务局", "2023年10月"],
        ]
    )
    (measure,) = plan.measures
    assert measure.number == "BH-001"
    assert all_roles(plan) == [units("责 水务集团 市水务局")]
    assert [str(limit.end) for limit in measure.deadlines] == ["2023-10-31"]
    assert any("市水务局" in warning.text for warning in plan.warnings)


def test_persons_beside_bodies_are_left_out() -> None:
    rows = [
        ["序号", "问题", "责任单位/责任人"],
        ["1", "落实不到位", "市工信局/李军\n市财政局/王芳"],
        ["2", "清偿账款", "市国资委（张强）"],
    ]
    plan = table_plan(rows)
    assert all_roles(plan) == [units("责 市工信局 市财政局"), units("责 市国资委")]
    assert plan.warnings == ()


def test_as_above_is_no_unit() -> None:
    plan = table_plan([["序号", "任务", "责任单位"], ["1", "甲事", "市工信局"], ["2", "乙事", "同上"]])
    assert all_roles(plan) == [units("责 市工信局")]
    assert any("乙事" in warning.text for warning in plan.warnings)


def test_a_row_with_a_group_number_and_nothing_of_its_own_is_a_heading() -> None:
    rows = [
        ["序号", "任务", "责任单位", "完成时限"],
        ["一", "提升服务", "", ""],
        ["1", "推进网办", "市数据局", "9月底"],
    ]
    plan = table_plan(rows)
    assert [measure.number for measure in plan.measures] == ["1"]
