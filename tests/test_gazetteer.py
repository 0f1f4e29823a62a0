import csv
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from kg import resources
from kg.errors import GazetteerError
from kg.gazetteer import COLUMNS, Gazetteer, load_gazetteer, names_of, normalise
from kg.model import Entity

TYPES = {
    "Person", "GovernmentBody", "Company", "University", "ResearchInstitute", "Organization", "Facility", "Place",
    "Programme", "Project", "Policy", "Product", "Post", "Event",
}  # fmt: skip

SHARED_NAMES = {
    (
        "Person",
        "yang qiang",
    ),  # the head of PolyU's academy and a committee member: perhaps one person, no source says so
}

ORDINARY_WORDS = {
    "address", "agency", "ai", "authority", "bill", "blueprint", "board", "budget", "bureau", "cas", "central",
    "centre", "chairman", "chief executive", "city", "commission", "commissioner", "committee", "company",
    "corporation", "council", "cs", "department", "digital", "director", "eastern", "ensemble", "for", "framework",
    "fs", "fund", "government", "ha", "hong kong park", "hub", "incubation programme", "innovation", "institute",
    "it", "law", "loop", "minister", "ministry", "most", "no", "office", "official", "ordinance", "park", "policy",
    "policy address", "president", "professor", "programme", "project", "raise", "registry", "sandbox", "scheme",
    "science", "secretary", "sit", "southern", "standard", "tech", "technology", "university", "us", "visa",
}  # fmt: skip

SHORT_PROPER_NAMES = {"Asia", "Citi"}

HEADER = ",".join(COLUMNS) + "\n"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture
def table(tmp_path):
    """Write one table of known names and return its folder."""

    def write(content: str | bytes, name: str = "Company.csv"):
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
        return tmp_path

    return write


def shipped_rows() -> Iterator[tuple[str, dict[str, str]]]:
    for path in sorted(resources.GAZETTEER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield path.stem, row


# --- the names themselves -------------------------------------------------------------------------------------------


def test_normalise_folds_spelling_variants():
    variants = ["The AI+ Centre", "ai+ center", "AI+ Centre’s", "  ＡＩ＋  CENTRE "]
    assert {normalise(name) for name in variants} == {"ai+ centre"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("RAISe+", "raise"), ("GenA.I. Sandbox++", "GenA.I. Sandbox"), ("2024-25 Budget", "2025-26 Budget")],
)
def test_normalise_keeps_different_names_apart(one, other):
    assert normalise(one) != normalise(other)


def test_names_of_yields_label_first():
    entity = Entity("dpo", "GovernmentBody", "Digital Policy Office", "數字政策辦公室", ("DPO",), ("數字辦",))
    assert list(names_of(entity)) == ["Digital Policy Office", "數字政策辦公室", "DPO", "數字辦"]


# --- reading a table ------------------------------------------------------------------------------------------------


def test_load_gazetteer_reads_every_column(table):
    folder = table(
        HEADER + "hkma,Monetary Authority,金管局,HKMA|MA,金融局,Q17,note,https://a.b,yes,yes\n", "GovernmentBody.csv"
    )
    (entity,) = load_gazetteer(folder)
    assert entity == Entity(
        id="hkma",
        type="GovernmentBody",
        label="Monetary Authority",
        label_zh="金管局",
        aliases=("HKMA", "MA"),
        aliases_zh=("金融局",),
        same_as=("http://www.wikidata.org/entity/Q17",),
        source="https://a.b",
        checked=True,
        known=True,
    )


def test_load_gazetteer_marks_unchecked_rows(table):
    (entity,) = load_gazetteer(table(HEADER + "acme,Acme,,,,,,,memory,\n"))
    assert not entity.checked
    assert (entity.label_zh, entity.source, entity.same_as, entity.aliases) == (None, None, (), ())


