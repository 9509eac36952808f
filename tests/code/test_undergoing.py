"""Verbs whose subject does nothing: it falls, collapses or crashes."""

from __future__ import annotations

import pytest

from brink.code.grammar import agents, patients
from brink.code.parsed import Doc
from brink.code.pipeline import load_pipeline


def parties(text: str, word: str) -> tuple[list[str], list[str]]:
    verb = next(token for token in Doc(load_pipeline()(text)) if token.text == word)
    return [token.text for token in agents(verb)], [token.text for token in patients(verb)]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The ceasefire collapsed on Sunday.", "collapsed", "ceasefire"),
        ("An army helicopter crashed near Goma.", "crashed", "helicopter"),
        ("Output fell 12 percent.", "fell", "Output"),
        ("Violence escalated after the vote.", "escalated", "Violence"),
    ],
)
def test_what_changes_by_itself_does_nothing(text, verb, subject):
    assert parties(text, verb) == ([], [subject])


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("Poland declined to send jets.", "declined", "Poland"),
        ("The plane dropped 11 tonnes of food.", "dropped", "plane"),
        ("Rockets fell on the market.", "fell", "Rockets"),
        ("The army increased patrols.", "increased", "army"),
        ("The rebels fell back.", "fell", "rebels"),
        ("The minister dropped in on Kyiv.", "dropped", "minister"),
    ],
)
def test_the_same_verbs_have_a_doer_where_they_tell_an_act(text, verb, doer):
    assert parties(text, verb)[0] == [doer]
