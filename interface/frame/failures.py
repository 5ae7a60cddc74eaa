"""What people see when something fails: what did not happen, that nothing changed, what to do, and a reference. No traceback."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from graph_loader.errors import StoreUnavailableError, ZerenError
from interface.frame.markdown import plain

_LOGGER = logging.getLogger("zeren")


@contextmanager
def shown() -> Iterator[None]:
    """Run a page, or a part of it, and show its errors in its place. What is not of the product's own kind is logged whole."""
    try:
        yield
    except StoreUnavailableError as error:
        st.error(plain(f"{error}"), title="图库没有应答，数据没有改动")
    except ZerenError as error:
        st.error(plain(f"{error}"), title="没有做成，数据没有改动")
    except Exception:
        reference = f"E-{secrets.token_hex(3).upper()}"
        _LOGGER.exception("reference %s", reference)
        st.error(f"请刷新再试；若一直这样，请把编号 {reference} 交给管理员。", title="页面出了意外，数据没有改动")
