"""The pattern language: what a template says, and where it fits."""

from __future__ import annotations

import time

import pytest

from kg.errors import OntologyError
from kg.extract.clauses import rewrite
from kg.extract.lines import draw_lines
from kg.extract.patterns import compile_patterns, find_matches
from kg.extract.relations import RelationFinder
from kg.extract.templates import read_template
from kg.ontology import load_ontology
from tests.extract.marked import read
from tests.extract.relation_types import ORG, ontology, relation


def ends(template: str, text: str, **changes: object) -> list[tuple[str, str]]:
    """Return the pairs that a template joins in a text, as the line gives it, without rewritings."""
    (pattern,) = compile_patterns(relation("operates", template, **changes))
    lines = draw_lines(read(text))
    found = [match for line in lines for match in find_matches(pattern, line)]
    return [tuple(m.line.slots[m.slots[name]].span.text for name in ("SUBJECT", "OBJECT")) for m in found]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("SUBJECT <operate> OBJECT", "[Bay|Company] operates [Dock|Facility]."),
        ("SUBJECT <operate> OBJECT", "[Bay|Company] has since [2019|date=2019] also operated its old [Dock|Facility]."),
        ("SUBJECT <operate> OBJECT", "[Bay|Company], which will operate [Dock|Facility], said so."),
        ("SUBJECT <Operate|run> OBJECT", "[Bay|Company] RUNS the [Dock|Facility]."),
        ("SUBJECT <set up> OBJECT", "[Bay|Company] set up [Dock|Facility]."),
        ("SUBJECT {operate|run} OBJECT", "[Dock|Facility] is run by [Bay|Company]."),
        ("SUBJECT {operate|run} OBJECT", "[Dock|Facility], operated since 2020 by the port firm [Bay|Company], grew."),
        ("SUBJECT {operate|run} OBJECT", "It was in [Dock|Facility], which [Bay|Company] runs, that they met."),
        ("SUBJECT {invest} in OBJECT", "[Dock|Facility], in which [Bay|Company] has invested, grew."),
        ("SUBJECT , the (operator|landlord) of OBJECT", "[Bay|Company], the landlord of [Dock|Facility], sold it."),
        ("SUBJECT , the new? operator of OBJECT", "[Bay|Company], the operator of [Dock|Facility], sold it."),
        ("SUBJECT (very|old|and)* <run> OBJECT", "[Bay|Company] and old and very runs [Dock|Facility]."),
        ("OBJECT 's operator , SUBJECT", "[Dock|Facility]'s operator, [Bay|Company], sold it."),
        ("SUBJECT .. <run> OBJECT", "[Bay|Company] with some pride runs [Dock|Facility]."),
        ("SUBJECT ... OBJECT", "[Bay|Company] showed [Sha Tin|Place] around [Dock|Facility]."),
        ("SUBJECT [ OBJECT ]", "[Bay|Company] ([Dock|Facility]) grew."),
        ("^ operator : SUBJECT OBJECT", "Operator: [Bay|Company] [Dock|Facility]"),
        ("SUBJECT <run> OBJECT in PLACE", "[Bay|Company] runs [Dock|Facility] in [Sha Tin|Place]."),
    ],
)  # fmt: skip
def test_template_fits(template: str, text: str) -> None:
    assert ends(template, text) == [("Bay", "Dock")]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("SUBJECT <operate> OBJECT", "[Bay|Company] operates a [Dock|Product]."),  # no facility
        ("SUBJECT:University <operate> OBJECT", "[Bay|Company] operates [Dock|Facility]."),  # narrower than the domain
        ("SUBJECT <operate> OBJECT", "The chairman of [Bay|Company] operates [Dock|Facility]."),  # hangs on "of"
        ("SUBJECT <operate> OBJECT", "[Bay|Company] operates [Dock|Facility]'s neighbour."),  # the neighbour
        ("SUBJECT <operate> OBJECT", "[Bay|Company] operates in [Sha Tin|Place], not [Dock|Facility]."),
        ("SUBJECT <open:ed> OBJECT", "[Bay|Company] opens [Dock|Facility]."),
        ("SUBJECT ... OBJECT", "[Bay|Company] grew; [Dock|Facility] shrank."),  # gaps stop at semicolons
        ("SUBJECT ... OBJECT", "[Bay|Company] a, b, c, d, e, f, g, h, i, j, [Dock|Facility]."),
        ("SUBJECT .. OBJECT", "[Bay|Company] [Sha Tin|Place] [Dock|Facility]."),  # a short gap holds no name
        ("SUBJECT ~ OBJECT", "[Bay|Company] old [Dock|Facility]."),
        ("^ SUBJECT ... OBJECT", "Yes, [Bay|Company] [Dock|Facility]."),
    ],
)  # fmt: skip
def test_template_does_not_fit(template: str, text: str) -> None:
    assert ends(template, text) == []


