"""Mentions become entities, and claims about mentions become statements about entities."""

from kg.resolve.resolver import resolve_extraction

__all__ = ["resolve_extraction"]
