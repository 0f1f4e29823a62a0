"""The faces of the graph: command line, SPARQL endpoint and Streamlit pages."""
