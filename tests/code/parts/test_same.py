"""Phrases of a story that mean the same are one."""

from __future__ import annotations

import pytest

from brink.code.parts.same import Said, clusters, is_acronym, same


def said(text: str, *, head: str = "", role: str = "victim", names: tuple[str, ...] = ()) -> Said:
    return Said(text, head or text.split()[-1].lower(), role, names)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (said("Galan"), said("Luis Carlos Galan")),
        (said("ELN"), said("Ejercito de Liberacion Nacional", head="ejercito")),
        (said("urban guerrillas", head="guerrilla"), said("guerrillas", head="guerrilla")),
        (said("Shining Path", names=("PCP-SL",)), said("Sendero Luminoso", names=("PCP-SL",))),
    ],
)
def test_surnames_acronyms_heads_and_known_names_join_phrases(a: Said, b: Said):
    assert same(a, b)
    assert same(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (said("Maria Lopez"), said("Maria Diaz")),
        (said("bus"), said("bus", role="target")),
        (said("bombs", head="bomb"), said("dynamite", head="dynamite")),
        (said("ELN"), said("Farabundo Marti National Liberation Front", head="front")),
    ],
)
def test_others_stay_apart(a: Said, b: Said):
    assert not same(a, b)


def test_an_acronym_leaves_out_small_words():
    assert is_acronym("MRTA", "Movimiento Revolucionario Tupac de Amaru")
    assert not is_acronym("Mrta", "Movimiento Revolucionario Tupac Amaru")


def test_each_phrase_is_in_one_cluster():
    found = clusters([said("Galan"), said("Maria Diaz"), said("Luis Carlos Galan"), said("Diaz")])
    assert found == [[0, 2], [1, 3]]