def test_load_gazetteer_accepts_a_file_saved_by_a_spreadsheet(table):
    content = (HEADER + "acme,Acme,,,,,,,yes,\n").replace("\n", "\r\n")
    assert [entity.id for entity in load_gazetteer(table(b"\xef\xbb\xbf" + content.encode()))] == ["acme"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id;label_en\n", "columns must be"),
        ("", "columns must be"),
        (HEADER + "acme,,,,,,,,yes,\n", "line 2: id and label_en"),
        (HEADER + ",Acme,,,,,,,yes,\n", "line 2: id and label_en"),
        (HEADER + "acme,Acme\n", "line 2: a row has 10 cells"),
        (HEADER + "acme,Acme,,,,,in Kowloon, Hong Kong,,yes,\n", "line 2: a row has 10 cells"),
        (HEADER + "acme,Acme,,,,,,,yes,\nacme,Acme 2,,,,,,,yes,\n", "'acme' stands twice"),
        (HEADER.encode() + "acme,香港,,,,,,,yes,\n".encode("big5"), "not UTF-8"),
    ],
)
def test_load_gazetteer_explains_what_is_wrong(table, content, message):
    with pytest.raises(GazetteerError, match=message):
        load_gazetteer(table(content))


def test_named_returns_all_entities_that_share_a_name():
    two = Gazetteer((Entity("a", "Person", "Yang Qiang"), Entity("b", "Person", "Qiang Yang", aliases=("Yang Qiang",))))
    assert [entity.id for entity in two.named("yang qiang")] == ["a", "b"]


# --- the shipped tables ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "entity_id"),
    [
        ("Hong Kong Cyberport Management Company Limited", "cyberport"),
        ("DPO", "dpo"),
        ("the ai subsidy scheme", "ai-subsidy-scheme"),
        ("Hong Kong Generative AI Research and Development Centre", "hkgai"),
        ("GENA.I. SANDBOX++", "genai-sandbox-pp"),
        ("GenAI Sandbox", "genai-sandbox"),
        ("RAISe+", "raise-plus"),
        ("HKMA’s", "hkma"),
        ("2025/26 Budget", "budget-2025"),
        ("HKSAR Government", "hksar-government"),
        ("Hong Kong Government", "hksar-government"),
        ("Secretary for Innovation, Technology, and Industry", "siti-post"),
        ("穩定幣條例", "stablecoins-ordinance"),
        ("數字政策辦公室", "dpo"),
    ],
)
def test_named_finds_label_alias_variant_and_chinese(gazetteer, name, entity_id):
    assert [entity.id for entity in gazetteer.named(name)] == [entity_id]
    assert gazetteer.get(entity_id) in gazetteer.named(name)


def test_shipped_tables_are_named_after_entity_types(gazetteer):
    assert {path.stem for path in resources.GAZETTEER.glob("*.csv")} == TYPES
    assert {entity.type for entity in gazetteer} == TYPES
    assert len(gazetteer) >= 800


def test_shipped_ids_are_kebab_case_and_in_order():
    ids = defaultdict(list)
    for table_name, row in shipped_rows():
        ids[table_name].append(row["id"])
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]), row["id"]
    assert all(found == sorted(found) for found in ids.values())


def test_shipped_checked_rows_name_their_source():
    for table_name, row in shipped_rows():
        assert row["checked"] in {"yes", "memory"}, (table_name, row["id"])
        assert row["zh_checked"] in ({"yes", "memory"} if row["label_zh"] else {""}), (table_name, row["id"])
        if row["checked"] == "yes":
            assert re.match(r"https?://[^\s,]+$", row["source_url"]), (table_name, row["id"])


def test_shipped_names_are_shared_inside_a_type_only_where_listed(gazetteer):
    owners = defaultdict(set)
    for entity in gazetteer:
        for name in names_of(entity):
            owners[entity.type, normalise(name)].add(entity.id)
    assert {key for key, ids in owners.items() if len(ids) > 1} == SHARED_NAMES


def test_shipped_names_are_no_ordinary_words(gazetteer):
    names = {normalise(name): entity.id for entity in gazetteer for name in names_of(entity)}
    assert {name: names[name] for name in ORDINARY_WORDS & names.keys()} == {}


def test_shipped_short_names_look_like_acronyms(gazetteer):
    short = {name for entity in gazetteer for name in (entity.label, *entity.aliases) if len(name) <= 4}
    words = {name for name in short if not re.search(r"[A-Z].*[A-Z]", name)}
    assert words == SHORT_PROPER_NAMES


def test_shipped_person_names_are_more_than_a_surname(gazetteer):
    people = [entity for entity in gazetteer if entity.type == "Person"]
    assert {name for entity in people for name in (entity.label, *entity.aliases) if " " not in name} == set()
