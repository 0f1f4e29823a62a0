"""The scripts that make the shipped model from annotated articles and general corpora."""
