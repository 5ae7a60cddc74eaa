"""图谱 in the browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.app_in_browser import settled
from tests.browser.driving import LEADER, board, click_node, fits, saved, visit
from tests.browser.places import EMBEDDED

pytestmark = [pytest.mark.browser, EMBEDDED]
PLACES = "board.network.getPositions()"


def test_a_click_shows_the_node_without_sending_the_graph_again(page: Page, app: str) -> None:
    received: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    visit(page, app, "graph", id=LEADER)
    board(page, PLACES)
    whole = max(received)
    received.clear()
    click_node(page, "市发改委")
    expect(page.locator(".st-key-panel .panel-title")).to_have_text("市发改委")
    settled(page)
    assert max(received) < whole / 3
    assert sum(received) < 40_000


def test_opening_a_node_adds_its_neighbours_and_moves_nobody(page: Page, app: str) -> None:
    visit(page, app, "graph", id=LEADER)
    click_node(page, "市发改委")
    before = board(page, PLACES)
    page.locator(".st-key-open_node button").click()
    page.wait_for_function(f"() => document.querySelector('.g-frame').board.nodes.length > {len(before)}")
    after = board(page, PLACES)
    assert {key: after[key] for key in before} == before
    page.locator(".st-key-close_node button").click()
    page.wait_for_function(f"() => document.querySelector('.g-frame').board.nodes.length === {len(before)}")
    assert board(page, PLACES) == before


def test_hidden_nodes_go_and_come_back(page: Page, app: str) -> None:
    visit(page, app, "graph", id=LEADER)
    click_node(page, "市发改委")
    number = board(page, "board.nodes.length")
    page.get_by_role("button", name="隐藏").click()
    page.wait_for_function(f"() => document.querySelector('.g-frame').board.nodes.length === {number - 1}")
    page.get_by_role("button", name="显示已隐藏的 1 个").click()
    page.wait_for_function(f"() => document.querySelector('.g-frame').board.nodes.length === {number}")


def test_a_pinned_node_stays_where_it_was_put_when_the_picture_changes(page: Page, app: str) -> None:
    visit(page, app, "graph", id=LEADER)
    click_node(page, "市司法局")
    place = board(page, "board.network.getPositions()[board.selected]")
    page.get_by_role("button", name="固定").click()
    expect(page.get_by_role("button", name="取消固定")).to_be_visible()
    page.get_by_text("一跳").click()
    settled(page)
    page.wait_for_function("() => document.querySelector('.g-frame').board.nodes.length < 25")
    pinned = "board.nodes.get().find((node) => node.label === '市司法局')"
    assert board(page, f"{pinned}.fixed") is True
    assert board(page, f"board.network.getPositions()[{pinned}.id]") == place


def test_the_address_keeps_centre_hops_and_roles(page: Page, app: str) -> None:
    visit(page, app, "graph", id=LEADER)
    page.get_by_text("一跳").click()
    page.get_by_role("button", name="责任", exact=False).first.click()
    expect(page).to_have_url(re.compile("hops=1.*roles=LEADS"))
    page.reload()
    settled(page)
    lines = board(page, "[...new Set(board.edges.get().map((edge) => edge.line))].sort()")
    assert "resp" not in lines
    assert "lead" in lines
    expect(page.locator(".st-key-panel .panel-title")).to_have_text("市政府法制办")


@pytest.mark.parametrize("apart", [0, 60])
def test_of_two_clicks_in_one_breath_both_count(page: Page, app: str, apart: int) -> None:
    visit(page, app, "graph", id=LEADER)
    one_hop = page.get_by_role("radio", name="一跳")
    page.evaluate(
        """([first, second, apart]) => {
            first.click();
            setTimeout(() => second.click(), apart);
        }""",
        [one_hop.element_handle(), page.get_by_role("button", name="责任", exact=False).first.element_handle(), apart],
    )
    expect(page).to_have_url(re.compile("hops=1.*roles=LEADS|roles=LEADS.*hops=1"))
    settled(page)
    expect(one_hop).to_have_attribute("aria-checked", "true")
    page.go_back()
    page.go_back()
    expect(page).not_to_have_url(re.compile("hops|roles"))
    expect(one_hop).to_have_attribute("aria-checked", "false")
    settled(page)
    one_hop.click()
    expect(page).to_have_url(re.compile("hops=1"))
    expect(page).not_to_have_url(re.compile("roles"))
    expect(one_hop).to_have_attribute("aria-checked", "true")


def test_the_way_between_two_units_is_a_chain(page: Page, app: str) -> None:
    visit(page, app, "graph", id="张掖市/市编办", to="张掖市/市委党校")
    labels = board(page, "board.nodes.get().sort((a, b) => a.x - b.x).map((node) => node.label)")
    assert labels[0] == "市编办"
    assert labels[-1] == "市委党校"
    assert board(page, "board.edges.length") == len(labels) - 1


def test_the_keyboard_walks_from_node_to_node(page: Page, app: str) -> None:
    visit(page, app, "graph", id=LEADER)
    board(page, PLACES)
    page.locator(".g-canvas").focus()
    page.keyboard.press("ArrowRight")
    name = page.locator(".g-live").inner_text()
    assert name
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-panel .panel-title")).to_have_text(name)


def test_the_list_beside_the_graph_chooses_nodes_in_it(page: Page, app: str) -> None:
    visit(page, app, "graph", id=LEADER)
    board(page, PLACES)
    page.locator(".pick-list button", has_text="规范行政执法行为").click()
    expect(page.locator(".st-key-panel .panel-title")).to_have_text("(十三)规范行政执法行为")
    assert board(page, "board.nodes.get(board.selected).label") == "(十三)规范行政执法行为"


def test_pictures_and_data_can_be_taken_away(page: Page, app: str, browser: Browser, tmp_path: Path) -> None:
    visit(page, app, "graph", id=LEADER)
    number = board(page, "board.nodes.length")
    page.get_by_role("button", name="导出").click()
    files = {}
    for kind, name in (("png", "图片"), ("svg", "矢量图"), ("html", "网页"), ("graphml", "GraphML")):
        files[kind] = saved(page, name, tmp_path)
    assert files["png"].read_bytes().startswith(b"\x89PNG")
    words = "".join(ElementTree.parse(files["svg"]).getroot().itertext())
    assert "市政府法制办" in words
    nodes = ElementTree.parse(files["graphml"]).getroot().findall(".//{*}node")
    assert len(nodes) > number
    context = browser.new_context(offline=True)
    alone = context.new_page()
    alone.goto(files["html"].as_uri())
    assert board(alone, "board.nodes.length") == number
    assert board(alone, "board.network.getScale()") > 0
    context.close()


def test_a_hub_is_drawn_closed_and_shows_its_lines_when_chosen(page: Page, app: str) -> None:
    visit(page, app, "graph", id=LEADER)
    closed = "board.edges.get().filter((edge) => edge.closed && !edge.hidden).length"
    assert board(page, closed) == 0
    click_node(page, "各县区政府")
    expect(page.locator(".st-key-panel .panel-title")).to_have_text("各县区政府")
    assert board(page, closed) > 15


def test_a_phone_shows_a_list_of_one_hop_without_scrolling_sideways(phone: Page, app: str) -> None:
    visit(phone, app, "graph", id=LEADER)
    shown = board(phone, "board.nodes.get().filter((node) => !node.hidden).map((node) => node.level)")
    assert max(shown) == 1
    assert fits(phone)


def test_the_same_picture_every_time(page: Page, app: str) -> None:
    visit(page, app, "graph", id=LEADER)
    first = json.dumps(board(page, PLACES))
    page.reload()
    settled(page)
    assert json.dumps(board(page, PLACES)) == first
