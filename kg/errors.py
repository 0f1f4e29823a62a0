"""The errors of the project: every one derives from KgError and says what, where and what to do.

KgError
├── SourceError      an input could not be read as an article
├── OntologyError    the ontology files are incomplete or contradict each other
├── GazetteerError   a table of known names is malformed
├── StoreError       the graph could not be opened, read or written
│   └── StoreBusyError   another process is writing to it
└── QueryError       a query is malformed or refused
"""


class KgError(Exception):
    """Root of all errors that this project raises on purpose."""


class SourceError(KgError):
    """An input could not be read as an article."""


class OntologyError(KgError):
    """The ontology files are incomplete or contradict each other."""


class GazetteerError(KgError):
    """A table of known names is malformed."""


class StoreError(KgError):
    """The graph could not be opened, read or written."""


class StoreBusyError(StoreError):
    """Another process is writing to the graph."""


class QueryError(KgError):
    """A query is malformed or refused."""
