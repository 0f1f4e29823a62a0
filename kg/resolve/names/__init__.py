"""Hong Kong names of persons and organisations: taken apart, and compared with a score and its reason.

    >>> from kg.resolve.names import compare_persons, parse_person, shipped_names
    >>> compare_persons("HUI Ching Yu, Christopher", "許正宇").same
    True
    >>> parse_person("Carrie Lam Cheng Yuet-ngor").family
    ('lam', 'cheng')

`known=shipped_names()` lets a comparison look names up in the gazetteer: HKSTP, 林鄭月娥 and Carrie Lam.
"""

from kg.resolve.names.acronyms import shortens_han, stands_for
from kg.resolve.names.comparison import SAME, Comparison
from kg.resolve.names.kinds import compare_names, guess_kind
from kg.resolve.names.known import KnownNames, Succession, known_names, shipped_names
from kg.resolve.names.organisation import OrganisationName, parse_organisation
from kg.resolve.names.organisations import compare_organisations
from kg.resolve.names.pairs import Pair, Score, Scores, read_pairs, score_pairs
from kg.resolve.names.person import PersonName, parse_person, read_person
from kg.resolve.names.persons import compare_persons
from kg.resolve.names.strings import (
    abbreviates,
    clean_name,
    clean_person,
    fullest,
    has_han,
    initials_of,
    is_acronym,
    is_bare_surname,
    is_description,
    key_of,
    letters_of,
    surnames,
    without_brackets,
    words_of,
)

__all__ = [
    "SAME",
    "Comparison",
    "KnownNames",
    "OrganisationName",
    "Pair",
    "PersonName",
    "Score",
    "Scores",
    "Succession",
    "abbreviates",
    "clean_name",
    "clean_person",
    "compare_names",
    "compare_organisations",
    "compare_persons",
    "fullest",
    "guess_kind",
    "has_han",
    "initials_of",
    "is_acronym",
    "is_bare_surname",
    "is_description",
    "key_of",
    "known_names",
    "letters_of",
    "parse_organisation",
    "parse_person",
    "read_pairs",
    "read_person",
    "score_pairs",
    "shipped_names",
    "shortens_han",
    "stands_for",
    "surnames",
    "without_brackets",
    "words_of",
]
