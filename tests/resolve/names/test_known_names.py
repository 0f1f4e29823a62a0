from kg.gazetteer import Gazetteer
from kg.model import Entity
from kg.resolve.names import known_names, shipped_names

GAZETTEER = Gazetteer(
    (
        Entity("northbay", "Company", "Northbay Robotics Limited", label_zh="北灣機械人有限公司", aliases=("NBR",)),
        Entity("harbour", "GovernmentBody", "Harbour Authority", label_zh="海港管理局"),
        Entity("mei-ling", "Person", "May Wong Mei-ling", label_zh="黃美玲"),
        Entity("post", "Post", "Harbour Master"),
    )
)


def test_known_names_are_found_in_any_spelling():
    known = known_names(GAZETTEER)
    for name in ("NBR", "Northbay Robotics Ltd", "北湾机器人", "northbay robotics limited"):
        assert known.organisations_named(name) == {"northbay"}
    assert known.organisations_named("Hong Kong Harbour Authority") == {"harbour"}
    assert known.organisations_named("Harbour Master") == frozenset()


def test_known_names_find_persons_by_family_name():
    known = known_names(GAZETTEER)
    assert [entity for entity, _ in known.persons_like("Wong Siu-ming")] == ["mei-ling"]
    assert [entity for entity, _ in known.persons_like("黄小明")] == ["mei-ling"]
    assert list(known.persons_like("Lam")) == []
    assert known.names("mei-ling") == ("May Wong Mei-ling", "黃美玲")
    assert known.names("nobody") == ()


def test_shipped_names_join_gazetteer_and_table_of_bodies():
    known = shipped_names()
    assert known.organisations_named("CAD") == known.organisations_named("Civil Aviation Department") == {"cad"}
    assert known.organisations_named("Hongkong Post") == known.organisations_named("香港郵政")


def test_succession_tells_renamed_from_replaced():
    known = shipped_names()
    step = known.succession(known.organisations_named("ITIB"), known.organisations_named("ITB"))
    assert (step.kind, step.year) == ("replaced", "2022")
    assert known.organisations_named("香港公開大學") == known.organisations_named("HKMU")
    assert all(s.year.isdigit() and s.kind in {"renamed", "replaced"} for s in known.successions)
    assert all(s.source.startswith("http") for s in known.successions)
