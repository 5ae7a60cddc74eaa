"""The `zeren` command as people call it: in this process, on an embedded store of the test's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from interface.terminal import run, zeren

ROOT = Path(__file__).resolve().parents[2]
PLAN = next((ROOT / "data").glob("张掖*.txt"))


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An embedded store that is not there yet."""
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.delenv("ZEREN_READONLY", raising=False)
    path = tmp_path / "graph.lbug"
    monkeypatch.setenv("ZEREN_GRAPH", str(path))
    return path


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An embedded store with the Zhangye plan, for commands that only read."""
    path = tmp_path_factory.mktemp("loaded") / "graph.lbug"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("NEO4J_URI", raising=False)
        patch.setenv("ZEREN_GRAPH", str(path))
        assert run(["load", str(PLAN)]) == 0
        yield path


def _commands(group: click.Group, path: str = "zeren") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")


LEAVES = [(path, command) for path, command in _commands(zeren) if not isinstance(command, click.Group)]


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
@pytest.mark.parametrize("path", [path for path, _ in LEAVES])
def test_every_command_is_documented(path: str, readme: str) -> None:
    assert f"`{path}" in (ROOT / readme).read_text("utf-8")


@pytest.mark.parametrize(("path", "command"), LEAVES)
def test_help_is_chinese(path: str, command: click.Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*path.split()[1:], "--help"]) == 0
    shown = capsys.readouterr().out
    assert "用法：" in shown
    assert "选项" in shown
    assert not re.search(r"Usage|Options|Arguments|Show this|required|default", shown)
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{path} {parameter.opts} has no help"
            assert parameter.opts[-1] in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pars"], "没有命令 pars"),
        (["parse"], "缺少参数"),
        (["parse", "--jsn", "x"], "没有选项 --jsn"),
        (["load", "--jobs", "many", "x"], "--jobs"),
        (["load", "--jobs", "-1", "x"], "不小于 0"),
        (["export", "--format", "xml"], "只能是"),
        (["query", "counts", "--param", "city"], "名=值"),
    ],
)
def test_wrong_calls_say_so_in_one_chinese_line(
    arguments: list[str], said: str, loaded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(arguments)
    error = capsys.readouterr().err
    assert code in {2, 4}
    assert said in error
    assert "Traceback" not in error
    assert not re.search(r"[Ee]rror|[Ii]nvalid| is not | one of", error)


def test_a_file_that_is_not_there(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", "no-such-file.txt"]) == 1
    error = capsys.readouterr().err
    assert "no-such-file.txt" in error
    assert "Traceback" not in error


def test_parse_json_has_the_documented_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", str(PLAN), "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["document"]["number"] == "市委发〔2017〕23号"
    assert plan["document"]["period"] == ["2016", "2020"]
    assert len(plan["measures"]) == 29
    roles = [
        (role, mention["unit"])
        for measure in plan["measures"]
        for assignment in measure["assignments"]
        for role in ("lead", "responsible", "supporting")
        for mention in assignment[role]
    ]
    assert sum(role == "lead" for role, _ in roles) == 93
    assert len({unit for role, unit in roles if role == "lead"}) == 32
    assert sum(role == "responsible" for role, _ in roles) == 57
    text = PLAN.read_text("utf-8-sig")
    start, end = plan["measures"][0]["span"]
    assert text[start:end].startswith("(四)依法履行法定职责")


def test_parse_summary_and_review_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "review.html"
    assert run(["parse", str(PLAN), "--review", str(page)]) == 0
    shown = capsys.readouterr().out
    assert "措施 29 项" in shown
    assert "牵头 93" in shown
    html = page.read_text("utf-8")
    assert html.count('class="block"') == 29
    assert '<mark class="h-lead">市编办</mark>' in html
    assert not re.search(r"""(src|href)\s*=|url\(["']?http""", html.replace('href="#', ""))


def test_review_page_never_runs_words_of_a_document(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)>"
    document = tmp_path / "plan.txt"
    document.write_text(f"甲市某方案\n\n（一）{evil}。做事。（牵头单位：{evil}，责任单位：市财政局）\n", "utf-8")
    page = tmp_path / "review.html"
    assert run(["parse", str(document), "--review", str(page)]) == 0
    assert "<img" not in page.read_text("utf-8")


def test_a_failed_file_does_not_keep_the_others_out(
    graph: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(bytes(range(256)) * 40)
    assert run(["load", "--jobs", "1", str(broken), str(PLAN)]) == 1
    captured = capsys.readouterr()
    assert "broken.txt" in captured.err
    assert "载入 1 个，失败 1 个" in captured.out
    assert run(["query", "counts", "--json"]) == 0


def test_loading_again_says_nothing_changed(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load", str(PLAN)]) == 0
    assert "有变化" in capsys.readouterr().out
    assert run(["load", str(PLAN)]) == 0
    assert "没有变化" in capsys.readouterr().out
    assert run(["load", "--if-missing", "nothing-is-read.txt"]) == 0


def test_readonly_loads_nothing(
    graph: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ZEREN_READONLY", "1")
    assert run(["load", str(PLAN)]) == 1
    assert "只读" in capsys.readouterr().err
    assert not graph.exists()


def test_ask_json_has_the_documented_form(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "市政府法制办牵头哪些措施", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert len(answer["measures"]) == 18
    assert "(二十八)" in answer["measures"]
    assert answer["refused"] is None
    text = PLAN.read_text("utf-8-sig")
    for item in answer["evidence"]:
        assert text[item["start"] : item["end"]] == item["text"]
    assert any("市政府法制办" in item["text"] for item in answer["evidence"])
    assert answer["reproduction"]["documents"]


def test_ask_prints_sentence_table_and_words(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "谁牵头第四条"]) == 0
    shown = capsys.readouterr().out
    assert "市编办" in shown
    assert "牵头单位:市编办,市政府法制办" in shown


def test_cypher_reads_and_refuses(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    count = "MATCH (m:Measure) RETURN count(m) AS n"
    assert run(["cypher", count, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == [[29]]
    assert run(["cypher", "MATCH (m:Measure) DETACH DELETE m"]) == 3
    assert run(["cypher", "MATCH (m:Measure RETURN m"]) == 4
    assert run(["cypher", count]) == 0
    assert "29" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["graphml", "json", "csv"])
def test_export(form: str, loaded: Path, tmp_path: Path) -> None:
    output = tmp_path / f"graph.{form}"
    assert run(["export", "--format", form, "--output", str(output)]) == 0
    assert output.exists()


def test_check_says_what_answers(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    shown = capsys.readouterr().out
    assert "本地图库" in shown
    assert "29" in shown


def test_units_resolve(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["units", "resolve", "市政府办公室", "--jurisdiction", "张掖市", "--json"]) == 0
    office = json.loads(capsys.readouterr().out)["candidates"][0]
    assert run(["units", "resolve", "市政府办", "--jurisdiction", "张掖市", "--json"]) == 0
    short = json.loads(capsys.readouterr().out)["candidates"][0]
    assert office["id"] == short["id"]
    assert set(office) == {"id", "name", "full_name", "jurisdiction", "reason", "score", "succeeded_by"}
