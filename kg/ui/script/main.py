"""The script that Streamlit runs at every visit; it lies in a folder of its own on purpose.

Streamlit takes a folder `pages` beside its script for pages of an older kind and, until `st.navigation` was called
once, runs the file that a deep link names instead of this script.
"""

from kg.ui.main import main

main()
