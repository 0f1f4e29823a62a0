"""Inputs of several formats become articles."""

from kg.sources.reading import READERS, Reader, read_bytes, read_file

__all__ = ["READERS", "Reader", "read_bytes", "read_file"]
