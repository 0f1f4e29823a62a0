"""A knowledge graph of Hong Kong technology policy: every statement rests on a sentence one can click."""

__version__ = "0.1.0"
