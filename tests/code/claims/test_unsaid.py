"""What was said, by whom, and what nobody said."""

from __future__ import annotations

import pytest

from tests.code.claims.test_claims import claims


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has not confirmed that the bridge fell.",
        "Neither the mayor nor the police would say whether the men were alive.",
        "The mayor refused to say whether the men were alive.",
        "The council has yet to decide whether the mission will stay.",
    ],
)
def test_what_nobody_said_is_nobody_s_claim(text):
    assert claims(text, actors=("mayor", "police", "council")) == []


def test_what_somebody_might_announce_is_foreseen_by_the_article():
    (claim,) = claims("The junta could announce that elections will be held.", actors=("junta",))
    assert (claim.holder, claim.kind, claim.certainty) == ("article", "forecast", "possible")


def test_disbelief_holds_the_opposite():
    (claim,) = claims("The bishop does not believe that the gangs will disarm.", actors=("bishop",))
    assert (claim.holder, claim.certainty) == ("bishop", "doubtful")


def test_neither_is_believed_to_is_doubt():
    (claim,) = claims("Neither group is believed to have drones.")
    assert (claim.holder, claim.certainty) == ("unnamed", "doubtful")
    assert claim.quote.text.startswith("Neither group")


def test_a_search_without_evidence_doubts_what_was_searched_for():
    (claim,) = claims("The panel found no evidence that the jet was shot down.", actors=("panel",))
    assert (claim.holder, claim.certainty) == ("panel", "doubtful")


def test_what_is_said_not_to_be_true_is_doubtful():
    (claim,) = claims(
        "It is not true that our men burned it, the colonel told reporters.", actors=("colonel",)
    )
    assert (claim.holder, claim.kind, claim.certainty) == ("colonel", "fact", "doubtful")


def test_a_speaker_put_last_holds_what_stands_before():
    (claim,) = claims("Rome should pay the guards, argues Ana Ruiz.", actors=("Rome", "Ana Ruiz (person)"))
    assert (claim.kind, claim.quote.text) == ("recommendation", "Rome should pay the guards")
    assert claim.holder.endswith("Ruiz")


def test_a_view_is_its_owner_s():
    (claim,) = claims("In the envoy's view, the truce is a pause.", actors=("envoy",))
    assert claim.holder == "envoy"


def test_who_takes_one_thing_for_another_holds_it():
    (claim,) = claims("Critics see the amnesty as a gift to the gangs.", actors=("Critics", "gangs"))
    assert (claim.holder, claim.quote.text) == ("Critics", "the amnesty as a gift to the gangs")


def test_one_theory_of_several_is_not_the_article_s():
    (claim,) = claims("One theory is that the colonel staged the raid to discredit his rivals.")
    assert (claim.holder, claim.kind, claim.certainty) == ("unnamed", "motive", "possible")


def test_those_who_threaten_say_nothing_in_the_passive():
    found = claims("The town is threatened by rebels that the army cannot stop.", actors=("rebels", "army"))
    assert "rebels" not in {claim.holder for claim in found}


def test_a_speaker_goes_on_to_another_act():
    text = "The clerk confirmed that the road would be closed and asked everyone to stay home."
    (claim,) = claims(text, actors=("clerk",))
    assert claim.quote.text == "the road would be closed"


def test_adding_goes_on_from_the_speaker_and_not_from_those_he_speaks_of():
    found = claims("A doctor said two guards were hurt, adding that the road was mined.", actors=("guards",))
    assert {claim.holder for claim in found} == {"doctor"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The judge said the truce was due to end on Friday.", "fact"),
        ("The judge said that more raids should be expected.", "forecast"),
        ("The judge said that Rome would like more guards.", "motive"),
        ("The judge warned of new raids.", "forecast"),
    ],
)
def test_kinds_that_one_word_would_mistake(text, kind):
    (claim,) = claims(text, actors=("judge",))
    assert claim.kind == kind


def test_a_district_is_no_share_of_a_whole():
    assert claims("Blasts in the old quarter of Gao killed six people.") == []


def test_reports_proved_false_are_held_by_nobody():
    assert "reports" not in {claim.holder for claim in claims("Reports that the emir was dead proved false.")}


def test_whoever_rejects_a_charge_doubts_it():
    found = claims("Juba rejected accusations that its troops had crossed the river.", actors=("Juba",))
    assert ("Juba", "doubtful") in {(claim.holder, claim.certainty) for claim in found}


def test_a_condition_before_the_speaker_is_not_what_is_said():
    (claim,) = claims("If the dam goes, said the engineer, the valley is lost.", actors=("engineer",))
    assert "the valley is lost" in claim.quote.text


def test_a_view_told_in_passing_is_its_owner_s():
    text = "The NPA, which the mayor calls a spent force, ambushed a patrol."
    (claim,) = claims(text, actors=("NPA", "mayor"))
    assert (claim.holder, claim.kind) == ("mayor", "assessment")


def test_a_dateline_in_small_letters_speaks_no_word():
    text = "Port Sudan, 3 May – The army said the camp was empty."
    assert {claim.holder for claim in claims(text, actors=("Port Sudan", "army"))} == {"army"}
