"""What knowing is worth is told of hypotheses and structures in any case, of numbers where it is clear."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from brink.play.answers.information import Worth
from brink.play.answers.worths_said import worth_row, worths_said

MEANINGS = {"motive": "the host's motive", "structure": "what drives attacks", "drones": "effect of drones"}


def answers(*worths: Worth) -> SimpleNamespace:
    """Just what worths are told from."""
    kinds = {"motive": {1.0: "leverage", 3.0: "lack of capacity"}}
    return SimpleNamespace(
        worths=worths,
        worth_of_all=180.0,
        best="talk",
        alike={"talk": ()},
        measure=SimpleNamespace(unit="people", outcome="killed"),
        setting=SimpleNamespace(months=36),
        name=str.upper,
        readings=lambda name: SimpleNamespace(meaning=MEANINGS[name], kinds=kinds.get(name)),
    )


DRONES = Worth("drones", 70.0, 13.0, {"-1 to 0": "drones", "0 to 1": "talk"})
NOTHING = Worth("structure", 0.0, 0.0, {"1": "talk", "2": "talk"})


def test_a_hypothesis_that_would_change_no_choice_is_said_to_be_so():
    _, drones, structure = worths_said(answers(DRONES, NOTHING))
    assert drones == (
        "Knowing “effect of drones” is worth 70 ± 13 people: best would be “DRONES” where it is -1 to 0 and "
        "“TALK” where it is 0 to 1."
    )
    assert structure == (
        "Knowing “what drives attacks” would change no choice: “TALK” comes first whatever it is."
    )


def test_a_hypothesis_that_noise_hides_is_told_with_its_error():
    motive = Worth("motive", 3.0, 2.0, {"1": "talk", "3": "drones"})
    *_, said = worths_said(answers(DRONES, motive))
    assert said == (
        "Knowing “the host's motive” is worth 3.0 ± 2.0 people, which cannot be told from nothing."
    )


@pytest.mark.parametrize(
    ("worth", "best"),
    [
        (NOTHING, "talk"),
        (
            Worth("motive", 3.0, 0.5, {"1": "talk", "3": "drones"}),
            "talk where leverage; drones where lack of capacity",
        ),
    ],
)
def test_a_row_says_which_option_each_answer_calls_for(worth: Worth, best: str):
    row = worth_row(answers(worth), worth)
    assert (row["best"], row["clear"]) == (best, worth.value > 1)
