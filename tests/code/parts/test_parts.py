"""Acts of violence keep who did it, to whom and what, and with what, in the words of the text."""

from __future__ import annotations

import numpy as np
import pytest

from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Coder
from brink.code.mention import Mentions
from brink.code.parts.find import Cast, chosen
from brink.code.parts.kinds import kinds_of
from brink.code.parts.phrases import Phrase, phrases_of
from brink.code.parts.same import Said
from brink.code.parts.vote import ROLES, load_vote
from brink.code.passage import Setting
from brink.code.pipeline import load_pipeline
from brink.code.rows import Coded
from brink.dates import DateInterval

TEXT = (
    "Guerrillas of the National Liberation Army kidnapped Mayor Maria Lopez in Arauca on Monday. "
    "A car bomb destroyed the offices of the Agrarian Bank in Saravena and killed three farmers."
)


def code(text: str) -> Coded:
    setting = Setting("d", "d#1", DateInterval.parse("1990-05-20"))
    return Coder(Gazetteer.load(), load_pipeline()).code(setting, text, [(0, len(text))])


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(TEXT)


def parts(coded: Coded) -> set[tuple[str, str]]:
    return {(part.role, part.text) for event in coded.events for part in event.parts}


@pytest.mark.parametrize(
    "part",
    [
        ("organisation", "National Liberation Army"),
        ("victim", "Maria Lopez"),
        ("weapon", "car bomb"),
        ("victim", "three farmers"),
    ],
)
def test_each_part_stands_under_its_role(coded: Coded, part: tuple[str, str]):
    assert part in parts(coded)


def test_something_of_the_bank_is_the_target(coded: Coded):
    assert any(role == "target" and "offices" in text for role, text in parts(coded))


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), TEXT.replace(" ", "\n")])
def test_a_part_is_quoted_verbatim(text: str):
    found = [part for event in code(text).events for part in event.parts]
    assert found
    assert all(text[part.start : part.end] == part.text for part in found)


def test_a_surname_is_called_by_the_full_name():
    found = code("Rebels killed Senator Luis Carlos Galan in Soacha. Gunmen had shot at Galan before.")
    called = {part.text: part.called for event in found.events for part in event.parts}
    assert called.get("Galan") in {None, "Luis Carlos Galan"}
    assert called["Luis Carlos Galan"] == "Luis Carlos Galan"


def test_acts_of_words_have_no_parts():
    found = code("The minister met the ambassador in Bogota on Monday.")
    assert found.events
    assert not parts(found)


def test_candidates_hold_names_heads_and_what_follows_of():
    doc = load_pipeline()("Members of the Camilist Union attacked a police patrol car.")
    spans = {doc[p.first : p.last].text for p in phrases_of(0, doc, Mentions())}
    assert {"Members", "Members of the Camilist Union", "Camilist Union", "police patrol car", "car"} <= spans


def test_the_surest_of_phrases_that_meet_is_taken():
    def cast(first: int, last: int) -> Cast:
        phrase = Phrase(0, first, last, last - 1, "whole")
        return Cast(phrase, "victim", 0.0, first, last, "", Said("", "", "victim", ()))

    chances = np.array([[0.4, 0, 0, 0.6, 0, 0], [0.1, 0, 0, 0.9, 0, 0], [0.5, 0, 0, 0, 0, 0.5]])
    found = chosen([cast(0, 3), cast(2, 3), cast(5, 6)], chances, [0.5, 0.5, 0.5, 0.5, 0.6])
    assert [(one.start, one.role, one.chance) for one in found] == [(2, "target", 0.9)]


def test_a_plural_is_of_the_kind_of_its_singular():
    assert "building" in kinds_of("factories")
    assert "vehicle" in kinds_of("buses")


def test_the_shipped_weights_have_a_column_for_each_role_and_for_none():
    vote = load_vote()
    assert vote.weights.shape[1] == 1 + len(ROLES) == 1 + len(vote.least)
    assert np.allclose(vote.chances([["base"], ["kind weapon"]]).sum(axis=1), 1)
