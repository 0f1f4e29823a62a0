from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.gazetteer import Gazetteer
from kg.model import Entity
from kg.store import Reader, open_reader, open_writer
from tests.store.examples import make_graph

KNOWN = Gazetteer(
    (
        Entity("cyberport", "Company", "Cyberport Management", label_zh="數碼港", aliases=("Cyberport",), known=True),
        Entity(
            "nowhere-fund",
            "Programme",
            "Nowhere Fund",
            same_as=("http://www.wikidata.org/entity/Q1",),
            source="https://gov.example/fund",
            checked=False,
            known=True,
        ),
    )
)

ARTICLES = (
    make_graph(
        "opening",
        "aisc locatedIn pok-fu-lam",
        "aisc hasCapacity 1300:PFLOPS",
        "aisc hasStatus operational:status",
        "cyberport operates aisc",
        "bureau funds subsidy-scheme amount=3000000000:HKD",
        "subsidy-scheme hasBudget 3000000000:HKD bound=gt",
        "pok-fu-lam partOf hong-kong",
        published=date(2024, 12, 9),
        cites=("https://gov.example/a", "https://gov.example/b"),
    ),
    make_graph(
        "busy",
        "aisc locatedIn pok-fu-lam",
        "aisc hasUtilisation 90:percent",
        "subsidy-scheme applicationsReceived 20:count",
        "subsidy-scheme projectsApproved 10:count",
        "university beneficiaryOf subsidy-scheme",
        "university receivedAmount 5000000:HKD programme=subsidy-scheme",
        "subsidy-scheme hasBudget 2500000000:HKD",
        "lee said 'the machines are busy:text'",
        publisher="Evening Post",
        published=date(2025, 7, 5),
        confidence=0.8,
    ),
    make_graph(
        "future",
        "cyberport builds sandy-ridge-centre planned",
        "sandy-ridge-centre hasStatus planned:status",
        "chan holdsPost post-chief valid_from=2023-04:date",
        "lee holdsPost post-chief planned",
        "post-chief postIn cyberport",
        "lantern redomicilesTo hong-kong",
        "lantern headquarteredIn bermuda denied",
        "hkstp invests lantern amount=12500000:USD",
        "hkstp collaboratesWith bureau reported",
        "hkstp operates harbour-campus",
        "harbour-campus locatedIn hong-kong",
        "bureau collaboratesWith cyberport",
        published=date(2025, 8, 1),
    ),
    make_graph(
        "undated", "university uses aisc share=15:percent", published=None, publisher=None, url=None, partial=True
    ),
)


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small graph: four articles and two known names."""
    folder = tmp_path_factory.mktemp("graph")
    with open_writer(folder) as writer:
        writer.load_gazetteer(KNOWN)
        for graph in ARTICLES:
            writer.put(graph)
    return folder


@pytest.fixture(scope="session")
def reader(data_dir: Path) -> Reader:
    return open_reader(data_dir)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    folder = tmp_path_factory.mktemp("empty")
    with open_writer(folder):
        pass
    return open_reader(folder)
