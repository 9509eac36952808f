"""Whether an act is so, by the words that govern it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brink.code.stance import Standing, standing
from brink.code.stance.climb import compose
from tests.code.stance.hand import mark, passage_of, word


def judged(text: str, head: str, *actors: str) -> Standing:
    passage = passage_of(text)
    return standing(passage, word(passage, head), mark([passage], actors))


def test_a_denial_takes_an_act_back() -> None:
    assert judged("The army denied that its jets bombed the clinic.", "bombed").status == "denied"


def test_a_denied_failure_leaves_an_act_open() -> None:
    assert judged("The general denied that his men failed to stop.", "stop").status == "possible"


def test_not_only_denies_nothing() -> None:
    assert judged("The rebels not only shelled the town but looted it.", "shelled").status == "happened"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Egypt will mediate.", "planned"),
        ("Egypt might mediate.", "possible"),
        ("Egypt is mediating.", "ongoing"),
        ("Egypt did not mediate.", "denied"),
    ],
)
def test_auxiliaries_decide_the_status(text: str, status: str) -> None:
    head = next(token for token in text.rstrip(".").split() if token.startswith("mediat"))
    assert judged(text, head).status == status


def test_an_ultimatum_makes_the_threat_possible_and_not_planned() -> None:
    assert judged("The navy will seize the port if the strike continues.", "seize").status == "possible"


def test_a_threatened_act_is_planned_while_the_threat_happened() -> None:
    text = "The cartel threatened to burn the harvest."
    assert (judged(text, "threatened").status, judged(text, "burn").status) == ("happened", "planned")


def test_an_act_taken_for_granted_survives_a_modal() -> None:
    assert judged("Parliament may condemn the massacre.", "massacre").status == "happened"


def test_a_foiled_plot_did_not_happen() -> None:
    assert judged("Agents thwarted a plot to assassinate the mayor.", "assassinate").status == "denied"


def test_a_will_foreseen_by_others_is_not_a_plan() -> None:
    found = judged("Diplomats expect that the coalition will collapse.", "collapse")
    assert (found.status, found.holder, found.certainty) == ("possible", "diplomats", "probable")


def test_a_reported_would_announces_a_plan() -> None:
    assert judged("Nairobi said it would send engineers.", "send", "Nairobi").status == "planned"


def test_the_innermost_speaker_holds_and_the_outer_one_is_remembered() -> None:
    found = judged("A monitor said that elders told him that gunmen burned the mill.", "burned")
    assert found.holder == "elders"
    assert any("monitor" in reason for reason in found.because)


def test_reasons_name_the_words_that_decided() -> None:
    found = judged("Gunmen tried to storm the bank.", "storm")
    assert found.status == "possible"
    assert any("tried" in reason for reason in found.because)


def test_cues_are_tokens_of_the_passage() -> None:
    passage = passage_of("The mayor hinted that police might evict the squatters.")
    found = standing(passage, word(passage, "evict"), mark([passage], []))
    assert {"hinted", "might"} <= {passage.doc[cue].text for cue in found.cues}


EFFECTS = st.sampled_from(["inherit", "denied", "planned", "possible", "ongoing"])
STATUSES = st.sampled_from(["happened", "ongoing", "planned", "possible", "denied"])


@given(EFFECTS, STATUSES)
def test_nothing_that_governs_makes_an_unreal_act_happen(effect: str, status: str) -> None:
    after = compose(effect, status)  # type: ignore[arg-type]
    assert after not in {"happened", "ongoing"} or status in {"happened", "ongoing"}


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="ab said that not will “”\"',.?()\n", min_size=1, max_size=80))
def test_any_token_of_any_text_can_be_judged_twice_alike(text: str) -> None:
    passage = passage_of(text)
    mentions = mark([passage], [])
    for token in passage.doc:
        assert standing(passage, token, mentions) == standing(passage, token, mentions)
