"""The same event named again, claimed, and quoted with what it needs."""

from __future__ import annotations

import pytest

BOMB = "A car bomb went off outside a hotel on Friday, killing eight."


def test_a_claim_of_responsibility_names_claimer_and_source(events_of):
    claim = events_of(f"{BOMB} Fano claimed the attack.", Fano="Fano")[-1]
    assert (claim.actors, claim.source, claim.review) == (("Fano",), "Fano", "claim of responsibility")


def test_the_attack_takes_the_date_of_the_one_told_before(events_of):
    first, claim = events_of(f"{BOMB} Fano claimed the attack.", Fano="Fano")
    assert claim.date == first.date is not None
    assert any("same event as told before" in reason for reason in claim.because)


def test_the_attack_takes_no_date_when_two_were_told(events_of):
    text = f"{BOMB} On Monday gunmen shot a mayor in Gao. Fano claimed the attack."
    assert events_of(text, Fano="Fano")[-1].date is None


def test_an_attack_without_an_article_takes_no_date(events_of):
    assert events_of(f"{BOMB} Fano attacked a convoy.", Fano="Fano")[-1].date is None


def test_nobody_claiming_is_no_event(events_of):
    assert events_of("No group has claimed responsibility for the attack.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fano visited Sudan and warned that it might strike again.", "Fano visited"),
        ("Fano met elders and vowed that the killers would be punished.", "punished"),
    ],
)
def test_a_speech_act_is_quoted_with_its_subject_and_content(events_of, text, words):
    (spoken,) = [e for e in events_of(text, Fano="Fano", Sudan="Sudan") if e.type == "THREATEN"]
    assert words in spoken.quote.text


def test_an_act_denied_in_a_gerund_is_denied(events_of):
    (event,) = events_of("The rebels denied having shelled the town.")
    assert event.status == "denied"
