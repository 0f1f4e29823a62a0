import pytest

from kg.resolve import resolve_extraction
from tests.resolve.making import KNOWN, ids_by_words, read


def resolve(text, *mentions):
    return resolve_extraction(read(text, *mentions), KNOWN)


def test_chains_with_the_same_name_and_type_are_one_entity():
    graph = resolve(
        "Tidal Cooling grew. Tidal Cooling hired.", ("Tidal Cooling", "Company", 0), ("Tidal Cooling", "Company", 1)
    )
    assert [entity.id for entity in graph.entities] == ["company-tidal-cooling"]
    assert graph.links[1].reason == "same name in the article"


@pytest.mark.parametrize("kind", ["Product", "Person", "Event", "Facility"])
def test_chains_with_the_same_name_and_another_type_stay_apart(kind):
    graph = resolve("Tidal grew. Tidal sold.", ("Tidal", "Company", 0), ("Tidal", kind, 1))
    assert len(graph.entities) == 2


def test_chains_that_share_one_of_several_names_are_one_entity():
    graph = resolve(
        "Tidal Cooling (Tidal) grew. Tidal hired.",
        ("Tidal Cooling", "Company", 0), ("Tidal", "Company", 0), ("Tidal", "Company", 4),
    )  # fmt: skip
    assert ids_by_words(graph)["Tidal", 4] == "company-tidal-cooling"


def test_chain_with_a_name_of_a_known_one_means_that_one():
    graph = resolve(
        "Cyberport, or the Port, grew. The Port is full.",
        ("Cyberport", "Company", 0), ("the Port", "Company", 0), ("The Port", "Facility", 1),
    )  # fmt: skip
    assert ids_by_words(graph)["The Port", 1] == "cyberport"


def test_two_chains_of_one_known_entity_are_one_entity():
    graph = resolve("數碼港 opened. Cyberport grew.", ("數碼港", "Facility", 0), ("Cyberport", "Company", 1))
    assert [entity.id for entity in graph.entities] == ["cyberport"]
    assert graph.names["cyberport"] == ("數碼港", "Cyberport")


def test_surname_means_the_only_person_who_has_it():
    graph = resolve(
        "Mr Chan spoke. Lena Chan Mei-yi agreed.", ("Mr Chan", "Person", 0), ("Lena Chan Mei-yi", "Person", 1)
    )
    assert ids_by_words(graph)["Mr Chan", 0] == "person-lena-chan-mei-yi"
    assert graph.links[0].reason == "surname of Lena Chan Mei-yi"


def test_surname_of_two_people_means_neither():
    graph = resolve(
        "Lena Chan and Ada Chan met Chan.",
        ("Lena Chan", "Person", 0), ("Ada Chan", "Person", 1), ("Chan", "Person", 2),
    )  # fmt: skip
    assert len(graph.entities) == 3


def test_two_bare_surnames_are_never_one_person():
    mentions = (("Chan", "Person", 0), ("Chan", "Person", 1))
    one = resolve("Chan met Chan.", *mentions)
    other = resolve_extraction(read("Chan met Chan.", *mentions, key="f" * 12), KNOWN)
    ids = [entity.id for graph in (one, other) for entity in graph.entities]
    assert len(set(ids)) == 4


def test_acronym_means_the_only_name_that_it_abbreviates():
    graph = resolve(
        "HLC grew. The Harbour Laboratory Centre opened. HLC hired.",
        ("HLC", "Organization", 0), ("Harbour Laboratory Centre", "ResearchInstitute", 1), ("HLC", "Organization", 0),
    )  # fmt: skip
    assert [entity.id for entity in graph.entities] == ["research-institute-harbour-laboratory-centre"]
    assert graph.links[0].reason == "acronym of Harbour Laboratory Centre"


def test_acronym_of_two_names_means_neither():
    graph = resolve(
        "The Harbour Lab and the Hill Lab merged. HL grew.",
        ("Harbour Lab", "Company", 0), ("Hill Lab", "Company", 1), ("HL", "Company", 2),
    )  # fmt: skip
    assert ids_by_words(graph)["HL", 2] == "company-hl"


def test_chain_may_mean_one_that_itself_means_another():
    graph = resolve(
        "Harbour Lab Centre opened. HLC is the Cove. HLC grew.",
        ("Harbour Lab Centre", "Facility", 0),
        ("HLC", "Facility", 1),
        ("the Cove", "Facility", 1),
        ("HLC", "Facility", 2),
    )
    assert ids_by_words(graph)["HLC", 2] == ids_by_words(graph)["HLC", 1]
