"""A participle after who says so, and "it" there: of whom it is told, not who tells."""

from __future__ import annotations

import pytest

from tests.code.events.test_sides import rows


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The rebels shelled the town, a spokesman said, killing three people.", "rebels"),
        ("Gunmen stormed a school on Sunday, police said, abducting 15 pupils.", "gunmen"),
        ("M23 rebels seized Sake, the UN said on Friday, forcing thousands of people to flee.", "M23"),
    ],
)
def test_what_follows_from_a_deed_is_not_the_speakers(text, doer):
    assert {row.actors for row in rows(text)} == {(doer,)}


def test_a_campaign_that_somebody_tells_of_is_not_the_tellers():
    text = "The United States bombed Islamic State in Mosul, Central Command said, widening its war on the group."
    assert {row.actors for row in rows(text) if row.type == "ASSAULT"} == {("United States",)}


def test_what_a_speaker_does_while_speaking_is_the_speakers():
    told, blamed = rows(
        "Twelve soldiers were killed in the ambush, the army said, blaming the Lakurawa group."
    )
    assert (told.actors, blamed.type, blamed.actors) == ((), "ACCUSE", ("army",))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army has retaken Kutum, a spokesman said, adding that it had killed 30 rebels.", ("army",)),
        ("Rebels shelled Sake, a UN official said, adding that they killed nine.", ("rebels",)),
        ("The governor said it had killed 30 rebels.", ()),
        ("The army said it had killed 30 rebels.", ("army",)),
    ],
)
def test_an_official_is_no_it_and_no_they(text, who):
    assert rows(text)[-1].actors == who


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The rebels attacked the town, residents said, and burned homes.", "rebels"),
        ("Troops sided with the clans, residents said, and executed nine men, looted homes.", "troops"),
        ("Gunmen kidnapped a doctor, a hospital official said, demanding a ransom.", "gunmen"),
        ("The army had not left the town, the mayor said, and accused the rebels of lying.", "mayor"),
        ("Rebels shelled Sake, the UN said, and called for calm.", "United Nations"),
        (
            "Pashinyan said Armenia had not taken part in the talks and accused Baku of lying.",
            "Nikol Pashinyan",
        ),
    ],
)
def test_deeds_after_the_speech_are_of_whom_it_tells_and_words_the_speakers(text, doer):
    assert rows(text)[-1].actors == (doer,)


def test_what_a_relative_clause_says_does_not_take_what_ends_the_sentence():
    text = "Israel, which says it protects the Druze, bombed the ministry in Damascus on Wednesday, killing three people."
    (deed,) = [row for row in rows(text) if row.type == "ASSAULT"]
    assert (deed.actors, deed.killed.min) == (("Israel",), 3)
