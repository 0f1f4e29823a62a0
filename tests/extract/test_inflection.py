"""Verb forms."""

from __future__ import annotations

import pytest

from kg.extract.inflection import forms_of


@pytest.mark.parametrize(
    ("verb", "third", "ing", "past", "participle"),
    [
        ("operate", "operates", "operating", "operated", "operated"),
        ("launch", "launches", "launching", "launched", "launched"),
        ("supply", "supplies", "supplying", "supplied", "supplied"),
        ("employ", "employs", "employing", "employed", "employed"),
        ("plan", "plans", "planning", "planned", "planned"),
        ("admit", "admits", "admitting", "admitted", "admitted"),
        ("open", "opens", "opening", "opened", "opened"),
        ("visit", "visits", "visiting", "visited", "visited"),
        ("develop", "develops", "developing", "developed", "developed"),
        ("agree", "agrees", "agreeing", "agreed", "agreed"),
        ("lie", "lies", "lying", "lay", "lain"),
        ("run", "runs", "running", "ran", "run"),
        ("build", "builds", "building", "built", "built"),
        ("set up", "sets up", "setting up", "set up", "set up"),
        ("take over", "takes over", "taking over", "took over", "taken over"),
        ("be", "is", "being", "was", "been"),
        ("have", "has", "having", "had", "had"),
        ("go", "goes", "going", "went", "gone"),
    ],
)
def test_forms_of_a_verb(verb: str, third: str, ing: str, past: str, participle: str) -> None:
    forms = forms_of(verb)
    assert (forms.third, forms.ing, forms.past, forms.participle) == (third, ing, past, participle)


def test_each_form_is_listed_once() -> None:
    assert forms_of("put").all == ("put", "puts", "putting")


def test_finite_forms_can_carry_a_clause() -> None:
    assert forms_of("begin").finite == ("begins", "began")