def test_slot_types_come_from_domain_and_range() -> None:
    text = "[Chan Siu-fan|Person] built [MapleBot|Product]."
    assert ends("SUBJECT <build> OBJECT", text) == []
    wider = {"domain": ORG | {"Person"}, "range": frozenset({"Product"})}
    assert ends("SUBJECT <build> OBJECT", text, **wider) == [("Chan Siu-fan", "MapleBot")]


@pytest.mark.parametrize(
    ("source", "confidence", "modality", "constant"),
    [
        ("SUBJECT <run> OBJECT", 0.8, None, None),
        (".9 | SUBJECT <run> OBJECT", 0.9, None, None),
        ("0.95 denied | SUBJECT <run> OBJECT", 0.95, "denied", None),
        ("SUBJECT <open> => operational", 0.8, None, "operational"),
    ],
)
def test_template_head_is_read(source: str, confidence: float, modality: str | None, constant: str | None) -> None:
    template = read_template(source)
    assert (template.confidence, template.modality, template.constant) == (confidence, modality, constant)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "has no template"),
        ("SUBJECT (a|b OBJECT", "never closes"),
        ("SUBJECT a) OBJECT", "never opened"),
        ("? SUBJECT", "repeats nothing"),
        ("SUBJECT <run OBJECT", "cannot be read"),
        ("SUBJECT {run} quickly", "must read 'SUBJECT {verb} OBJECT'"),
        ("SUBJECT <run> WHATEVER", "WHATEVER is no slot"),
        ("SUBJECT <run> OBJECT OBJECT", "name each end once"),
        ("SUBJECT:Person <run> OBJECT", "names no type of its end"),
    ],
)
def test_malformed_pattern_is_refused(source: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message.replace("{", r"\{")):
        compile_patterns(relation("operates", source))


@pytest.mark.parametrize(
    "text",
    [
        "[Bay|Company] (BAY, 大灣) operates [Dock|Facility].",
        "[Bay|Company], a firm from Shenzhen, operates [Dock|Facility].",
        "[Bay|Company] of [Sha Tin|Place] operates [Dock|Facility].",
        "[Bay|Company] was sold in May and operates [Dock|Facility].",
        "Operating [Dock|Facility] since May, [Bay|Company] grew.",
        "“[Bay|Company] operates [Dock|Facility],” he said.",
        "[Bay|Company] – a start-up – operates [Dock|Facility].",
    ],
)
def test_rewritings_bring_ends_together(text: str) -> None:
    (pattern,) = compile_patterns(relation("operates", "SUBJECT <operate> OBJECT"))
    (line,) = draw_lines(read(text))
    assert any(list(find_matches(pattern, view)) for view in rewrite(line))


def seconds_for(finder: RelationFinder, pairs: int) -> float:
    doc = read("The list: " + ", ".join(f"[Bay {n}|Company], [Dock {n}|Facility]" for n in range(pairs)) + " run.")
    started = time.process_time()
    finder(doc)
    return time.process_time() - started


def test_many_names_in_a_row_take_time_in_proportion() -> None:
    patterns = ("SUBJECT {operate|run} OBJECT", "SUBJECT ... (of|in|,)* ... OBJECT", "SUBJECT , .. and OBJECT")
    finder = RelationFinder(ontology(relation("operates", *patterns)))
    assert seconds_for(finder, 800) < 8 * max(0.05, seconds_for(finder, 200))


def test_patterns_of_the_ontology_all_compile():
    for declared in load_ontology().relations.values():
        for pattern in compile_patterns(declared):
            assert all(wording.expression.groups >= 0 for wording in pattern.wordings)
