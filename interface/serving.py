"""How the app is served: prepared before the first tab opens, scripts announced with the page and sent from memory, small answers
sent at once.

Measured by `python -m benchmarks pages`: Streamlit asks for the scripts of its elements only when the first of each kind has
arrived; a first visit asks for 120 scripts, and its server reads each from the disk in 2.5 ms; and it leaves Nagle's algorithm on
(its listening socket names no protocol, so asyncio sets no TCP_NODELAY), which holds each answer of two parts back for up to 40 ms.
"""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import streamlit as st
import uvicorn
from starlette.responses import HTMLResponse, Response

import interface
from interface.frame.links import HOME, PAGES

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SHELL = Path(__file__).parent / "frame" / "shell.py"

_STATIC = Path(st.__file__).parent / "static"
_SCRIPTS = _STATIC / "static" / "js"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}
_EVERY_PAGE = ("BidiComponent", "Html", "Selectbox", "ButtonGroup", "DownloadButton")
"""Streamlit's elements that nearly every page shows."""
_SOME_PAGES = {
    "ask": ("TextInput",),
    "matrix": ("Multiselect",),
    "trace": ("Checkbox",),
    "console": ("TextArea", "TextInput"),
}
"""What else a page shows at once. The script of charts is left to come behind the words around them."""
_OURS = ("docket/docket.js", "docket/chinese.js")
_LIKE_A_PAGE = re.compile(r"[^./]+")
_NO_PAGE = HTMLResponse(
    '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>没有这一页 · 责任图谱</title><body style=\"margin:3rem;font:1rem/1.8 'PingFang SC','Microsoft YaHei',"
    "'Noto Sans CJK SC',sans-serif;color-scheme:light dark\"><h1>没有这一页</h1>"
    '<p>地址可能抄错了。<a href="./">回到总览</a>，从那里找单位、措施和文件。</p>',
    status_code=404,
)
_NOT_BEFORE = ("interface.pages", "interface.frame.shell", "interface.terminal")
"""Scripts that run in a tab, and what no tab needs."""
_IMPORTED = re.compile(r'(?:from|import)"\./([^"]+\.js)"')
_LOADED_ANYWAY = re.compile(r"static/js/([^\"]+\.js)")


@asynccontextmanager
async def prepared(_: st.App) -> AsyncIterator[None]:
    """Lifespan of the app: its modules are imported and the graph is read before the first tab opens."""
    for module in walk_packages(interface.__path__, "interface."):
        if not module.name.startswith(_NOT_BEFORE):
            import_module(module.name)
    from interface.frame import data  # not above: what Streamlit caches is declared once its runtime is there

    data.prepare()
    yield


class Pages:
    """Middleware: the answer to a page's address names the scripts that the page will need (Link: …; rel=modulepreload), the
    scripts come from memory, and an address that is no page's says so in Chinese, where Streamlit would open the first page and
    a notice in English.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def announcing(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"link", announcement(name))]
            await send(message)

        name = scope["path"].strip("/") or HOME if scope["type"] == "http" else ""
        if f"/{name}" in _files():
            await _kept(f"/{name}")(scope, receive, send)
        elif name in PAGES:
            await self._app(scope, receive, announcing)
        elif _LIKE_A_PAGE.fullmatch(name):
            await _NO_PAGE(scope, receive, send)
        else:
            await self._app(scope, receive, send)


@cache
def _files() -> Mapping[str, Path]:
    """The files of Streamlit's browser part by their path in the address; each name holds a hash of what the file holds."""
    return {f"/{path.relative_to(_STATIC)}": path for path in (_STATIC / "static").rglob("*") if path.suffix in _TYPES}


@cache
def _kept(path: str) -> Response:
    """The answer with that file, made when it is first asked for."""
    file = _files()[path]
    return Response(
        file.read_bytes(),
        media_type=_TYPES[file.suffix],
        headers={"Cache-Control": "public, immutable, max-age=31536000"},
    )


@cache
def announcement(page: str) -> bytes:
    """The value of the Link header of a page, by its name. A release of Streamlit without one of the scripts is served without it."""
    known = {path.name.split(".")[0]: path.name for path in sorted(_SCRIPTS.glob("*.js"))}
    names = [known[name] for name in (*_EVERY_PAGE, *_SOME_PAGES.get(page, ())) if name in known]
    loaded = set(_LOADED_ANYWAY.findall((_STATIC / "index.html").read_text("utf-8")))
    found: list[str] = []
    while names:
        name = names.pop(0)
        if name not in loaded:
            loaded.add(name)
            found.append(f"/static/js/{name}")
            names += _IMPORTED.findall((_SCRIPTS / name).read_text("utf-8"))
    found += [f"/_stcore/bidi-components/zeren.{name}" for name in _OURS]
    return ", ".join(f"<{path}>; rel=modulepreload" for path in found).encode()


def serve(app: st.App) -> None:
    """Serve the app until it is stopped, at server.address and server.port of Streamlit's settings or the environment's
    STREAMLIT_SERVER_ADDRESS and STREAMLIT_SERVER_PORT. Leaves with exit code 1 and a line in Chinese where that is taken.
    """
    host = os.environ.get("STREAMLIT_SERVER_ADDRESS") or st.get_option("server.address") or "127.0.0.1"
    port = int(os.environ.get("STREAMLIT_SERVER_PORT") or st.get_option("server.port"))
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            access_log=False,
            log_level="warning",
            ws="websockets-sansio",
            ws_max_size=st.get_option("server.maxMessageSize") << 20,
            timeout_graceful_shutdown=3,
        )
    )
    try:
        bound = listening(host, port)
    except OSError:
        sys.exit(f"{host}:{port} 已被占用或不可用。换一个端口再试：make run PORT={port + 1}")
    print(f"责任图谱：http://{host}:{port}（按 Ctrl+C 结束）", flush=True)
    with suppress(KeyboardInterrupt):
        server.run(sockets=[bound])


def listening(host: str, port: int) -> socket.socket:
    """A socket bound to the address, for the server to listen on. Raises OSError where it is taken."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    bound = socket.socket(family, kind, protocol)  # with the protocol named, asyncio turns Nagle's algorithm off
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind(address)
    return bound
