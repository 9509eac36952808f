"""The lexicon is whole and says only what frames allow."""

from __future__ import annotations

from typing import get_args

from brink.code.events.lexicon import load_lexicon
from brink.code.rows import EventType, Mode

NEEDS = {
    "polity",
    "abroad",
    "unsaid",
    "missile",
    "fallen",
    "codename",
    "hostile",
    "peers",
    "verbal",
    "arms",
    "official",
    "civil",
    "workers",
    "fighters",
    "custody",
    "direct",
    "forces",
    "town",
    "people",
    "actor",
    "recipient",
    "party",
    "both",
    "violence",
    "done",
    "struck",
    "passive",
    "state",
    "troops",
    "weapon",
    "anchor",
}


def expressions():
    lexicon = load_lexicon()
    return [e for some in (*lexicon.verbs.values(), *lexicon.nouns.values()) for e in some]


def test_all_sixteen_types_have_words():
    assert {e.frame.type for e in expressions()} == set(get_args(EventType))


def test_modes_are_those_of_the_contract():
    assert {e.frame.mode for e in expressions()} - {None} <= set(get_args(Mode))


def test_needs_are_known_words():
    assert {need for e in expressions() for need in e.frame.needs} <= NEEDS


def test_the_lexicon_holds_at_least_seven_hundred_expressions():
    assert len({e.written for e in expressions()}) >= 700


def test_the_most_demanding_expression_of_a_verb_comes_first():
    for some in load_lexicon().verbs.values():
        demands = [e.conditions for e in some]
        assert demands == sorted(demands, reverse=True)
