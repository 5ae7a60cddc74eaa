"""What runs in every browser tab: the frame around the pages of interface/pages, and the page that was asked for."""

import streamlit as st

from interface.frame import address, failures, links, style

st.set_page_config(page_title="责任图谱", page_icon=str(style.ASSETS / "mark.svg"), layout="wide")
style.apply()
pages = [
    st.Page(links.file_of(name), title=title, url_path=name, default=name == links.HOME)
    for name, title in links.PAGES.items()
]
page = st.navigation(pages, position="top")
address.arrive(page.url_path)
with failures.shown():
    page.run()
address.settle()
