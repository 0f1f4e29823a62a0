"""The whole application in one process: the pages in the browser and the SPARQL endpoint beside them.

`kg up` is the usual way to start it; `streamlit run app.py`, `python app.py` and `uvicorn app:app` do the same.
"""

import streamlit as st

from kg.ui.server import PAGES_SCRIPT, app_parts, configure_streamlit, streamlit_options

configure_streamlit()
# Streamlit looks for this assignment in the text of the file.
app = st.App(PAGES_SCRIPT, **app_parts())

if __name__ == "__main__":
    app.run(config=streamlit_options())
