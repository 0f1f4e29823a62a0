"""Lets `python -m kg` do what the command `kg` does."""

from kg.ui.cli import main

main()
