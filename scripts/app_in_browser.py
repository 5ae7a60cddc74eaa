"""The app served on a free port, and a Chromium to look at it: for tests, screenshots and measurements."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from graph_loader.settings import ROOT, Settings, environment

CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_START = 60.0
"""Seconds that the server may take to answer."""


@contextmanager
def serve(settings: Settings, log: Path, script: Path | None = None) -> Iterator[str]:
    """The address of the app on the settings' graph, or of `streamlit run` on another script; it ends with the block.

    log: file for what it prints.

    Raises RuntimeError with the log when it does not start.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["-m", "streamlit", "run", str(script)] if script else [str(ROOT / "app.py")]
    env = environment(settings) | {"STREAMLIT_SERVER_PORT": str(port)}
    with log.open("wb") as out:
        process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=env, stdout=out, stderr=out)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium or Chrome. Raises FileNotFoundError when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        raise FileNotFoundError("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


def settled(page: Page, quiet: int = 300) -> None:
    """Wait until the script has run, each component stands, and the page has not changed for `quiet` milliseconds."""
    expect(page.locator(".stHeading h1")).to_be_visible(timeout=60_000)
    expect(page.locator('.stApp[data-test-script-state="notRunning"]')).to_be_visible(timeout=60_000)
    page.wait_for_function(_STANDS, timeout=60_000)
    page.evaluate(_QUIET, quiet)
    expect(page.locator('.stApp[data-test-script-state="notRunning"]')).to_be_visible(timeout=60_000)


_STANDS = """() => !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stBidiComponentRegular"]')].every((host) => host.children.length > 1)"""
"""No placeholder is left, and each component's script has drawn into its host (whose first child is Streamlit's own)."""

_QUIET = """quiet => new Promise((done) => {
    let timer = setTimeout(done, quiet);
    new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(done, quiet);
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
})"""


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _START
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health"):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the app did not start: {log.read_text('utf-8', 'replace')}")
