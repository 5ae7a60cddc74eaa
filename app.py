"""The browser's front door: `python app.py` serves the app as .streamlit/config.toml says; `streamlit run app.py` does too, slower."""

import streamlit as st
from starlette.middleware import Middleware

from interface.serving import SHELL, Pages, prepared, serve

app = st.App(SHELL, lifespan=prepared, middleware=[Middleware(Pages)])

if __name__ == "__main__":
    serve(app)
