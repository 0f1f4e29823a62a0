import numpy as np
import pytest

from kg.extract.encoder.labels import KINDS, OUTPUTS, TYPES, allowed_outputs, kind_of
from kg.extract.encoder.pairs import REACH, ROLES, End, Pair, find_pairs, measure_pairs
from kg.extract.encoder.pieces import cut_pieces, load_tokenizer
from kg.extract.encoder.reader import SHIPPED
from kg.ontology import load_ontology


@pytest.fixture(scope="module")
def joinable():
    return allowed_outputs(load_ontology()).any(-1)


def end(kind, chain, sentence, first=0):
    return End(kind_of(kind), chain, True, sentence, first, first + 1)


def test_pairs_join_what_the_vocabulary_joins(joinable):
    ends = [end("Person", 0, 0), end("Post", 1, 0, 1), end("date", -3, 0, 2)]
    assert set(find_pairs(ends, joinable)) == {Pair(0, 1, 0), Pair(0, 2, 0), Pair(1, 2, 0)}


def test_pairs_ask_for_the_status_of_things(joinable):
    assert find_pairs([end("Facility", 0, 0)], joinable) == [Pair(0, None, 0)]
    assert find_pairs([end("Company", 0, 0)], joinable) == []


def test_pairs_never_join_mentions_of_one_entity(joinable):
    ends = [end("Company", 0, 0), end("Company", 0, 0, 1)]
    assert find_pairs(ends, joinable) == []


@pytest.mark.parametrize(("sentence", "paired"), [(1, True), (1 + REACH, True), (2 + REACH, False)])
def test_pairs_reach_some_sentences_back(sentence, paired, joinable):
    ends = [end("Person", 0, 1), end("Company", 1, sentence, 5)]
    assert (Pair(0, 1, sentence) in find_pairs(ends, joinable)) is paired


def test_pairs_always_reach_the_headline(joinable):
    ends = [end("Person", 0, 0), end("Post", 1, 30, 5)]
    assert find_pairs(ends, joinable) == [Pair(0, 1, 30)]


def test_pairs_leave_out_ends_without_words(joinable):
    assert find_pairs([end("Person", 0, -1), end("Company", 1, 0)], joinable) == []


def test_pairs_grow_with_the_length_of_a_list(joinable):
    def count(n):
        return len(find_pairs([end("Company", i, 0, i) for i in range(n)], joinable))

    assert count(2000) < 2.1 * count(1000)


def test_measure_tells_roles_and_distances():
    text = "Cyberport opened a big centre. It is full."
    tokenizer = load_tokenizer(SHIPPED / "tokenizer.json")
    pieces = cut_pieces(text, [(0, 30), (31, len(text))], tokenizer)
    ends = [
        End(kind_of("Company"), 0, True, 0, 0, 1),
        End(kind_of("Facility"), 1, True, 0, 4, 5),
        End(kind_of("Facility"), 1, False, 1, 6, 7),
    ]
    geometry = measure_pairs(pieces, ends, [Pair(0, 1, 0), Pair(0, 2, 1), Pair(2, None, 1)])
    first = [ROLES[role] for role in geometry.roles[0]]
    assert first[0] == "subject"
    assert "between" in first
    assert "object" in first
    assert "other sentence" in {ROLES[role] for role in geometry.roles[1]}
    assert "object" not in {ROLES[role] for role in geometry.roles[2]}
    assert geometry.back.tolist() == [0, 4, 0]
    assert geometry.between[0].tolist() == [int(pieces.last[0]), int(pieces.first[4])]


def test_kinds_are_types_and_values_of_the_vocabulary():
    assert set(TYPES) == set(load_ontology().types)
    assert KINDS[kind_of("period")] == "date"


def test_outputs_follow_the_vocabulary():
    table = allowed_outputs(load_ontology())
    assert table[kind_of("Person"), kind_of("Post"), OUTPUTS.index("holdsPost")]
    assert not table[kind_of("Post"), kind_of("Person"), OUTPUTS.index("holdsPost")]
    assert table[kind_of("Programme"), KINDS.index("status"), OUTPUTS.index("hasStatus:ended")]
    assert np.count_nonzero(table.any((0, 1))) == len(OUTPUTS)
