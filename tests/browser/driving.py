"""Steps that several browser tests take."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from scripts.app_in_browser import settled

LEADER = "张掖市/市政府法制办"


def visit(page: Page, app: str, path: str = "", **params: str) -> None:
    """Open a page of the app by its address, and wait until it stands."""
    page.goto(f"{app}/{path}?{urlencode(params)}" if params else f"{app}/{path}")
    settled(page)


def board(page: Page, expression: str) -> Any:
    """The value of a JavaScript expression in which `board` is the graph on the page."""
    expect(page.locator(".g-canvas canvas")).to_be_visible(timeout=30_000)
    page.wait_for_function("() => document.querySelector('.g-frame').board.network")
    return page.evaluate(f"() => {{ const board = document.querySelector('.g-frame').board; return {expression} }}")


def click_node(page: Page, name: str) -> None:
    """Click the node whose name has these words."""
    page.mouse.click(*middle(page, f"each.label.includes({name!r})"))


def middle(page: Page, which: str) -> tuple[float, float]:
    """Where on the screen the middle of a node is. which: a JavaScript expression on `each` node that is true of it."""
    x, y = board(
        page,
        f"""(() => {{
            const node = board.nodes.get().find((each) => {which});
            const place = board.network.canvasToDOM(board.network.getPositions([node.id])[node.id]);
            const frame = board.canvas.getBoundingClientRect();
            return [place.x + frame.left, place.y + frame.top];
        }})()""",
    )
    return x, y


def saved(page: Page, button: str, folder: Path) -> Path:
    """The file that the button of this name gives, kept in the folder. Waits for the run of the script first: Streamlit makes a
    file only for a button of the run that is over, and drops a click on one that is being drawn anew."""
    settled(page)
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=button).click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def send(page: Page, *files: Path) -> None:
    """Put the files into the upload box and have them read. The button waits for an upload only once it has begun."""
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_test_id("stFileChip")).to_have_count(len(files))
    expect(page.get_by_test_id("stFileChipIconSpinner")).to_have_count(0)
    page.get_by_role("button", name="读取文件").click()


def fits(page: Page) -> bool:
    """Whether nothing of the page reaches beyond the screen's width."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
