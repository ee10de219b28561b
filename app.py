"""The dashboard: run with ``streamlit run app.py``."""

from pathlib import Path

import streamlit as st

from perfcore.ui.start import start

app = st.App(Path(__file__).with_name("dashboard.py"), lifespan=start)
