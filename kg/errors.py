"""The errors of the project: every one derives from KgError and says what, where and what to do.

KgError
├── SourceError      an input could not be read as an article
├── OntologyError    the ontology files are incomplete or contradict each other
├── GazetteerError   a table of known names is malformed
├── NamesError       a table of pairs of names is malformed
├── ModelError       the trained model is missing or does not fit the program
├── StoreError       the graph could not be opened, read or written
│   └── StoreBusyError   another process is writing to it
├── QueryError       a query is malformed or refused
└── EvaluationError  annotated articles or floors of quality cannot be used
"""


class KgError(Exception):
    """Root of all errors that this project raises on purpose."""


class SourceError(KgError):
    """An input could not be read as an article."""


class OntologyError(KgError):
    """The ontology files are incomplete or contradict each other."""


class GazetteerError(KgError):
    """A table of known names is malformed."""


class NamesError(KgError):
    """A table of pairs of names is malformed."""


class ModelError(KgError):
    """The trained model is missing or does not fit the program."""


class StoreError(KgError):
    """The graph could not be opened, read or written."""


class StoreBusyError(StoreError):
    """Another process is writing to the graph."""


class QueryError(KgError):
    """A query is malformed or refused."""


class EvaluationError(KgError):
    """Annotated articles or floors of quality cannot be used."""
